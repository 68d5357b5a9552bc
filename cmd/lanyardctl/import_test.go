package main

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lanyard/internal/transfer"
)

// importJSON is the report of an import.
type importJSON struct {
	Rows, Created, Updated, Unchanged int
	Skipped                           []transfer.Skip
	Errors                            []transfer.Problem
	Import                            string
}

var samples = filepath.Join("..", "..", "internal", "transfer", "testdata")

// names are the people of a workspace as "given|family|organisation|country".
func (d deskTest) names(args ...string) []string {
	d.Helper()
	var people []attendeeJSON
	d.want(0, &people, append([]string{"attendees", "--limit", "0"}, args...)...)
	var all []string
	for _, p := range people {
		all = append(all, strings.Join([]string{p.GivenName, p.FamilyName, p.Organisation, p.Country}, "|"))
	}
	return all
}

func TestAllSamplesIntoOneWorkspace(t *testing.T) {
	d := newDesk(t)
	created := map[string]int{}
	for _, c := range []struct {
		file               string
		created, unchanged int
		skipped            string
	}{
		{"pretix-checkinlist.csv", 12, 0, ""},
		{"indico-registrations.csv", 0, 11, "The registration was withdrawn."},
		{"eventbrite-attendees.csv", 0, 11, "The ticket was refunded."},
		{"plain-1251.csv", 3, 0, ""},
	} {
		var r importJSON
		d.want(0, &r, "import", filepath.Join(samples, c.file))
		reason := ""
		for _, s := range r.Skipped {
			reason += s.Reason
		}
		if r.Created != c.created || r.Unchanged != c.unchanged || reason != c.skipped || len(r.Errors) != 0 || (r.Import == "") != (c.created == 0) {
			t.Errorf("%s: %+v", c.file, r)
		}
		created[c.file] = r.Created
	}
	if n := len(d.names()); n != 15 {
		t.Errorf("%d people", n)
	}
}

func TestEveryEncodingAndSeparator(t *testing.T) {
	utf16 := func(e unicode.Endianness, mark unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, mark) }
	latin := "First name;Last name;Company;Country\nBéatrice;Lefèvre;Institut français;FR\nJürgen;Größmann;Universität;DE\n"
	turkish := "Ad;Soyad;Kurum;Ülke\nGülşah;Işıklı;Dışişleri Bakanlığı;TR\nİbrahim;Öztürk;Eğitim Fakültesi;TR\n"
	russian := "Имя;Фамилия;Организация;Страна\nПётр;Щербаков;Институт истории;RU\nЮлия;Ёлкина;Академия наук;KZ\n"
	mixed := "First name;Last name;Company;Country\nƏli;Əliyev;Мəдəниййəт;AZ\nعبد الرحمن;المنصوري;الإيسيسكو;MA\nOʻtkir;Gʻulomov;Қазақ;UZ\n"
	for name, c := range map[string]struct {
		as   encoding.Encoding
		mark string
		text string
	}{
		"utf-8": {encoding.Nop, "", mixed}, "utf-8 with a mark": {encoding.Nop, "\ufeff", mixed},
		"utf-16le": {utf16(unicode.LittleEndian, unicode.UseBOM), "", mixed}, "utf-16be": {utf16(unicode.BigEndian, unicode.UseBOM), "", mixed},
		"utf-16le without a mark": {utf16(unicode.LittleEndian, unicode.IgnoreBOM), "", mixed},
		"utf-16be without a mark": {utf16(unicode.BigEndian, unicode.IgnoreBOM), "", mixed},
		"windows-1251":            {charmap.Windows1251, "", russian}, "windows-1252": {charmap.Windows1252, "", latin}, "windows-1254": {charmap.Windows1254, "", turkish},
	} {
		for separator, ending := range map[string]string{",": ".csv", ";": ".csv", "\t": ".tsv"} {
			d := newDesk(t)
			text, err := c.as.NewEncoder().String(c.mark + strings.ReplaceAll(c.text, ";", separator))
			if err != nil {
				t.Fatal(err)
			}
			var r importJSON
			d.want(0, &r, "import", d.put("list"+ending, text))
			want := map[string]bool{}
			for _, line := range strings.Split(strings.TrimSpace(c.text), "\n")[1:] {
				want[strings.ReplaceAll(line, ";", "|")] = true
			}
			got := d.names()
			for _, n := range got {
				if !want[n] {
					t.Errorf("%s, %q: nobody is called %q", name, separator, n)
				}
			}
			if r.Created != len(want) || len(got) != len(want) || len(r.Errors) != 0 {
				t.Errorf("%s, %q: %+v", name, separator, r)
			}
		}
	}
}

