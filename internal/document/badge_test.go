package document_test

import (
	"encoding/csv"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// difficult are people whose badges other desks get wrong.
func difficult(t testing.TB) []seminar.Attendee {
	t.Helper()
	f, err := os.Open("testdata/names.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []seminar.Attendee
	r := csv.NewReader(f)
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, seminar.Attendee{ID: seminar.ID(row[0] + row[1]), GivenName: row[0], FamilyName: row[1], NativeName: row[2],
			Position: row[3], Organisation: row[4], Country: row[5], Language: row[6]})
	}
}

// scanned is how many pages are read by a scanner: all of a language, a few of a pseudo-language, whose codes are the same.
func scanned(tag string, pages int) int {
	if tag == "en" {
		return pages
	}
	return 4
}

func TestBadgesOfDifficultNames(t *testing.T) {
	for _, tag := range []string{"en", "az", i18n.LongTag, i18n.RTLTag} {
		t.Run(tag, func(t *testing.T) {
			s := newStage(t, tag)
			keys := sortedKeys(s.categories)
			var badges []document.Badge
			for i, a := range difficult(t) {
				badges = append(badges, s.badge(i, a, keys[i%len(keys)], "az"))
			}
			setter := typeset.New()
			doc, warnings := document.Badges(badges, document.Options{Lang: i18n.Open(tag), Created: made, Setter: setter})
			for _, w := range warnings {
				t.Errorf("a warning that nobody needs: %+v", w)
			}
			inside(t, setter, doc)
			file := write(t, setter, doc)
			pages, read := readBack(t, file), codes(t, file, scanned(tag, len(doc.Pages)))
			for i, b := range badges {
				for _, want := range []string{b.Attendee.GivenName, b.Attendee.FamilyName, b.Attendee.NativeName, b.Attendee.Organisation, b.Number} {
					if want = unbroken(norm.NFC.String(want)); !strings.Contains(unbroken(pages[i]), want) {
						t.Errorf("page %d says %q, not %q", i+1, pages[i], want)
					}
				}
				if i < len(read) && read[i] != b.Code {
					t.Errorf("page %d: the code reads %q, not %q", i+1, read[i], b.Code)
				}
			}
		})
	}
}

// unbroken is a text without what a line break changes: a reader that copies drops the hyphen at the end of a line.
func unbroken(s string) string {
	return strings.NewReplacer("-", "").Replace(strings.Join(strings.Fields(s), " "))
}

// TestLinesAreEvenedBetweenWords are names of two lines, which are made as wide as each other: not at the price of a word.
func TestLinesAreEvenedBetweenWords(t *testing.T) {
	s, setter := newStage(t, "en"), typeset.New()
	names := []string{"Преображенская-Воздвиженская", "Chandrasekharanathanpillai de Li"}
	var badges []document.Badge
	for i, name := range names {
		badges = append(badges, s.badge(i, seminar.Attendee{GivenName: "Maria", FamilyName: name}, "", ""))
	}
	for _, id := range []string{"a6-portrait", "label-62"} {
		layout, _ := document.ShippedNamed(id)
		doc, _ := document.Badges(badges, document.Options{Lang: i18n.Open("en"), Created: made, Setter: setter, Template: layout, Sheet: document.Sheet{Name: "none"}})
		found := 0
		for _, text := range texts(doc) {
			if !slices.Contains(names, text.Content) {
				continue
			}
			found++
			if b := setter.Set(text); len(b.Lines) != 2 || b.Broken {
				t.Errorf("%s: %q stands in %d lines, the first is %q", id, text.Content, len(b.Lines), b.Lines[0].Text)
			}
		}
		if found != len(names) {
			t.Errorf("%s: %d of the names were found", id, found)
		}
	}
}

