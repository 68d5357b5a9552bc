package trust_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

func leyla() seminar.Attendee {
	return seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar-zadə", NativeName: "ليلى قفارزاده", Honorific: "Dr.", Language: "az"}
}

// people are names that a page sets in one way and another: short, long over several lines, Arabic, Cyrillic, bidirectional.
func people() []seminar.Attendee {
	return []seminar.Attendee{leyla(), {GivenName: "Bo", FamilyName: "Li"}, {NativeName: "محمد عبد الله الأحمد"}, {GivenName: "Нұрлан", FamilyName: "Өтегенов", Language: "kk"},
		{GivenName: "عائشة", FamilyName: "Al-Senan"},
		{GivenName: "Abdulhakeem Muhammad Abdurrahman", FamilyName: "Al-Senan bin Khalid Al-Mansouri of the Regional Office for Culture and Education", Honorific: "His Excellency Professor"}}
}

func TestACertificateHoldsFromItsFileItsCodeAndItsText(t *testing.T) {
	for _, lang := range []string{"en", "az", "x-rtl"} {
		o := newOffice(t, "genuine")
		o.lang = lang
		for i, who := range people() {
			c, snap := o.certificate("ICESCO-2025-A-0012", who, 336)
			file := o.file(c)
			v := check(t, file, o.public())
			if !v.Valid || v.Signed == nil || v.Signed.Name != snap.Name || v.Signed.Minutes != 336 || v.Signed.Of != 345 || v.Claims != nil {
				t.Errorf("%s %d: %+v", lang, i, v)
			}
			for _, p := range v.Printed {
				// The length of time in the letters of a pseudo-language is none that anybody can read.
				if !p.OK && !(lang == "x-rtl" && p.Field == "hours") || p.Look && lang != "x-rtl" {
					t.Errorf("%s %d: the page and what was signed: %+v", lang, i, p)
				}
			}
			if len(v.Printed) != 3 {
				t.Errorf("%s %d: %d things of the page were compared", lang, i, len(v.Printed))
			}
			if i > 0 {
				continue
			}
			// What a camera reads of the page, a line that broke in an e-mail, and small letters.
			for how, text := range map[string]string{"scan": scanned(t, file), "broken": "\ufeff " + c.Payload[:100] + "\r\n" + c.Payload[100:] + "\n", "small": strings.ToLower(c.Payload)} {
				if v := check(t, []byte(text), o.public()); !v.Valid || v.Serial != snap.Serial {
					t.Errorf("%s: %+v", how, v)
				}
			}
		}
	}
}

// scanned is the code of a file's first page, printed at 150 dots to the inch and read by a camera.
func scanned(t *testing.T, file []byte) string {
	t.Helper()
	dir := t.TempDir()
	in := filepath.Join(dir, "c.pdf")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"pdftoppm", "-r", "150", "-png", "-singlefile", in, filepath.Join(dir, "page")}, {"zbarimg", "--raw", "-q", filepath.Join(dir, "page.png")}} {
		out, err := exec.Command(args[0], args[1:]...).Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		if args[0] == "zbarimg" {
			return string(out)
		}
	}
	return ""
}

