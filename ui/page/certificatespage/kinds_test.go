package certificatespage_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/seminar"
	"lanyard/internal/trust"
	"lanyard/ui/page/certificatespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestACertificateForSpeakersIsMadeAndIssued(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := newStand(t, language)
		before, _ := eligible(s)
		s.Bind(fyne.KeyO)
		s.Picture("certificates-kinds-" + language)
		s.Tap(s.Lang.T("certificates.kinds.add", "kind", s.Lang.T("certificates.kind.participation")))
		s.Picture("certificates-kind-" + language)
		s.Tap(s.Lang.T("common.save"))
		kinds := s.Seminar().Kinds
		if len(kinds) != 2 || kinds[0].ID != seminar.KindAttendance || kinds[1].ID != seminar.KindParticipation || !strings.Contains(string(kinds[1].Condition), "category") {
			t.Fatalf("%+v", kinds)
		}
		choose(s, s.Lang.T("certificates.kind.participation"))
		people, err := s.Desk.EligibilityFor(context.Background(), s.Of, seminar.KindParticipation)
		s.No(err)
		speakers := 0
		for _, e := range people {
			if e.Eligible() {
				speakers++
			}
		}
		if speakers == 0 || speakers >= len(before) || len(s.List().Items) != speakers || !s.Mentions(s.Lang.T("certificates.asks")) {
			t.Fatalf("%d speakers of %d, %d listed", speakers, len(before), len(s.List().Items))
		}
		s.Bind(fyne.KeyI)
		for _, c := range certificates(s) {
			snap, err := seminar.ReadSnapshot(c.Snapshot)
			s.No(err)
			if c.Kind != seminar.KindParticipation || snap.Title != "Certificate of participation" {
				t.Errorf("%+v", snap)
			}
		}
		if got := len(certificates(s)); got != speakers {
			t.Errorf("%d issued to %d speakers", got, speakers)
		}
		s.Select("not_earned")
		s.Picture("certificates-not-speakers-" + language)
		// Of the first kind nobody has one yet.
		choose(s, s.Lang.T("certificates.kind.attendance"))
		if s.Button(s.Lang.N("certificates.issue", len(before))) == nil {
			t.Errorf("the buttons are %q", s.Buttons())
		}
		if len(s.Failed) > 0 {
			t.Error(s.Failed)
		}
	}
}

// choose takes something from the last choice that has it.
func choose(s *uitest.Stand, name string) {
	s.Helper()
	all := slices.DeleteFunc(uitest.Find[*widgets.Select](s), func(c *widgets.Select) bool { return !slices.Contains(c.Options, name) })
	if len(all) == 0 {
		s.Fatalf("no choice has %q", name)
	}
	all[len(all)-1].SetSelected(name)
}

func TestConditionsAreWrittenByHand(t *testing.T) {
	s := newStand(t, "en")
	s.Bind(fyne.KeyO)
	s.Tap("A kind of your own")
	s.Tap("Save")
	if len(s.Seminar().Kinds) > 0 || s.Field("Short name, in small letters and hyphens").Error == "" {
		t.Fatal("a kind without a name was saved")
	}
	s.Write("whole-day")
	s.Fill("What the page is called, in English", "Certificate of the whole day")
	s.Tap("Add a condition")
	s.Tap("Add a condition")
	s.Fill("At least so many percent of the sessions that count", "ninety")
	s.Tap("Save")
	if s.Field("At least so many percent of the sessions that count").Error == "" {
		t.Fatal("ninety in words was taken")
	}
	s.Fill("At least so many percent of the sessions that count", "90")
	s.Tap("Add a condition")
	choose(s, "Sessions by name")
	s.Tap("Save")
	if s.Field("Sessions").Error == "" {
		t.Fatal("no session was chosen, and it was taken")
	}
	chip := uitest.Find[*widgets.Chip](s)[0]
	test.Tap(chip)
	s.Picture("certificates-conditions")
	s.Tap("Save")
	kinds := s.Seminar().Kinds
	if len(kinds) != 2 || kinds[1].ID != "whole-day" || kinds[1].Titles["en"] != "Certificate of the whole day" {
		t.Fatalf("%+v", kinds)
	}
	asks, err := s.Desk.ConditionsOf(context.Background(), s.Of, "whole-day")
	s.No(err)
	if len(asks) != 3 || asks[0].Code != "certificate_asks_checkin" || asks[1].Args["needed"] != "90" || !strings.Contains(asks[2].Message, chip.Label) {
		t.Errorf("%+v", asks)
	}
	// It is opened again as it was saved, changed, and taken out.
	s.Bind(fyne.KeyO)
	s.Tap("Certificate of the whole day")
	if got := s.Entry("At least so many percent of the sessions that count").Text; got != "90" {
		t.Errorf("opened again it says %q", got)
	}
	s.Fill("At least so many percent of the sessions that count", "95")
	s.Press(fyne.KeyEscape)
	if string(s.Seminar().Kinds[1].Condition) != string(kinds[1].Condition) {
		t.Error("Escape has saved")
	}
}

