package sqlite_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

var cooperation = demo.ID("cooperation-2025")

// telling are texts of which each would tell who the person below is.
var telling = []string{"Zulfiqar", "zulfiqar", "Şıxlınskaya", "sixlinskaya", "Зульфугар", "zshix@example.org", "zshix", "+994505550177", "Ambassador at large",
	"PHOTOOFZ", "walks with a stick", "came with Kamran", "flight J2-0815", "let in by Kamran", "Kamran said so", "double of Zulf", "Zülfüqar"}

// somebody registers a person with everything that can be known of one, and gives the id.
func somebody(t *testing.T, d *desk.Desk) seminar.ID {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	question, _, err := d.SaveQuestion(ctx, seminar.Question{SeminarID: cooperation, Text: "Flight", Type: "text"})
	must(err)
	meal, _, err := d.SaveQuestion(ctx, seminar.Question{SeminarID: cooperation, Text: "Meal", Type: "choice", Options: []string{"fish", "rice"}})
	must(err)
	photo := append([]byte("\xff\xd8\xff"), "PHOTOOFZ"...)
	done, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Zulfiqar", FamilyName: "Şıxlınskaya", NativeName: "Зульфугар",
		Email: "zshix@example.org", Phone: "+994505550177", Position: "Ambassador at large", Organisation: "Mədəniyyət Nazirliyi", Country: "AZ",
		Photo: photo, Access: "walks with a stick", DeskNote: "came with Kamran", Gender: seminar.Female},
		Registration: seminar.Registration{SeminarID: cooperation, Answers: map[seminar.ID]string{question.ID: "flight J2-0815", meal.ID: "fish"}}})
	must(err)
	who := done.Row.AttendeeID
	list, err := d.FindList(ctx, cooperation, "")
	must(err)
	answer, err := d.Checkin(ctx, desk.Scan{SeminarID: cooperation, ListID: list.ID, Code: "zshix@example.org", Force: true, ForceWhy: "let in by Kamran"})
	must(err)
	_, err = d.Undo(ctx, answer.Operation, "Kamran said so")
	must(err)
	_, err = d.Checkin(ctx, desk.Scan{SeminarID: cooperation, ListID: list.ID, Code: done.Row.Code, Force: true})
	must(err)
	_, err = d.Block(ctx, cooperation, who, "double of Zulf")
	must(err)
	_, err = d.Checkin(ctx, desk.Scan{SeminarID: cooperation, ListID: list.ID, Code: done.Row.Code, Type: seminar.Exit})
	must(err)
	_, err = d.Checkin(ctx, desk.Scan{SeminarID: cooperation, ListID: list.ID, Code: done.Row.Code})
	must(err)
	sessions, err := d.Sessions(ctx, cooperation)
	must(err)
	_, err = d.Correct(ctx, seminar.Correction{SessionID: sessions[0].ID, AttendeeID: who, Status: "present", Minutes: 1, Why: "Kamran said so"})
	must(err)
	_, _, err = d.SaveInitiative(ctx, seminar.Initiative{SeminarID: cooperation, Title: "A common archive", AttendeeID: who, By: "Zulfiqar Şıxlınskaya"})
	must(err)
	if _, err := d.IssueKind(ctx, cooperation, "", []seminar.ID{who}); err != nil {
		t.Fatal(err)
	}
	must(d.SetSetting(ctx, desk.SettingDraft+"initiative."+string(cooperation), `{"who":"Zulfiqar Şıxlınskaya"}`))
	twin, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Zülfüqar"}, Registration: seminar.Registration{SeminarID: cooperation}})
	must(err)
	_, err = d.Merge(ctx, cooperation, who, twin.Row.AttendeeID)
	must(err)
	return who
}

