package bench_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// twin is somebody registered twice, and what became of the name the second time.
type twin struct {
	first, second seminar.ID
	kind, contact string
}

// TestTwins finds people who are registered twice among 2,000.
func TestTwins(t *testing.T) {
	s, d, of := workspace(t, 2000)
	planted := plant(t, d, of, 80, 5)
	f := find(t, d, of, planted)
	if s.Path() == "" || f.recall() < 0.95 || f.mistaken > 10 {
		t.Errorf("found %.1f%%, %d false proposals\n%s", 100*f.recall(), f.mistaken, f)
	}
}

// BenchmarkTwins finds 200 people who are registered twice among 10,000. Aims: at least 95 of a hundred, at most 50
// false proposals, under 5 s.
func BenchmarkTwins(b *testing.B) {
	_, d, of := workspace(b, 10_000)
	planted := plant(b, d, of, 200, 9)
	for b.Loop() {
		f := find(b, d, of, planted)
		b.ReportMetric(100*f.recall(), "%-found")
		b.ReportMetric(float64(f.mistaken), "false")
		b.ReportMetric(f.took.Seconds(), "s")
		b.Log("\n" + f.String())
	}
}

// finding is what a search for twins found.
type finding struct {
	planted  []twin
	found    map[seminar.ID]bool
	mistaken int
	strays   []string
	took     time.Duration
}

func find(t testing.TB, d *desk.Desk, of seminar.ID, planted []twin) finding {
	start := time.Now()
	all, err := d.Duplicates(ctx, of, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := finding{planted: planted, found: map[seminar.ID]bool{}, took: time.Since(start)}
	of2 := map[seminar.ID]seminar.ID{}
	for _, p := range planted {
		of2[p.second] = p.first
	}
	for _, p := range all {
		switch {
		case of2[p.A.AttendeeID] == p.B.AttendeeID:
			f.found[p.A.AttendeeID] = true
		case of2[p.B.AttendeeID] == p.A.AttendeeID:
			f.found[p.B.AttendeeID] = true
		default:
			f.mistaken++
			f.strays = append(f.strays, fmt.Sprintf("%.2f %v: %s (%s) and %s (%s)", p.Score, p.Reasons, p.A.Name(), p.A.Organisation, p.B.Name(), p.B.Organisation))
		}
	}
	for _, p := range planted {
		if !f.found[p.second] && testing.Verbose() {
			one, two := person(t, d, of, p.first), person(t, d, of, p.second)
			t.Logf("missed, %s, %s: %+v and %+v", p.kind, p.contact, brief(one), brief(two))
		}
	}
	return f
}

func person(t testing.TB, d *desk.Desk, of, id seminar.ID) seminar.Attendee {
	f, err := d.Person(ctx, of, id)
	if err != nil {
		t.Fatal(err)
	}
	return f.Attendee
}

func brief(a seminar.Attendee) string {
	return strings.Join([]string{a.GivenName, a.FamilyName, a.NativeName, a.Organisation, a.Email, a.Phone}, " | ")
}

func (f finding) recall() float64 { return float64(len(f.found)) / float64(len(f.planted)) }

// String is the table of what was found by what became of the name, and by what else the two have in common.
func (f finding) String() string {
	count := map[string][2]int{}
	for _, p := range f.planted {
		for _, row := range []string{"name " + p.kind, "contact: " + p.contact} {
			c := count[row]
			c[1]++
			if f.found[p.second] {
				c[0]++
			}
			count[row] = c
		}
	}
	var lines []string
	for row, c := range count {
		lines = append(lines, fmt.Sprintf("%-34s %d of %d", row, c[0], c[1]))
	}
	slices.Sort(lines)
	lines = append(lines, fmt.Sprintf("found %d of %d; %d false proposals; %v", len(f.found), len(f.planted), f.mistaken, f.took.Round(time.Millisecond)))
	return strings.Join(append(lines, f.strays[:min(60, len(f.strays))]...), "\n")
}

// plant registers n people a second time, under a name that is written otherwise.
func plant(t testing.TB, d *desk.Desk, of seminar.ID, n int, seed uint64) []twin {
	t.Helper()
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(seed, 1))
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	arabic := dictionary(rows)
	kinds := []string{"respelled", "in another script", "swapped", "with a typo"}
	var planted []twin
	var forms []desk.Form
	for _, row := range rows {
		if len(planted) == n {
			break
		}
		p := twin{first: row.AttendeeID, kind: kinds[len(planted)%len(kinds)]}
		a := person(t, d, of, row.AttendeeID)
		given, family, ok := rewritten(r, a, p.kind, arabic)
		if !ok {
			continue
		}
		second := seminar.Attendee{ID: demo.ID("twin", string(row.AttendeeID)), GivenName: given, FamilyName: family,
			Organisation: a.Organisation, Country: a.Country}
		switch k := r.IntN(10); {
		case k < 2:
			p.contact, second.Email = "same e-mail", a.Email
		case k < 4:
			p.contact, second.Phone, second.Email = "same phone, another e-mail", a.Phone, fmt.Sprintf("private%d@example.com", len(planted))
		case k < 5:
			p.contact, second.Phone, second.Email = "both the same", a.Phone, a.Email
		case k < 8:
			p.contact = "neither given"
		case k < 9:
			p.contact, second.Organisation = "neither given, no organisation", ""
		default:
			p.contact, second.Email = "another e-mail, no phone", fmt.Sprintf("private%d@example.com", len(planted))
		}
		p.second = second.ID
		planted = append(planted, p)
		forms = append(forms, desk.Form{Attendee: second, Registration: seminar.Registration{SeminarID: of, Source: "import"}})
	}
	if _, err := d.RegisterAll(ctx, forms, nil); err != nil {
		t.Fatal(err)
	}
	return planted
}

