package i18n_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"lanyard/assets/translations"
)

// forms are the texts of one key; a plain text stands under "".
type forms map[string]string

// read gives every text of a language, and complains of files that break the rules.
func read(t *testing.T, tag string) map[string]forms {
	t.Helper()
	all := map[string]forms{}
	entries, err := fs.ReadDir(translations.Files, tag)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := tag + "/" + e.Name()
		data, err := fs.ReadFile(translations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		area := strings.TrimSuffix(e.Name(), ".json")
		d := json.NewDecoder(bytes.NewReader(data))
		if _, err := d.Token(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for d.More() {
			key, err := d.Token()
			var raw json.RawMessage
			if err == nil {
				err = d.Decode(&raw)
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
			k := key.(string)
			if !strings.HasPrefix(k, area+".") {
				t.Errorf("%s: %q does not begin with %q", name, k, area+".")
			}
			if all[k] != nil {
				t.Errorf("%s: %q stands twice", name, k)
			}
			f, text := forms{}, ""
			if json.Unmarshal(raw, &text) == nil {
				f[""] = text
			} else if err := json.Unmarshal(raw, &f); err != nil {
				t.Errorf("%s: %q is neither a text nor plural forms", name, k)
			}
			all[k] = f
		}
	}
	return all
}

// needed are the plural forms that a language has for whole numbers.
func needed(tag string) []string {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}
	seen := map[string]bool{"other": true}
	for n := range 1000 {
		seen[names[plural.Cardinal.MatchPlural(language.Make(tag), n, 0, 0, 0, 0)]] = true
	}
	var all []string
	for f := range seen {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}

var placeholder = regexp.MustCompile(`\{[a-z0-9_]+\}`)

func placeholdersOf(text string) string {
	all := placeholder.FindAllString(text, -1)
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

func TestEveryLanguageIsWhole(t *testing.T) {
	english := read(t, "en")
	entries, err := fs.ReadDir(translations.Files, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		tag := e.Name()
		texts, want := read(t, tag), needed(tag)
		for key, en := range english {
			got, ok := texts[key]
			if !ok {
				t.Errorf("%s: %q is missing", tag, key)
				continue
			}
			if _, plain := en[""]; plain {
				check(t, tag, key, got, []string{""}, placeholdersOf(en[""]))
			} else {
				check(t, tag, key, got, want, placeholdersOf(en["other"]))
			}
		}
		for key := range texts {
			if english[key] == nil {
				t.Errorf("%s: %q has no English text", tag, key)
			}
		}
	}
}

func check(t *testing.T, tag, key string, got forms, want []string, names string) {
	t.Helper()
	var have []string
	for form, text := range got {
		have = append(have, form)
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s: %q is empty", tag, key)
		}
		if p := placeholdersOf(text); p != names && form != "one" && form != "zero" && form != "two" {
			t.Errorf("%s: %q has the placeholders %q, English has %q", tag, key, p, names)
		}
	}
	slices.Sort(have)
	if !slices.Equal(have, want) {
		t.Errorf("%s: %q has the plural forms %q, the language needs %q", tag, key, have, want)
	}
}

var (
	literalUse = regexp.MustCompile(`\.[TN]\(\s*"([a-z0-9_]+\.[A-Za-z0-9_.-]+)"\s*[,)]`)
	prefixUse  = regexp.MustCompile(`"([a-z0-9_]+\.[A-Za-z0-9_.-]*)"`)
)

// Every key named in the sources has an English text. Keys that are put together at run time are seen by their
// beginning, so an unused key is only a remark.
func TestKeysOfTheSources(t *testing.T) {
	english := read(t, "en")
	used, beginnings := map[string]bool{}, map[string]bool{}
	files := 0
	for _, top := range []string{"ui", "internal", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", "..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			for _, m := range literalUse.FindAllSubmatch(source, -1) {
				if key := string(m[1]); english[key] == nil {
					t.Errorf("%s: %q has no English text", path, key)
				}
			}
			for _, m := range prefixUse.FindAllSubmatch(source, -1) {
				used[string(m[1])] = true
				if s := string(m[1]); strings.HasSuffix(s, ".") || strings.HasSuffix(s, "_") {
					beginnings[s] = true
				}
			}
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if files < 20 {
		t.Fatalf("only %d sources were found", files)
	}
	for key := range english {
		if used[key] {
			continue
		}
		known := false
		for b := range beginnings {
			known = known || strings.HasPrefix(key, b)
		}
		if !known {
			t.Logf("never used: %s", key)
		}
	}
}

// Codes that the domain declares have a sentence, so that Err never falls back for them.
func TestErrorCodesHaveTexts(t *testing.T) {
	source, err := os.ReadFile("../seminar/errors.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`Code\w+\s+= "(\w+)"`).FindAllSubmatch(source, -1)
	if len(codes) < 10 {
		t.Fatalf("only %d codes were found", len(codes))
	}
	english := read(t, "en")
	for _, c := range codes {
		if english["error."+string(c[1])] == nil {
			t.Errorf("no text for the error %q", c[1])
		}
	}
}
