package document_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// programme is the sample's own, repeated over some days.
func (s stage) programme(t testing.TB, days int) []seminar.Session {
	t.Helper()
	var all []seminar.Session
	for d := range days {
		for _, v := range s.source.Sessions {
			from, err := time.ParseInLocation("2006-01-02T15:04", v.Start, s.seminar.Location())
			if err != nil {
				t.Fatal(err)
			}
			to, err := time.ParseInLocation("2006-01-02T15:04", v.End, s.seminar.Location())
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, seminar.Session{Title: title(v.Titles, s.tag), Kind: seminar.SessionKind(v.Kind),
				Start: from.AddDate(0, 0, d).UTC(), End: to.AddDate(0, 0, d).UTC()})
		}
	}
	return all
}

func TestTheBackCarriesTheProgramme(t *testing.T) {
	for _, tag := range []string{"en", "az", i18n.LongTag, i18n.RTLTag} {
		t.Run(tag, func(t *testing.T) {
			s := newStage(t, tag)
			lang := i18n.Open(tag)
			badges := s.badges(3)
			for i := range badges {
				badges[i].Sessions = s.programme(t, 1)
			}
			setter := typeset.New()
			doc, warnings := document.Badges(badges, document.Options{Lang: lang, Created: made, Setter: setter, Side: document.Both})
			if len(warnings) > 0 || len(doc.Pages) != 6 {
				t.Fatalf("%d pages, warnings %+v", len(doc.Pages), warnings)
			}
			inside(t, setter, doc)
			pages := readBack(t, write(t, setter, doc))
			for i, b := range badges {
				if front := pages[2*i]; !strings.Contains(front, b.Number) {
					t.Errorf("page %d is not the front of %s: %q", 2*i+1, b.Number, front)
				}
			}
			for _, v := range badges[0].Sessions {
				at := lang.Time(v.Start.In(s.seminar.Location()))
				if !strings.Contains(pages[1], at) || tag != i18n.RTLTag && !strings.Contains(unbroken(pages[1]), unbroken(v.Title)) {
					t.Errorf("the back has no %s %q: %q", at, v.Title, pages[1])
				}
			}
		})
	}
}

func TestALongProgrammeEndsInAnEllipsis(t *testing.T) {
	s := newStage(t, "en")
	for days := 2; days <= 9; days++ {
		b := s.badges(1)[0]
		b.Seminar.End = s.seminar.Start[:8] + fmt.Sprint(17+days)
		b.Sessions = s.programme(t, days)
		setter := typeset.New()
		doc, warnings := document.Badges([]document.Badge{b}, document.Options{Setter: setter, Side: document.Back})
		inside(t, setter, doc)
		shown, more := 0, ""
		for _, text := range texts(doc) {
			for _, v := range s.source.Sessions {
				if text.Content == v.Titles["en"] {
					shown++
				}
			}
			if strings.HasPrefix(text.Content, "…") {
				more = text.Content
			}
		}
		left := len(b.Sessions) - shown
		want := ""
		if left > 0 {
			want = fmt.Sprintf("… and %d more sessions", left)
		}
		if more != want || (left > 0) != (len(warnings) == 1) {
			t.Errorf("%d days: %d of %d sessions, %q instead of %q, warnings %+v", days, shown, len(b.Sessions), more, want, warnings)
		}
		if shown < len(s.source.Sessions) {
			t.Errorf("%d days: only %d sessions are shown", days, shown)
		}
	}
}

func TestABackOfDifficultTitlesStaysInside(t *testing.T) {
	s := newStage(t, "en")
	at := time.Date(2025, 7, 18, 5, 0, 0, 0, time.UTC)
	long := strings.Repeat("Wolfeschlegelsteinhausen", 9)
	for name, sessions := range map[string][]seminar.Session{
		"none":   nil,
		"arabic": {{Title: "الجلسة الأولى: الثقافة والتراث في المنطقة", Start: at, End: at.Add(time.Hour)}},
		"long":   {{Title: long, Start: at, End: at.Add(time.Hour)}, {Title: strings.Repeat("Абдурраҳмон ", 80), Start: at, End: at.Add(time.Hour)}},
		"bare":   {{}},
	} {
		b := s.badges(1)[0]
		b.Sessions = sessions
		for _, tag := range []string{"en", i18n.RTLTag} {
			setter := typeset.New()
			doc, _ := document.Badges([]document.Badge{b}, document.Options{Lang: i18n.Open(tag), Setter: setter, Side: document.Back})
			t.Run(name+tag, func(t *testing.T) { inside(t, setter, doc) })
		}
	}
	b := s.badges(1)[0]
	b.Sessions = []seminar.Session{{Title: "李", Start: at, End: at.Add(time.Hour)}}
	_, warnings := document.Badges([]document.Badge{b}, document.Options{Side: document.Back})
	if len(warnings) != 1 || warnings[0].Code != document.WarnMissing {
		t.Errorf("a title that no font has: %+v", warnings)
	}
}
