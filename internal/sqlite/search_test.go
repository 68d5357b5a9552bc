package sqlite_test

import (
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// TestTheRosterIsSearchedByAllThatTellsPeopleApart asks the real store, by each thing that somebody may type.
func TestTheRosterIsSearchedByAllThatTellsPeopleApart(t *testing.T) {
	_, d := sample(t, 0)
	of := demo.ID("cooperation-2025")
	number := map[string]string{}
	for _, a := range []seminar.Attendee{
		{GivenName: "Leyla", FamilyName: "Qafar-zadə", Organisation: "Gəncə Kitabxanası", Email: "leyla.q@kitab.example"},
		{GivenName: "Şəmsi", FamilyName: "Əliyev", Organisation: "Şəki Tarix Muzeyi", Email: "Shamsi@museum.example"},
		{GivenName: "Қайрат", FamilyName: "Нұрғалиұлы", Organisation: "Ұлттық кітапхана"},
		{GivenName: "Oʻtkir", FamilyName: "Gʻulomov", Organisation: "Toshkent davlat universiteti"},
		{GivenName: "Ҷамшед", FamilyName: "Раҳмонов", BadgeName: "Jamie"},
		{GivenName: "عبد الحكيم", FamilyName: "السنان", Organisation: "جامعة الرباط"},
		{GivenName: "Abdulaziz", FamilyName: "Al-Harbi", NativeName: "عبد العزيز الحربي"},
		{GivenName: "Nguyễn", FamilyName: "Thị Ánh"},
		{GivenName: "Wei", FamilyName: "Li", NativeName: "李伟"},
	} {
		done, err := d.Register(ctx, desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: of}})
		if err != nil {
			t.Fatal(err)
		}
		number[a.GivenName] = done.Row.BadgeNumber
	}
	for kind, searches := range map[string][]struct{ query, given, match string }{
		"name":                  {{"leyla qafarzade", "Leyla", "strict"}, {"qafar zadə", "Leyla", "strict"}, {"jamshed", "Ҷамшед", "strict"}, {"гуломов", "Oʻtkir", "strict"}},
		"sound":                 {{"gafar", "Leyla", "loose"}, {"lejla", "Leyla", "loose"}, {"рахмонов джамшед", "Ҷамшед", "strict"}},
		"consonants":            {{"abdulhakim sinan", "عبد الحكيم", "skeleton"}, {"əbdülhəkim", "عبد الحكيم", "skeleton"}},
		"native name":           {{"الحربي", "Abdulaziz", "strict"}, {"李", "Wei", "strict"}},
		"badge name":            {{"jamie", "Ҷамшед", "strict"}},
		"organisation":          {{"kitabxanası", "Leyla", "strict"}, {"milliy toshkent", "", ""}, {"toshkent dav", "Oʻtkir", "strict"}, {"тошкент", "Oʻtkir", "strict"}, {"музей", "Şəmsi", "strict"}, {"الرباط", "عبد الحكيم", "strict"}},
		"name and organisation": {{"Əliyev Şəki", "Şəmsi", "strict"}, {"muzeyi əli", "Şəmsi", "strict"}, {"gafar kitab", "Leyla", "loose"}, {"kitab aliyev", "", ""}},
		"address":               {{"leyla.q@kitab.example", "Leyla", "strict"}, {"leyla.q@k", "Leyla", "strict"}, {"shamsi@museum", "Şəmsi", "strict"}},
		"badge number":          {{number["Wei"], "Wei", "strict"}, {number["Nguyễn"], "Nguyễn", "strict"}},
		"initials":              {{"L Q", "Leyla", "strict"}, {"Ş. Əliyev", "Şəmsi", "strict"}, {"K. N", "Қайрат", "strict"}},
		"nobody":                {{"фыв", "", ""}, {"jkl", "", ""}, {"\"OR*", "", ""}, {"-", "", ""}},
	} {
		t.Run(kind, func(t *testing.T) {
			for _, s := range searches {
				rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: s.query, Limit: 5})
				if err != nil {
					t.Fatal(err)
				}
				switch {
				case s.given == "" && len(rows) == 0:
				case len(rows) == 0:
					t.Errorf("%q finds nobody", s.query)
				case rows[0].GivenName != s.given || rows[0].Match != s.match:
					t.Errorf("%q finds %q by %s of %d, want %q by %s", s.query, rows[0].Name(), rows[0].Match, len(rows), s.given, s.match)
				}
			}
		})
	}
}
