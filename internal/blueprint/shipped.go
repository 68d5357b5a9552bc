package blueprint

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"lanyard/assets/seminars"
)

// shipped are the ids of the templates of seminars that come with Lanyard.
var shipped = []string{"regional-seminar", "conference", "workshops"}

// load reads them once, with what they call things in other languages. They are part of the program: one that cannot be read is a broken
// build, not something that a desk could act on.
var load = sync.OnceValues(func() ([]*Blueprint, map[string]map[string]string) {
	all := make([]*Blueprint, 0, len(shipped))
	for _, id := range shipped {
		b, err := Parse(read(id))
		if err != nil {
			panic(fmt.Sprintf("blueprint: %s: %v", id, err))
		}
		all = append(all, b)
	}
	var texts map[string]map[string]string
	if err := json.Unmarshal(read("texts"), &texts); err != nil {
		panic(fmt.Sprintf("blueprint: texts: %v", err))
	}
	return all, texts
})

func read(name string) []byte {
	data, err := fs.ReadFile(seminars.Files, name+".json")
	if err != nil {
		panic(fmt.Sprintf("blueprint: %s: %v", name, err))
	}
	return data
}

// Shipped are those that come with Lanyard, in a language (BCP 47) as far as they speak it, else in English: sessions, categories
// and lists have one name each, and a seminar that is made of one keeps it.
func Shipped(language string) []*Blueprint {
	all, texts := load()
	base, _, _ := strings.Cut(language, "-")
	said := func(text string) string { return cmp.Or(texts[text][language], texts[text][base], text) }
	spoken := make([]*Blueprint, len(all))
	for i, b := range all {
		one := *b
		one.Sessions, one.Categories, one.Lists = slices.Clone(b.Sessions), slices.Clone(b.Categories), slices.Clone(b.Lists)
		for i := range one.Sessions {
			one.Sessions[i].Title = said(one.Sessions[i].Title)
		}
		for i := range one.Categories {
			one.Categories[i].Name = said(one.Categories[i].Name)
		}
		for i := range one.Lists {
			one.Lists[i].Name = said(one.Lists[i].Name)
		}
		spoken[i] = &one
	}
	return spoken
}

// ShippedNamed is one of them by its id, whatever the case.
func ShippedNamed(id, language string) (*Blueprint, bool) {
	for _, b := range Shipped(language) {
		if strings.EqualFold(b.ID, id) {
			return b, true
		}
	}
	return nil, false
}
