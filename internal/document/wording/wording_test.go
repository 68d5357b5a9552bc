package wording_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

// table reads lines of language, minutes and words.
func table(t *testing.T, file string, line func(tag string, minutes int, words string)) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		parts := strings.Split(l, "\t")
		minutes, err := strconv.Atoi(parts[1])
		if err != nil {
			t.Fatal(err)
		}
		line(parts[0], minutes, parts[2])
	}
}

// TestHoursInWords holds the words against ICU 72 (cldr.tsv: its spellout rules, with the noun that the language's plural
// asks for) and against the grammars (grammar.tsv).
func TestHoursInWords(t *testing.T) {
	seen := map[string]int{}
	for _, file := range []string{"testdata/cldr.tsv", "testdata/grammar.tsv"} {
		table(t, file, func(tag string, minutes int, want string) {
			seen[tag]++
			if got := wording.Hours(tag, minutes); got != want {
				t.Errorf("%s %d: %q, not %q", tag, minutes, got, want)
			}
		})
	}
	for _, tag := range wording.Tags() {
		if seen[tag] < 30 {
			t.Errorf("%s: only %d numbers are held against anything", tag, seen[tag])
		}
	}
}

func TestHoursAndMinutesTogether(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "five hours and thirty-six minutes", "fr": "cinq heures et trente-six minutes", "ar": "خمس ساعات وست وثلاثون دقيقة",
		"az": "beş saat otuz altı dəqiqə", "ru": "пять часов тридцать шесть минут", "kk": "бес сағат отыз алты минут",
		"uz": "besh soat oʻttiz olti daqiqa", "ky": "беш саат отуз алты мүнөт", "tg": "панҷ соату сию шаш дақиқа",
		"ru-RU": "пять часов тридцать шесть минут", "uz_UZ": "besh soat oʻttiz olti daqiqa", "de": "", "": "",
	} {
		if got := wording.Hours(tag, 336); got != want {
			t.Errorf("%s: %q, not %q", tag, got, want)
		}
	}
	if got := wording.Hours("en", 0) + wording.Hours("en", -5) + wording.Hours("en", 1000*60); got != "" {
		t.Errorf("what cannot be said is %q", got)
	}
}

// TestEveryLengthIsSaidOnce: two lengths never read the same, and nothing is left out.
func TestEveryLengthIsSaidOnce(t *testing.T) {
	for _, tag := range wording.Tags() {
		said := map[string]int{}
		for _, minutes := range lengths() {
			words := wording.Hours(tag, minutes)
			if words == "" || words != strings.Join(strings.Fields(words), " ") || strings.IndexFunc(words, unicode.IsDigit) >= 0 {
				t.Fatalf("%s: %d minutes are %q", tag, minutes, words)
			}
			if other, ok := said[words]; ok {
				t.Fatalf("%s: %d and %d minutes are both %q", tag, minutes, other, words)
			}
			said[words] = minutes
		}
	}
}

// lengths are every number of hours and of minutes, and many of both.
func lengths() []int {
	var all []int
	for m := 1; m < 60; m++ {
		all = append(all, m)
	}
	for h := 1; h <= wording.MostHours; h++ {
		all = append(all, h*60, h*60+h%59+1)
	}
	return all
}

func TestDatesAsEveryLanguageWritesThem(t *testing.T) {
	first, day := time.Date(2025, 1, 1, 12, 0, 0, 0, time.UTC), time.Date(2025, 7, 18, 12, 0, 0, 0, time.UTC)
	for tag, want := range map[string][2]string{
		"en": {"1 January 2025", "18 July 2025"}, "fr": {"1er janvier 2025", "18 juillet 2025"}, "ar": {"1 يناير 2025", "18 يوليو 2025"},
		"az": {"1 yanvar 2025", "18 iyul 2025"}, "ru": {"1 января 2025 г.", "18 июля 2025 г."}, "kk": {"2025 ж. 1 қаңтар", "2025 ж. 18 шілде"},
		"uz": {"1-yanvar, 2025", "18-iyul, 2025"}, "ky": {"2025-ж., 1-январь", "2025-ж., 18-июль"}, "tg": {"1 январ 2025", "18 июл 2025"},
		"ja": {"", ""},
	} {
		if got := [2]string{wording.Date(tag, first), wording.Date(tag, day)}; got != want {
			t.Errorf("%s: %q, not %q", tag, got, want)
		}
	}
	for _, tag := range wording.Tags() {
		months := map[string]bool{}
		for m := time.January; m <= time.December; m++ {
			months[wording.Date(tag, time.Date(2025, m, 18, 12, 0, 0, 0, time.UTC))] = true
		}
		if len(months) != 12 {
			t.Errorf("%s has %d months", tag, len(months))
		}
	}
}

// TestEveryLanguageHasEveryWord: nothing is empty, every kind is called otherwise, and the script is the language's own.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{"ar": unicode.Arabic, "ru": unicode.Cyrillic, "kk": unicode.Cyrillic, "ky": unicode.Cyrillic, "tg": unicode.Cyrillic}
	for _, tag := range wording.Tags() {
		w, ok := wording.In(tag)
		if !ok {
			t.Fatalf("%s has no words", tag)
		}
		script := scripts[tag]
		if script == nil {
			script = unicode.Latin
		}
		all := []string{w.Hours, w.Serial, w.Issued, w.Signature, w.Replaces}
		titles := map[string]bool{}
		for _, kind := range []string{seminar.KindAttendance, seminar.KindParticipation, seminar.KindAppreciation} {
			titles[w.Titles.Of(kind)] = true
			all = append(all, w.Titles.Of(kind), w.Certify.Of(kind), w.Attended.Of(kind))
		}
		if len(titles) != 3 || w.Titles.Of("made up") != w.Titles.Attendance || !strings.Contains(w.Replaces, "{serial}") {
			t.Errorf("%s: %+v", tag, w)
		}
		for _, text := range all {
			text = strings.ReplaceAll(text, "{serial}", "")
			if strings.TrimSpace(text) == "" || strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(script, r) && r != 'ʻ' && r != 'ʼ' }) >= 0 {
				t.Errorf("%s: %q", tag, text)
			}
		}
	}
}
