package reportspage_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
	"lanyard/ui/uitest"
)

// many takes in a list of people who are nobody else.
func many(s *uitest.Stand, n int) {
	s.Helper()
	var list strings.Builder
	list.WriteString("Given name,Family name\n")
	for i := range n {
		// No two look alike: who is like whom is none of this test's business, and takes seconds to find out.
		fmt.Fprintf(&list, "Zeynalabdin %d,%s\n", i, strings.Map(func(digit rune) rune { return []rune("bcdfghjklm")[digit-'0'] }, strconv.Itoa(i*7919)))
	}
	table, err := transfer.Read(strings.NewReader(list.String()), "people.csv", transfer.Options{})
	s.No(err)
	mapping, err := transfer.Recognise(table)
	s.No(err)
	report, err := s.Desk.Import(context.Background(), s.Of, transfer.People(table, mapping), desk.ImportOptions{File: "people.csv"})
	s.No(err)
	if report.Created != n {
		s.Fatalf("%d of %d people", report.Created, n)
	}
}

// TestTheLogBringsInWhatIsOlder: at first the newest lines are read; the last row brings in more, a search looks through all of it,
// and a file has all of it.
func TestTheLogBringsInWhatIsOlder(t *testing.T) {
	s, rows := shop(t)
	many(s, 2600)
	s.Changed()
	s.Bind(fyne.KeyR)
	items := acts(s).Items
	if front := items[0]; front.Tag != "× 5,000" {
		t.Fatalf("in front is %+v", front)
	}
	last := items[len(items)-1]
	if len(items) != 2 || last.Title != s.Lang.T("reports.log.older") {
		t.Fatalf("%d rows, at the end %+v", len(items), last)
	}
	s.Bind(fyne.KeyT)
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil || len(lines) < 5201 || !strings.Contains(string(data), rows[0].FamilyName) {
		t.Errorf("the file has %d lines, %v", len(lines), err)
	}
	s.Bind(fyne.KeyF)
	s.Write(rows[0].FamilyName)
	if found := acts(s).Items; len(found) == 0 || len(found) > 20 || !strings.Contains(found[0].Title, rows[0].Name()) {
		t.Errorf("%d actions were found, the first %+v", len(found), found)
	}
	s.Press(fyne.KeyEscape)
	s.Bind(fyne.KeyF)
	s.Write("Zeynalabdin 1234")
	if found := acts(s).Items; len(found) != 1 || !strings.Contains(found[0].Title, "Zeynalabdin 1234") || found[0].Tag != "× 5,201" {
		t.Errorf("of an action of many the row is %+v", found)
	}
	s.Press(fyne.KeyEscape)
	acts(s).MoveTo(1)
	if items = acts(s).Items; len(items) < 10 || items[1].Title == s.Lang.T("reports.log.older") || items[0].Tag == "× 5,000" {
		t.Errorf("%d rows, the second %+v", len(items), items[1])
	}
}
