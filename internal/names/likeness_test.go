package names_test

import (
	"slices"
	"testing"

	"lanyard/internal/names"
)

var (
	leyla  = names.Person{Given: "Leyla", Family: "Qafar-zadə", Email: "leyla@example.az", Phone: "+994 50 555 01 01", Organisation: "ADA Universiteti", Country: "AZ"}
	qayrat = names.Person{Given: "Қайрат", Family: "Нұрғалиұлы", Organisation: "Еуразия ұлттық университеті", Country: "KZ"}
	hakim  = names.Person{Given: "Abdulhakeem", Family: "Al-Senan", Organisation: "ICESCO", Country: "SA"}
	tural  = names.Person{Given: "Tural", Family: "Məmmədov", Organisation: "Bakı Dövlət Universiteti", Country: "AZ"}
)

func with(p names.Person, edit func(*names.Person)) names.Person { edit(&p); return p }

func named(p names.Person, given, family string) names.Person {
	p.Given, p.Family = given, family
	return p
}

func TestTwinsAreProbableAndSayWhy(t *testing.T) {
	nameless := func(p names.Person) names.Person { p.Email, p.Phone = "", ""; return p }
	for what, c := range map[string]struct {
		a, b names.Person
		why  []names.Reason
	}{
		"an address in capitals":    {leyla, names.Person{Given: "Leyla", Family: "Qafarzada", Email: "Leyla@Example.AZ "}, []names.Reason{names.SameEmail}},
		"a number without country":  {leyla, names.Person{Given: "Leila", Family: "Gafarzade", Phone: "(050) 555-01-01"}, []names.Reason{names.SamePhone, names.SoundsAlike}},
		"spelt otherwise":           {tural, named(tural, "Tural", "Mammadov"), []names.Reason{names.Respelled, names.SameOrganisation}},
		"in another script":         {qayrat, named(qayrat, "Qayrat", "Nurgaliuly"), []names.Reason{names.OtherScript}},
		"in Arabic":                 {hakim, names.Person{Native: "عبد الحكيم السنان", Organisation: "ICESCO", Country: "SA"}, []names.Reason{names.OtherScript}},
		"the other way round":       {tural, named(tural, "Məmmədov", "Tural"), []names.Reason{names.SameName, names.Swapped}},
		"one letter":                {tural, named(tural, "Tural", "Məmmedqov"), []names.Reason{names.OneLetter}},
		"two letters exchanged":     {tural, named(tural, "Tural", "Məməmdov"), []names.Reason{names.OneLetter}},
		"with the father's name":    {tural, named(tural, "Tural Rauf oğlu", "Məmmədov"), []names.Reason{names.SameName, names.FurtherName}},
		"apart and together":        {nameless(leyla), named(nameless(leyla), "Leyla", "Qafarzadə"), []names.Reason{names.SameOrganisation}},
		"an initial, and the phone": {leyla, names.Person{Given: "L.", Family: "Qafar-zadə", Phone: leyla.Phone}, []names.Reason{names.SamePhone, names.Shortened}},
		"married since":             {leyla, with(named(leyla, "Leyla", "Quliyeva"), func(*names.Person) {}), []names.Reason{names.SameEmail, names.SamePhone, names.OtherFamilyName}},
		"born the same day":         {with(tural, func(p *names.Person) { p.BirthDate = "1980-05-01"; p.Email = "a@a.az" }), with(tural, func(p *names.Person) { p.BirthDate = "1980-05-01"; p.Email = "b@b.az" }), []names.Reason{names.SameBirthDate}},
	} {
		l, back := names.Like(c.a, c.b), names.Like(c.b, c.a)
		if l.Score < names.Probable || l.Score > 1 {
			t.Errorf("%s: %.2f %v", what, l.Score, l.Reasons)
		}
		if diff := l.Score - back.Score; diff > 1e-9 || diff < -1e-9 {
			t.Errorf("%s: %.3f one way, %.3f the other", what, l.Score, back.Score)
		}
		for _, r := range c.why {
			if !slices.Contains(l.Reasons, r) {
				t.Errorf("%s: no %s in %v", what, r, l.Reasons)
			}
		}
	}
}

