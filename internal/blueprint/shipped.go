package blueprint

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"lanyard/assets/seminars"
)

// shipped are the ids of the templates of seminars that come with Lanyard.
var shipped = []string{"regional-seminar", "conference", "workshops"}

// load reads them once. They are part of the program: one that cannot be read is a broken build, not something that a desk could act
// on.
var load = sync.OnceValue(func() []*Blueprint {
	all := make([]*Blueprint, 0, len(shipped))
	for _, id := range shipped {
		data, err := fs.ReadFile(seminars.Files, id+".json")
		if err != nil {
			panic(fmt.Sprintf("blueprint: %s: %v", id, err))
		}
		b, err := Parse(data)
		if err != nil {
			panic(fmt.Sprintf("blueprint: %s: %v", id, err))
		}
		all = append(all, b)
	}
	return all
})

// Shipped are those that come with Lanyard. They are shared: nobody changes them.
func Shipped() []*Blueprint { return load() }

// ShippedNamed is one of them by its id, whatever the case.
func ShippedNamed(id string) (*Blueprint, bool) {
	for _, b := range load() {
		if strings.EqualFold(b.ID, id) {
			return b, true
		}
	}
	return nil, false
}