func TestColumnsThatAreNotRecognisedAreMapped(t *testing.T) {
	list := "Who;Whence;Shoe size\nLeyla Qafar-zadə;ADA;38\n"
	for _, args := range [][]string{
		{"--map", "Who=name", "--map", "whence=organisation"},
		{"--map", "map.json"},
		{"--map", "map.json", "--map", "Shoe size=desk_note"},
	} {
		d := newDesk(t)
		mapping := d.put("map.json", `{"Who":"name","Whence":"organisation"}`)
		d.wantError(1, "file_columns", "import", d.put("list.csv", list))
		for i := range args {
			args[i] = strings.Replace(args[i], "map.json", mapping, 1)
		}
		d.want(0, nil, append([]string{"import", d.file("list.csv")}, args...)...)
		if got := d.names(); len(got) != 1 || got[0] != "Leyla|Qafar-zadə|ADA|" {
			t.Errorf("%v: %q", args, got)
		}
	}
}

func TestAHeaderThatTheListLacksIsTold(t *testing.T) {
	d := newDesk(t)
	list := d.put("list.csv", "Name;Whence;\nLeyla Qafar-zadə;ADA;x\n")
	message := d.wantError(2, "usage", "import", list, "--map", "Whence=organisation", "--map", "Remark=desk_note")
	for _, want := range []string{`"Remark"`, "Name, Whence, column 3"} {
		if !strings.Contains(message, want) {
			t.Errorf("no %s in %s", want, message)
		}
	}
	if got := d.names(); len(got) != 0 {
		t.Errorf("somebody was taken in: %q", got)
	}
	d.want(0, nil, "import", list, "--map", "whence=organisation", "--map", "column 3=desk_note", "--map", d.put("map.json", `{"Remark":"desk_note"}`))
	if got := d.names(); len(got) != 1 || got[0] != "Leyla|Qafar-zadə|ADA|" {
		t.Errorf("%q", got)
	}
}

func TestAColumnIsMappedToAQuestion(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "questions", "add", "--text", "Which hotel?", "--type", "text")
	list := d.put("form.csv", "Name,Q7\nLeyla Qafar-zadə,Hilton\n")
	d.wantError(3, "not_found", "import", list, "--map", "Q7=question:Which room?")
	d.want(0, nil, "import", list, "--map", "Q7=question:Which hotel?")
	d.want(0, nil, "import", d.put("more.csv", "Name,Q7\nAnar Məmmədov,Park\n"))
	d.want(0, nil, "export", "--out", d.file("people.csv"))
	data, err := os.ReadFile(d.file("people.csv"))
	if err != nil || !strings.Contains(string(data), "Hilton") || !strings.Contains(string(data), "Park") {
		t.Errorf("%s, %v", data, err)
	}
}

// TestNamesAlone are lists in which nothing but the order tells two rows apart.
func TestNamesAlone(t *testing.T) {
	d := newDesk(t)
	list := d.put("names.csv", "Name\nLeyla\nNigar\nLeyla\nLeyla\n")
	var r importJSON
	d.want(0, &r, "import", list)
	first := r.Import
	if r.Created != 4 {
		t.Errorf("%+v", r)
	}
	if d.want(0, &r, "import", list); r.Created != 0 || r.Unchanged != 4 {
		t.Errorf("again: %+v", r)
	}
	d.put("names.csv", "Name\nLeyla\nNigar\nLeyla\nLeyla\nLeyla\n")
	if d.want(0, &r, "import", list); r.Created != 1 || r.Unchanged != 4 {
		t.Errorf("one more: %+v", r)
	}
	var undone struct {
		Removed int
		Kept    []attendeeJSON
	}
	d.want(0, &undone, "import", "undo", first)
	if undone.Removed != 4 || undone.Kept == nil {
		t.Errorf("%+v", undone)
	}
	if d.want(0, &r, "import", list); r.Created != 4 || r.Unchanged != 1 {
		t.Errorf("after it was taken back: %+v", r)
	}
	d.want(0, nil, "doctor")
}

func TestAnUpdateChangesWhatTheFileSays(t *testing.T) {
	d := newDesk(t)
	head := "Name,Email,Company,Position\n"
	d.want(0, nil, "import", d.put("a.csv", head+"Leyla Qafar-zadə,l@example.org,ADA,Rector\n"))
	d.put("a.csv", head+"Leyla Qafar-zadə,l@example.org,ICESCO,\n")
	var r importJSON
	d.want(0, &r, "import", d.file("a.csv"))
	if r.Unchanged != 1 || d.names()[0] != "Leyla|Qafar-zadə|ADA|" {
		t.Errorf("without --update: %+v", r)
	}
	d.want(0, &r, "import", d.file("a.csv"), "--update", "--dry-run")
	if r.Updated != 1 || d.names()[0] != "Leyla|Qafar-zadə|ADA|" || r.Import != "" {
		t.Errorf("a dry run: %+v", r)
	}
	d.want(0, &r, "import", d.file("a.csv"), "--update")
	if r.Updated != 1 || d.names()[0] != "Leyla|Qafar-zadə|ICESCO|" {
		t.Errorf("%+v", r)
	}
	d.want(0, nil, "import", "undo", r.Import)
	if d.names()[0] != "Leyla|Qafar-zadə|ADA|" {
		t.Error("an update was not taken back")
	}
}