func TestTwoPeopleAreNotProbable(t *testing.T) {
	office := func(given, family string) names.Person {
		return names.Person{Given: given, Family: family, Email: "office@example.az", Organisation: "ADA Universiteti", Country: "AZ"}
	}
	at := func(mail, phone, org, country string) names.Person {
		return names.Person{Given: "Əli", Family: "Əliyev", Email: mail, Phone: phone, Organisation: org, Country: country}
	}
	for what, c := range map[string][2]names.Person{
		"namesakes of two countries":     {at("ali@a.az", "", "ADA Universiteti", "AZ"), at("ali@b.uz", "", "Samarqand muzeyi", "UZ")},
		"namesakes of one office":        {at("ali1@a.az", "+994501112233", "ADA Universiteti", "AZ"), at("ali2@a.az", "+994504445566", "ADA Universiteti", "AZ")},
		"colleagues of one address":      {office("Əli", "Əliyev"), office("Nigar", "Həsənova")},
		"brothers":                       {office("Rauf", "Əliyev"), office("Zaur", "Əliyev")},
		"a woman's and a man's name":     {named(tural, "Umid", "Karimov"), named(tural, "Umida", "Karimova")},
		"the same ending":                {named(tural, "Vüqar", "Hüseynzadə"), named(tural, "Vüqar", "Rəsulzadə")},
		"born on two days":               {with(tural, func(p *names.Person) { p.BirthDate = "1980-05-01" }), with(tural, func(p *names.Person) { p.BirthDate = "1955-01-05" })},
		"nobody and nobody":              {{}, {}},
		"nobody, from one address":       {{Email: "a@a.az"}, {Email: "a@a.az"}},
		"a given name and a whole name":  {{Given: "Leyla", Country: "AZ"}, {Given: "Leyla", Family: "Quliyeva", Country: "AZ"}},
		"consonants alone, one alphabet": {named(tural, "Tural", "Kərimov"), named(tural, "Tərlan", "Karamov")},
	} {
		if l := names.Like(c[0], c[1]); l.Score >= names.Probable {
			t.Errorf("%s: %.2f %v", what, l.Score, l.Reasons)
		}
	}
}

func TestCrowdFindsWithoutLookingAtAll(t *testing.T) {
	c := names.NewCrowd()
	given := []string{"Anar", "Elçin", "Orxan", "Tural", "Rəşad", "Kamran", "Vüqar", "Elnur", "Samir", "Nicat", "Fərid", "Cavid"}
	family := []string{"Məmmədov", "Həsənov", "Quliyev", "Rzayev", "İsmayılov", "Abbasov", "Cəfərov", "Süleymanov", "Mustafayev", "Bağırov"}
	for _, g := range given {
		for _, f := range family {
			if found := c.Add(names.Person{Given: g, Family: f, Country: "AZ", Organisation: "ADA"}, true); len(found) != 0 {
				t.Errorf("%s %s resembles %v", g, f, found)
			}
		}
	}
	all := len(given) * len(family)
	if pairs := all * (all - 1) / 2; c.Compared() > pairs/5 {
		t.Errorf("%d of %d pairs were looked at", c.Compared(), pairs)
	}
	found := c.Add(names.Person{Given: "Сулейманов", Family: "Вугар", Country: "AZ", Organisation: "ADA"}, true)
	if len(found) != 1 || found[0].Place != 6*len(family)+7 {
		t.Errorf("found %v", found)
	}
}

func FuzzLike(f *testing.F) {
	f.Add("Əli", "Əliyev", "علي", "Али Алиев")
	f.Add("", "-", "al", "ال")
	f.Add("0", "0", " ", "0000000000000000000 ь")
	f.Add("O'Connor", "\xff", "a b c d e f g h i j", "—")
	f.Fuzz(func(t *testing.T, given, family, native, other string) {
		a, b := names.Person{Given: given, Family: family, Native: native}, names.Person{Given: other, Native: given, Organisation: family, Phone: native}
		one, two := names.Like(a, b), names.Like(b, a)
		if one.Score < 0 || one.Score > 1 || one.Score-two.Score > 1e-9 || two.Score-one.Score > 1e-9 {
			t.Errorf("%v and %v", one, two)
		}
		c := names.NewCrowd()
		c.Add(a, true)
		c.Add(b, true)
	})
}

// An article is written apart, with a hyphen, as one word with the name, or not at all.
func TestAnArticleIsWrittenInManyWays(t *testing.T) {
	for _, pair := range [][2]names.Person{
		{{Given: "Abdulhakim", Family: "Al-Sinan", Country: "SA"}, {Given: "Abdul Hakeem", Family: "Alsinan", Country: "SA"}},
		{{Given: "Nadia", Family: "Al-Baghdadi"}, {Given: "Nadia", Family: "Albaghdadi"}},
		{{Given: "Nadia", Family: "El Baghdadi"}, {Given: "Nadia", Family: "Al-Baghdadi"}},
		{{Given: "Nadia", Family: "Baghdadi"}, {Given: "Nadia", Family: "Al-Baghdadi"}},
	} {
		if l := names.Like(pair[0], pair[1]); l.Score < names.Probable {
			t.Errorf("%v and %v: %.2f %v", pair[0], pair[1], l.Score, l.Reasons)
		}
	}
	if l := names.Like(names.Person{Given: "Ali", Family: "Al-Sinan"}, names.Person{Given: "Ali", Family: "Al-Hasan"}); l.Score >= names.Probable {
		t.Errorf("an article alone makes twins: %v", l)
	}
}
