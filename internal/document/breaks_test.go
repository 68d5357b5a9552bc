package document_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// lineOf is what stands on a page, from above: the head of a table, a heading, or a row.
type lineOf struct {
	y    float64
	kind string
}

// linesOf finds heads by the title of the column of names, rows by their numbers, headings by their size.
func linesOf(p *page.Page, name string, rows map[string]bool) []lineOf {
	var all []lineOf
	for _, it := range p.Items {
		t, ok := it.(page.Text)
		switch {
		case !ok || t.Y > p.H-20 || t.Y < 20:
		case t.Content == name && t.Style.Size < 13:
			all = append(all, lineOf{t.Y, "head"})
		case rows[t.Content] && t.Style.Bold:
			all = append(all, lineOf{t.Y, "row"})
		case t.Style.Bold && t.Style.Size >= 13 && t.Style.Size < 20 && t.Y > 60:
			all = append(all, lineOf{t.Y, "heading"})
		}
	}
	slices.SortFunc(all, func(a, b lineOf) int { return int((a.y - b.y) * 100) })
	return all
}

// TestNoRowIsAnOrphan: whatever the number of people, every page with rows begins with the head of the table, no head or heading
// stands at a foot with fewer than two rows below it, and no last row stands alone on a page.
func TestNoRowIsAnOrphan(t *testing.T) {
	s := newStage(t, "en")
	setter := typeset.New()
	name := i18n.Open("en").T("column.name")
	for n := 1; n <= 80; n++ {
		sum := s.summary(t, n)
		rows, parts := map[string]bool{}, map[string]int{}
		for i := range sum.People {
			p := &sum.People[i]
			p.Row.FamilyName = fmt.Sprintf("%s %d", p.Row.FamilyName, i)
			p.Row.BadgeName = ""
			who := p.Row.Name()
			if p.Honorific != "" {
				who = p.Honorific + " " + who
			}
			rows[who] = true
			parts[p.Delegation]++
		}
		for _, kind := range []string{document.KindAttendance, document.KindSignIn, document.KindProtocol, document.KindDelegations} {
			doc := drawnReport(t, kind, sum, document.Options{Created: made, Setter: setter})
			single := kind != document.KindAttendance && slices.Contains(slices.Collect(maps.Values(parts)), 1)
			found := 0
			for i, p := range doc.Pages {
				if i == 0 && kind == document.KindDelegations {
					continue // the figures of all of them
				}
				lines := linesOf(p, name, rows)
				run, headed := 0, false
				end := func() {
					if headed && run < 2 && n > 1 && !single {
						t.Errorf("%s of %d people, page %d: a head has %d rows below it", kind, n, i+1, run)
					}
				}
				for _, l := range lines {
					switch l.kind {
					case "head":
						end()
						run, headed = 0, true
					case "row":
						found++
						run++
						if !headed {
							t.Fatalf("%s of %d people, page %d: a row without a head above it", kind, n, i+1)
						}
					}
				}
				end()
				if len(lines) > 0 && lines[len(lines)-1].kind == "heading" {
					t.Errorf("%s of %d people, page %d ends with a heading", kind, n, i+1)
				}
			}
			if want := len(rows); found != want && kind == document.KindAttendance {
				t.Errorf("%s of %d people shows %d", kind, n, found)
			}
		}
	}
}

// TestNobodySignsAnEmptyPage: whatever the number of people, the last of them stand above the place to sign.
func TestNobodySignsAnEmptyPage(t *testing.T) {
	s := newStage(t, "en")
	setter := typeset.New()
	stamp := i18n.Open("en").T("document.stamp")
	for n := 1; n <= 60; n++ {
		sum := s.summary(t, n)
		for _, kind := range []string{document.KindSummary, document.KindAttendance, document.KindMatrix, document.KindSignIn} {
			doc := drawnReport(t, kind, sum, document.Options{Created: made, Setter: setter})
			last := texts(page.Document{Pages: doc.Pages[len(doc.Pages)-1:]})
			names, stamped := 0, false
			for _, text := range last {
				stamped = stamped || text.Content == stamp
				if slices.ContainsFunc(sum.People, func(p document.PersonLine) bool { return strings.HasSuffix(text.Content, p.Row.Name()) }) {
					names++
				}
			}
			if !stamped || names == 0 {
				t.Errorf("%s of %d people: %d names above the place to sign %v", kind, n, names, stamped)
			}
		}
	}
}
