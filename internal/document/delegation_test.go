package document_test

import (
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// TestTheSheetOfADelegationSaysItsFigures: in the number that the language has for them.
func TestTheSheetOfADelegationSaysItsFigures(t *testing.T) {
	of := document.Group{ID: "kz", Key: "Kazakhstan", Head: "Dr Aizhan Karimova", Quota: 4, Expected: 3, Arrived: 2}
	out, full := of, of
	out.HeadOut, out.Quota = true, 5
	full.Expected = 6
	for _, c := range []struct {
		of   document.Group
		want string
	}{
		{of, "Head: Dr Aizhan Karimova · Quota 4 · 3 expected · 2 arrived · 1 place free"},
		{out, "Head: Dr Aizhan Karimova (Cancelled) · Quota 5 · 3 expected · 2 arrived · 2 places free"},
		{full, "Head: Dr Aizhan Karimova · Quota 4 · 6 expected · 2 arrived · 2 over the quota"},
	} {
		sum := document.Summary{Made: made, ByDelegation: []document.Group{c.of}, People: []document.PersonLine{{Row: seminar.RosterRow{DelegationID: c.of.ID, GivenName: "Li"}}}}
		doc := drawnReport(t, document.KindDelegations, sum, document.Options{Lang: i18n.Open("en")})
		var said []string
		for _, p := range doc.Pages {
			page.Each(p.Items, func(it page.Item) {
				if text, ok := it.(page.Text); ok {
					said = append(said, text.Content)
				}
			})
		}
		if all := strings.Join(said, "\n"); !strings.Contains(all, c.want) {
			t.Errorf("the pages lack %q:\n%s", c.want, all)
		}
	}
}