// figures are what reports count, of people who have no names.
func figures(t *testing.T, d *desk.Desk) string {
	t.Helper()
	s, err := d.Summary(ctx, cooperation)
	if err != nil {
		t.Fatal(err)
	}
	s.Made = time.Time{}
	for i := range s.People {
		p := &s.People[i]
		p.Honorific, p.Position = "", ""
		r := &p.Row
		r.GivenName, r.FamilyName, r.NativeName, r.BadgeName, r.Honorific, r.Email, r.Also, r.Attention = "", "", "", "", "", "", "", false
	}
	slices.SortFunc(s.People, func(a, b document.PersonLine) int { return cmp.Compare(a.Row.AttendeeID, b.Row.AttendeeID) })
	for i := range s.ByDelegation {
		s.ByDelegation[i].Head = ""
	}
	for i := range s.Initiatives {
		s.Initiatives[i].Initiative.By = ""
	}
	text, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// traces are the telling texts that stand in the bytes of a workspace.
func traces(t *testing.T, s *sqlite.Store) []string {
	t.Helper()
	var found []string
	for _, tail := range []string{"", "-wal"} {
		data, err := os.ReadFile(s.Path() + tail)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range telling {
			if bytes.Contains(data, []byte(text)) {
				found = append(found, text+tail)
			}
		}
	}
	return found
}

func TestAnAnonymisedPersonIsGoneFromEveryByteAndEveryFigureStays(t *testing.T) {
	s, d := sample(t, 30)
	who := somebody(t, d)
	other := open(t) // a desk that knows them
	all(t, other, journalOf(t, s))
	late := journalOf(t, s)
	before := figures(t, d)
	if len(traces(t, s)) < 10 {
		t.Fatalf("the test looks for texts that are nowhere: %v", traces(t, s))
	}

	plan, err := d.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}, DryRun: true})
	if err != nil || plan.People != 1 || plan.Photos != 1 || plan.Notes != 1 || plan.Answers == 0 || plan.Action != "" {
		t.Fatalf("dry run: %+v, %v", plan, err)
	}
	if figures(t, d) != before || len(traces(t, s)) < 10 {
		t.Fatal("a dry run changed something")
	}
	done, err := d.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}})
	if err != nil || done.Unfinished != nil || done.Operations != plan.Operations || done.People != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if left := traces(t, s); len(left) > 0 {
		t.Errorf("in the file: %q", left)
	}
	if after := figures(t, d); after != before {
		t.Errorf("the figures were\n%s\nand are\n%s", before, after)
	}
	row, err := d.Owner(ctx, cooperation, string(who))
	if err != nil || !strings.HasPrefix(row.Name(), "Person ") || row.Country != "AZ" {
		t.Errorf("%+v, %v", row, err)
	}
	well(t, s)

	again, err := d.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}})
	if err != nil || again.Operations != 0 || again.Action != "" {
		t.Errorf("once more: %+v, %v", again, err)
	}
	if _, err := d.Undo(ctx, string(done.Action), ""); seminar.CodeOf(err) != desk.CodeErased {
		t.Errorf("undone: %v", err)
	}
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if after := figures(t, d); after != before {
		t.Error("a rebuild changed the figures")
	}

	ops := journalOf(t, s)
	all(t, other, ops) // it hears of the erasure
	if err := other.Tidy(ctx); err != nil {
		t.Fatal(err)
	}
	if left := traces(t, other); len(left) > 0 {
		t.Errorf("in the other desk's file: %q", left)
	}
	well(t, other)
	third := open(t)
	slices.Reverse(ops)
	all(t, third, ops)
	all(t, third, late) // which still have their bodies
	if err := sqlite.Compare(ctx, s, third); err != nil {
		t.Error(unwrap(err))
	}
	fourth := open(t)
	erasures := slices.DeleteFunc(slices.Clone(ops), func(o journal.Operation) bool { return o.Kind != journal.KindErase })
	all(t, fourth, erasures)
	all(t, fourth, late)
	if left := traces(t, fourth); len(left) > 0 {
		t.Errorf("what was erased came back: %q", left)
	}
	if err := sqlite.Compare(ctx, s, fourth); err != nil {
		t.Error(unwrap(err))
	}
}

func TestEverybodyOfASeminarButThoseWhoAreNeededElsewhere(t *testing.T) {
	s, d := sample(t, 25)
	next, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "The next one"}, Start: "2031-05-01", End: "2031-05-02", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: cooperation})
	if err != nil {
		t.Fatal(err)
	}
	person, err := d.Person(ctx, cooperation, rows[3].AttendeeID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Register(ctx, desk.Form{Attendee: person.Attendee, Registration: seminar.Registration{SeminarID: next.ID}}); err != nil {
		t.Fatal(err)
	}
	before := figures(t, d)
	shot, err := s.Snapshot(ctx, "before")
	if err != nil {
		t.Fatal(err)
	}
	done, err := d.Anonymise(ctx, desk.Erasure{EndedBefore: "2030-01-01"})
	if err != nil || done.People != 24 || len(done.Kept) != 1 || done.Kept[0].Seminar != "The next one" {
		t.Fatalf("%+v, %v", done, err)
	}
	if after := figures(t, d); after != before {
		t.Errorf("the figures were\n%s\nand are\n%s", before, after)
	}
	if !slices.ContainsFunc(done.Copies, func(c desk.Snapshot) bool { return c.Path == shot.Path }) {
		t.Errorf("the snapshot is not said to hold them: %+v", done.Copies)
	}
	if err := d.Discard(ctx, append(done.Copies, desk.Snapshot{Path: s.Path()})); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(shot.Path); !os.IsNotExist(err) {
		t.Error("the snapshot is still there")
	}
	if left, err := s.Holding(ctx); err != nil || len(left) > 0 {
		t.Errorf("%+v, %v", left, err)
	}
	if found, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: cooperation, Search: rows[0].FamilyName}); err != nil || len(found) > 0 && found[0].AttendeeID == rows[0].AttendeeID {
		t.Errorf("still found: %+v, %v", found, err)
	}
	well(t, s)
}