// dictionary gives the Latin of Arabic names, from people who wrote both.
func dictionary(rows []seminar.RosterRow) map[string]string {
	latin := map[string]string{}
	for _, r := range rows {
		if given, family, ok := strings.Cut(r.NativeName, " "); ok && strings.ContainsAny(given, "اأإآبتجحخرزسعغفقكلمنهوي") {
			latin[given], latin[family] = r.GivenName, r.FamilyName
		}
	}
	return latin
}

// rewritten is a name as the person may have given it the second time; false if this name cannot be so.
func rewritten(r *rand.Rand, a seminar.Attendee, kind string, arabic map[string]string) (given, family string, ok bool) {
	given, family = a.GivenName, a.FamilyName
	if given == "" || family == "" {
		return "", "", false
	}
	both := func(how *strings.Replacer) { given, family = how.Replace(given), how.Replace(family) }
	switch kind {
	case "respelled":
		switch how := []*strings.Replacer{english, plain}[r.IntN(2)]; {
		case a.Country == "FR":
			both(unaccented)
		default:
			both(how)
		}
	case "in another script":
		switch {
		case arabic[given] != "" && arabic[family] != "":
			given, family = arabic[given], arabic[family]
		case strings.ContainsAny(given+family, "абвгдежзийклмнопрстуфхчшы"):
			both(toLatin)
		case a.Country == "AZ" || a.Country == "UZ":
			both(toCyrillic)
		default:
			return "", "", false
		}
	case "swapped":
		given, family = family, given
	case "with a typo":
		if r.IntN(2) == 0 {
			given = slipped(r, given)
		} else {
			family = slipped(r, family)
		}
	}
	return given, family, given != a.GivenName || family != a.FamilyName
}

// slipped is a word with one letter left out, doubled, exchanged with the next, or another one.
func slipped(r *rand.Rand, word string) string {
	l := []rune(word)
	if len(l) < 4 {
		return word
	}
	i := r.IntN(len(l) - 1)
	switch r.IntN(4) {
	case 0:
		return string(slices.Delete(l, i+1, i+2))
	case 1:
		return string(slices.Insert(l, i, l[i]))
	case 2:
		l[i], l[i+1] = l[i+1], l[i]
	default:
		l[i+1] = l[r.IntN(len(l))]
	}
	return string(l)
}

