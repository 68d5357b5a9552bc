package i18n_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/assets/documents"
	"lanyard/internal/i18n"
)

// reportSources are the files that make reports, seen from package document; those of badges and certificates speak through their templates.
var reportSources = []string{"../desk/trail", "report", "tabular", "summarising", "listing", "recording", "counting", "pages", "table", "rows", "bars", "chart",
	"matrix", "person", "dates", "sheet"}

var reportKey = regexp.MustCompile(`"((?:document|column|common)\.[a-z_.-]+)"`)

// reportKeys are the keys that reports use, and those that begin as one which is put together at run time does.
func reportKeys(t *testing.T, english map[string]forms) []string {
	t.Helper()
	keys := map[string]bool{"common.language": true, "document.report": true}
	for _, kind := range []string{"attendance", "matrix", "signin", "delegations", "protocol", "statistics", "comparison", "checkins", "log", "emergency"} {
		keys["document."+kind] = true
	}
	for key := range english {
		for _, stem := range []string{"common.month.", "common.weekday.", "common.weekday_short.", "common.duration.", "common.date.", "country."} {
			if strings.HasPrefix(key, stem) && key != "common.date.range" {
				keys[key] = true
			}
		}
	}
	for _, name := range reportSources {
		source, err := os.ReadFile(filepath.Join("..", "document", name+".go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range reportKey.FindAllStringSubmatch(string(source), -1) {
			stem := m[1]
			if english[stem] != nil {
				keys[stem] = true
				continue
			}
			for key := range english {
				if stem != "document." && strings.HasSuffix(stem, ".") && strings.HasPrefix(key, stem) {
					keys[key] = true
				}
			}
		}
	}
	var all []string
	for key := range keys {
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}

func TestReportsHaveAllTheirTextsInEveryLanguageOfDocuments(t *testing.T) {
	english := read(t, "en")
	keys := reportKeys(t, english)
	if len(keys) < 200 {
		t.Fatalf("only %d keys were found", len(keys))
	}
	for _, tag := range documents.Tags() {
		data, err := fs.ReadFile(documents.Files, tag+".json")
		if err != nil {
			t.Fatal(err)
		}
		raw := map[string]json.RawMessage{}
		if err := json.Unmarshal(data, &raw); err != nil {
			t.Fatal(err)
		}
		texts := map[string]forms{}
		for key, value := range raw {
			f, text := forms{}, ""
			if json.Unmarshal(value, &text) == nil {
				f[""] = text
			} else if err := json.Unmarshal(value, &f); err != nil {
				t.Errorf("%s: %q is neither a text nor plural forms", tag, key)
			}
			texts[key] = f
			if !slices.Contains(keys, key) && !strings.HasPrefix(key, "country.") && !strings.HasPrefix(key, "privacy.") {
				t.Errorf("%s: no report uses %q", tag, key)
			}
		}
		want := needed(tag)
		for _, key := range keys {
			en, got := english[key], texts[key]
			switch _, plain := en[""]; {
			case got == nil:
				t.Errorf("%s: %q is missing", tag, key)
			case plain:
				check(t, tag, key, got, []string{""}, placeholdersOf(en[""]))
			default:
				check(t, tag, key, got, want, placeholdersOf(en["other"]))
			}
		}
	}
}

// What is kept about one person is in the languages of documents that have it, whole.
func TestADossierSpeaksALanguageWhollyOrNotAtAll(t *testing.T) {
	english, keys := read(t, "en"), map[string]bool{}
	for _, name := range []string{"dossier", "dossierpages", "dossierlines"} {
		source, err := os.ReadFile(filepath.Join("..", "document", name+".go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"(privacy\.[a-z_.]+)"`).FindAllStringSubmatch(string(source), -1) {
			for key, text := range english {
				_, plain := text[""]
				if key == m[1] || plain && strings.HasSuffix(m[1], ".") && strings.HasPrefix(key, m[1]) {
					keys[key] = true
				}
			}
		}
	}
	for _, own := range []string{"of", "hint", "saved", "recorded", "save"} { // of the window
		delete(keys, "privacy.consent."+own)
		delete(keys, "privacy.dossier."+own)
	}
	if len(keys) < 80 {
		t.Fatalf("only %d keys were found", len(keys))
	}
	for _, tag := range []string{"ar", "fr", "ru"} {
		data, err := fs.ReadFile(documents.Files, tag+".json")
		if err != nil {
			t.Fatal(err)
		}
		raw := map[string]json.RawMessage{}
		if err := json.Unmarshal(data, &raw); err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			var text string
			if json.Unmarshal(raw[key], &text) != nil || text == "" {
				t.Errorf("%s: %q is missing", tag, key)
				continue
			}
			check(t, tag, key, forms{"": text}, []string{""}, placeholdersOf(english[key][""]))
		}
		for key := range raw {
			if strings.HasPrefix(key, "privacy.") && !keys[key] {
				t.Errorf("%s: no dossier uses %q", tag, key)
			}
		}
	}
}

func TestDocumentsSpeakMoreLanguagesThanTheWindow(t *testing.T) {
	for tag, want := range map[string]struct {
		page, people, number, country string
		rtl                           bool
	}{
		"fr":    {"Page 3 sur 12", "2 personnes", "12\u00a0345", "Ouzbékistan", false},
		"ru-RU": {"Страница 3 из 12", "2 человека", "12\u00a0345", "Узбекистан", false},
		"ar":    {"صفحة 3 من 12", "شخصان", "12,345", "أوزبكستان", true},
		"az":    {"Səhifə 3 / 12", "2 nəfər", "12.345", "Özbəkistan", false},
		"kk-KZ": {"3-бет, барлығы 12", "2 адам", "12\u00a0345", "Өзбекстан", false},
		"uz":    {"3-sahifa, jami 12", "2 kishi", "12\u00a0345", "Oʻzbekiston", false},
		"ky":    {"3-бет, бардыгы 12", "2 адам", "12\u00a0345", "Өзбекстан", false},
		"tg_TJ": {"Саҳифаи 3 аз 12", "2 нафар", "12\u00a0345", "Ӯзбекистон", false},
	} {
		l := i18n.OpenDocument(tag)
		page := l.T("document.page", "page", 3, "pages", 12)
		if number := strings.ReplaceAll(l.Number(12345), "\u202f", "\u00a0"); page != want.page || l.N("common.count.people", 2) != want.people || number != want.number ||
			l.Country("UZ") != want.country || l.RTL() != want.rtl {
			t.Errorf("%s: %q %q %q %q from the right %v", tag, page, l.N("common.count.people", 2), number, l.Country("UZ"), l.RTL())
		}
	}
	if l := i18n.OpenDocument("de"); l.Tag() != "en" {
		t.Errorf("a language without texts is %q", l.Tag())
	}
	// What only the window says is in English, in the reports' direction all the same.
	if l := i18n.OpenDocument("ar"); l.T("common.save") != i18n.Open("en").T("common.save") {
		t.Error("a text that documents do not have")
	}
}

func TestDaysAndCountriesAsEveryLanguageHasThem(t *testing.T) {
	day := time.Date(2025, 8, 1, 9, 0, 0, 0, time.UTC)
	for tag, want := range map[string][4]string{
		"en": {"Friday 1 August 2025", "Fri 1 August", "Palestine", "Türkiye"},
		"az": {"1 avqust 2025, cümə", "1 avqust, cümə", "Fələstin", "Türkiyə"},
		"fr": {"vendredi 1er août 2025", "ven. 1er août", "Palestine", "Türkiye"},
		"ru": {"1 августа 2025, пятница", "1 августа, пт", "Палестина", "Турция"},
		"ar": {"الجمعة 1 أغسطس 2025", "الجمعة 1 أغسطس", "فلسطين", "تركيا"},
		"kk": {"2025 ж. 1 тамыз, жұма", "1 тамыз, жм", "Палестина", "Түркия"},
		"uz": {"juma, 1-avgust, 2025", "jum, 1-avgust", "Falastin", "Turkiya"},
		"ky": {"2025-ж., 1-август, жума", "1-август, жума", "Палестина", "Түркия"},
		"tg": {"ҷумъа, 1 август 2025", "ҷмъ, 1 август", "Фаластин", "Туркия"},
	} {
		l := i18n.OpenDocument(tag)
		if got := [4]string{l.LongDate(day), l.Date(day), l.Country("PS"), l.Country("TR")}; got != want {
			t.Errorf("%s: %q, not %q", tag, got, want)
		}
	}
}