func TestThePrefixOfSerialNumbersIsSet(t *testing.T) {
	s := newStand(t, "en")
	s.Bind(fyne.KeyO)
	s.Fill("Before the serial numbers", "a/b")
	s.Tap("Save")
	if s.Seminar().SerialPrefix != "" || s.Field("Before the serial numbers").Error == "" {
		t.Fatal("a/b was taken")
	}
	s.Fill("Before the serial numbers", "ICESCO")
	if hint := s.Field("Before the serial numbers").Hint; !strings.Contains(hint, "ICESCO-2025-A-0012") {
		t.Errorf("the hint is %q", hint)
	}
	s.Press(fyne.KeyReturn)
	if c := only(s); c.Serial != "ICESCO-2025-A-0001" {
		t.Errorf("%+v", c)
	}
}

func TestReissueByOneKeyAndBack(t *testing.T) {
	s := newStand(t, "en")
	first := only(s)
	s.Bind(fyne.KeyR)
	all := certificates(s)
	if len(all) != 2 {
		t.Fatalf("%d certificates", len(all))
	}
	again := all[slices.IndexFunc(all, func(c seminar.Certificate) bool { return c.ID != first.ID })]
	if again.Refers != first.Serial || again.Revoked || !s.Mentions(first.Serial) || notice(s).Kind != widgets.KindAccepted {
		t.Errorf("%+v, and the page says %+v", again, notice(s))
	}
	s.Picture("certificates-reissued")
	s.Bind(fyne.KeyD)
	s.Write(seminar.SignedText(first))
	if !s.Mentions(s.Lang.T("certificates.verify.invalid")) || !s.Mentions(s.Lang.T("certificates.state.replaced", "serial", again.Serial)) {
		t.Error("the check of the first does not name the one in its place")
	}
	s.Undo()
	if all := certificates(s); len(all) != 1 || all[0].Revoked {
		t.Fatalf("after undo: %+v", all)
	}
	s.Bind(fyne.KeyD)
	s.Write(seminar.SignedText(again))
	if !s.Mentions(s.Lang.T("certificates.verify.reason.undone")) {
		t.Error("the paper of what was undone still holds")
	}
	s.Bind(fyne.KeyD)
	s.Write(seminar.SignedText(first))
	if !s.Mentions(s.Lang.T("certificates.verify.valid")) {
		t.Error("the first does not hold again")
	}
}

func TestTheKeyAndTheListForOthersAreSaved(t *testing.T) {
	s := newStand(t, "en")
	c := only(s)
	_, _, err := s.Desk.RevokeCertificate(context.Background(), c.Serial, "a mistake")
	s.No(err)
	s.Changed()
	s.Bind(fyne.KeyT)
	s.Picture("certificates-key")
	key, ok := trust.KeyOf(s.Seminar())
	if !ok || !s.Mentions(key.Fingerprint()) || !s.Mentions(c.Serial+" · a mistake") || !s.Mentions(s.Lang.T("document.key.step.compare")) {
		t.Error("the panel lacks the fingerprint, the revoked certificate, or how to check one")
	}
	read := func(button string) []byte {
		s.Tap(s.Lang.T(button))
		data, err := os.ReadFile(s.Saved)
		s.No(err)
		return data
	}
	keys, err := trust.ReadKeys(read("certificates.public.save"))
	if err != nil || len(keys) != 1 || !keys[0].Public.Equal(key.Public) {
		t.Errorf("%+v, %v", keys, err)
	}
	list, err := trust.ReadRevocations(read("certificates.revoked.save"), keys)
	if err != nil || len(list.Revoked) != 1 || list.Revoked[0].Serial != c.Serial {
		t.Errorf("%+v, %v", list, err)
	}
	read("certificates.public.page")
	if text := strings.Join(s.Pages(s.Saved), " "); !strings.Contains(text, "Public key of the certificates") || !strings.Contains(text, key.Mark()) {
		t.Errorf("the page says %q", text)
	}
}

