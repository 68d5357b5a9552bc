package sample_test

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
	"time"

	"lanyard/assets/sample"
)

func TestProgrammeRefersToWhatExists(t *testing.T) {
	people := map[string]bool{}
	for _, p := range sample.People(written) {
		people[p.Key] = true
	}
	series := load(t)
	if len(series.Seminars) != 2 {
		t.Fatalf("%d seminars", len(series.Seminars))
	}
	for _, s := range series.Seminars {
		titled(t, s.Key, s.Titles)
		sessions := map[string]bool{"": true}
		last := ""
		for _, block := range s.Sessions {
			titled(t, block.Key, block.Titles)
			sessions[block.Key] = true
			from, err1 := time.Parse("2006-01-02T15:04", block.Start)
			to, err2 := time.Parse("2006-01-02T15:04", block.End)
			if err1 != nil || err2 != nil || !from.Before(to) || block.Start < last || block.Start[:10] != s.Start {
				t.Errorf("%s %s: from %s to %s", s.Key, block.Key, block.Start, block.End)
			}
			last = block.End
			for _, key := range block.Speakers {
				if !people[key] {
					t.Errorf("%s: no speaker %q", block.Key, key)
				}
			}
		}
		for _, d := range s.Delegations {
			titled(t, d.Key, d.Titles)
			if d.Head != "" && !people[d.Head] {
				t.Errorf("%s: no head %q", d.Key, d.Head)
			}
		}
		for _, l := range s.Lists {
			if !sessions[l.Session] {
				t.Errorf("%s: no session %q", l.Key, l.Session)
			}
		}
		for _, i := range s.Initiatives {
			if !sessions[i.Session] || !people[i.By] || i.Text == "" {
				t.Errorf("initiative %q", i.Title)
			}
		}
		colours := map[string]bool{}
		for _, c := range s.Categories {
			titled(t, c.Key, c.Titles)
			if !regexp.MustCompile(`^#[0-9a-f]{6}$`).MatchString(c.Colour) || colours[c.Colour] {
				t.Errorf("%s: colour %q", c.Key, c.Colour)
			}
			colours[c.Colour] = true
		}
	}
}

func titled(t *testing.T, key string, titles map[string]string) {
	t.Helper()
	for _, language := range []string{"en", "az", "ru", "ar", "fr"} {
		if titles[language] == "" {
			t.Errorf("%s has no title in %s", key, language)
		}
	}
}

func TestArrivals(t *testing.T) {
	people := sample.People(2000)
	confirmed, came, peak, exits := map[string]bool{}, map[string]bool{}, 0, 0
	for _, p := range people {
		confirmed[p.Key] = p.Status == "confirmed"
	}
	inside := map[string]bool{}
	last := ""
	arrivals := sample.Arrivals(people)
	for _, a := range arrivals {
		if a.At < last || a.At < "2025-07-18T08:30:00+04:00" || a.At > "2025-07-18T18" {
			t.Fatalf("%+v after %s", a, last)
		}
		last = a.At
		if !confirmed[a.Person] {
			t.Errorf("%s is not confirmed", a.Person)
		}
		if a.List != "main" {
			if !inside[a.Person] {
				t.Errorf("%+v: not inside", a)
			}
			continue
		}
		if inside[a.Person] == (a.Type == "entry") {
			t.Errorf("%+v: twice", a)
		}
		inside[a.Person] = a.Type == "entry"
		if a.Type == "exit" {
			exits++
		} else if !came[a.Person] {
			came[a.Person] = true
			if a.At >= "2025-07-18T09:00" && a.At < "2025-07-18T09:30" {
				peak++
			}
		}
	}
	expected := 0
	for _, ok := range confirmed {
		if ok {
			expected++
		}
	}
	if share := len(came) * 100 / expected; share < 82 || share > 88 {
		t.Errorf("%d%% came", share)
	}
	if peak*2 < len(came) || exits == 0 {
		t.Errorf("%d of %d between 09:00 and 09:30, %d exits", peak, len(came), exits)
	}
	if !reflect.DeepEqual(arrivals, sample.Arrivals(slices.Clone(people))) {
		t.Error("another day on the second call")
	}
}