func TestARestoreBringsNobodyBack(t *testing.T) {
	s, d := sample(t, 5)
	who := somebody(t, d)
	shot, err := s.Snapshot(ctx, "before")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}}); err != nil {
		t.Fatal(err)
	}
	path := s.Path()
	s.Close()
	if _, err := sqlite.Restore(ctx, shot.Path, path, time.Now()); err != nil {
		t.Fatal(err)
	}
	again, err := sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if left := traces(t, again); len(left) > 0 {
		t.Errorf("in the restored file: %q", left)
	}
	row, err := desk.New(desk.Options{Store: again}).Owner(ctx, cooperation, string(who))
	if err != nil || !strings.HasPrefix(row.Name(), "Person ") {
		t.Errorf("%+v, %v", row, err)
	}
	well(t, again)
}

// Whoever adds a field says whether an anonymised person keeps it, here or in the table of what lasts.
func TestWhatEveryFieldOfAPersonComesToIsDecided(t *testing.T) {
	goes := map[seminar.Entity][]string{
		seminar.EntityAttendee: {"given_name", "family_name", "native_name", "badge_name", "honorific", "position", "email", "phone", "birth_date",
			"photo", "access", "dietary", "desk_note", "attention", "anonymised"},
		seminar.EntityRegistration: {"foreign_code", "blocked_why", "over_why", "declined_why"},
		seminar.EntityCheckin:      {"forced_why"},
		seminar.EntityCertificate:  {"snapshot", "signature", "frozen", "revoked_why"},
		seminar.EntityCorrection:   {"why"},
		seminar.EntityInitiative:   {}, // by is the name that they have from now on
		seminar.EntityImport:       {"file"},
		seminar.EntityBadge:        {},
		seminar.EntityMerge:        {},
	}
	for entity, gone := range goes {
		typ := reflect.TypeOf(entity.New()).Elem()
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if name == "" || name == "-" || name == "id" {
				continue
			}
			if stays := desk.Lasts(entity, name); stays == slices.Contains(gone, name) {
				t.Errorf("%s.%s: say in internal/desk/lasting.go or here whether it stays of somebody who was anonymised", entity, name)
			}
		}
	}
}

// numbers are every table of every kind of report without the columns that say who somebody is, the rows in no order.
func numbers(t *testing.T, d *desk.Desk, of seminar.ID) map[string][]string {
	t.Helper()
	who := map[string]bool{"Name": true, "Given name": true, "Family name": true, "Name in own script": true, "Position": true, "Phone": true, "Head": true, "By": true, "No.": true,
		"Needs": true, "Put forward by": true, "What was done": true}
	o := document.Options{Lang: i18n.Open("en")}
	all := map[string][]string{}
	for _, kind := range document.Kinds() {
		s, err := d.ReportOf(ctx, desk.Wanted{Seminar: of, Kind: kind, Order: seminar.ByFamilyName})
		if err != nil {
			t.Fatal(err)
		}
		if kind == document.KindLog {
			ops, err := d.Operations(ctx, desk.OperationFilter{})
			if err != nil {
				t.Fatal(err)
			}
			ops = slices.DeleteFunc(desk.Told(ops), func(o journal.Operation) bool { return o.Kind == journal.KindErase })
			if s.Log, err = d.Trail(o.Lang).Lines(ctx, ops, s.Seminar.Location()); err != nil {
				t.Fatal(err)
			}
		}
		for _, g := range document.Compose(kind, s, o).Grids() {
			name := kind + " " + g.Name
			for _, row := range g.Rows {
				var cells []string
				for i, c := range g.Columns {
					if !who[c.Title] && !(kind == document.KindCheckins && c.Title == "Reason") { // which somebody may have written
						cells = append(cells, fmt.Sprintf("%s=%v", c.Title, row[i]))
					}
				}
				all[name] = append(all[name], strings.Join(cells, " | "))
			}
			slices.Sort(all[name])
		}
	}
	return all
}

func TestEveryReportSaysTheSameOfPeopleWithoutNames(t *testing.T) {
	_, d := sample(t, 25)
	who := somebody(t, d)
	before := numbers(t, d, cooperation)
	if len(before) < 20 {
		t.Fatalf("%d tables", len(before))
	}
	if _, err := d.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{who}}); err != nil {
		t.Fatal(err)
	}
	differ(t, before, numbers(t, d, cooperation))
	if _, err := d.Anonymise(ctx, desk.Erasure{SeminarID: cooperation}); err != nil {
		t.Fatal(err)
	}
	differ(t, before, numbers(t, d, cooperation))
}
