package desk_test

import (
	"strings"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// take takes a list in as its headers say.
func (h *hall) take(list string) desk.ImportReport {
	h.t.Helper()
	table, err := transfer.Read(strings.NewReader(list), "list.csv", transfer.Options{})
	if err != nil {
		h.t.Fatal(err)
	}
	mapping, err := h.Recognise(ctx, h.of, table)
	if err != nil {
		h.t.Fatal(err)
	}
	report, err := h.Import(ctx, h.of, transfer.People(table, mapping), desk.ImportOptions{})
	if err != nil {
		h.t.Fatal(err)
	}
	return report
}

// A header that is a question's own text answers it, also if it is about a field.
func TestAQuestionIsSurerThanWhatItIsAbout(t *testing.T) {
	h := open(t)
	phone := h.ask(seminar.Question{Text: "Phone (in Baku)", Type: seminar.TypeText})
	h.take("Name,Phone (in Baku)\nAnar Məmmədov,+994 50 555 01 01\n")
	counts, err := h.Answered(ctx, h.of, phone.ID)
	if err != nil || counts["+994 50 555 01 01"] != 1 {
		t.Errorf("%v, %v", counts, err)
	}
}

// Several columns that could answer one question are matched together: the first one does, and what is wrong with it is told under
// its own header.
func TestAQuestionHasOneColumn(t *testing.T) {
	h := open(t)
	hotel := h.ask(seminar.Question{Text: "Nights", Texts: map[string]string{"az": "Gecələr"}, Type: seminar.TypeNumber})
	for range 5 {
		report := h.take("Name,NIGHTS:,Gecələr,nights\nAnar Məmmədov,2,3,4\nLeyla Nuri,many,1,1\n")
		if len(report.Errors) != 1 || report.Errors[0].Column != "NIGHTS:" || report.Errors[0].Row != 3 || report.Errors[0].Value != "many" {
			t.Fatalf("%+v", report.Errors)
		}
	}
	counts, err := h.Answered(ctx, h.of, hotel.ID)
	if err != nil || len(counts) != 1 || counts["2"] != 1 {
		t.Errorf("%v, %v", counts, err)
	}
}
