package collation_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/collation"
)

// alphabets as the languages' own schools teach them.
var alphabets = []struct{ language, letters string }{
	{"az", "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z"},
	{"tr", "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z"},
	{"uz", "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch"},
	{"uz", "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ э ю я ў қ ғ ҳ"},
	{"kk", "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"},
	{"ky", "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я"},
	{"tg", "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я"},
	{"ru", "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"},
	{"ar", "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي"},
	{"fa", "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی"},
	{"fr", "a b c d e f g h i j k l m n o p q r s t u v w x y z"},
	{"en", "a b c d e f g h i j k l m n o p q r s t u v w x y z"},
}

// Every letter comes before the next one, whatever follows the two.
func TestAlphabets(t *testing.T) {
	for _, a := range alphabets {
		letters := strings.Fields(a.letters)
		c := collation.New(a.language)
		first, last := letters[0], letters[len(letters)-3] // not those that make a letter with what stands before them
		for i := 1; i < len(letters); i++ {
			for _, before := range []string{"", "к", "k", "ب"} {
				low, high := before+letters[i-1]+last+last, before+letters[i]+first
				if bytes.Compare(c.Key(low), c.Key(high)) >= 0 {
					t.Errorf("%s: %q does not come before %q", a.language, low, high)
				}
				if bytes.Compare(c.Key(strings.ToUpper(low)), c.Key(strings.ToUpper(high))) >= 0 && !slices.Contains([]string{"az", "tr"}, a.language) {
					t.Errorf("%s: %q does not come before %q", a.language, strings.ToUpper(low), strings.ToUpper(high))
				}
			}
		}
	}
}

func TestNamesAreSortedAsTheirLanguageDoes(t *testing.T) {
	for language, names := range map[string][]string{
		"az": {"Axundov", "Babayev", "Cəfərov", "Çingizov", "Əliyev", "Həsənov", "Xəlilov", "Iskəndərli", "İsmayılov", "Kərimov", "Qafarov", "Quliyev",
			"Ləmanlı", "Алиев"},
		"ru": {"Елисеев", "Ёлкин", "Емельянов", "Йорданов", "Abdulla", "Əliyev"},
		"kk": {"Абаев", "Әбдіров", "Бекова", "Қайратов", "Оразов", "Өтегенов", "Ілиясов", "Akhmetov", "Zhumabay"},
		"ky": {"Елебаев", "Ёлкин", "Жээнбеков", "Нурланов", "Ңаев", "Осмонов", "Өмүрбекова", "Усенов", "Үсөнов"},
		"tg": {"Ғафуров", "Дӯстов", "Иброҳимов", "Йӯлдошев", "Каримов", "Қодиров", "Ҳакимов", "Чаҳонов", "Ҷалилов", "Шарипов"},
		"uz": {"Azizov", "Hakimov", "Isʼhoqov", "Ismoilov", "Sattorov", "Zokirov", "Oʻtkirov", "Gʻulomov", "Shodiyev", "Choriyev", "Қодиров"},
		"fr": {"Cotard", "Côtard", "Coté", "Lefèvre", "Zola", "Ахмедов"},
		"ar": {"أحمد", "باسم", "حسن", "علي", "Ahmed"},
		"en": {"Ali", "Alibi", "O'Brien", "Oates", "Zed"},
	} {
		shuffled := slices.Clone(names)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		c := collation.New(language)
		slices.SortFunc(shuffled, func(a, b string) int { return bytes.Compare(c.Key(a), c.Key(b)) })
		if !slices.Equal(shuffled, names) {
			t.Errorf("%s:\n got %v\nwant %v", language, shuffled, names)
		}
	}
}

// A family name is over before the given name begins.
func TestOneNameAfterTheOther(t *testing.T) {
	c := collation.New("en")
	if bytes.Compare(c.Key("Ali", "Zed"), c.Key("Alibi", "Ann")) >= 0 {
		t.Error("Zed Ali comes after Ann Alibi")
	}
	if bytes.Equal(c.Key("Ali", "Zed"), c.Key("Alized", "")) {
		t.Error("Zed Ali is the same as Alized")
	}
	if !bytes.Equal(c.Key("ALI", "zed"), c.Key("Ali", "Zed")) {
		t.Error("case makes a difference")
	}
	if bytes.Compare(c.Key("Zed"), c.Key("", "Ann")) >= 0 {
		t.Error("who has none comes first")
	}
}

func TestLanguages(t *testing.T) {
	if all := collation.Languages(); len(all) != 11 || all[1].Tag != "az" || all[1].Name != "azərbaycan" {
		t.Errorf("%v", all)
	}
	for tag, want := range map[string]string{"az-Latn-AZ": "az", "ru_RU": "ru", "de": "", "": "", "!": ""} {
		if got := collation.Known(tag); got != want {
			t.Errorf("%q is %q, not %q", tag, got, want)
		}
	}
}
