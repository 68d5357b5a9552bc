package attendeespage_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/uitest"
)

func TestTheOrderIsChosenByKeyAndTheExportFollows(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyR)
	s.Choose("protocol")
	if s.table().SortBy != string(seminar.ByProtocol) {
		t.Fatalf("sorted by %s", s.table().SortBy)
	}
	s.Picture("attendees-protocol")
	s.SaveTo = filepath.Join(t.TempDir(), "people.csv")
	s.Bind(fyne.KeyS)
	got := column(s, "Family name")
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Order: seminar.ByProtocol})
	s.No(err)
	var want []string
	for _, r := range rows {
		want = append(want, r.FamilyName)
	}
	if !slices.Equal(got, want) {
		t.Errorf("exported %v\nwant %v", got[:5], want[:5])
	}
	order := s.filter("Order")
	if !slices.Equal(order.Chosen, []string{"protocol"}) {
		t.Errorf("the chip says %v", order.Chosen)
	}
	s.table().OnSort(string(seminar.ByCountry), true)
	if !slices.Equal(order.Chosen, []string{"country"}) {
		t.Errorf("after a column was chosen the chip says %v", order.Chosen)
	}
	order.Toggle("given_name")
	if s.table().SortBy != "given_name" || s.table().Descending {
		t.Errorf("sorted by %s", s.table().SortBy)
	}
	order.Toggle("")
	if s.table().SortBy != string(seminar.ByFamilyName) || len(order.Chosen) > 0 {
		t.Errorf("sorted by %s", s.table().SortBy)
	}
}

// column is a column of the file that was exported.
func column(s *stage, title string) []string {
	s.Helper()
	f, err := os.Open(s.Saved)
	s.No(err)
	defer f.Close()
	table, err := transfer.Read(f, filepath.Base(s.Saved), transfer.Options{})
	s.No(err)
	at := slices.Index(table.Headers, title)
	if at < 0 {
		s.Fatalf("no column %q in %v", title, table.Headers)
	}
	var all []string
	for _, r := range table.Rows {
		all = append(all, r.Cells[at])
	}
	return all
}

func TestHonorificsStandBeforeNamesIfWanted(t *testing.T) {
	s := open(t, uitest.Options{})
	_, err := s.Desk.Register(context.Background(), desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla", FamilyName: "Aabye", Honorific: "H.E. Dr."},
		Registration: seminar.Registration{SeminarID: s.Of}})
	s.No(err)
	s.Changed()
	if !s.Says("Leyla Aabye") || s.Says("H.E. Dr. Leyla Aabye") {
		t.Error("not the plain name")
	}
	s.Env.SetSetting(desk.SettingHonorifics, desk.HonorificsShown)
	s.Changed()
	if !s.Says("H.E. Dr. Leyla Aabye") {
		t.Error("no honorific before the name")
	}
}
