package badgespage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

func TestBadgesComeOutOfThePrinterAndAgainWithTheSameCode(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := newStand(t)
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Select("all")
	s.Picture("badges-print")
	ctx := context.Background()
	before := listed(s)[:3]
	tick(s, 3)
	for range 2 {
		s.Bind(fyne.KeyP)
		tickAgain(s, before)
	}
	got := n.Documents()
	if len(got) != 2 || len(s.Pages(got[0])) != 3 || s.Saved != "" {
		t.Fatalf("came out %v, saved %q, failed %v", got, s.Saved, s.Failed)
	}
	for i, r := range before {
		now, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Only: []seminar.ID{r.AttendeeID}})
		s.No(err)
		if now[0].Code != r.Code || now[0].Prints != r.Prints+2 {
			t.Errorf("%s: code %s was %s, printed %d times", r.Name(), now[0].Code, r.Code, now[0].Prints)
		}
		if text := s.Pages(got[1])[i]; !strings.Contains(text, r.BadgeNumber) {
			t.Errorf("page %d is not that of %s", i+1, r.BadgeNumber)
		}
	}
	s.Bind(fyne.KeyS) // a PDF is always there
	if s.Saved == "" {
		t.Error("nothing saved")
	}
}

// TestABadgeReplacedMeanwhileIsNotPrintedAgainAsItWas prints again from the list of what was printed.
func TestABadgeReplacedMeanwhileIsNotPrintedAgainAsItWas(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := newStand(t)
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Select("all")
	who := listed(s)[0]
	tick(s, 1)
	s.Bind(fyne.KeyP)
	_, err := s.Desk.Replace(context.Background(), s.Of, []seminar.ID{who.AttendeeID})
	s.No(err)
	s.Bind(fyne.KeyB)
	s.Tap("Print again")
	got := n.Documents()
	if len(got) != 2 {
		t.Fatalf("came out %v, failed %v", got, s.Failed)
	}
	now, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Only: []seminar.ID{who.AttendeeID}})
	s.No(err)
	if old, fresh := printingtest.Code(t, got[0]), printingtest.Code(t, got[1]); old != who.Code || fresh != now[0].Code || old == fresh {
		t.Errorf("printed %s, then %s; the code was %s and is %s", old, fresh, who.Code, now[0].Code)
	}
}

// titled notes what jobs are called.
type titled struct {
	page.Printing
	names []string
}

func (t *titled) Print(ctx context.Context, uri string, d printing.Document, o printing.Options) (printing.Job, error) {
	t.names = append(t.names, o.Name)
	return t.Printing.Print(ctx, uri, d, o)
}

// A printer keeps what it printed, and so does CUPS: longer than an erasure reaches.
func TestAPrinterIsToldNobodysName(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := newStand(t)
	heard := &titled{Printing: s.Env.Printing}
	s.Env.Printing = heard
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Select("all")
	tick(s, 1)
	s.Bind(fyne.KeyP)
	who := listed(s)[0]
	entries := s.Env.Prints.Entries()
	if len(heard.names) != 1 || heard.names[0] == "" || strings.Contains(heard.names[0], who.FamilyName) || !strings.Contains(entries[0].Name, who.FamilyName) {
		t.Errorf("the printer was told %q, the desk %q", heard.names, entries[0].Name)
	}
	s.Env.Prints.Forget()
	if left := s.Env.Prints.Entries(); len(left) > 0 {
		t.Errorf("%+v", left)
	}
}
