package transfer_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// hard are people whose names and notes every format has trouble with.
func hard() []seminar.Attendee {
	return []seminar.Attendee{
		{GivenName: "Leyla", FamilyName: "Qafar-zadə", NativeName: "Лейла Гафарзаде", Honorific: "H.E. Dr.", Position: "Head; of, department", Organisation: "Ministry; of, Culture",
			Country: "AZ", Email: "leyla@example.org", Phone: "+994125550100", Language: "az", BirthDate: "1984-03-21", Access: "ramp, lift; near", Dietary: "no \\ nuts"},
		{GivenName: "عبد الرحمن", FamilyName: "المنصوري", Country: "SA", DeskNote: "two\nlines; and, more"},
		{GivenName: "=Ali", FamilyName: "O‘G‘LI,x\\z", BadgeName: "Ali, \"the\" Great", Country: "KZ", DeskNote: strings.Repeat("Ұзын жазба ", 60)},
		{GivenName: "Ayşe; Nur\\", FamilyName: "Kaya;Demir", Honorific: "Prof.; Dr., h.c.", Country: "TR"},
		{NativeName: "Әлия Қасымова", Country: "KZ", Organisation: "-Tire-"},
	}
}

// roster is a sheet of them as Lanyard exports it.
func roster() transfer.Sheet {
	ids := []transfer.Field{transfer.FieldGivenName, transfer.FieldFamilyName, transfer.FieldNativeName, transfer.FieldBadgeName, transfer.FieldHonorific, transfer.FieldPosition,
		transfer.FieldOrganisation, transfer.FieldCountry, transfer.FieldEmail, transfer.FieldPhone, transfer.FieldLanguage, transfer.FieldBirthDate, transfer.FieldAccess,
		transfer.FieldDietary, transfer.FieldDeskNote}
	s := transfer.Sheet{Name: "People", RTL: true}
	for _, id := range ids {
		s.Columns = append(s.Columns, transfer.Column{ID: string(id), Title: string(id)})
	}
	for _, a := range hard() {
		s.Rows = append(s.Rows, []any{a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, a.Honorific, a.Position, a.Organisation, a.Country, a.Email, a.Phone, a.Language,
			a.BirthDate, a.Access, a.Dietary, a.DeskNote})
	}
	return s
}

// TestEveryFormatComesBack: what was written is what is read, whatever the format.
func TestEveryFormatComesBack(t *testing.T) {
	ctx := context.Background()
	plain := roster()
	plain.Plain = true
	for name, write := range map[string]func(io.Writer) error{
		"a.csv":     func(w io.Writer) error { return transfer.WriteCSV(ctx, w, roster(), nil) },
		"plain.csv": func(w io.Writer) error { return transfer.WriteCSV(ctx, w, plain, nil) },
		"a.xlsx":    func(w io.Writer) error { return transfer.WriteXLSX(ctx, w, []transfer.Sheet{roster()}, nil) },
		"a.json":    func(w io.Writer) error { return transfer.WriteJSON(ctx, w, roster(), nil) },
		"a.vcf":     func(w io.Writer) error { return transfer.WriteCards(ctx, w, roster(), nil) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			table, err := transfer.Read(&b, name, transfer.Options{})
			if err != nil {
				t.Fatal(err)
			}
			mapping, err := transfer.Recognise(table)
			if err != nil {
				t.Fatal(err)
			}
			result := transfer.People(table, mapping)
			if len(result.Errors) > 0 || len(result.People) != len(hard()) {
				t.Fatalf("%d people, %+v", len(result.People), result.Errors)
			}
			for i, want := range hard() {
				want.DeskNote = strings.TrimSpace(want.DeskNote)
				if got := result.People[i].Attendee; !same(got, want) {
					t.Errorf("%+v\nbecame\n%+v", want, got)
				}
			}
		})
	}
}

func same(a, b seminar.Attendee) bool {
	a.Photo, b.Photo = nil, nil
	return a.Name() == b.Name() && a.NativeName == b.NativeName && a.BadgeName == b.BadgeName && a.Honorific == b.Honorific && a.Position == b.Position &&
		a.Organisation == b.Organisation && a.Country == b.Country && a.Email == b.Email && a.Phone == b.Phone && a.Language == b.Language && a.BirthDate == b.BirthDate &&
		a.Access == b.Access && a.Dietary == b.Dietary && a.DeskNote == b.DeskNote
}