func TestAnEditedCopyDoesNotHold(t *testing.T) {
	o, forger := newOffice(t, "genuine"), newOffice(t, "forger")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	edit := func(change func(*document.Certificate)) []byte { d := c; change(&d); return o.file(d) }
	other, _ := o.certificate("2025-A-0013", seminar.Attendee{GivenName: "Anar", FamilyName: "Əliyev"}, 100)
	forged, _ := forger.certificate("2025-A-0012", seminar.Attendee{GivenName: "Oner", FamilyName: "Qafar-zadə"}, 336)
	for name, f := range map[string]struct {
		file   []byte
		reason string
		field  string // of the page that differs
		page   string // what the page says instead
	}{
		"the name on the page":              {edit(func(c *document.Certificate) { c.Attendee.GivenName = "Oner" }), trust.Printed, "name", "Dr. Oner Qafar-zadə"},
		"a letter more":                     {edit(func(c *document.Certificate) { c.Attendee.FamilyName = "Qafar-zadəli" }), trust.Printed, "name", "Dr. Leyla Qafar-zadəli"},
		"an accent":                         {edit(func(c *document.Certificate) { c.Attendee.FamilyName = "Qafar-zade" }), trust.Printed, "name", "Dr. Leyla Qafar-zade"},
		"the hours on the page":             {edit(func(c *document.Certificate) { c.Minutes = 345 }), trust.Printed, "hours", "5 h 45 min"},
		"the hours tenfold":                 {edit(func(c *document.Certificate) { c.Minutes, c.Of = 3360, 3450 }), trust.Printed, "hours", "57 h 30 min"},
		"the serial number":                 {edit(func(c *document.Certificate) { c.Serial = "2025-A-0001" }), trust.Printed, "serial", "2025-A-0001"},
		"the payload of another":            {edit(func(c *document.Certificate) { c.Payload = other.Payload }), trust.Printed, "hours", "5 h 36 min"},
		"the key of a forger":               {forger.file(forged), trust.UnknownKey, "", ""},
		"a letter of the signed text":       {edit(func(c *document.Certificate) { c.Payload = flip(c.Payload, 20) }), "", "", ""},
		"a letter of the signature":         {edit(func(c *document.Certificate) { c.Payload = flip(c.Payload, len(c.Payload)-9) }), trust.Signature, "", ""},
		"the name, signed under their mark": {edit(func(c *document.Certificate) { c.Payload = relabelled(t, forged.Payload, o, forger) }), trust.Signature, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			v, found, err := trust.Checker{Keys: []trust.Key{o.public()}}.Check(f.file)
			if err != nil || !found || v.Valid || v.Reason == "" || f.reason != "" && v.Reason != f.reason {
				t.Fatalf("%+v, %v, %v, want %s", v, found, err, f.reason)
			}
			if (v.Signed != nil) != (v.Reason == trust.Printed) {
				t.Errorf("what is told to be signed: %+v", v.Signed)
			}
			differ := ""
			for _, p := range v.Printed {
				if !p.OK && !p.Look && p.Field == f.field {
					differ = p.Page
				}
			}
			if f.field != "" && !strings.Contains(differ, f.page) {
				t.Errorf("the page: %+v, want %s %q", v.Printed, f.field, f.page)
			}
		})
	}
}

// flip gives a payload with one letter changed.
func flip(payload string, i int) string {
	b := []byte(payload)
	if b[i]++; b[i] == '8' || b[i] == '[' {
		b[i] = 'A'
	}
	return string(b)
}

// relabelled is what a forger signed, with the mark of the genuine key in the place of theirs.
func relabelled(t *testing.T, payload string, genuine, forger *office) string {
	t.Helper()
	s, ok := seminar.FindSigned([]byte(payload))
	if !ok {
		t.Fatal("nothing signed")
	}
	text := strings.ReplaceAll(s.Snapshot, forger.public().Mark(), genuine.public().Mark())
	return seminar.SignedText(seminar.Certificate{Snapshot: text, Signature: s.Signature})
}

func TestAFileThatAnotherProgramSavedStillTells(t *testing.T) {
	o := newOffice(t, "genuine")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	edited := c
	edited.Attendee.GivenName = "Oner"
	packed := func(data []byte) []byte {
		return o.through(data, func(in, out string) []string {
			return []string{"qpdf", "--object-streams=generate", "--compress-streams=y", in, out}
		})
	}
	if v := check(t, packed(o.file(c)), o.public()); !v.Valid || len(v.Printed) != 3 {
		t.Errorf("packed: %+v", v)
	}
	if v := check(t, packed(o.file(edited)), o.public()); v.Valid || v.Reason != trust.Printed {
		t.Errorf("edited and packed: %+v", v)
	}
	// A picture of the page in a file, and a file that is damaged: nobody can compare them but by eye, so they do not hold.
	damaged := bytes.Replace(o.file(edited), []byte("/Keywords"), []byte("/Keywords     "), 1)
	if v := check(t, damaged, o.public()); v.Valid || v.Signed == nil {
		t.Errorf("damaged: %+v", v)
	}
	picture := o.through(o.file(c), func(in, out string) []string {
		return []string{"pdftoppm", "-r", "60", "-png", "-singlefile", in, strings.TrimSuffix(out, ".png")}
	})
	scan := o.write(page.Document{Keywords: c.Payload, Pages: []*page.Page{page.New(page.A4.Turned()).Add(page.Image{W: 297, H: 210, Data: picture})}})
	v, found, err := trust.Checker{Keys: []trust.Key{o.public()}}.Check(scan)
	if err != nil || !found {
		t.Fatalf("%+v, %v, %v", v, found, err)
	}
	if v.Valid || v.Reason != trust.Unread || v.Signed == nil || len(v.Printed) != 1 || v.Printed[0].Field != "text" || !v.Printed[0].Look || v.Printed[0].OK {
		t.Errorf("a scan: %+v", v)
	}
}

