package certificatespage_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/certificatespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func open(t *testing.T, o uitest.Options) *uitest.Stand {
	t.Helper()
	s, _ := uitest.Open(t, o, certificatespage.New)
	return s
}

func newStand(t *testing.T, language string) *uitest.Stand {
	t.Helper()
	return open(t, uitest.Options{Language: language, Evening: true})
}

// eligible are those who earned a certificate and those who did not, as the desk says.
func eligible(s *uitest.Stand) (yes, no []desk.Eligibility) {
	s.Helper()
	all, err := s.Desk.Eligibility(context.Background(), s.Of)
	s.No(err)
	for _, e := range all {
		if e.Eligible() {
			yes = append(yes, e)
		} else {
			no = append(no, e)
		}
	}
	return yes, no
}

func certificates(s *uitest.Stand) []seminar.Certificate {
	s.Helper()
	var all []seminar.Certificate
	s.No(s.Desk.All(context.Background(), seminar.EntityCertificate, s.Of, &all))
	return all
}

// said is what the notice above the page says.
type said struct {
	Kind        widgets.Kind
	Title, Text string
}

func notice(s *uitest.Stand) said {
	s.Helper()
	all := uitest.Find[*widgets.Notice](s)
	if len(all) != 1 {
		s.Fatalf("%d notices are shown", len(all))
	}
	return said{all[0].Kind, all[0].Title, all[0].Text}
}

