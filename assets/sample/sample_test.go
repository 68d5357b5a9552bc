package sample_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"lanyard/assets/sample"
)

// written is how many people are written by hand.
const written = 128

// alphabets are the letters each language writes with; a group after a space is another script of the same language.
var alphabets = map[string]string{
	"az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
	"uz": "abdefghijklmnopqrstuvxyzʻʼ" + "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ",
	"tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
	"kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
	"ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
	"ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	"fr": "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ",
	"ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى",
}

// lower is the lower case of a language; Azerbaijani keeps its two i apart.
func lower(language, s string) string {
	if language == "az" {
		return strings.ToLowerSpecial(unicode.AzeriCase, s)
	}
	return strings.ToLower(s)
}

func TestEveryLetterOfEveryAlphabetIsInAName(t *testing.T) {
	names := map[string]string{}
	for _, p := range sample.People(written) {
		text := p.Given + " " + p.Family + " " + p.Native
		if p.Language == "fr" {
			text += " " + p.Organisation // à and ù stand in no French name
		}
		names[p.Language] += lower(p.Language, text)
	}
	for language, letters := range alphabets {
		var missing []string
		for _, letter := range letters {
			if !strings.ContainsRune(names[language], letter) {
				missing = append(missing, string(letter))
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s lacks %v", language, missing)
		}
	}
}

func TestRealPeopleComeFirst(t *testing.T) {
	for i, p := range sample.People(200) {
		if p.Real != (i < 4) {
			t.Errorf("person %d, %s %s: real is %v", i, p.Given, p.Family, p.Real)
		}
		if p.Real && (p.Email != "" || p.Phone != "" || p.Note != "") {
			t.Errorf("%s %s is real: nothing may be made up about them", p.Given, p.Family)
		}
	}
}

func TestPeopleAreTheSameEachTime(t *testing.T) {
	a, b := sample.People(3000), sample.People(5000)
	if !reflect.DeepEqual(a, b[:3000]) {
		t.Error("the first 3,000 differ between two calls")
	}
	if len(b) != 5000 || len(sample.People(0)) != 0 || len(sample.People(3)) != 3 {
		t.Error("wrong number of people")
	}
}

func TestKeysAndAddressesAreUnique(t *testing.T) {
	keys, emails, names := map[string]bool{}, map[string]bool{}, map[string]bool{}
	start := time.Now()
	people := sample.People(100_000)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("100,000 people took %v", took)
	}
	for _, p := range people {
		if keys[p.Key] || p.Email != "" && emails[p.Email] {
			t.Fatalf("%s or %s twice", p.Key, p.Email)
		}
		keys[p.Key], emails[p.Email] = true, true
		names[p.Given+" "+p.Family] = true
	}
	if len(names) < 20_000 {
		t.Errorf("only %d distinct names", len(names))
	}
}

func TestPeopleReferToTheProgramme(t *testing.T) {
	series := load(t)
	second := 0
	for _, p := range sample.People(1000) {
		if len(p.Seminars) == 0 || p.Seminars[0] != series.Seminars[0].Key {
			t.Errorf("%s is not in the first seminar", p.Key)
		}
		if len(p.Seminars) > 1 {
			second++
		}
		for _, key := range p.Seminars {
			i := slices.IndexFunc(series.Seminars, func(s sample.Seminar) bool { return s.Key == key })
			if i < 0 {
				t.Fatalf("%s: no seminar %q", p.Key, key)
			}
			s := series.Seminars[i]
			if !slices.ContainsFunc(s.Categories, func(c sample.Category) bool { return c.Key == p.Category }) {
				t.Errorf("%s: no category %q", p.Key, p.Category)
			}
			if !slices.ContainsFunc(s.Delegations, func(d sample.Delegation) bool { return d.Key == p.Delegation }) {
				t.Errorf("%s: no delegation %q", p.Key, p.Delegation)
			}
		}
		if strings.ContainsAny(p.Given+p.Family, "'`") || p.Given == "" {
			t.Errorf("%s: %q %q", p.Key, p.Given, p.Family)
		}
		if len(p.Phone) > 16 || p.Phone != "" && p.Phone[0] != '+' || p.Phone != "" && !strings.Contains(p.Phone, "555") {
			t.Errorf("%s: telephone %q", p.Key, p.Phone)
		}
		if !slices.Contains([]string{"pending", "confirmed", "waitlisted", "cancelled"}, p.Status) {
			t.Errorf("%s: status %q", p.Key, p.Status)
		}
	}
	if second < 35 || second > 45 {
		t.Errorf("%d people in the second seminar", second)
	}
}

func TestDelegationsKeepTheirQuota(t *testing.T) {
	for _, s := range load(t).Seminars {
		for _, d := range s.Delegations {
			n := 0
			for _, p := range sample.People(written) {
				if p.Delegation == d.Key && slices.Contains(p.Seminars, s.Key) && p.Status != "cancelled" {
					n++
				}
			}
			if d.Quota > 0 && n > d.Quota || n == 0 {
				t.Errorf("%s %s: %d people, quota %d", s.Key, d.Key, n, d.Quota)
			}
		}
	}
}

func TestFamilyNamesAgreeWithGivenNames(t *testing.T) {
	men := "Алексей Нурлан Нұрлан Jasur Anar Ҷамшед"
	women := "Анна Айгүл Әлия Dilnoza Aysel Манижа"
	seen := 0
	for _, p := range sample.People(20_000)[written:] {
		ends := func(endings ...string) bool {
			return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(p.Family, e) })
		}
		switch {
		case slices.Contains(strings.Fields(men), p.Given):
			seen++
			if ends("ova", "eva", "ова", "ева", "ская", "қызы", "кызы") {
				t.Errorf("%s %s", p.Given, p.Family)
			}
		case slices.Contains(strings.Fields(women), p.Given):
			seen++
			if ends("ov", "ev", "ов", "ев", "ёв", "ский", "ұлы", "уулу") {
				t.Errorf("%s %s", p.Given, p.Family)
			}
		}
	}
	if seen < 500 {
		t.Errorf("only %d names looked at", seen)
	}
}

func load(t *testing.T) sample.Series {
	t.Helper()
	series, err := sample.Load()
	if err != nil {
		t.Fatal(err)
	}
	return series
}

func BenchmarkPeople(b *testing.B) {
	for b.Loop() {
		sample.People(100_000)
	}
}

func ExamplePeople() {
	p := sample.People(1)[0]
	fmt.Println(p.Given, p.Family)
	// Output: Abdulhakeem Al-Senan
}