// TestBadgesBeyondReason are texts that fit no badge: they are cut with a warning and never leave the page.
func TestBadgesBeyondReason(t *testing.T) {
	s := newStage(t, "en")
	many := strings.Repeat("Абдурраҳмон Муҳаммадиқболзода ", 5)
	word := strings.Repeat("Wolfeschlegelsteinhausen", 7)
	cases := []struct {
		name  string
		badge document.Badge
		cut   bool
	}{
		{"150 letters", s.badge(1, seminar.Attendee{ID: "1", GivenName: many[:len(many)/2], FamilyName: many[len(many)/2:], NativeName: "Leyla", Honorific: "His Excellency",
			Position: many[:120], Organisation: many, Country: "BA"}, "delegate", "az"), false},
		{"one long word", s.badge(2, seminar.Attendee{ID: "2", GivenName: word, Organisation: word + word + word}, "vip", ""), true},
		{"an endless name", s.badge(3, seminar.Attendee{ID: "3", GivenName: strings.Repeat(many, 6)}, "", ""), true},
		{"bare", document.Badge{Seminar: s.seminar, Attendee: seminar.Attendee{ID: "4", FamilyName: "Zere"}}, false},
		{"nobody", document.Badge{}, false},
		{"only own script", s.badge(5, seminar.Attendee{ID: "5", NativeName: "ليلى"}, "guest", ""), false},
		{"no country of ours", s.badge(6, seminar.Attendee{ID: "6", GivenName: "Li", FamilyName: "Na", Country: "??"}, "guest", ""), false},
	}
	var badges []document.Badge
	for _, c := range cases {
		badges = append(badges, c.badge)
	}
	setter := typeset.New()
	doc, warnings := document.Badges(badges, document.Options{Created: made, Setter: setter})
	inside(t, setter, doc)
	write(t, setter, doc)
	for _, c := range cases {
		cut := slices.ContainsFunc(warnings, func(w document.Warning) bool {
			return w.AttendeeID == c.badge.Attendee.ID && w.Code == document.WarnCut
		})
		if cut != c.cut {
			t.Errorf("%s: cut is %v", c.name, cut)
		}
	}
}

func TestBadgeOfUnknownLetters(t *testing.T) {
	s := newStage(t, "en")
	_, warnings := document.Badges([]document.Badge{s.badge(1, seminar.Attendee{ID: "x", GivenName: "李", FamilyName: "Na"}, "guest", "")}, document.Options{})
	if len(warnings) != 1 || warnings[0].Code != document.WarnMissing || warnings[0].AttendeeID != "x" || !strings.Contains(warnings[0].Message, "李") {
		t.Errorf("warnings %+v", warnings)
	}
}

func TestANameInEmptyBoxesIsLeftOut(t *testing.T) {
	s := newStage(t, "en")
	doc, warnings := document.Badges([]document.Badge{s.badge(1, seminar.Attendee{ID: "x", GivenName: "Wei", FamilyName: "Li", NativeName: "李伟"}, "guest", "")}, document.Options{})
	if len(warnings) != 1 || warnings[0].Code != document.WarnMissing || !strings.Contains(warnings[0].Message, "李") {
		t.Errorf("warnings %+v", warnings)
	}
	for _, text := range texts(doc) {
		if strings.Contains(text.Content, "李") {
			t.Errorf("the badge shows %q", text.Content)
		}
	}
}

func TestBadgeName(t *testing.T) {
	s := newStage(t, "en")
	for _, c := range []struct {
		a    seminar.Attendee
		want []string
	}{
		{seminar.Attendee{GivenName: "Abdulhakeem", FamilyName: "Al-Senan", BadgeName: "Hakeem Al-Senan"}, []string{"Hakeem", "Al-Senan"}},
		{seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar-zadə", BadgeName: "Lela"}, []string{"Lela"}},
		{seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar", NativeName: "leyla qafar"}, []string{"Leyla", "Qafar"}},
	} {
		doc, _ := document.Badges([]document.Badge{{Seminar: s.seminar, Attendee: c.a}}, document.Options{})
		var got []string
		for _, text := range texts(doc) {
			if text.Style.Size >= 20 {
				got = append(got, text.Content)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v shows %q, not %q", c.a, got, c.want)
		}
	}
}
