package sqlite_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// TestEveryLanguageSortsItsNames registers family names in the wrong order and asks for them in the right one.
func TestEveryLanguageSortsItsNames(t *testing.T) {
	for language, names := range map[string]string{
		"az": "Axundov Babayev Cəfərov Çingizov Əliyev Həsənov Xəlilov Iskəndərli İsmayılov Kərimov Qafar-zadə Quliyev Ləmanlı Şıxlı Алиев",
		"tr": "Aksoy Çelik Doğan Gül Iğdır İnönü Öztürk Şahin Ünal Yılmaz Иванов",
		"kk": "Абаев Әбдіров Бекова Қайратов Нұрғалиұлы Оразов Өтегенов Ұлықбеков Үсенов Ілиясов Akhmetov Zhumabay",
		"ky": "Елебаев Ёлкин Жээнбеков Нурланов Осмонов Өмүрбекова Усенов Үсөнов",
		"tg": "Ғафуров Дӯстов Иброҳимов Йӯлдошев Каримов Қодиров Раҳмонов Ҳакимов Чаҳонов Ҷалилов Шарипов",
		"uz": "Azizov Hakimov Isʼhoqov Ismoilov Zokirov Oʻtkirov Gʻulomov Shodiyev Choriyev Қодиров",
		"ru": "Елисеев Ёлкин Емельянов Йорданов Цой Шахов Щукин Яшин Abdulla Əliyev",
		"ar": "أحمد باسم حسن السنان علي Ahmed",
		"fa": "پارسا تهرانی چراغی رضایی ژاله کریمی گلشن Karimi",
		"fr": "Bernard Cotard Coté Côté Étienne Lefèvre Zola Ахмедов",
		"en": "Ali Alibi Oates Zed Əliyev Алиев",
	} {
		if language == "ar" { // the article is a part of the name as it is written
			names = "أحمد السنان باسم حسن علي Ahmed"
		}
		want := strings.Fields(names)
		if language == "en" { // ə is an e among English letters
			want = []string{"Ali", "Alibi", "Oates", "Zed", "Алиев"}
		}
		s, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true, Language: language})
		if err != nil {
			t.Fatal(err)
		}
		d := desk.New(desk.Options{Store: s, Operator: "test"})
		of, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Names"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
		if err != nil {
			t.Fatal(err)
		}
		for i := range want {
			register(t, d, of.ID, seminar.Attendee{FamilyName: want[(i*7+3)%len(want)], GivenName: "A", Honorific: []string{"Zzz", "Aaa"}[i%2]})
		}
		if len(want)%7 == 0 {
			t.Fatalf("%s: choose another number of names than %d", language, len(want))
		}
		if got := families(t, s, of.ID, seminar.ByFamilyName); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", language, got, want)
		}
		slices.Reverse(want)
		if got := families(t, s, of.ID, "-"+seminar.ByFamilyName); !slices.Equal(got, want) {
			t.Errorf("%s reversed: %v", language, got)
		}
		s.Close()
	}
}

func register(t *testing.T, d *desk.Desk, of seminar.ID, a seminar.Attendee, more ...seminar.Registration) seminar.RosterRow {
	t.Helper()
	r := seminar.Registration{SeminarID: of}
	if len(more) > 0 {
		r = more[0]
		r.SeminarID = of
	}
	done, err := d.Register(ctx, desk.Form{Attendee: a, Registration: r})
	if err != nil {
		t.Fatal(err)
	}
	return done.Row
}

func families(t *testing.T, s *sqlite.Store, of seminar.ID, by seminar.RosterOrder) []string {
	t.Helper()
	rows, err := s.Roster(ctx, seminar.RosterFilter{SeminarID: of, Order: by})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, r.FamilyName)
	}
	return all
}

func TestProtocolFollowsDelegationsHeadsAndCategories(t *testing.T) {
	s, d := sample(t, 1)
	of := demo.ID("cooperation-2025")
	only := func() []string {
		return slices.DeleteFunc(families(t, s, of, seminar.ByProtocol), func(name string) bool { return !strings.HasPrefix(name, "X-") })
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	first, _, err := d.SaveDelegation(ctx, seminar.Delegation{SeminarID: of, Name: "Zürich", Position: 901})
	must(err)
	second, _, err := d.SaveDelegation(ctx, seminar.Delegation{SeminarID: of, Name: "Aachen", Position: 902})
	must(err)
	guests, _, err := d.SaveCategory(ctx, seminar.Category{SeminarID: of, Name: "Guests", Position: 901, Colour: "#112233"})
	must(err)
	staff, _, err := d.SaveCategory(ctx, seminar.Category{SeminarID: of, Name: "Staff", Position: 902, Colour: "#332211"})
	must(err)
	in := func(name string, delegation, category seminar.ID) seminar.RosterRow {
		return register(t, d, of, seminar.Attendee{FamilyName: "X-" + name, GivenName: "A"}, seminar.Registration{DelegationID: delegation, CategoryID: category})
	}
	in("a-staff", "", staff.ID)
	in("z-guest", "", guests.ID)
	in("b-second", second.ID, guests.ID)
	head := in("z-head", first.ID, staff.ID)
	in("m-first", first.ID, guests.ID)
	in("a-first-staff", first.ID, staff.ID)
	check := func(when string, want ...string) {
		t.Helper()
		for i := range want {
			want[i] = "X-" + want[i]
		}
		if got := only(); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", when, got, want)
		}
		well(t, s)
	}
	check("no head", "m-first", "a-first-staff", "z-head", "b-second", "z-guest", "a-staff")
	first.HeadID = head.AttendeeID
	_, action, err := d.SaveDelegation(ctx, first)
	must(err)
	check("a head", "z-head", "m-first", "a-first-staff", "b-second", "z-guest", "a-staff")
	_, err = d.Undo(ctx, string(action), "")
	must(err)
	check("the head undone", "m-first", "a-first-staff", "z-head", "b-second", "z-guest", "a-staff")
	_, err = d.Reorder(ctx, seminar.EntityCategory, []seminar.ID{staff.ID, guests.ID})
	must(err)
	check("staff before guests", "a-first-staff", "z-head", "m-first", "b-second", "a-staff", "z-guest")
	first.HeadID, first.Position = "", 902 // one position: by name
	_, _, err = d.SaveDelegation(ctx, first)
	must(err)
	check("one position for both", "b-second", "a-first-staff", "z-head", "m-first", "a-staff", "z-guest")
	first.Removed = true
	_, _, err = d.SaveDelegation(ctx, first)
	must(err)
	check("the delegation is gone", "b-second", "a-first-staff", "a-staff", "z-head", "m-first", "z-guest")
}
