package transfer

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countries finds a country's code by what a list calls it.
type countries struct {
	byName map[string]string // folded name -> alpha-2
}

// otherNames are names in use that the tables of the languages lack.
const otherNames = `AE=UAE,ОАЭ,BƏƏ,EAU,Emirates,الإمارات|SA=KSA,السعودية|PS=Palestine,Палестина,Fələstin,Filistin,فلسطين|BA=Bosnia|AZ=Azerbaijan Republic,Republic of Azerbaijan,Азербайджанская Республика,Azərbaycan Respublikası,Озарбойҷон,Ozarbayjon|
BY=Белоруссия,Беларусь,Belorusiya|CZ=Czech Republic,Чешская Республика|CI=Ivory Coast,Кот-д'Ивуар|CV=Cape Verde|GB=UK,Great Britain,England,Scotland,Wales,Великобритания,Англия,بريطانيا,إنجلترا,Böyük Britaniya,İngiltərə,Angleterre|
IR=Iran,Islamic Republic of Iran,Иран,İran|KG=Киргизия,Кыргызстан,Кыргызская Республика,Кыргыз Республикасы,Kırgızistan,Qırğızıstan,Qirgʻiziston,Қирғизистон,Kyrgyz Republic,Kyrgyzstan,قرغيزستان,Қирғизистон|
KR=Korea,South Korea,Korea Republic,Южная Корея,Cənubi Koreya|KZ=Казахстан,Республика Казахстан,Қазақстан Республикасы,Republic of Kazakhstan,Қазоқистон,Qozogʻiston,Kazakstan|
MA=المملكة المغربية|MD=Moldova,Молдавия,Молдова|MK=Macedonia,North Macedonia,Северная Македония|RU=Russian Federation,Российская Федерация,РФ,Rusiya Federasiyası,Русия,Россия|
SY=Syrian Arab Republic|SZ=Swaziland,Eswatini|TJ=Республика Таджикистан,Тоҷикистон,Ҷумҳурии Тоҷикистон,Tojikiston,Тожикистон,Republic of Tajikistan|TM=Туркмения,Туркменистан,Türkmenistan,Turkmeniston|
TR=Turkey,Türkiye,Türkiye Cumhuriyeti,Туркия,Turkiya|US=USA,U.S.,U.S.A.,أمريكا,United States of America,America,США,ABŞ,Amerika Birləşmiş Ştatları,ABD,AQSh,АҚШ|UZ=Республика Узбекистан,Oʻzbekiston Respublikasi,Ўзбекистон,Ӯзбекистон,Republic of Uzbekistan|VN=Vietnam,Viet Nam`

// newCountries builds the names in the languages of our lists. A name that two countries share finds neither.
func newCountries() countries {
	c := countries{byName: map[string]string{}}
	namers := []display.Namer{}
	for _, tag := range []string{"en", "ru", "az", "fr", "ar", "tr", "uz", "kk", "ky", "fa", "de", "es", "it", "pt", "ka", "uk", "az-Cyrl", "uz-Cyrl"} {
		if n := display.Regions(language.Make(tag)); n != nil {
			namers = append(namers, n)
		}
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() || r.Canonicalize() != r {
				continue
			}
			c.add(r.ISO3(), r.String())
			for _, n := range namers {
				c.add(n.Name(r), r.String())
			}
		}
	}
	for _, entry := range strings.Split(otherNames, "|") {
		code, names, _ := strings.Cut(strings.TrimSpace(entry), "=")
		for _, name := range strings.Split(names, ",") {
			c.byName[fold(name)] = code
		}
	}
	return c
}

func (c countries) add(name, code string) {
	key := fold(name)
	if key == "" || key == "zzz" {
		return
	}
	if other, taken := c.byName[key]; taken && other != code {
		code = ""
	}
	c.byName[key] = code
}

// code is the ISO 3166-1 alpha-2 code of a country given by code or name; "" if it is none that is known.
func (c countries) code(written string) string {
	text := strings.TrimSpace(written)
	if len(text) == 2 {
		r, err := language.ParseRegion(strings.ToUpper(text))
		if err == nil && r.IsCountry() {
			return r.Canonicalize().String()
		}
	}
	if code := c.byName[fold(text)]; code != "" {
		return code
	}
	// The full name of a state has its short one in it; which Congo, Korea or China is meant shows only from the whole.
	code := c.byName[fold(strings.ReplaceAll(formal.ReplaceAllString(text, ""), " and ", " "))]
	if strings.Contains(strings.ToLower(text), "democratic") || code == "CN" && fold(text) != fold("People's Republic of China") {
		return ""
	}
	return code
}

// formal is what stands before or behind the short name of a state.
var formal = regexp.MustCompile(`^(?i:(the\s+)?((arab|islamic|federal|people's|hashemite|united|republic|kingdom|state|sultanate|grand duchy|principality|government)\s+)*of\s+(the\s+)?|the\s+|republic\s+|республика\s+|королевство\s+|государство\s+|` +
	`(la\s+)?république\s+(islamique\s+|arabe\s+)?(du\s+|de\s+la\s+|de\s+|d['’])|royaume\s+(du\s+|de\s+|d['’]))|^(جمهورية|المملكة|دولة|سلطنة)\s+|\s*\([^)]*\)$|\s+العربية$`)
