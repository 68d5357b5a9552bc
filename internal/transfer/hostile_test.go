package transfer_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

const sheetHead = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

// inline is a row of a sheet with texts in it.
func inline(cells ...string) string {
	var b strings.Builder
	b.WriteString("<row>")
	for _, c := range cells {
		b.WriteString(`<c t="inlineStr"><is><t>` + c + `</t></is></c>`)
	}
	return b.String() + "</row>"
}

// part is a part of a zip file.
type part struct {
	name string
	from io.Reader
}

// book packs one sheet, and more parts, into a workbook.
func book(t *testing.T, sheet io.Reader, more ...part) []byte {
	t.Helper()
	const types, relations = "http://schemas.openxmlformats.org/package/2006/", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range append([]part{
		{"[Content_Types].xml", strings.NewReader(`<Types xmlns="` + types + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`)},
		{"_rels/.rels", strings.NewReader(`<Relationships xmlns="` + types + `relationships"><Relationship Id="r1" Type="` + relations + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`)},
		{"xl/workbook.xml", strings.NewReader(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relations + `"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`)},
		{"xl/_rels/workbook.xml.rels", strings.NewReader(`<Relationships xmlns="` + types + `relationships"><Relationship Id="r1" Type="` + relations + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + relations + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)},
		{"xl/worksheets/sheet1.xml", sheet},
	}, more...) {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, p.from); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repeated reads a text again and again.
type repeated struct {
	text string
	n    int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	r.n--
	return copy(p, r.text), nil
}

// TestFilesThatMeanHarm are answered at once, with something that a desk can act on.
func TestFilesThatMeanHarm(t *testing.T) {
	whole := inline("Given name", "Family name") + inline("Leyla", "Qafar-zadə")
	const end = "</sheetData></worksheet>"
	forged := book(t, &repeated{strings.Repeat(" ", 32<<10), 512})
	at := bytes.LastIndex(forged, []byte("xl/worksheets/sheet1.xml")) - 46 + 24
	copy(forged[at:], []byte{9, 0, 0, 0}) // it says that it is 9 bytes long
	cases := []struct {
		name, code string
		data       []byte
	}{
		{"a bomb that lies", transfer.CodeFormat, forged},
		{"entities", transfer.CodeFormat, book(t, strings.NewReader(strings.Replace(sheetHead, "<worksheet", `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet`, 1)+inline("Name")+inline("&b;")+end))},
		{"another's files", transfer.CodeFormat, book(t, strings.NewReader(strings.Replace(sheetHead, "<worksheet", `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet`, 1)+inline("Name")+inline("&x;")+end))},
		{"an unknown entity in the middle", transfer.CodeFormat, book(t, strings.NewReader(sheetHead+whole+inline("&nobody;", "B")+inline("Nigar", "C")+end))},
		{"a sheet without its end", transfer.CodeFormat, book(t, strings.NewReader(sheetHead+whole))},
		{"a tag without its end", transfer.CodeFormat, book(t, strings.NewReader(sheetHead+whole+"<row><c"))},
		{"a text that is not there", transfer.CodeDamaged, book(t, strings.NewReader(sheetHead+whole+`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`+end), part{"xl/sharedStrings.xml", strings.NewReader(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Nigar</t></si></sst>`)})},
		{"texts that are not there", transfer.CodeDamaged, book(t, strings.NewReader(sheetHead+whole+`<row><c t="s"><v>0</v></c></row>`+end))},
		{"a text that is no number", transfer.CodeDamaged, book(t, strings.NewReader(sheetHead+whole+`<row><c t="s"><v>one</v></c></row>`+end))},
		{"no workbook", transfer.CodeFormat, []byte("PK\x03\x04" + strings.Repeat("x", 1000))},
		{"a picture of a list", transfer.CodeFormat, []byte("%PDF-1.4\n1 0 obj")},
		{"nothing", transfer.CodeEmpty, nil},
		{"a mark and nothing", transfer.CodeEmpty, []byte("\xef\xbb\xbf")},
		{"separators", transfer.CodeEmpty, []byte(" \n;;;\n\t\n")},
		{"a zero", transfer.CodeEncoding, []byte("Name\nLey\x00la\n")},
		{"a broken letter", transfer.CodeEncoding, []byte("Name\nƏli Əliyev\nŞəfəq\xff\n")},
		{"half a letter", transfer.CodeEncoding, append([]byte("\xff\xfe"), 0x41, 0x00, 0x0a, 0x00, 0x00, 0xd8, 0x42, 0x00)},
		{"an open quotation mark", transfer.CodeQuote, []byte("Name\n\"Leyla\nNigar\n")},
		{"five million columns", transfer.CodeFormat, []byte("Name" + strings.Repeat(",", 5_000_000) + "\nLeyla\n")},
		{"no names", transfer.CodeColumns, []byte("colour;shoe size\nred;42\n")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			wantCode(t, c.code, func() error {
				table, err := transfer.Read(bytes.NewReader(c.data), "list.csv", transfer.Options{})
				if err == nil {
					_, err = transfer.Recognise(table)
				}
				return err
			})
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestAHandMadeWorkbookIsRead(t *testing.T) {
	data := book(t, strings.NewReader(sheetHead+inline("Given name", "Family name")+inline("Leyla", "Qafar-zadə &amp; &#x41;")+"</sheetData></worksheet>"))
	_, _, got := take(t, data, "x.xlsx", transfer.Options{})
	if len(got.People) != 1 || got.People[0].Attendee.FamilyName != "Qafar-zadə & A" {
		t.Errorf("%+v", got)
	}
}

// A cell whose text is missing is named.
func TestACellWithoutItsTextIsNamed(t *testing.T) {
	const text = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Nigar</t></si></sst>`
	for cells, cell := range map[string]string{`<row r="7"><c r="B7" t="s"><v>1</v></c></row>`: "B7", `<row><c t="s"><v>0</v></c><c t="s"><v> 1</v></c></row>`: "B3"} {
		data := book(t, strings.NewReader(sheetHead+inline("Given name", "Family name")+inline("A", "B")+cells+"</sheetData></worksheet>"), part{"xl/sharedStrings.xml", strings.NewReader(text)})
		_, err := transfer.Read(bytes.NewReader(data), "list.xlsx", transfer.Options{})
		var damaged *seminar.Error
		if !errors.As(err, &damaged) || damaged.Code != transfer.CodeDamaged || damaged.Args["cell"] != cell {
			t.Errorf("%s: %+v", cells, err)
		}
	}
	data := book(t, strings.NewReader(sheetHead+inline("Given name")+`<row><c t="s"><v>0</v></c><c t="s"/></row></sheetData></worksheet>`), part{"xl/sharedStrings.xml", strings.NewReader(text)})
	if _, _, got := take(t, data, "list.xlsx", transfer.Options{}); len(got.People) != 1 || got.People[0].Attendee.Name() != "Nigar" {
		t.Errorf("a whole one: %+v", got)
	}
}

// TestALargeCellIsOneCell keeps a list with ten million letters in a cell from being anything but slow to read aloud.
func TestALargeCellIsOneCell(t *testing.T) {
	start := time.Now()
	_, _, got := take(t, []byte("Name,Note\nLeyla,"+strings.Repeat("x", 10<<20)+"\nNigar,\n"), "x.csv", transfer.Options{})
	if len(got.People) != 2 || len(got.People[0].Attendee.DeskNote) != 10<<20 || time.Since(start) > 30*time.Second {
		t.Errorf("%d people after %v", len(got.People), time.Since(start))
	}
}
