package trust_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"lanyard/internal/trust"
)

// hostile are files that say of themselves what would keep a reader that believes it for ever, or take all its memory.
func hostile(payload string) map[string][]byte {
	const catalogue, pages = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	one := func(resources string) string { return "<</Type/Page/Parent 2 0 R/Contents 4 0 R" + resources + ">>" }
	words := "<</Length 33>>stream\nBT /F1 12 Tf (Leyla Qafar) Tj ET \nendstream"
	stream := func(text string) string { return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(text), text) }
	info := "<</Keywords(" + payload + ")>>"
	font := func(table string) []byte {
		return written([]string{catalogue, pages, one("/Resources<</Font<</F1 5 0 R>>>>"), words, "<</Type/Font/Encoding/Identity-H/ToUnicode 6 0 R>>", stream(table), info})
	}
	plain := written([]string{catalogue, pages, one("/Resources<<>>"), words, info})
	at := bytes.LastIndex(plain, []byte("xref\n0"))
	return map[string][]byte{
		"two thousand million letters":     font("2000000000 beginbfrange\nendbfrange"),
		"letters behind a comment":         font("2000000000 % of them\nbeginbfchar\nendbfchar"),
		"letters by another name":          font("1 dict begin /n 2000000000 def n beginbfchar\nendbfchar"),
		"the same letters over and over":   font(strings.Repeat("99999 beginbfchar\nendbfchar\n", 5000)),
		"a letter that is a book":          font("1 beginbfchar <41> <" + strings.Repeat("0041", 100_000) + "> endbfchar"),
		"a page that is its own parent":    written([]string{catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>", one(""), words, info}),
		"a row of sixty gigabytes":         written([]string{catalogue, pages, one("/Resources<<>>"), "<</Length 8/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 60000000000>>>>stream\nx\x9c\x03\x00\x00\x00\x00\x01\nendstream", info}),
		"a table before it that is itself": bytes.Replace(plain, []byte("/Root 1 0 R"), fmt.Appendf(nil, "/Prev %d/Root 1 0 R", at), 1),
		"a thousand million objects":       bytes.Replace(plain, []byte("xref\n0 6\n"), []byte("xref\n999999999 6\n"), 1),
		"an object in a stream in itself":  append(append(bytes.Clone(plain[:at]), "9 0 obj\n<</Type/XRef/Size 6/W[1 1 1]/Length 18/Root 1 0 R/Info 5 0 R>>stream\n\x00\x00\x00\x02\x01\x00\x02\x01\x00\x02\x01\x00\x02\x01\x00\x02\x01\x00\nendstream\nendobj\n"...), fmt.Sprintf("startxref\n%d\n%%%%EOF", at)...),
		"a stream of as many":              append(append(bytes.Clone(plain[:at]), "9 0 obj\n<</Type/XRef/Size 4000000000/W[1 2 1]/Length 4/Root 1 0 R>>stream\nabcd\nendstream\nendobj\n"...), fmt.Sprintf("startxref\n%d\n%%%%EOF", at)...),
		"the same in other words":          append(append(bytes.Clone(plain[:at]), "9 0 obj\n<</Type/XRef/#53ize%\n 4000000000/W[1 2 1]/Length 4/Root 1 0 R>>stream\nabcd\nendstream\nendobj\n"...), fmt.Sprintf("startxref\n%d\n%%%%EOF", at)...),
	}
}

func TestAHostileFileIsRefusedWithinSeconds(t *testing.T) {
	o := newOffice(t, "genuine")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	for name, file := range hostile(c.Payload) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		v := check(t, file, o.public())
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		if v.Valid || v.Reason != trust.Unread || v.Signed == nil {
			t.Errorf("%s: %+v", name, v)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; took > time.Minute || used > 300 && took < 5*time.Second {
			t.Errorf("%s: it took %v and %d MB", name, took, used)
		}
	}
}

func FuzzAFileIsReadOrRefused(f *testing.F) {
	o := newOffice(f, "genuine")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	f.Add(o.file(c))
	for name, file := range hostile(c.Payload) {
		if !strings.Contains(name, "itself") && !strings.Contains(name, "parent") { // which take their five seconds
			f.Add(file)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		if _, _, err := (trust.Checker{Keys: []trust.Key{o.public()}}).Check(data); err != nil {
			t.Skip() // a picture
		}
		if took := time.Since(began); took > time.Minute {
			t.Errorf("it took %v", took)
		}
	})
}
