package blueprint_test

import (
	"encoding/json"
	"io/fs"
	"testing"

	"lanyard/assets/seminars"
	"lanyard/internal/blueprint"
)

// names are what the things of a blueprint are called.
func names(b *blueprint.Blueprint) []string {
	var all []string
	for _, v := range b.Sessions {
		all = append(all, v.Title)
	}
	for _, v := range b.Categories {
		all = append(all, v.Name)
	}
	for _, v := range b.Lists {
		all = append(all, v.Name)
	}
	return all
}

func TestShippedTemplatesSpeakEveryLanguageOfTheRegion(t *testing.T) {
	var texts map[string]map[string]string
	data, err := fs.ReadFile(seminars.Files, "texts.json")
	if err == nil {
		err = json.Unmarshal(data, &texts)
	}
	if err != nil {
		t.Fatal(err)
	}
	english, used := blueprint.Shipped("en"), map[string]bool{}
	for _, language := range []string{"az", "ru", "fr", "ar", "kk", "uz", "ky", "tg"} {
		for i, b := range blueprint.Shipped(language) {
			if b.Seminar.Titles[language] == "" {
				t.Errorf("%s has no title in %s", b.ID, language)
			}
			before := names(english[i])
			for j, name := range names(b) {
				used[before[j]] = true
				if name == "" || name != texts[before[j]][language] {
					t.Errorf("%s in %s: %q is called %q", b.ID, language, before[j], name)
				}
			}
		}
	}
	for text := range texts {
		if !used[text] {
			t.Errorf("nothing is called %q", text)
		}
	}
	if b, ok := blueprint.ShippedNamed("Conference", "az-Latn"); !ok || b.Sessions[1].Title != "Açılış" {
		t.Error("a tag with a script is not the language")
	}
	if b, _ := blueprint.ShippedNamed("conference", "pt"); b.Sessions[1].Title != "Opening" {
		t.Error("a language that it does not speak is not English")
	}
}
