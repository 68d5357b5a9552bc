package document

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"lanyard/assets/templates"
	"lanyard/internal/document/template"
)

// shipped are the ids of the templates that come with Lanyard, the standard one of each kind first.
var shipped = []string{"a6-portrait", "a6-folded", "id1-card", "a4-four-up", "insert-90x54", "label-62", "attendance", "participation", "appreciation", "letter"}

// load reads them once. They are part of the program: one that cannot be read is a broken build, not something that a desk
// could act on.
var load = sync.OnceValue(func() []*template.Template {
	all := make([]*template.Template, 0, len(shipped))
	for _, id := range shipped {
		data, err := fs.ReadFile(templates.Files, id+".json")
		if err != nil {
			panic(fmt.Sprintf("document: template %s: %v", id, err))
		}
		t, err := template.Parse(data)
		if err != nil {
			panic(fmt.Sprintf("document: template %s: %v", id, err))
		}
		all = append(all, t)
	}
	return all
})

// Shipped are the templates of a kind that come with Lanyard, the standard one first. They are shared: change a copy.
func Shipped(kind template.Kind) []*template.Template {
	var all []*template.Template
	for _, t := range load() {
		if t.Kind == kind {
			all = append(all, t)
		}
	}
	return all
}

// ShippedNamed is the shipped template of an id, whatever the case.
func ShippedNamed(id string) (*template.Template, bool) {
	for _, t := range load() {
		if strings.EqualFold(t.ID, id) {
			return t, true
		}
	}
	return nil, false
}

// Standard is the template that a kind is made by unless somebody chooses another.
func Standard(kind template.Kind) *template.Template { return Shipped(kind)[0] }
