package transfer_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"lanyard/internal/transfer"
)

const (
	sheetEnd = "</sheetData></worksheet>"
	odsHead  = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">`
	sst      = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
	odsEnd   = `</table:table></office:spreadsheet></office:body></office:document-content>`
	ddos     = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
)

// odsRow is a row of an OpenDocument sheet with texts in it.
func odsRow(cells ...string) string {
	var b strings.Builder
	b.WriteString("<table:table-row>")
	for _, c := range cells {
		b.WriteString("<table:table-cell><text:p>" + c + "</text:p></table:table-cell>")
	}
	return b.String() + "</table:table-row>"
}

// ods packs content.xml, and more parts by name and text, into an OpenDocument spreadsheet.
func ods(t testing.TB, content io.Reader, more ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	pack := func(h *zip.FileHeader, from io.Reader) {
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = io.Copy(w, from)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	pack(&zip.FileHeader{Name: "mimetype"}, strings.NewReader("application/vnd.oasis.opendocument.spreadsheet"))
	for i := 0; i < len(more); i += 2 {
		pack(&zip.FileHeader{Name: more[i], Method: zip.Deflate}, strings.NewReader(more[i+1]))
	}
	pack(&zip.FileHeader{Name: "content.xml", Method: zip.Deflate}, content)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lines repeats a text, filled in with a number that does not pack well, so that it is no denser than a list is.
func lines(format string, n int) string {
	r := rand.New(rand.NewPCG(6, 1))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, format, r.Uint64())
	}
	return b.String()
}

