package document_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// strained is a summary with everything that a page finds hard: three days, forty sessions, sixty countries, names longer than
// any line, Arabic names, a logo.
func strained(t *testing.T, s stage, n int) document.Summary {
	t.Helper()
	sum := whole(t, s, n)
	sum.Logo = pictures(t)["logo"].Data
	sum.Seminar.End = "2025-07-20"
	sum.Seminar.Titles = map[string]string{"en": strings.Repeat("A seminar with a very long title about everything ", 4), "ar": "ندوة"}
	first := sum.Sessions[0]
	sum.Sessions = nil
	for i := range 40 {
		v := first
		v.Session.Title = fmt.Sprintf("Session %d of the whole seminar, about a subject that takes its time to be named in full", i+1)
		v.Session.Start = first.Session.Start.Add(time.Duration(i) * 90 * time.Minute)
		v.Session.End = v.Session.Start.Add(time.Hour)
		v.Session.Counts, v.Absent, v.Excused = true, 20, 3
		sum.Sessions = append(sum.Sessions, v)
	}
	for i := range sum.People {
		p := &sum.People[i]
		p.Sessions = nil
		for j := range sum.Sessions {
			p.Sessions = append(p.Sessions, document.Cell{Status: []string{"present", "late", "absent", "excused"}[(i+j)%4], Minutes: (i + j) % 4 * 20})
		}
		switch i % 5 {
		case 0:
			p.Row.GivenName, p.Row.FamilyName = "Maximiliana-Konstantina Alexandra", "Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst"
			p.Position = strings.Repeat("Acting deputy head of the department for cultural affairs ", 3)
		case 1:
			p.Row.GivenName, p.Row.FamilyName, p.Row.NativeName = "عبد الرحمن", "بن محمد بن عبد العزيز آل سعود", ""
			p.Row.Organisation = "المنظمة الإسلامية للتربية والعلوم والثقافة"
		}
	}
	for i := range 60 {
		sum.ByCountry = append(sum.ByCountry, document.Group{Key: string([]byte{'A' + byte(i%26), 'A' + byte(i*7%26)}), Expected: i, Arrived: i / 2})
	}
	sum.Initiatives = append(sum.Initiatives, document.InitiativeLine{Delegation: "Azerbaijan", Session: sum.Sessions[3].Session.Title,
		Initiative: seminar.Initiative{Title: strings.Repeat("An initiative ", 20), By: "X", Text: strings.Repeat("Text. ", 900), Status: seminar.Adopted}})
	return sum
}

// TestPagesHoldWhatIsHard: nothing leaves its box or its page, whatever the seminar and its people are like, and however many.
func TestPagesHoldWhatIsHard(t *testing.T) {
	for _, tag := range []string{"en", "ar"} {
		for _, n := range []int{0, 1, 2, 60} {
			s := newStage(t, tag)
			sum := strained(t, s, n)
			setter := typeset.New()
			for _, kind := range document.Kinds() {
				doc, err := document.Compose(kind, sum, document.Options{Lang: i18n.OpenDocument(tag), Created: made, Setter: setter}).Document(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				t.Run(fmt.Sprintf("%s/%d/%s", tag, n, kind), func(t *testing.T) {
					inside(t, setter, doc)
					if n > 2 {
						write(t, setter, doc)
					}
				})
			}
		}
	}
}

// TestSessionsThatFindNoRoomFollow: forty sessions stand on several pages, each with the names and its heads.
func TestSessionsThatFindNoRoomFollow(t *testing.T) {
	s := newStage(t, "en")
	sum := strained(t, s, 30)
	doc := drawnReport(t, document.KindMatrix, sum, document.Options{Created: made})
	heads := map[string]int{}
	for i, p := range doc.Pages {
		people := 0
		for _, it := range p.Items {
			if text, ok := it.(page.Text); ok && text.Turn == 1 {
				heads[text.Content]++
			} else if ok && text.Content == i18n.Open("en").T("column.name") {
				people++
			}
		}
		if people != 1 {
			t.Errorf("page %d has %d heads", i+1, people)
		}
	}
	if len(heads) != 40 {
		t.Errorf("%d sessions are named", len(heads))
	}
}

// TestTheTitleBlockHasTheLogoAndTheEndAPlaceToSign: at the end of the lines, so on the left of an Arabic page.
func TestTheTitleBlockHasTheLogoAndTheEndAPlaceToSign(t *testing.T) {
	for _, tag := range []string{"en", "ar"} {
		sum := strained(t, newStage(t, tag), 3)
		sum.Seminar.Signer, sum.Seminar.SignerAs = "Dr Signer", "Director"
		doc := drawnReport(t, document.KindSummary, sum, document.Options{Lang: i18n.OpenDocument(tag), Created: made})
		logo := 0.0
		page.Each(doc.Pages[0].Items, func(it page.Item) {
			if g, ok := it.(page.Group); ok && strings.HasPrefix(g.Key, "logo") {
				logo = g.Clip.X
			}
		})
		if logo == 0 || (logo > 105) != (tag == "en") {
			t.Errorf("%s: the logo stands at %.0f mm", tag, logo)
		}
		last := ""
		for _, text := range texts(page.Document{Pages: doc.Pages[len(doc.Pages)-1:]}) {
			last += text.Content + "\n"
		}
		for _, want := range []string{"Dr Signer", "Director", i18n.OpenDocument(tag).T("document.stamp"), i18n.OpenDocument(tag).T("column.date")} {
			if !strings.Contains(last, want) {
				t.Errorf("%s: the last page lacks %q", tag, want)
			}
		}
	}
}
