package trust_test

import (
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// TestTheCodeStaysScannable: a certificate of the second version says more than one of the first, and its code must not need
// more than the 52 mm and 0.53 mm a module that the page has for it, quiet zone included.
func TestTheCodeStaysScannable(t *testing.T) {
	o := newOffice(t, "genuine")
	for name, c := range map[string]struct {
		title string
		who   seminar.Attendee
		most  int // modules of the code's side
	}{
		"usual":  {"First regional seminar on cooperation in culture, education and science", leyla(), 77},
		"arabic": {"First regional seminar on cooperation in culture, education and science", seminar.Attendee{GivenName: "Abdulhakeem Muhammad", FamilyName: "Al-Senan", NativeName: "عبد الحكيم محمد السنان", Honorific: "H.E. Dr."}, 81},
		"long":   {strings.Repeat("Regional seminar ", 9), people()[5], 89},
	} {
		o.Titles = map[string]string{"en": c.title}
		cert, snap := o.certificate("ICESCO-2025-A-0012", c.who, 336)
		m, err := page.QR{Payload: cert.Payload, Level: page.Low}.Modules()
		if err != nil {
			t.Fatal(err)
		}
		text, _ := snap.Text()
		t.Logf("%s: %d bytes signed, %d letters, %d modules", name, len(text), len(cert.Payload), m.Side())
		if m.Side() > c.most {
			t.Errorf("%s: %d bytes signed make a code of %d modules", name, len(text), m.Side())
		}
		if got := scanned(t, o.file(cert)); strings.TrimSpace(got) != cert.Payload {
			t.Errorf("%s: a camera reads %.40q of it", name, got)
		}
	}
}