func TestAnEditedPageIsShownBesideWhatWasSigned(t *testing.T) {
	s := newStand(t, "en")
	c := only(s)
	s.Tap(s.Lang.T("certificates.save.one"))
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	// Another person's page around the signed text of the first.
	s.Select("earned")
	s.Tap(s.Lang.T("certificates.issue.one"))
	all := certificates(s)
	other := all[slices.IndexFunc(all, func(o seminar.Certificate) bool { return o.ID != c.ID })]
	s.Select("issued")
	for s.List().Items[s.List().Cursor].ID != string(other.ID) {
		s.Bind(fyne.KeyDown)
	}
	s.Tap(s.Lang.T("certificates.save.one"))
	page, err := os.ReadFile(s.Saved)
	s.No(err)
	if len(data) == 0 {
		t.Fatal("nothing was saved")
	}
	genuine, fake := seminar.SignedText(c), seminar.SignedText(other)
	edited := strings.Replace(string(page), fake, genuine, 1)
	if len(genuine) != len(fake) {
		t.Logf("the payload is %d letters, and not %d", len(genuine), len(fake))
	}
	s.File = s.Saved + ".edited.pdf"
	s.No(os.WriteFile(s.File, []byte(edited), 0o600))
	s.Bind(fyne.KeyD)
	s.Tap(s.Lang.T("certificates.verify.open"))
	s.Picture("certificates-edited")
	snap, err := seminar.ReadSnapshot(c.Snapshot)
	s.No(err)
	if !s.Mentions(s.Lang.T("certificates.verify.invalid")) || s.Mentions(s.Lang.T("certificates.verify.valid")) || !s.Mentions(snap.Name) || !s.Mentions(s.Lang.T("certificates.verify.compare")) {
		t.Error("an edited file is not shown as such")
	}
}

func TestAScannedCertificateIsCheckedAtOnce(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{Language: "en", Evening: true}, certificatespage.New)
	c := only(s)
	p.Scan(seminar.SignedText(c) + "\n")
	if s.Side == nil || !s.Mentions(s.Lang.T("certificates.verify.valid")) || !s.Mentions(c.Serial) {
		t.Error("a scan of a certificate does not open the check")
	}
	forged := c
	forged.Snapshot = strings.Replace(c.Snapshot, `"m":`, `"m":9`, 1)
	p.Scan(seminar.SignedText(forged))
	if !s.Mentions(s.Lang.T("certificates.verify.invalid")) || s.Mentions(s.Lang.T("certificates.verify.valid")) {
		t.Error("the next scan is not checked")
	}
}

func TestNothingHalfWrittenOfAKindIsLostUnsaid(t *testing.T) {
	for what, write := range map[string]func(*uitest.Stand){
		"a short name": func(s *uitest.Stand) { s.Tap("A kind of your own"); s.Write("best") },
		"a title": func(s *uitest.Stand) {
			s.Tap("A kind of your own")
			s.Fill("What the page is called, in English", "Best")
		},
		"a condition": func(s *uitest.Stand) {
			s.Tap("A kind of your own")
			s.Tap("Add a condition")
			s.Tap("Add a condition")
			s.Env.Window.Canvas().Focus(s.Field("At least so many percent of the sessions that count").Control.(fyne.Focusable))
		},
		"a layout":          func(s *uitest.Stand) { s.Tap("A kind of your own"); choose(s, "Letter to an employer") },
		"a serial's prefix": func(s *uitest.Stand) { s.Fill(s.Lang.T("certificates.prefix"), "ICESCO") },
	} {
		for how, leave := range map[string]func(*uitest.Stand){
			"Escape":              func(s *uitest.Stand) { s.Press(fyne.KeyEscape) },
			"the kinds":           func(s *uitest.Stand) { s.Bind(fyne.KeyO) },
			"checking a document": func(s *uitest.Stand) { s.Bind(fyne.KeyD) },
		} {
			s := newStand(t, "en")
			s.Bind(fyne.KeyO)
			write(s)
			panel := s.Side.(*widgets.SidePanel)
			if leave(s); s.Side != fyne.CanvasObject(panel) || panel.Note != s.Lang.T("common.unsaved") {
				t.Fatalf("%s loses %s, or does not say so", how, what)
			}
			if leave(s); s.Side == fyne.CanvasObject(panel) {
				t.Errorf("%s: whoever insists does not get on", how)
			}
		}
	}
	s := newStand(t, "en")
	s.Bind(fyne.KeyO)
	panel := s.Side
	s.Tap("A kind of your own")
	s.Tap("Cancel")
	if s.Side == panel || s.Side == nil {
		t.Error("an untouched form does not go back to the kinds")
	}
}