// TestHostileListsAreAnsweredInLittleMemory: each is refused with a code, or read as what it is, and the most memory in use at a
// time is what the issue allows.
func TestHostileListsAreAnsweredInLittleMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(30)) // the files of all cases are held at once, and would count as room for garbage
	const names, odsNames = "Given name", "Family name"
	head, odsHeader := sheetHead+inline(names, odsNames), odsHead+odsRow(names, odsNames)
	one, odsOne := inline("Leyla", "Qafar-zadə"), odsRow("Leyla", "Qafar-zadə")
	large := strings.Repeat("x", 10<<20)
	zeros := func(n int) io.Reader { return &repeated{strings.Repeat(" ", 32<<10), n << 5} } // MB
	xlsx := func(text string) []byte { return book(t, strings.NewReader(text)) }
	sheet := func(text string) []byte { return ods(t, strings.NewReader(text)) }
	wide := func(n int) string { return strings.Repeat(`<c t="inlineStr"><is><t>a</t></is></c>`, n) }
	whole := xlsx(head + one + sheetEnd)
	odsWhole := sheet(odsHeader + odsOne + odsEnd)
	read := ""
	for _, c := range []struct {
		name, code string // "" if it is read
		people     int
		data       []byte
	}{
		{"csv: a zero", transfer.CodeEncoding, 0, []byte("Name\nLey\x00la\n")},
		{"csv: not UTF-8", transfer.CodeEncoding, 0, []byte("Name\nŞəfəq Əliyeva\xff\n")},
		{"csv: a large cell", read, 1, []byte("Name,Note\nLeyla," + large + "\n")},
		{"csv: a large name", read, 1, []byte("Given name,Family name\nLeyla," + large + "\n")},
		{"csv: a million columns", transfer.CodeFormat, 0, []byte("Name" + strings.Repeat(",a", 1_000_000) + "\nLeyla\n")},
		{"csv: wide rows", transfer.CodeTooMany, 0, []byte("Name\n" + strings.Repeat(strings.Repeat(",", 16000)+"a\n", 1000))},
		{"csv: no line end", read, 0, []byte("Given name,Family name," + large)},
		{"json: a zero", transfer.CodeEncoding, 0, []byte("[{\"name\":\"Ley\x00la\"}]")},
		{"json: a written zero", transfer.CodeJSON, 0, []byte(`[{"name":"Ley\u0000la"}]`)},
		{"json: not UTF-8", transfer.CodeEncoding, 0, []byte("[{\"name\":\"Ley\xffla\"}]")},
		{"json: a large cell", read, 1, []byte(`[{"name":"Leyla","note":"` + large + `"}]`)},
		{"json: nested", transfer.CodeJSON, 0, []byte(`[{"name":` + strings.Repeat("[", 5<<20))},
		{"json: nested objects", transfer.CodeJSON, 0, []byte(strings.Repeat(`[{"name":`, 1<<20))},
		{"json: a million columns", transfer.CodeJSON, 0, []byte("[{" + strings.TrimSuffix(lines(`"%x":1,`, 1_000_000), ",") + "}]")},
		{"json: one far column", transfer.CodeTooMany, 0, []byte("[{" + lines(`"%x":1,`, 16000) + `"z":1}` + strings.Repeat(`,{"z":1}`, 200_000) + "]")},
		{"json: cut off", transfer.CodeJSON, 0, []byte(`[{"name":"Leyla"},{"na`)},
		{"vcard: a zero", transfer.CodeEncoding, 0, []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ley\x00la\r\nEND:VCARD\r\n")},
		{"vcard: not UTF-8", transfer.CodeEncoding, 0, []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ley\xffla\r\nEND:VCARD\r\n")},
		{"vcard: a large cell", read, 1, []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Leyla\r\nNOTE:" + large + "\r\nEND:VCARD\r\n")},
		{"vcard: empty cards", transfer.CodeTooMany, 0, []byte(strings.Repeat("BEGIN:VCARD\nEND:VCARD\n", 300_000))},
		{"vcard: cut off", transfer.CodeCard, 0, []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Leyla")},

		{"xlsx: a zero", transfer.CodeFormat, 0, xlsx(head + inline("Ley\x00la", "A") + sheetEnd)},
		{"xlsx: a written zero", transfer.CodeFormat, 0, xlsx(head + inline("Ley&#0;la", "A") + sheetEnd)},
		{"xlsx: not UTF-8", transfer.CodeFormat, 0, xlsx(head + inline("Ley\xffla", "A") + sheetEnd)},
		{"xlsx: a large cell", read, 1, xlsx(head + inline("Leyla", lines("%016x", 10<<16)) + sheetEnd)},
		{"xlsx: a million columns", transfer.CodeFormat, 0, xlsx(head + "<row>" + lines(`<c t="inlineStr"><is><t>%x</t></is></c>`, 1_000_000) + "</row>" + sheetEnd)},
		{"xlsx: too many columns", transfer.CodeFormat, 0, xlsx(head + "<row>" + wide(17000) + "</row>" + sheetEnd)},
		{"xlsx: a column beyond the last", transfer.CodeFormat, 0, xlsx(head + `<row><c r="ZZZZ1" t="inlineStr"><is><t>a</t></is></c></row>` + sheetEnd)},
		{"xlsx: far cells", transfer.CodeTooMany, 0, xlsx(head + lines(`<row><c r="XFD1"><v>%d</v></c></row>`, 1000) + sheetEnd)},
		{"xlsx: the last row", read, 2, xlsx(head + one + `<row r="1048576">` + strings.TrimPrefix(one, "<row>") + sheetEnd)},
		{"xlsx: a row beyond the last", transfer.CodeFormat, 0, xlsx(head + one + `<row r="1048577">` + strings.TrimPrefix(one, "<row>") + sheetEnd)},
		{"xlsx: a bomb", transfer.CodeFormat, 0, book(t, io.MultiReader(strings.NewReader(head+one), zeros(512), strings.NewReader(sheetEnd)))},
		{"xlsx: a bomb in a picture", transfer.CodeFormat, 0, book(t, strings.NewReader(head+one+sheetEnd), part{"xl/media/image1.png", zeros(200)})},
		{"xlsx: many small bombs", transfer.CodeFormat, 0, book(t, strings.NewReader(head+one+sheetEnd), pictures(zeros, 60)...)},
		{"xlsx: entities", transfer.CodeFormat, 0, xlsx(ddos + sheetHead + inline(names) + inline("&c;") + sheetEnd)},
		{"xlsx: entities in shared texts", transfer.CodeFormat, 0, book(t, strings.NewReader(head+`<row><c t="s"><v>0</v></c></row>`+sheetEnd), part{"xl/sharedStrings.xml", strings.NewReader(ddos + sst + "<si><t>&c;</t></si></sst>")})},
		{"xlsx: nested", transfer.CodeFormat, 0, xlsx(head + one + strings.Repeat("<a>", 500_000) + strings.Repeat("</a>", 500_000) + sheetEnd)},
		{"xlsx: empty shared texts", transfer.CodeFormat, 0, book(t, strings.NewReader(head+one+sheetEnd), part{"xl/sharedStrings.xml", strings.NewReader(sst + "" + lines("<si><t>%x</t></si>", 1_200_000) + "</sst>")})},
		{"xlsx: a shared text that is not there", transfer.CodeDamaged, 0, book(t, strings.NewReader(head+`<row><c t="s"><v>0</v></c><c t="s"><v>999999999</v></c></row>`+sheetEnd), part{"xl/sharedStrings.xml", strings.NewReader(sst + "<si><t>Leyla</t></si></sst>")})},
		{"xlsx: merged cells", read, 1, xlsx(head + one + `</sheetData><mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A2:A1048576"/></mergeCells></worksheet>`)},
		{"xlsx: a password", transfer.CodePassword, 0, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1024) + utf16("EncryptedPackage") + utf16("EncryptionInfo"))},
		{"xls", transfer.CodeFormat, 0, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1024) + utf16("Workbook"))},
		{"xlsx: cut off", transfer.CodeFormat, 0, whole[:len(whole)/2]},

		{"ods: a zero", transfer.CodeFormat, 0, sheet(odsHeader + odsRow("Ley\x00la", "A") + odsEnd)},
		{"ods: not UTF-8", transfer.CodeFormat, 0, sheet(odsHeader + odsRow("Ley\xffla", "A") + odsEnd)},
		{"ods: a large cell", read, 1, sheet(odsHeader + odsRow("Leyla", lines("%016x", 10<<16)) + odsEnd)},
		{"ods: a million columns", transfer.CodeFormat, 0, sheet(odsHeader + odsRow(strings.Split(strings.TrimSuffix(lines("%x,", 1_000_000), ","), ",")...) + odsEnd)},
		{"ods: far cells", transfer.CodeTooMany, 0, sheet(odsHeader + lines(`<table:table-row><table:table-cell table:number-columns-repeated="16000"/><table:table-cell><text:p>%x</text:p></table:table-cell></table:table-row>`, 2000) + odsEnd)},
		{"ods: repeated to the last row", read, 2, sheet(odsHeader + odsOne + `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` + odsOne + odsEnd)},
		{"ods: a million of one", transfer.CodeFormat, 0, sheet(odsHeader + strings.Replace(odsOne, "<table:table-row", `<table:table-row table:number-rows-repeated="1048570"`, 1) + odsEnd)},
		{"ods: thousands of one, often", transfer.CodeFormat, 0, sheet(odsHeader + strings.Repeat(strings.Replace(odsOne, "<table:table-row", `<table:table-row table:number-rows-repeated="900"`, 1), 20_000) + odsEnd)},
		{"ods: spaces", read, 1, sheet(odsHeader + odsRow("Leyla", "A"+strings.Repeat(`<text:s text:c="2000000000"/>`, 10)+"B") + odsEnd)},
		{"ods: many spaces", transfer.CodeFormat, 0, sheet(odsHeader + odsRow("Leyla", lines(`<text:s text:c="1000" a="%x"/>`, 400_000)) + odsEnd)},
		{"ods: a bomb", transfer.CodeFormat, 0, ods(t, io.MultiReader(strings.NewReader(odsHeader+odsOne), zeros(512), strings.NewReader(odsEnd)))},
		{"ods: entities", transfer.CodeFormat, 0, sheet(ddos + odsHeader + odsRow("&c;", "A") + odsEnd)},
		{"ods: nested", transfer.CodeFormat, 0, sheet(odsHeader + strings.Repeat("<a>", 500_000) + strings.Repeat("</a>", 500_000) + odsEnd)},
		{"ods: nested in a note", transfer.CodeFormat, 0, sheet(odsHeader + odsRow("<office:annotation>"+strings.Repeat("<a>", 500_000)+strings.Repeat("</a>", 500_000)+"</office:annotation>") + odsEnd)},
		{"ods: merged cells", read, 1, sheet(odsHeader + `<table:table-row><table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"><text:p>Leyla</text:p></table:table-cell></table:table-row>` + odsEnd)},
		{"ods: a password", transfer.CodePassword, 0, ods(t, strings.NewReader("\x07\x99"), "META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`)},
		{"ods: cut off", transfer.CodeFormat, 0, odsWhole[:len(odsWhole)/2]},
		{"ods: its sheet cut off", transfer.CodeFormat, 0, sheet(odsHeader + odsOne)},
	} {
		t.Run(c.name, func(t *testing.T) {
			start, peak := time.Now(), watch()
			table, err := transfer.Read(bytes.NewReader(c.data), "list", transfer.Options{})
			used, took := peak(), time.Since(start)
			if used > 200<<20 || took > 20*time.Second {
				t.Errorf("%d MB, %v", used>>20, took)
			}
			if c.code != "" {
				wantCode(t, c.code, func() error { return err })
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			m, err := transfer.Recognise(table)
			if err != nil {
				t.Fatal(err)
			}
			if got := transfer.People(table, m); len(got.People) != c.people {
				t.Errorf("%d people, %d of them expected: %v", len(got.People), c.people, got.Errors)
			}
		})
	}
}

// TestAFormulaShowsWhatItsMakerSaw: it is never worked out.
func TestAFormulaShowsWhatItsMakerSaw(t *testing.T) {
	for name, data := range map[string][]byte{
		"x.xlsx": book(t, strings.NewReader(sheetHead+inline("Given name", "Family name")+`<row><c t="str"><f>WEBSERVICE("http://x")</f><v>Leyla</v></c><c><f>1+1</f><v>7</v></c></row>`+sheetEnd)),
		"x.ods": ods(t, strings.NewReader(odsHead+odsRow("Given name", "Family name")+`<table:table-row><table:table-cell table:formula="of:=WEBSERVICE(&quot;http://x&quot;)"><text:p>Leyla</text:p></table:table-cell>`+
			`<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row>`+odsEnd)),
	} {
		_, _, got := take(t, data, name, transfer.Options{})
		if len(got.People) != 1 || got.People[0].Attendee.GivenName != "Leyla" || got.People[0].Attendee.FamilyName != "7" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// watch measures how much the heap grows, in bytes, until the function that it gives is called.
func watch() func() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before, most := m.HeapAlloc, m.HeapAlloc
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		return most - before
	}
}

// pictures are parts of 4 MB each that are not too dense by themselves.
func pictures(zeros func(int) io.Reader, n int) []part {
	var all []part
	for i := range n {
		all = append(all, part{fmt.Sprintf("xl/media/image%d.png", i), zeros(4)})
	}
	return all
}

func utf16(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(string(r) + "\x00")
	}
	return b.String()
}