// How names are rewritten in passports, by foreign registrars and by people without the keyboard for it. These tables
// know nothing of package names.
var (
	english = strings.NewReplacer("ə", "a", "Ə", "A", "ş", "sh", "Ş", "Sh", "ç", "ch", "Ç", "Ch", "ğ", "gh", "ı", "i", "ö", "o", "Ö", "O",
		"ü", "u", "Ü", "U", "c", "j", "C", "J", "x", "kh", "X", "Kh", "q", "g", "Q", "G", "oʻ", "o", "Oʻ", "O", "gʻ", "gh", "Gʻ", "Gh",
		"Al-", "El ", "ou", "u", "ee", "i",
		"қ", "к", "Қ", "К", "ғ", "г", "Ғ", "Г", "ҳ", "х", "Ҳ", "Х", "ҷ", "дж", "Ҷ", "Дж", "ӯ", "у", "ұ", "у", "ү", "у", "ө", "о", "Ө", "О",
		"ә", "а", "Ә", "А", "ң", "н", "і", "и", "І", "И", "ё", "е", "й", "и")
	unaccented = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "ç", "c", "ï", "i", "ë", "e", "ô", "o", "É", "E")
	plain      = strings.NewReplacer("ə", "e", "Ə", "E", "ş", "s", "Ş", "S", "ç", "c", "Ç", "C", "ğ", "g", "ı", "i", "ö", "o", "Ö", "O", "ü", "u", "Ü", "U",
		"oʻ", "o'", "Oʻ", "O'", "gʻ", "g'", "Gʻ", "G'", "Al-", "Al ", "ei", "ey", "y", "i",
		"қ", "к", "Қ", "К", "ғ", "г", "ҳ", "х", "Ҳ", "Х", "ҷ", "ж", "Ҷ", "Ж", "ӯ", "у", "ұ", "у", "ү", "у", "ө", "о", "ә", "а", "Ә", "А", "ң", "н", "і", "и", "ё", "е")
	toLatin = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "yo", "ж", "zh", "з", "z", "и", "i", "й", "y",
		"к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts",
		"ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya", "қ", "q", "ғ", "gh", "ҳ", "h", "ҷ", "j",
		"ӯ", "u", "ӣ", "i", "ұ", "u", "ү", "u", "ө", "o", "ә", "a", "ң", "ng", "і", "i", "һ", "h",
		"А", "A", "Б", "B", "В", "V", "Г", "G", "Д", "D", "Е", "E", "Ё", "Yo", "Ж", "Zh", "З", "Z", "И", "I", "Й", "Y", "К", "K", "Л", "L",
		"М", "M", "Н", "N", "О", "O", "П", "P", "Р", "R", "С", "S", "Т", "T", "У", "U", "Ф", "F", "Х", "Kh", "Ц", "Ts", "Ч", "Ch", "Ш", "Sh",
		"Э", "E", "Ю", "Yu", "Я", "Ya", "Қ", "Q", "Ғ", "Gh", "Ҳ", "H", "Ҷ", "J", "Ұ", "U", "Ү", "U", "Ө", "O", "Ә", "A", "І", "I")
	toCyrillic = strings.NewReplacer("ya", "я", "yo", "ё", "yu", "ю", "ye", "е", "Yo", "Ё", "Yu", "Ю", "sh", "ш", "Sh", "Ш", "ch", "ч", "Ch", "Ч", "oʻ", "у", "Oʻ", "У", "gʻ", "г", "Gʻ", "Г",
		"a", "а", "b", "б", "c", "дж", "ç", "ч", "d", "д", "e", "е", "ə", "а", "f", "ф", "g", "г", "ğ", "г", "h", "г", "x", "х", "ı", "ы", "i", "и",
		"j", "ж", "k", "к", "q", "к", "l", "л", "m", "м", "n", "н", "o", "о", "ö", "о", "p", "п", "r", "р", "s", "с", "ş", "ш", "t", "т",
		"u", "у", "ü", "ю", "v", "в", "y", "й", "z", "з", "A", "А", "B", "Б", "C", "Дж", "Ç", "Ч", "D", "Д", "E", "Э", "Ə", "А", "F", "Ф",
		"G", "Г", "H", "Г", "X", "Х", "İ", "И", "I", "И", "J", "Ж", "K", "К", "Q", "К", "L", "Л", "M", "М", "N", "Н", "O", "О", "Ö", "О", "P", "П", "R", "Р",
		"S", "С", "Ş", "Ш", "T", "Т", "U", "У", "Ü", "Ю", "V", "В", "Y", "Й", "Z", "З", "'", "", "ʼ", "")
)
