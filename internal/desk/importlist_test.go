package desk_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// inspected is a list at whose first rows somebody looked.
func (h *hall) inspected(data string, list *desk.ImportList) transfer.Found {
	h.t.Helper()
	list.Name, list.Data = "list.csv", []byte(data)
	found, err := h.Inspect(ctx, h.of, list)
	if err != nil {
		h.t.Fatal(err)
	}
	return found
}

// What was chosen about columns counts for the next list with the same headers, until something else is chosen about that one;
// choosing what the headers say anyway forgets it. It does not count for other headers.
func TestWhatWasChosenIsKeptForTheNextList(t *testing.T) {
	h := open(t)
	const odd = "Who,Colour\nAnar,red\n"
	goes := func(field transfer.Field) {
		t.Helper()
		var list desk.ImportList
		if found := h.inspected(odd, &list); found.Fields[0] != field || list.Kept != (field != transfer.FieldNone) {
			t.Errorf("it goes to %q, kept: %v", found.Fields[0], list.Kept)
		}
	}
	send := func(fields map[string]string) {
		t.Helper()
		var list desk.ImportList
		h.inspected(odd, &list)
		list.Options.Map = fields
		if _, err := h.ReadList(ctx, h.of, &list, transfer.People); err != nil && len(fields) > 0 {
			t.Fatal(err)
		}
		if err := h.KeepList(ctx, list); err != nil {
			t.Fatal(err)
		}
	}
	goes(transfer.FieldNone)
	send(map[string]string{"Who": "name", "Colour": "auto"})
	goes(transfer.FieldName)
	send(map[string]string{"Who": "family_name"})
	goes(transfer.FieldFamilyName)
	list := desk.ImportList{Options: transfer.Options{Map: map[string]string{"Colour": "position"}}}
	if found := h.inspected(odd, &list); found.Fields[0] != transfer.FieldFamilyName || found.Fields[1] != transfer.FieldPosition {
		t.Errorf("beneath what is chosen first: %v", found.Fields)
	}
	if found := h.inspected("Who,Colour,Name\nx,y,z\n", &list); found.Fields[0] != transfer.FieldNone || found.Fields[1] != transfer.FieldNone {
		t.Errorf("with other headers: %v", found.Fields)
	}
	send(map[string]string{})
	goes(transfer.FieldNone)
}

// A column is sent to a question of the seminar by its id or its text; that is kept, for another seminar as the question that asks
// the same there, and left where none does.
func TestAColumnIsSentToAQuestion(t *testing.T) {
	h := open(t)
	visa := h.ask(seminar.Question{Text: "Do you need a visa?", Texts: map[string]string{"az": "Viza lazımdır?"}, Type: seminar.TypeYesNo})
	const list = "Name,Q7\nAnar Məmmədov,да\nLeyla Nuri,no\nTimur Orlov,perhaps\n"
	chosen := desk.ImportList{Name: "form.csv", Data: []byte(list), Options: transfer.Options{Map: map[string]string{"q7": "question:viza lazımdır"}}}
	people, err := h.ReadList(ctx, h.of, &chosen, transfer.People)
	if err != nil {
		t.Fatal(err)
	}
	report, err := h.Import(ctx, h.of, people, desk.ImportOptions{})
	if err != nil || report.Created != 3 || len(report.Errors) != 1 || report.Errors[0].Column != "Q7" || report.Errors[0].Row != 4 {
		t.Fatalf("%+v, %v", report, err)
	}
	counts, err := h.Answered(ctx, h.of, visa.ID)
	if err != nil || counts["yes"] != 1 || counts["no"] != 1 {
		t.Errorf("%v, %v", counts, err)
	}
	if err := h.KeepList(ctx, chosen); err != nil {
		t.Fatal(err)
	}
	goes := func(of seminar.ID) transfer.Field {
		t.Helper()
		again := desk.ImportList{Name: "form.csv", Data: []byte(list)}
		found, err := h.Inspect(ctx, of, &again)
		if err != nil {
			t.Fatal(err)
		}
		return found.Fields[1]
	}
	if f := goes(h.of); f != transfer.QuestionField(string(visa.ID)) {
		t.Errorf("the next time it goes to %q", f)
	}
	next, _, err := h.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Next year"}, Start: "2027-07-18", End: "2027-07-18", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	if f := goes(next.ID); f != transfer.FieldNone {
		t.Errorf("where nobody asks it goes to %q", f)
	}
	there := visa
	there.ID, there.SeminarID, there.Text, there.Texts = "", next.ID, "viza lazımdır", nil
	there, _, err = h.SaveQuestion(ctx, there)
	if err != nil {
		t.Fatal(err)
	}
	if f := goes(next.ID); f != transfer.QuestionField(string(there.ID)) {
		t.Errorf("where it is asked too it goes to %q", f)
	}
	unknown := desk.ImportList{Name: "form.csv", Data: []byte(list), Options: transfer.Options{Map: map[string]string{"Q7": "question:Hotel"}}}
	if _, err := h.ReadList(ctx, h.of, &unknown, transfer.People); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("a question that nobody asks: %v", err)
	}
}

// The undo of an import says whom it left, and all that has happened with them since.
func TestAnUndoSaysWhomItLeftAndWhy(t *testing.T) {
	h := open(t)
	done, err := h.Import(ctx, h.of, file("three@example.org"), desk.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	anar, leyla := h.owner("one@example.org"), h.owner("two@example.org")
	h.answers(anar.Code, "")
	f := h.person(anar.AttendeeID)
	f.Attendee.Position = "Director"
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	f = h.person(leyla.AttendeeID)
	f.Attendee.Position = "Director"
	edit, err := h.Edit(ctx, f)
	if err != nil {
		t.Fatal(err)
	}
	h.undo(string(edit.Action)) // as if nothing had been
	undo, kept, err := h.UndoSparing(ctx, string(done.Action), "")
	if err != nil || len(kept) != 1 || kept[0].AttendeeID != anar.AttendeeID || !slices.Equal(kept[0].Why, []seminar.Entity{seminar.EntityRegistration, seminar.EntityCheckin}) {
		t.Fatalf("%+v, %v", kept, err)
	}
	if n := h.count(seminar.RosterFilter{}); n != 1 {
		t.Errorf("%d people", n)
	}
	if _, kept, err = h.UndoSparing(ctx, undo.ID, ""); err != nil || len(kept) != 0 || h.count(seminar.RosterFilter{}) != 3 {
		t.Errorf("taken back again: %v, %v", kept, err)
	}
}

// What was chosen by the first rows holds for the whole list, also where later ones are wider.
func TestAWiderRowBelowChangesNoChoice(t *testing.T) {
	h := open(t)
	list := desk.ImportList{Options: transfer.Options{Headerless: true}}
	data := strings.Repeat("Anar Məmmədov,red\n", 60) + "Leyla Nuri,blue,green\n"
	h.inspected(data, &list)
	list.Options.Map = map[string]string{"column 1": "name"}
	people, err := h.ReadList(ctx, h.of, &list, transfer.People)
	if err != nil || len(people.People) != 61 {
		t.Errorf("%d people, %v", len(people.People), err)
	}
}
