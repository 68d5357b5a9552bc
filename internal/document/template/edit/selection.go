package edit

import (
	"slices"
	"strings"

	"lanyard/internal/document/template"
)

// Selected says whether an element is selected.
func (e *Editor) Selected(id string) bool { return slices.Contains(e.now.selected, id) }

// Selection are the ids of the selected elements, the lowest first.
func (e *Editor) Selection() []string {
	var ids []string
	for _, one := range e.Elements() {
		if e.Selected(one.ID) {
			ids = append(ids, one.ID)
		}
	}
	return ids
}

func (e *Editor) selection() string { return strings.Join(e.now.selected, "\x00") }

// Chosen are the selected elements, the lowest first.
func (e *Editor) Chosen() []template.Element {
	var all []template.Element
	for _, one := range e.Elements() {
		if e.Selected(one.ID) {
			all = append(all, one)
		}
	}
	return all
}

// Select selects these and no others.
func (e *Editor) Select(ids ...string) {
	e.now.selected = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return e.index(id) < 0 })
	e.last = ""
}

// Toggle adds an element to what is selected, or takes it out.
func (e *Editor) Toggle(id string) {
	if i := slices.Index(e.now.selected, id); i >= 0 {
		e.now.selected = slices.Delete(slices.Clone(e.now.selected), i, i+1)
		e.last = ""
		return
	}
	e.Select(append(slices.Clone(e.now.selected), id)...)
}

// SelectAll selects everything on the side that is in sight and not locked.
func (e *Editor) SelectAll() {
	var ids []string
	for _, one := range e.Elements() {
		if !one.Locked && !e.hidden[one.ID] {
			ids = append(ids, one.ID)
		}
	}
	e.Select(ids...)
}

// Next selects the element above what is selected, or below it if by is -1; from nothing the first or the last. It says
// whether there was one: at the end nothing changes.
func (e *Editor) Next(by int) bool {
	all := e.Elements()
	at := -1
	if by < 0 {
		at = len(all)
	}
	if ids := e.Selection(); len(ids) > 0 {
		at = e.index(ids[len(ids)-1])
	}
	for at += by; at >= 0 && at < len(all); at += by {
		if !e.hidden[all[at].ID] {
			e.Select(all[at].ID)
			return true
		}
	}
	return false
}

// HasNext says whether Next would select another one.
func (e *Editor) HasNext(by int) bool {
	before := e.now.selected
	ok := e.Next(by)
	e.now.selected = before
	return ok
}

// At is the topmost element at a point that can be seen, "" for none. A locked one counts only if locked is true, one that
// draws nothing now (see Absent) only if it is selected. slack is how far beside a thin one a point may be.
func (e *Editor) At(x, y, slack float64, locked bool) string {
	all := e.Elements()
	for i := len(all) - 1; i >= 0; i-- {
		if one := all[i]; !e.hidden[one.ID] && (locked || !one.Locked) && (!e.absent[one.ID] || e.Selected(one.ID)) && hit(one, x, y, slack) {
			return one.ID
		}
	}
	return ""
}

// Grasps says whether a point lies on what is selected, whatever covers it there.
func (e *Editor) Grasps(x, y, slack float64) bool {
	return slices.ContainsFunc(e.Elements(), func(one template.Element) bool {
		return e.Selected(one.ID) && !one.Locked && !e.hidden[one.ID] && hit(one, x, y, slack)
	})
}

// Within selects what lies in a rectangle as a whole and can be seen and moved, beside what is selected if more.
func (e *Editor) Within(box template.Place, more bool) {
	var ids []string
	if more {
		ids = slices.Clone(e.now.selected)
	}
	for _, one := range e.Elements() {
		b := Bounds(one)
		if !one.Locked && !e.hidden[one.ID] && !e.absent[one.ID] && b.X >= box.X && b.Y >= box.Y && b.X+b.W <= box.X+box.W && b.Y+b.H <= box.Y+box.H {
			ids = append(ids, one.ID)
		}
	}
	slices.Sort(ids)
	e.Select(slices.Compact(ids)...)
}

// Hidden says whether an element is out of sight while somebody works on others; it prints all the same.
func (e *Editor) Hidden(id string) bool { return e.hidden[id] }

// Absent says which elements draw nothing for whom the page is shown with, such as those whose conditions do not hold.
func (e *Editor) Absent(ids map[string]bool) { e.absent = ids }

// IsAbsent says whether an element draws nothing now.
func (e *Editor) IsAbsent(id string) bool { return e.absent[id] }

// Hide puts an element out of sight, or back.
func (e *Editor) Hide(id string, out bool) {
	if out {
		e.hidden[id] = true
		e.now.selected = slices.DeleteFunc(slices.Clone(e.now.selected), func(s string) bool { return s == id })
	} else {
		delete(e.hidden, id)
	}
	e.version++
}