func TestAllWhoEarnedOneGetTheirCertificate(t *testing.T) {
	s := newStand(t, "en")
	yes, no := eligible(s)
	if len(certificates(s)) > 0 || len(yes) < 50 || !strings.HasSuffix(s.Segment("earned"), s.Lang.Number(len(yes))) ||
		!strings.HasSuffix(s.Segment("not_earned"), s.Lang.Number(len(no))) {
		t.Fatalf("%d and %d, shown as %q and %q", len(yes), len(no), s.Segment("earned"), s.Segment("not_earned"))
	}
	if n := notice(s); n.Title != s.Lang.T("certificates.state.preview") {
		t.Errorf("the preview of what is not issued says %+v", n)
	}
	if s.Button(s.Lang.T("certificates.revoke")) != nil || s.Button("Save") != nil {
		t.Errorf("nothing is issued, and the buttons are %q", s.Buttons())
	}
	s.Picture("certificates")
	s.Bind(fyne.KeyI)
	all := certificates(s)
	if len(all) != len(yes) || len(s.List().Items) != len(yes) || s.Button("Issue") != nil {
		t.Fatalf("%d issued to %d, %d listed, buttons %q", len(all), len(yes), len(s.List().Items), s.Buttons())
	}
	if n := notice(s); n.Kind != widgets.KindAccepted || !strings.Contains(n.Title, all[0].Serial[:6]) {
		t.Errorf("an issued certificate says %+v", n)
	}
	s.Picture("certificates-issued")
	s.Bind(fyne.KeyS)
	if s.Side != nil { // letters that no font has are said first
		s.Tap(s.Lang.N("certificates.save_anyway", len(all)))
	}
	pages := s.Pages(s.Saved)
	if len(pages) != len(yes) || filepath.Base(s.Saved) != "certificates-2025-07-18.pdf" {
		t.Fatalf("%d pages in %s", len(pages), s.Saved)
	}
	for i, e := range yes {
		at := slices.IndexFunc(all, func(c seminar.Certificate) bool { return c.RegistrationID == e.Row.RegistrationID })
		if !strings.Contains(pages[i], all[at].Serial) {
			t.Errorf("page %d lacks %s of %s: %q", i+1, all[at].Serial, e.Row.Name(), pages[i])
		}
	}
	s.Undo()
	if left := certificates(s); len(left) > 0 {
		t.Errorf("after undo there are %d certificates", len(left))
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

func TestWhoEarnedNoneSeesWhyInTheirLanguage(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := newStand(t, language)
		_, no := eligible(s)
		s.Select("not_earned")
		for i, e := range no {
			if got, want := s.List().Items[i].Meta, s.Lang.Err(e.Why); got != want {
				t.Errorf("%s: %q, not %q", e.Row.Name(), got, want)
			}
		}
		n := notice(s)
		if n.Kind != widgets.KindAttention || n.Title != s.Lang.T("certificates.state.not_earned") || !strings.Contains(n.Text, s.Lang.Err(no[0].Why)) ||
			!strings.Contains(n.Text, s.Lang.T("certificates.state.missing")) {
			t.Errorf("%s: the preview says %+v", language, n)
		}
		for _, key := range []string{"certificates.issue.one", "certificates.revoke", "certificates.save.one"} {
			if s.Button(s.Lang.T(key)) != nil {
				t.Errorf("%s: there is a button %q", language, s.Lang.T(key))
			}
		}
		s.Picture("certificates-not-earned-" + language)
	}
}

// only issues the certificate of the person in front and shows it.
func only(s *uitest.Stand) seminar.Certificate {
	s.Helper()
	s.Tap(s.Lang.T("certificates.issue.one"))
	all := certificates(s)
	if len(all) != 1 {
		s.Fatalf("%d certificates were issued", len(all))
	}
	s.Select("issued")
	return all[0]
}

func TestRevokingNeedsAReasonWhichTheCheckGives(t *testing.T) {
	s := newStand(t, "en")
	c := only(s)
	s.Tap(s.Lang.T("certificates.save.one"))
	if filepath.Base(s.Saved) != "certificate-"+strings.ToLower(c.Serial)+".pdf" {
		t.Errorf("saved as %s", s.Saved)
	}
	s.File = s.Saved
	s.Bind(fyne.KeyD)
	s.Tap(s.Lang.T("certificates.verify.open"))
	snap, err := seminar.ReadSnapshot(c.Snapshot)
	s.No(err)
	for _, want := range []string{s.Lang.T("certificates.verify.valid"), c.Serial, snap.Name, snap.Seminar, s.Lang.Hours(snap.Minutes)} {
		if !s.Mentions(want) {
			t.Errorf("the check does not say %q", want)
		}
	}
	s.Picture("certificates-valid")
	s.Tap(s.Lang.T("certificates.revoke"))
	s.Press(fyne.KeyReturn)
	if certificates(s)[0].Revoked || uitest.Find[*widgets.FormField](s)[0].Error == "" {
		t.Fatal("it was revoked without a reason")
	}
	s.Picture("certificates-revoke")
	s.Write("the name was wrong")
	s.Press(fyne.KeyReturn)
	if now := certificates(s)[0]; !now.Revoked || now.RevokedWhy != "the name was wrong" || s.Side != nil {
		t.Fatalf("after revoking it is %+v", now)
	}
	if n := notice(s); n.Kind != widgets.KindRefused || !strings.Contains(n.Text, "the name was wrong") {
		t.Errorf("a revoked certificate says %+v", n)
	}
	if s.Button(s.Lang.T("certificates.revoke")) != nil || s.Button("Save") != nil {
		t.Errorf("a revoked certificate can still be %q", s.Buttons())
	}
	s.Bind(fyne.KeyD)
	s.Write(seminar.SignedText(c))
	if !s.Mentions(s.Lang.T("certificates.verify.invalid")) || !s.Mentions("the name was wrong") {
		t.Error("the check of a revoked certificate does not say so")
	}
	s.Picture("certificates-revoked")
	s.Undo()
	if certificates(s)[0].Revoked {
		t.Error("undo did not bring it back")
	}
}

func TestAnEditedTextIsNotValid(t *testing.T) {
	s := newStand(t, "az")
	c := only(s)
	forged := c
	forged.Snapshot = strings.Replace(c.Snapshot, `"n":"`, `"n":"Prof. `, 1)
	s.Bind(fyne.KeyD)
	s.Write(seminar.SignedText(forged))
	if !s.Mentions(s.Lang.T("certificates.verify.invalid")) || !s.Mentions(s.Lang.T("certificates.verify.reason.signature")) ||
		!s.Mentions(s.Lang.T("certificates.verify.claims")) || !s.Mentions("Prof. ") {
		t.Error("the check of an edited text does not say what is wrong with it")
	}
	s.File = filepath.Join(t.TempDir(), "photo.pdf")
	s.No(os.WriteFile(s.File, []byte("%PDF-1.4 no certificate"), 0o600))
	s.Tap(s.Lang.T("certificates.verify.open"))
	if !s.Mentions(s.Lang.T("certificates.verify.reason.malformed")) {
		t.Error("a file that is no certificate is not called so")
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

func TestAnIssuedCertificateStaysAsItWasSigned(t *testing.T) {
	s := newStand(t, "en")
	who := s.List().Items[0]
	only(s)
	f, err := s.Desk.Person(context.Background(), s.Of, seminar.ID(who.ID))
	s.No(err)
	f.Attendee.GivenName, f.Attendee.FamilyName = "Somebody", "Else"
	_, err = s.Desk.Edit(context.Background(), f)
	s.No(err)
	s.Changed()
	s.Tap(s.Lang.T("certificates.save.one"))
	text := strings.Join(s.Pages(s.Saved), " ")
	if !strings.Contains(text, who.Title) || strings.Contains(text, "Somebody") {
		t.Errorf("the certificate of %s says %q", who.Title, text)
	}
	if !s.Mentions(who.Title) {
		t.Error("the facts beside the page are not those that were signed")
	}
}

func TestSearchNarrowsAllThreeLists(t *testing.T) {
	s := newStand(t, "en")
	s.Write("қасымова")
	if got := s.Picked(); len(got) == 0 || len(got) > 5 || !slices.ContainsFunc(got, func(n string) bool { return strings.Contains(n, "Қасымова") }) {
		t.Errorf("the search finds %q", got)
	}
	s.Press(fyne.KeyEscape)
	if len(s.List().Items) < 50 {
		t.Errorf("Escape leaves %d", len(s.List().Items))
	}
}

func TestAnEmptyWorkspaceLeadsToTheAttendees(t *testing.T) {
	s := open(t, uitest.Options{Empty: true})
	states := uitest.Find[*widgets.EmptyState](s)
	if len(states) != 1 || states[0].ButtonLabel == "" {
		t.Fatalf("%d empty states", len(states))
	}
	states[0].OnTapped()
	if s.Opened != page.Attendees {
		t.Errorf("opened %q", s.Opened)
	}
}