func TestAFileOfManyCertificatesIsCheckedWhole(t *testing.T) {
	o := newOffice(t, "genuine")
	var certs []document.Certificate
	for i, who := range people() {
		c, _ := o.certificate("2025-A-000"+string(rune('1'+i)), who, 100+i)
		certs = append(certs, c)
	}
	if v := check(t, o.file(certs...), o.public()); !v.Valid || len(v.All) != len(certs) {
		t.Errorf("%+v", v)
	}
	certs[1].Attendee, certs[3].Attendee = certs[3].Attendee, certs[1].Attendee // each name is in the file, on another's page
	v := check(t, o.file(certs...), o.public())
	if v.Valid || v.Serial != certs[1].Serial || v.Reason != trust.Printed || v.All[0].Valid != true || v.All[3].Valid {
		t.Errorf("%+v", v)
	}
}

func TestACertificateOfTheFirstVersionStillHolds(t *testing.T) {
	o := newOffice(t, "genuine")
	text := `{"s":"2025-A-0001","n":"Leyla Qafar-zadə","t":"A \u0026 B","d":"2025-07-18","e":"2025-07-18","m":336,"i":"2025-07-19T14:00:00Z","k":"` + o.public().Mark() + `"}`
	signed := signedWith(o, text)
	if !strings.HasPrefix(signed, "LC1.") {
		t.Fatalf("%.20s", signed)
	}
	v := check(t, []byte(signed), o.public())
	if !v.Valid || v.Signed.Seminar != "A & B" || v.Signed.Minutes != 336 {
		t.Errorf("%+v", v)
	}
	c, _ := o.certificate("2025-A-0001", leyla(), 336)
	c.Payload, c.Attendee.Honorific = signed, ""
	if v := check(t, o.file(c), o.public()); !v.Valid {
		t.Errorf("%+v", v)
	}
}

func TestNothingToCheck(t *testing.T) {
	o := newOffice(t, "genuine")
	c, _ := o.certificate("2025-A-0001", leyla(), 336)
	blank := c
	blank.Payload = ""
	for name, data := range map[string][]byte{"nothing": nil, "a word": []byte("nothing"), "a file without one": o.file(blank), "half a file": o.file(blank)[:900], "a broken file": []byte("%PDF-1.4\nxref\n0 1\ntrailer<</Root 1 0 R/Size 9>>\nstartxref\n9\n%%EOF")} {
		if v, found, err := (trust.Checker{Keys: []trust.Key{o.public()}}).Check(data); found || err != nil || v.Valid || v.Reason != trust.Malformed {
			t.Errorf("%s: %+v, %v, %v", name, v, found, err)
		}
	}
	if v := check(t, []byte(c.Payload)); v.Valid || v.Reason != trust.UnknownKey || v.Claims == nil || v.Claims.Name != "Leyla Qafar-zadə" {
		t.Errorf("without a key: %+v", v)
	}
	later := signedWith(o, `{"v":3,"s":"2025-A-0001","k":"`+o.public().Mark()+`"}`)
	if v := check(t, []byte(later), o.public()); v.Valid || v.Reason != trust.Unreadable {
		t.Errorf("of a later version: %+v", v)
	}
}

