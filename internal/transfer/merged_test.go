package transfer_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

// A cell that was merged over several rows holds for all of them; a name does not: it is one person.
func TestMergedCellsHoldForAllTheirRows(t *testing.T) {
	const sheet = sheetHead + `<row r="1"><c r="A1" t="inlineStr"><is><t>Delegation</t></is></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c><c r="C1" t="inlineStr"><is><t>Position</t></is></c></row>` +
		`<row r="2"><c r="A2" t="inlineStr"><is><t>Uzbekistan</t></is></c><c r="B2" t="inlineStr"><is><t>Aziz</t></is></c><c r="C2" t="inlineStr"><is><t>Head</t></is></c></row>` +
		`<row r="4"><c r="B4" t="inlineStr"><is><t>Nodira</t></is></c></row>` +
		`<row r="5"><c r="C5" t="inlineStr"><is><t>writer</t></is></c></row>` +
		`<row r="6"><c r="B6" t="inlineStr"><is><t>Omar</t></is></c></row>` +
		`</sheetData><mergeCells><mergeCell ref="A2:A5"/><mergeCell ref="B4:B5"/><mergeCell ref="A9:A1048576"/><mergeCell ref="nonsense"/><mergeCell ref="C7:C3"/></mergeCells></worksheet>`
	cell := func(text, attributes string) string {
		return "<table:table-cell" + attributes + "><text:p>" + text + "</text:p></table:table-cell>"
	}
	const covered, none = "<table:covered-table-cell/>", "<table:table-cell/>"
	row := func(cells ...string) string {
		return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
	}
	rows := odsHead + odsRow("Delegation", "Name", "Position") + row(cell("Uzbekistan", ` table:number-rows-spanned="4"`), cell("Aziz", ""), cell("Head", "")) +
		row(covered, none, none) + row(covered, cell("Nodira", ` table:number-rows-spanned="2"`), none) + row(covered, covered, cell("writer", "")) + row(none, cell("Omar", ""), none) + odsEnd
	for name, data := range map[string][]byte{"x.xlsx": book(t, strings.NewReader(sheet)), "x.ods": ods(t, strings.NewReader(rows))} {
		_, _, got := take(t, data, name, transfer.Options{})
		var said []string
		for _, p := range got.People {
			said = append(said, p.Attendee.Name()+"|"+p.Delegation+"|"+p.Attendee.Position)
		}
		if want := []string{"Aziz|Uzbekistan|Head", "Nodira|Uzbekistan|", "Omar||"}; !slices.Equal(said, want) || len(got.Errors) != 1 || got.Errors[0].Row != 5 {
			t.Errorf("%s: %q, %+v", name, said, got.Errors)
		}
	}
}

// Whoever stands in a hidden row is taken in, and named.
func TestHiddenRowsAreTold(t *testing.T) {
	sheet := sheetHead + inline("Name") + inline("Leyla") + strings.Replace(inline("Anar"), "<row", `<row hidden="1"`, 1) + inline("Nigar") + "</sheetData></worksheet>"
	rows := odsHead + odsRow("Name") + odsRow("Leyla") + strings.Replace(odsRow("Anar"), "<table:table-row", `<table:table-row table:visibility="filter"`, 1) + odsRow("Nigar") + odsEnd
	for name, data := range map[string][]byte{"x.xlsx": book(t, strings.NewReader(sheet)), "x.ods": ods(t, strings.NewReader(rows))} {
		_, _, got := take(t, data, name, transfer.Options{})
		if len(got.People) != 3 || len(got.Errors) != 1 || got.Errors[0].Code != transfer.CodeHidden || got.Errors[0].Value != "Anar" || got.Errors[0].Row != 3 {
			t.Errorf("%s: %d people, %+v", name, len(got.People), got.Errors)
		}
	}
}