// TestCardsAreEscaped as RFC 6350, 3.4, asks, so that no address book takes a semicolon in a text for the end of a part.
func TestCardsAreEscaped(t *testing.T) {
	var b bytes.Buffer
	if err := transfer.WriteCards(context.Background(), &b, roster(), nil); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`N:Kaya\;Demir;Ayşe\; Nur\\;;Prof.\; Dr.\, h.c.;`, `FN:Ayşe\; Nur\\ Kaya\;Demir`, `ORG:Ministry\; of\, Culture`, `NOTE:two\nlines\; and\, more`, "ADR:;;;;;;Azerbaijan"} {
		if !strings.Contains(b.String(), "\r\n"+want+"\r\n") {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}

func TestCardsOfOthersAreRead(t *testing.T) {
	for line, want := range map[string]string{`ORG:ACME;`: "ACME", `ORG:Ministry\, State;Press\; Radio`: "Ministry, State; Press; Radio", "ORG:Mini\r\n stry\\\r\n ; of Culture": "Ministry; of Culture",
		`ORG:One\\;Two`: `One\; Two`} {
		table, err := transfer.Read(strings.NewReader("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nuri;Leyla\r\n"+line+"\r\nEND:VCARD\r\n"), "x.vcf", transfer.Options{})
		if err != nil {
			t.Fatal(err)
		}
		mapping, err := transfer.Recognise(table)
		if err != nil {
			t.Fatal(err)
		}
		people := transfer.People(table, mapping).People
		if len(people) != 1 || people[0].Attendee.FamilyName != "Nuri" || people[0].Attendee.Organisation != want {
			t.Errorf("%s: %+v", line, people)
		}
	}
}

func TestSheetOfAnArabicListRunsFromTheRight(t *testing.T) {
	var b bytes.Buffer
	if err := transfer.WriteXLSX(context.Background(), &b, []transfer.Sheet{roster()}, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	view, err := f.GetSheetView("People", 0)
	if err != nil || view.RightToLeft == nil || !*view.RightToLeft {
		t.Errorf("%+v, %v", view, err)
	}
}

func TestBrokenJSONAndCards(t *testing.T) {
	for text, code := range map[string]string{
		`[{"given_name":"A"},{"given_name":`:              transfer.CodeJSON,
		`[{"given_name":{"a":1}}]`:                        transfer.CodeJSON,
		`[{"given_name":"A"}] and more`:                   transfer.CodeJSON,
		`[{"given_name":"A"}, 5]`:                         transfer.CodeJSON,
		`[]`:                                              transfer.CodeEmpty,
		"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\n":          transfer.CodeCard,
		"BEGIN:VCARD\r\nEND:VCARD\r\nBEGIN:VEVENT\r\nX:1": transfer.CodeCard,
	} {
		_, err := transfer.Read(strings.NewReader(text), "list", transfer.Options{})
		if seminar.CodeOf(err) != code {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestCalendarOfAProgramme(t *testing.T) {
	zone := time.FixedZone("Baku", 4*3600)
	from := time.Date(2025, 7, 18, 9, 30, 0, 0, zone)
	sessions := []seminar.Session{
		{ID: "a", Title: "Panel 1; culture, heritage\\past", Kind: seminar.KindPanel, Room: "Hall, 2", Start: from, End: from.Add(time.Hour), Speakers: []string{"Əlia", "فرخ"}},
		{ID: "b", Title: strings.Repeat("Çay fasiləsi ", 20), Kind: seminar.KindBreak, Start: from.Add(time.Hour), End: from.Add(90 * time.Minute)}}
	s := seminar.Seminar{Titles: map[string]string{"en": "Regional\r\nseminar"}, Zone: "Asia/Baku", Venue: "Baku"}
	var b bytes.Buffer
	if err := transfer.WriteCalendar(&b, s, "en", sessions, func(k seminar.SessionKind) string { return string(k) }, from); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	c, err := ics.ParseCalendar(&b)
	if err != nil {
		t.Fatal(err)
	}
	events := c.Events()
	if len(events) != 2 || events[0].Id() != "a@lanyard" {
		t.Fatalf("%d events", len(events))
	}
	start, err := events[0].GetStartAt()
	if err != nil || !start.Equal(from) {
		t.Errorf("starts at %v, %v", start, err)
	}
	if got := events[0].GetProperty(ics.ComponentPropertySummary).Value; ics.FromText(got) != sessions[0].Title && got != sessions[0].Title {
		t.Errorf("title %q", got)
	}
	if got := events[0].GetProperty(ics.ComponentPropertyLocation).Value; ics.FromText(got) != "Hall, 2, Baku" && got != "Hall, 2, Baku" {
		t.Errorf("place %q", got)
	}
}