// TestAFileThatUnpacksToGigabytesIsNotUnpacked: a megabyte that a stranger sent must not keep a desk for minutes.
func TestAFileThatUnpacksToGigabytesIsNotUnpacked(t *testing.T) {
	o := newOffice(t, "genuine")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	const catalogue, one = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	words := "<</Length 33>>stream\nBT /F1 12 Tf (Leyla Qafar) Tj ET \nendstream"
	for name, objects := range map[string][]string{
		"its instructions": {catalogue, one, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>", packed(t, "BT /F1 12 Tf (A) Tj ET\n")},
		"the table of a font": {catalogue, one, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", words,
			"<</Type/Font/Encoding/Identity-H/ToUnicode 6 0 R>>", packed(t, "1 beginbfchar <41> <0041> endbfchar\n")},
		"nothing": {catalogue, one, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", words,
			"<</Type/Font/Encoding/WinAnsiEncoding>>"},
		"pages in a circle": {catalogue, "<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>", words},
	} {
		want := trust.Unread
		if name == "nothing" { // is too much of it: it is read, and does not say what was signed
			want = trust.Printed
		}
		file := written(append(objects, "<</Keywords("+c.Payload+")>>"))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if v := check(t, file, o.public()); v.Valid || v.Reason != want || v.Signed == nil {
			t.Errorf("%s: %+v", name, v)
		}
		runtime.ReadMemStats(&after)
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 300 {
			t.Errorf("%s: it took %d MB", name, used)
		}
	}
}

// packed is a stream that unpacks to 190 MB and more.
func packed(t *testing.T, line string) string {
	t.Helper()
	var b bytes.Buffer
	w, lines := zlib.NewWriter(&b), bytes.Repeat([]byte(line), 4096)
	for range 2000 {
		if _, err := w.Write(lines); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream", b.Len(), b.String())
}

// written is a PDF file of objects: the first is its catalogue, the last says what it is about.
func written(objects []string) []byte {
	var file, table bytes.Buffer
	file.WriteString("%PDF-1.4\n")
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", file.Len())
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start, n := file.Len(), len(objects)
	fmt.Fprintf(&file, "xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF", n+1, table.String(), n+1, n, start)
	return file.Bytes()
}

// TestHoursEditedInOnePlaceDoNotHold: what the rest of the page says is as it was signed.
func TestHoursEditedInOnePlaceDoNotHold(t *testing.T) {
	o := newOffice(t, "genuine")
	words := func(tag, said string) func(*document.Certificate) {
		return func(c *document.Certificate) { c.Attendee.Language, c.HoursWords = tag, map[string]string{tag: said} }
	}
	letter := func(change func(*document.Certificate)) func(*document.Certificate) {
		return func(c *document.Certificate) { c.Template = "letter"; change(c) }
	}
	nothing := func(*document.Certificate) {}
	for name, f := range map[string]struct {
		change func(*document.Certificate)
		page   string // "" where it is as it was signed
	}{
		"in Azerbaijani":                     {words("az", "beş saat otuz altı dəqiqə"), ""},
		"in Azerbaijani, edited":             {words("az", "doqquz saat otuz altı dəqiqə"), "doqquz"},
		"in Azerbaijani, in free words":      {words("az", "iki həftə"), "iki həftə"},
		"in French":                          {words("fr", "cinq heures et trente-six minutes"), ""},
		"in French, edited":                  {words("fr", "neuf heures et trente-six minutes"), "neuf"},
		"in French, in figures":              {words("fr", ""), ""},
		"in Arabic":                          {words("ar", "خمس ساعات وست وثلاثون دقيقة"), ""},
		"in Arabic, edited":                  {words("ar", "تسع ساعات وست وثلاثون دقيقة"), "تسع"},
		"in Russian":                         {words("ru", "пять часов тридцать шесть минут"), ""},
		"in Russian, edited":                 {words("ru", "сорок часов"), "сорок"},
		"in a letter":                        {letter(words("az", "beş saat otuz altı dəqiqə")), ""},
		"in a letter, edited":                {letter(words("az", "doqquz saat otuz altı dəqiqə")), "doqquz"},
		"in a letter, without words":         {letter(nothing), ""},
		"in figures, the words as they were": {func(c *document.Certificate) { words("az", "beş saat otuz altı dəqiqə")(c); c.Minutes = 340 }, "5 h 40 min"},
		"in a letter's figures alone": {letter(func(c *document.Certificate) {
			words("az", "beş saat otuz altı dəqiqə")(c)
			c.Minutes, c.Of = 340, 345
		}), "5 h 40 min"},
		"the hours of all the sessions": {func(c *document.Certificate) { c.Of = 1345 }, "22 h 25 min"},
	} {
		c, _ := o.certificate("2025-A-0012", leyla(), 336)
		f.change(&c)
		v := check(t, o.file(c), o.public())
		hours := v.Printed[len(v.Printed)-1]
		if hours.Field != "hours" || hours.Look || v.Valid != (f.page == "") || hours.OK != v.Valid || !strings.Contains(hours.Page, f.page) {
			t.Errorf("%s: %+v", name, v.Printed)
		}
		if !v.Valid && v.Reason != trust.Printed {
			t.Errorf("%s: the reason is %s", name, v.Reason)
		}
	}
}
