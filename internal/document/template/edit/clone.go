package edit

import (
	"maps"
	"slices"
	"strconv"

	"lanyard/internal/document/template"
)

// Clone is a template that shares nothing with the first but the bytes of its pictures, which nobody changes.
func Clone(t *template.Template) *template.Template {
	c := *t
	c.Names, c.Pictures = maps.Clone(t.Names), maps.Clone(t.Pictures)
	c.Folds = slices.Clone(t.Folds)
	c.Front, c.Back = cloneAll(t.Front), cloneAll(t.Back)
	return &c
}

func cloneAll(all []template.Element) []template.Element {
	if all == nil {
		return nil
	}
	c := make([]template.Element, len(all))
	for i, e := range all {
		c[i] = cloneElement(e)
	}
	return c
}

func cloneElement(e template.Element) template.Element {
	e.Show, e.Contents = cloneShow(e.Show), maps.Clone(e.Contents)
	if e.Words != nil {
		w := *e.Words
		e.Words = &w
	}
	e.Items = slices.Clone(e.Items)
	for i, it := range e.Items {
		e.Items[i].Contents, e.Items[i].Show = maps.Clone(it.Contents), cloneShow(it.Show)
	}
	return e
}

func cloneShow(all []template.Condition) []template.Condition {
	c := slices.Clone(all)
	for i, one := range all {
		c[i].Is = slices.Clone(one.Is)
	}
	return c
}

// name gives ids to elements that have none, or the one of another.
func name(all []template.Element) {
	for i := range all {
		if all[i].ID == "" || taken(all[:i], all[i].ID) {
			all[i].ID = free(all, string(all[i].Type))
		}
	}
}

func taken(all []template.Element, id string) bool {
	return slices.ContainsFunc(all, func(e template.Element) bool { return e.ID == id })
}

// free is a name that no element has: "text", "text-2", "text-3".
func free(all []template.Element, name string) string {
	for n := 1; ; n++ {
		id := name
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		if !taken(all, id) {
			return id
		}
	}
}

// stem is a name without its number.
func stem(id string) string {
	for i := len(id) - 1; i > 0; i-- {
		if id[i] == '-' && i < len(id)-1 {
			return id[:i]
		}
		if id[i] < '0' || id[i] > '9' {
			break
		}
	}
	return id
}
