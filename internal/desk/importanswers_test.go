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
	counts, err := h.AnswerCounts(ctx, h.of)
	if err != nil || len(counts[hotel.ID]) != 1 || counts[hotel.ID]["2"] != 1 {
		t.Errorf("%v, %v", counts, err)
	}
}
