package transfer_test

import (
	"testing"

	"lanyard/internal/transfer"
)

func TestAWholeNameIsDividedAsItsCountryWritesIt(t *testing.T) {
	for _, c := range [][4]string{
		{"Қайрат Нұрғалиұлы", "KZ", "Қайрат", "Нұрғалиұлы"}, {"Назарбаев Қайрат", "KZ", "Қайрат", "Назарбаев"}, {"Алиев Вели Ахмедович", "AZ", "Вели Ахмедович", "Алиев"},
		{"Пётр Иванов", "RU", "Пётр", "Иванов"}, {"Яков Джугашвили", "GE", "Яков", "Джугашвили"}, {"Лев Толстой", "RU", "Лев", "Толстой"},
		{"عبد الرحمن الراشد", "SA", "عبد الرحمن", "الراشد"}, {"محمد عبد الله", "SA", "محمد", "عبد الله"}, {"نور الدين مرسلي", "DZ", "نور الدين", "مرسلي"}, {"عبد الله", "SA", "عبد الله", ""},
		{"محمد بن راشد", "AE", "محمد", "بن راشد"}, {"李 明", "CN", "明", "李"}, {"", "KZ", "", ""},
	} {
		if given, family := transfer.Divide(c[0], c[1]); given != c[2] || family != c[3] {
			t.Errorf("%q (%s) is %q and %q", c[0], c[1], given, family)
		}
	}
}

func TestWholeNamesAreDividedAsTheirListAndCountryWriteThem(t *testing.T) {
	for _, c := range []struct{ name, country, given, family, by string }{
		{"Назарбаев Қайрат", "KZ", "Қайрат", "Назарбаев", "ending"}, {"Серік Асқар", "KZ", "Асқар", "Серік", "country"},
		{"Karimov Islom", "UZ", "Islom", "Karimov", "ending"}, {"Islom Karimov", "UZ", "Islom", "Karimov", "ending"},
		{"Пётр Иванов", "RU", "Пётр", "Иванов", "ending"}, {"Ким Станислав", "RU", "Станислав", "Ким", "country"},
		{"Сейтказиев Нурлан Ахметович", "KZ", "Нурлан Ахметович", "Сейтказиев", "patronymic"}, {"Нурлан Ахметович Сейтказиев", "KZ", "Нурлан Ахметович", "Сейтказиев", "patronymic"},
		{"Əliyev Əli Vəli oğlu", "AZ", "Əli Vəli oğlu", "Əliyev", "patronymic"}, {"Əli Vəli oğlu Əliyev", "AZ", "Əli Vəli oğlu", "Əliyev", "patronymic"},
		{"Leyla Vəli qızı", "AZ", "Leyla Vəli qızı", "", "patronymic"}, {"Polad Bülbüloğlu", "AZ", "Polad", "Bülbüloğlu", "ending"},
		{"Mohammed bin Rashid Al Maktoum", "AE", "Mohammed bin Rashid", "Al Maktoum", "usual"}, {"Khalid ibn al-Walid", "SA", "Khalid", "ibn al-Walid", "usual"},
		{"Abdul Rahman Al-Mansouri", "SA", "Abdul Rahman", "Al-Mansouri", "usual"}, {"محمود أبو زيد", "EG", "محمود", "أبو زيد", "usual"},
		{"Gabriel García Márquez", "CO", "Gabriel", "García Márquez", "usual"}, {"José Ortega y Gasset", "ES", "José", "Ortega y Gasset", "usual"},
		{"Juan Carlos Pérez de la Fuente", "MX", "Juan Carlos", "Pérez de la Fuente", "usual"}, {"Ana Ruiz", "ES", "Ana", "Ruiz", "usual"},
		{"Nguyễn Văn An", "VN", "Văn An", "Nguyễn", "country"}, {"Nagy Péter", "HU", "Péter", "Nagy", "country"}, {"王小明", "CN", "小明", "王", "script"},
		{"欧阳娜娜", "CN", "娜娜", "欧阳", "script"}, {"김철수", "KR", "철수", "김", "script"}, {"山田太郎", "JP", "山田太郎", "", ""}, {"山田 太郎", "", "太郎", "山田", "script"},
		{"Martin, Zoé", "FR", "Zoé", "Martin", "comma"}, {"Pelé", "BR", "Pelé", "", ""},
	} {
		_, _, got := take(t, []byte("Name\tCountry\n"+c.name+"\t"+c.country+"\n"), "x.tsv", transfer.Options{})
		p := got.People[0]
		if p.Attendee.GivenName != c.given || p.Attendee.FamilyName != c.family || string(p.Divided) != c.by || p.Whole != c.name {
			t.Errorf("%q (%s) is %q and %q by %q", c.name, c.country, p.Attendee.GivenName, p.Attendee.FamilyName, p.Divided)
		}
	}
}

func TestAListThatShowsItsOrderHasItThroughout(t *testing.T) {
	list := []byte("Name;Country\nƏliyev Əli;AZ\nQuliyeva Aysel;AZ\nMəmmədov Rəşad;AZ\nHüseynova Nigar;AZ\nQəmbər İsa;AZ\n")
	for order, want := range map[transfer.NameOrder]string{transfer.NamesByCountry: "İsa|Qəmbər|others", transfer.NamesGivenFirst: "Qəmbər|İsa|chosen",
		transfer.NamesFamilyFirst: "İsa|Qəmbər|chosen"} {
		_, _, got := take(t, list, "x.csv", transfer.Options{Names: order})
		p := got.People[4]
		if have := p.Attendee.GivenName + "|" + p.Attendee.FamilyName + "|" + string(p.Divided); have != want {
			t.Errorf("%q: %s, want %s", order, have, want)
		}
	}
}
