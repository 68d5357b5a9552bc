package names_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/names"
)

func pairs(t *testing.T, file string) [][2]string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all [][2]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		query, name, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("no tab in %q", line)
		}
		all = append(all, [2]string{query, name})
	}
	return all
}

func TestEverySampleSearchIsFound(t *testing.T) {
	for _, p := range pairs(t, "testdata/name-searches.tsv") {
		k := names.KeysOf(p[1])
		if _, ok := names.NewQuery(p[0]).Match(k); !ok {
			t.Errorf("%q does not find %q: %+v; asked %v %v %v", p[0], p[1], k,
				names.QueryForms(p[0], names.Strict), names.QueryForms(p[0], names.Loose), names.QueryForms(p[0], names.Skeleton))
		}
	}
}

func TestSearchDoesNotFindStrangers(t *testing.T) {
	all := pairs(t, "testdata/name-searches.tsv")
	wrong, total := 0, 0
	for _, p := range all {
		for _, q := range all {
			if q[1] == p[1] {
				continue
			}
			total++
			if _, ok := names.NewQuery(p[0]).Match(names.KeysOf(q[1])); ok {
				wrong++
				t.Logf("%q finds %q", p[0], q[1])
			}
		}
	}
	if wrong*200 > total {
		t.Errorf("%d of %d strangers are found", wrong, total)
	}
}

func TestRankPutsWholeWordsFirst(t *testing.T) {
	exact, longer := names.KeysOf("Əli", "Əliyev"), names.KeysOf("Əlibəy", "Həsənov")
	if names.NewQuery("ali").Rank(exact, "Əli Əliyev") >= names.NewQuery("ali").Rank(longer, "Əlibəy Həsənov") {
		t.Error("the whole word does not come first")
	}
}

func TestCleanKeepsLettersAndSaysWhatItTook(t *testing.T) {
	for in, want := range map[string]string{
		"  Leyla\u200b  Qafar-zadə ": "Leyla Qafar-zadə", "A\u202eli": "Ali", "می\u200cخواهم": "می\u200cخواهم", "de\u0301": "dé", "mcDONALD": "mcDONALD",
	} {
		got, _ := names.Clean(in)
		if got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if _, notices := names.Clean("A\u202eli"); len(notices) != 1 || notices[0].Code != "direction" {
		t.Errorf("notices %v", notices)
	}
	if got := names.Mixed("Аlice Smith Алиса"); len(got) != 1 || got[0] != (names.MixedWord{Word: "Аlice", Letters: "А", Script: "Cyrl"}) {
		t.Errorf("mixed %v", got)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("A\u202e \u200d\xff")
	f.Fuzz(func(t *testing.T, s string) {
		once, _ := names.Clean(s)
		if twice, _ := names.Clean(once); twice != once {
			t.Errorf("%q, cleaned again %q", once, twice)
		}
		if !utf8.ValidString(once) || !norm.NFC.IsNormalString(once) {
			t.Errorf("%q is not NFC", once)
		}
	})
}

func FuzzKeysOf(f *testing.F) {
	f.Add("عبد الحكيم Oʻtkir-Ёлкин")
	f.Fuzz(func(t *testing.T, s string) {
		k := names.KeysOf(s)
		for _, key := range []string{k.Strict, k.Loose, k.Skeleton} {
			if strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789 ") != "" {
				t.Errorf("key %q", key)
			}
		}
	})
}

func BenchmarkKeysOf(b *testing.B) {
	for b.Loop() {
		names.KeysOf("Абдурраҳмони", "Муҳаммадиқболзода", "عبد الرحمن")
	}
}