// TestWhatWasWrittenIsReadAgain takes our own lists back: here nobody is new, elsewhere everybody arrives.
func TestWhatWasWrittenIsReadAgain(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "import", filepath.Join(samples, "pretix-checkinlist.csv"))
	d.want(0, nil, "import", filepath.Join(samples, "plain-1251.csv"))
	var people []attendeeJSON
	d.want(0, &people, "attendees", "--limit", "0")
	d.want(0, nil, "checkin", people[0].Code)
	d.want(0, nil, "attendees", "edit", people[1].Code, "--set", "status=waitlisted")
	before := d.names()
	for _, language := range []string{"en", "az"} {
		for _, ending := range []string{".csv", ".xlsx"} {
			list := filepath.Join(t.TempDir(), "list"+ending)
			d.want(0, nil, "report", "--kind", "attendance", "--out", list, "--language", language)
			var r importJSON
			d.want(0, &r, "import", list, "--update", "--language", language)
			if r.Created != 0 || r.Updated != 0 || r.Unchanged != len(before) || len(r.Errors) != 0 {
				t.Errorf("%s%s into the same workspace: %+v", language, ending, r)
			}
			other := newDesk(t)
			other.want(0, &r, "import", list)
			if r.Created != len(before) || len(r.Errors) != 0 {
				t.Errorf("%s%s into another: %+v", language, ending, r)
			}
			if got := other.names(); strings.Join(got, "\n") != strings.Join(before, "\n") {
				t.Errorf("%s%s: %q became %q", language, ending, before, got)
			}
			if got := other.names("--status", "waitlisted"); len(got) != 1 {
				t.Errorf("%s%s: %q are on the waiting list", language, ending, got)
			}
		}
	}
}

func TestAFileThatCannotBeReadChangesNothing(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla")
	for name, c := range map[string]struct{ code, text string }{
		"empty.csv":  {"file_empty", ""},
		"zero.csv":   {"file_encoding", "Name\nLey\x00la\n"},
		"letter.csv": {"file_encoding", "Name\nƏli Əliyev\nŞəfəq\xff\n"},
		"report.csv": {"file_format", "%PDF-1.4\n"},
		"book.xlsx":  {"file_format", "PK\x03\x04 and nothing"},
		"quote.csv":  {"file_quote", "Name\n\"Leyla\n"},
	} {
		d.wantError(1, c.code, "import", d.put(name, c.text))
	}
	d.wantError(1, "file_folder", "import", d.dir)
	d.wantError(3, "file_sheet", "import", d.workbook(), "--sheet", "Nowhere")
	var log []operationJSON
	d.want(0, &log, "log", "--limit", "0")
	if got := d.names(); len(got) != 1 || log[0].Kind != "registration.set" {
		t.Errorf("%q, and last %s", got, log[0].Kind)
	}
	var r importJSON
	d.want(0, &r, "import", d.put("long.csv", "Name;Company\nNigar;"+strings.Repeat("x", 10<<20)+"\nAysel;ADA\n"))
	if r.Created != 1 || len(r.Errors) != 1 || r.Errors[0].Row != 2 || r.Errors[0].Message == "" {
		t.Errorf("%+v", r)
	}
}

// workbook writes a list as a spreadsheet.
func (d deskTest) workbook() string {
	d.Helper()
	f, err := os.Create(d.file("list.xlsx"))
	if err != nil {
		d.Fatal(err)
	}
	defer f.Close()
	sheet := transfer.Sheet{Name: "People", Columns: []transfer.Column{{Title: "Name"}}, Rows: [][]any{{"Nigar"}}}
	if err := transfer.WriteXLSX(context.Background(), f, []transfer.Sheet{sheet}, nil); err != nil {
		d.Fatal(err)
	}
	return f.Name()
}

func TestAListFromStandardInput(t *testing.T) {
	d := newDesk(t)
	data, err := os.ReadFile(filepath.Join(samples, "plain-1251.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if status, out, said := d.call(strings.NewReader(string(data)), "import", "-", "--encoding", "windows-1251"); status != 0 {
		t.Fatalf("exit %d: %s%s", status, out, said)
	}
	if n := len(d.names()); n != 3 {
		t.Errorf("%d people", n)
	}
}

func TestAFormulaLeavesAsText(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "import", filepath.Join(samples, "eventbrite-attendees.csv"))
	d.want(0, nil, "report", "--kind", "attendance", "--out", d.file("a.csv"))
	f, err := os.Open(d.file("a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+@") {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
}
