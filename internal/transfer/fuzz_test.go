package transfer_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// Whatever the bytes and the encoding: a table or an error that a desk can act on; rows in order, whole texts, and
// every row accounted for.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"pretix-checkinlist.csv", "indico-registrations.csv", "eventbrite-attendees.csv", "plain-1251.csv"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "")
	}
	f.Add([]byte("a\xff;b\n\"c"), "windows-1254")
	f.Add([]byte("\xff\xfea\x00\n\x00"), "utf-16le")
	f.Add([]byte("sep=,\nName\n'=x\n"), "utf-8")
	f.Add([]byte(`[{"given_name":"A","x":1,"y":null},{"family_name":"\u0000","y":true}]`), "")
	f.Add([]byte("BEGIN:VCARD\r\nVERSION:3.0\r\nN:a;b;c\r\nNOTE;ENCODING=b:x\\n\r\n y\r\nEND:VCARD\r\n"), "")
	f.Fuzz(func(t *testing.T, data []byte, encoding string) {
		if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
			return // workbooks are the library's
		}
		table := read(t, data, "x.csv", transfer.Options{Encoding: encoding})
		last := 0
		for _, r := range table.Rows {
			if r.Number <= last {
				t.Fatalf("row %d after row %d", r.Number, last)
			}
			last = r.Number
			for _, c := range r.Cells {
				if !utf8.ValidString(c) {
					t.Fatalf("%q is no text", c)
				}
			}
		}
	})
}

// read fails unless a list is a table, every row of it accounted for, or refused with a code. One that is refused has no rows.
func read(t *testing.T, data []byte, name string, o transfer.Options) transfer.Table {
	t.Helper()
	table, err := transfer.Read(bytes.NewReader(data), name, o)
	if err != nil {
		if seminar.CodeOf(err) == seminar.CodeInternal || err.Error() == "" {
			t.Fatalf("an error without a code: %v", err)
		}
		return transfer.Table{}
	}
	if m, err := transfer.Recognise(table); err == nil {
		account(t, table, transfer.People(table, m))
	}
	return table
}

// Whatever a sheet of a workbook holds: a table or an error that a desk can act on, and every row accounted for.
func FuzzWorkbook(f *testing.F) {
	f.Add(sheetHead + inline("Given name", "Family name") + inline("Leyla", "Qafar-zadə") + "</sheetData></worksheet>")
	f.Add(sheetHead + `<row r="1048576"><c r="XFD1" t="s"><v>9</v></c></row></sheetData></worksheet>`)
	f.Add(sheetHead + `<row r="-1"><c r="" t="e"/><c t="b"><v>2</v></c><c s="99"><f>1+1</f><v>1e400</v></c></row></sheetData></worksheet>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		read(t, book(t, strings.NewReader(sheet)), "x.xlsx", transfer.Options{})
	})
}

// Whatever content.xml of an OpenDocument spreadsheet holds: a table or an error that a desk can act on, and every row accounted for.
func FuzzODS(f *testing.F) {
	f.Add(odsHead + odsRow("Given name", "Family name") + odsRow("Leyla", "Qafar-zadə") + odsEnd)
	f.Add(odsHead + `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` + odsRow("Name") + odsEnd)
	f.Add(odsHead + `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="9"><text:p>A<text:s text:c="3"/>B<text:tab/></text:p><text:p/></table:table-cell></table:table-row>` + odsEnd)
	f.Add(odsHead + `<table:table-header-rows>` + odsRow("Name", "<office:annotation><text:p>x</text:p></office:annotation>") + `</table:table-header-rows><table:table-row><table:covered-table-cell office:date-value="1985-07-18T00:00:00"/></table:table-row>` + odsEnd)
	f.Add(ddos + odsHead + odsRow("&c;") + odsEnd)
	f.Fuzz(func(t *testing.T, content string) {
		read(t, ods(t, strings.NewReader(content)), "x.ods", transfer.Options{})
	})
}

// Whatever the headers: no field twice, and what they map to is taken from that column.
func FuzzRecognise(f *testing.F) {
	f.Add("Order code|Attendee name|Secret|E-mail", "R1|Zoé Martin|s1|z@example.fr")
	f.Add("Soyad|Ad|Ölkə|Statusu", "Əliyev|Əli|Azərbaycan|ləğv edilib")
	f.Add("Nom|Prénom|Void Status|Phone", "Martin|Zoé|true|0033 6")
	f.Add("Ad|ad|AD|الاسم", "a|b|c|d")
	f.Fuzz(func(t *testing.T, headers, cells string) {
		table := transfer.Table{Headers: strings.Split(headers, "|"), Rows: []transfer.Row{{Number: 2, Cells: strings.Split(cells, "|")}}}
		m, err := transfer.Recognise(table)
		if len(m.Fields) != len(table.Headers) {
			t.Fatalf("%d fields for %d headers", len(m.Fields), len(table.Headers))
		}
		seen := map[transfer.Field]bool{}
		for _, field := range m.Fields {
			if seen[field] && field != transfer.FieldNone {
				t.Fatalf("%q twice in %q", field, m.Fields)
			}
			seen[field] = true
		}
		if err == nil {
			account(t, table, transfer.People(table, m))
		}
	})
}

// account checks that every row became a person, a skip or an error, and that every person has a name and a key.
func account(t *testing.T, table transfer.Table, got transfer.Result) {
	t.Helper()
	rows := map[int]bool{}
	for _, p := range got.People {
		rows[p.Row] = true
		if p.Attendee.Name() == "" || p.Key == "" {
			t.Fatalf("a person without a name or a key: %+v", p)
		}
	}
	for _, s := range got.Skipped {
		rows[s.Row] = true
	}
	for _, e := range got.Errors {
		rows[e.Row] = true
	}
	if got.Rows != len(table.Rows) || len(rows) != len(table.Rows) {
		t.Fatalf("%d rows in, %d reported, %d accounted for", len(table.Rows), got.Rows, len(rows))
	}
}
