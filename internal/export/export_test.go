package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/export"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/transfer"
)

// open is a desk on a workspace of the test's own.
func open(t *testing.T) *desk.Desk {
	t.Helper()
	store, err := sqlite.Open(context.Background(), sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return desk.New(desk.Options{Store: store, Keeper: store, Operator: "test"})
}

func no(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sample is an export of the sample seminar, with answers to a question of its own.
func sample(t *testing.T, language string) export.Export {
	t.Helper()
	ctx, d := context.Background(), open(t)
	if err := demo.Fill(ctx, d, demo.People, nil); err != nil {
		t.Fatal(err)
	}
	of, err := d.Seminar(ctx, demo.ID("cooperation-2025"))
	if err != nil {
		t.Fatal(err)
	}
	x := export.Export{Desk: d, Lang: i18n.Open(language), Seminar: of, Rows: roster(t, d, of.ID)}
	var asked []seminar.Question
	for _, q := range questions() {
		q.SeminarID = of.ID
		saved, _, err := d.SaveQuestion(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		asked = append(asked, saved)
	}
	for i, r := range x.Rows[:20] {
		f, err := d.Person(ctx, of.ID, r.AttendeeID)
		if err != nil {
			t.Fatal(err)
		}
		if f.Registration.Answers == nil {
			f.Registration.Answers = map[seminar.ID]string{}
		}
		maps.Copy(f.Registration.Answers, map[seminar.ID]string{asked[0].ID: strconv.Itoa(i) + ".5", asked[1].ID: "Arabic\nFrench", asked[2].ID: "yes", asked[3].ID: "=1+1, \"two\"",
			asked[4].ID: "2025-07-1" + strconv.Itoa(i%10)})
		if _, err := d.Edit(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

// questions are of the seminar's own.
func questions() []seminar.Question {
	return []seminar.Question{{Text: "Nights of the hotel?", Type: seminar.TypeNumber, Position: 1}, {Text: "Languages", Texts: map[string]string{"az": "Dillər"}, Type: seminar.TypeSeveral,
		Options: []string{"Arabic", "French", "English"}, Position: 2}, {Text: "May we publish photographs?", Type: seminar.TypeConsent, Position: 3}, {Text: "Anything else", Type: seminar.TypeText, Position: 4},
		{Text: "Comes on", Type: seminar.TypeDate, Position: 5}}
}

func roster(t *testing.T, d *desk.Desk, of seminar.ID) []seminar.RosterRow {
	t.Helper()
	ctx := context.Background()
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: list.ID, Order: seminar.ByFamilyName})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestPeopleGoOutAndComeBack: whatever the format and the language, a workspace that takes the file in has the same people, and
// the one that it came from finds nothing to change.
func TestPeopleGoOutAndComeBack(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		x := sample(t, language)
		for _, format := range export.People.Formats() {
			t.Run(language+format, func(t *testing.T) {
				ctx := context.Background()
				var b bytes.Buffer
				if n, err := x.Write(ctx, &b, export.People, "people"+format); err != nil || n != len(x.Rows) {
					t.Fatalf("%d rows, %v", n, err)
				}
				data := b.Bytes()
				again := takeIn(t, x.Desk, x.Seminar.ID, data, format)
				if again.Created+again.Updated != 0 || again.Unchanged != len(x.Rows)-cancelled(x.Rows) {
					t.Errorf("where it came from: %d new, %d changed, %d the same", again.Created, again.Updated, again.Unchanged)
				}
				d := open(t)
				of, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Elsewhere"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
				if err != nil {
					t.Fatal(err)
				}
				asked, err := x.Desk.Questions(ctx, x.Seminar.ID)
				if err != nil {
					t.Fatal(err)
				}
				for _, q := range asked {
					q.SeminarID = of.ID
					if _, _, err := d.SaveQuestion(ctx, q); err != nil {
						t.Fatal(err)
					}
				}
				report := takeIn(t, d, of.ID, data, format)
				if report.Created != len(x.Rows)-cancelled(x.Rows) || len(report.Errors) > 0 {
					t.Fatalf("%d of %d, %+v", report.Created, len(x.Rows), report.Errors)
				}
				compare(t, x, d, of, format)
			})
		}
	}
}

// TestTitlesAreRecognised: a column of ours is known by its title in every language of the interface.
func TestTitlesAreRecognised(t *testing.T) {
	for _, l := range i18n.Languages() {
		x := export.Export{Desk: open(t), Lang: i18n.Open(l.Tag)}
		s, err := x.Sheet(context.Background(), export.People)
		if err != nil {
			t.Fatal(err)
		}
		table := transfer.Table{}
		for _, c := range s.Columns {
			table.Headers = append(table.Headers, c.Title)
		}
		mapping, err := transfer.Recognise(table)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range s.Columns {
			want := transfer.Field(c.ID)
			if c.ID == "arrived" {
				want = transfer.FieldCheckedIn
			}
			if mapping.Fields[i] != want {
				t.Errorf("%s: “%s” is read as %q, not %q", l.Tag, c.Title, mapping.Fields[i], want)
			}
		}
	}
}

func cancelled(rows []seminar.RosterRow) (n int) {
	for _, r := range rows {
		if r.Status == seminar.Cancelled {
			n++
		}
	}
	return n
}

func takeIn(t *testing.T, d *desk.Desk, of seminar.ID, data []byte, format string) desk.ImportReport {
	t.Helper()
	table, err := transfer.Read(bytes.NewReader(data), "people"+format, transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mapping, err := d.Recognise(context.Background(), of, table)
	if err != nil {
		t.Fatal(err)
	}
	report, err := d.Import(context.Background(), of, transfer.People(table, mapping), desk.ImportOptions{File: "people" + format, Update: true})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// compare holds the people of two workspaces against each other, as the export writes them.
func compare(t *testing.T, x export.Export, d *desk.Desk, of seminar.Seminar, format string) {
	t.Helper()
	lines := func(x export.Export) []string {
		s, err := x.Sheet(context.Background(), export.People)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for i, r := range s.Rows {
			if x.Rows[i].Status == seminar.Cancelled {
				continue
			}
			line := map[string]any{}
			for j, c := range s.Columns {
				switch c.ID {
				case "badge_number", "arrived", "foreign_code": // of the workspace, and of the day
				case "attention":
					if format != ".vcf" { // no address book has it
						line[c.ID] = r[j]
					}
				case "": // the seminar's own questions
					if format != ".vcf" {
						line[c.Title] = r[j]
					}
				default:
					line[c.ID] = r[j]
				}
			}
			text, _ := json.Marshal(line)
			all = append(all, string(text))
		}
		slices.Sort(all)
		return all
	}
	want := lines(x)
	got := lines(export.Export{Desk: d, Lang: x.Lang, Seminar: of, Rows: roster(t, d, of.ID)})
	lost, made := without(want, got), without(got, want)
	for i := range min(3, len(lost), len(made)) {
		t.Errorf("%s\nbecame\n%s", lost[i], made[i])
	}
	if len(lost)+len(made) > 0 {
		t.Errorf("%d of %d people came back otherwise, as %d", len(lost), len(want), len(made))
	}
}

// without are the lines of one list that another has not.
func without(lines, other []string) []string {
	var left []string
	for _, l := range lines {
		if !slices.Contains(other, l) {
			left = append(left, l)
		}
	}
	return left
}

func TestEveryTableInEveryFormat(t *testing.T) {
	x := sample(t, "en")
	for _, what := range export.Whats() {
		for _, format := range what.Formats() {
			var b bytes.Buffer
			n, err := x.Write(context.Background(), &b, what, "x"+strings.ToUpper(format))
			if err != nil || n == 0 || b.Len() == 0 {
				t.Errorf("%s%s: %d rows, %d bytes, %v", what, format, n, b.Len(), err)
			}
			if format == ".csv" && (!strings.Contains(b.String(), "\r\n") || strings.Contains(b.String(), "column.") || strings.Contains(b.String(), "common.")) {
				t.Errorf("%s: %.300s", what, b.String())
			}
		}
	}
	if _, err := x.Write(context.Background(), &bytes.Buffer{}, export.Checkins, "x.vcf"); seminar.CodeOf(err) != export.CodeFormat {
		t.Errorf("check-ins as cards: %v", err)
	}
}

// TestHarshTextsGoOutAndComeBack: whatever people and their notes are called, a file that is taken in again changes nothing.
func TestHarshTextsGoOutAndComeBack(t *testing.T) {
	ctx, d := context.Background(), open(t)
	of, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "S"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
	no(t, err)
	for _, text := range []string{"=1+1", "+994125550100", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x", "a,b\\d:\"e\"", "one\ntwo", "one\r\ntwo", "ليلى بن علي",
		"Ғафар-заде", "王小明 𠮷", "e\u0301\u200bzw", "'=quoted", "  spaces  ", "0012", "1e5", "TRUE", "2025-01-02", "a\x00b\x07c", "x\\y\\n", "N/A", "#REF!"} {
		name := text
		if text == "N/A" || text == "#REF!" { // say nothing in a list, so that they are nobody's name
			name = "Nuri " + text
		}
		_, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: name, FamilyName: name, NativeName: name, Position: text, Organisation: text, Access: text,
			Dietary: text, DeskNote: text}, Registration: seminar.Registration{SeminarID: of.ID}})
		no(t, err)
	}
	x := export.Export{Desk: d, Lang: i18n.Open("en"), Seminar: of, Rows: roster(t, d, of.ID)}
	for _, format := range export.People.Formats() {
		var b bytes.Buffer
		_, err := x.Write(ctx, &b, export.People, "people"+format)
		no(t, err)
		if again := takeIn(t, d, of.ID, b.Bytes(), format); again.Created+again.Updated != 0 || again.Unchanged != len(x.Rows) {
			t.Errorf("%s: %d new, %d changed, %d of %d the same", format, again.Created, again.Updated, again.Unchanged, len(x.Rows))
		}
	}
}

// TestDelegationsAreCountedByThemselves: of two delegations of one name each has its own people, and who came on the first day
// alone has arrived.
func TestDelegationsAreCountedByThemselves(t *testing.T) {
	ctx, d := context.Background(), open(t)
	of, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "S"}, Start: "2025-07-18", End: "2025-07-19", Zone: "Asia/Baku"})
	no(t, err)
	door, err := d.FindList(ctx, of.ID, "")
	no(t, err)
	if door.Frequency != seminar.Daily {
		t.Fatalf("the door of two days is %q", door.Frequency)
	}
	sizes := []int{3, 1}
	for i, n := range sizes {
		v, _, err := d.SaveDelegation(ctx, seminar.Delegation{SeminarID: of.ID, Name: "Uzbekistan", Country: "UZ", Quota: 5 + i})
		no(t, err)
		for j := range n {
			who, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "P" + strconv.Itoa(10*i+j), FamilyName: "Karimov"},
				Registration: seminar.Registration{SeminarID: of.ID, DelegationID: v.ID}})
			no(t, err)
			if j == 0 {
				continue
			}
			at := time.Date(2025, 7, 18+j-1, 6, 0, 0, 0, time.UTC)
			answer, err := d.Checkin(ctx, desk.Scan{SeminarID: of.ID, ListID: door.ID, AttendeeID: who.Row.AttendeeID, At: at})
			no(t, err)
			if answer.Status != seminar.OK {
				t.Fatal(answer.Explanation)
			}
		}
	}
	s, err := export.Export{Desk: d, Lang: i18n.Open("en"), Seminar: of}.Sheet(ctx, export.Delegations)
	no(t, err)
	for i, row := range s.Rows {
		n := sizes[row[2].(int)-5]
		if row[4] != n || row[5] != n-1 {
			t.Errorf("row %d of %d people is %v", i, n, row)
		}
	}
}
