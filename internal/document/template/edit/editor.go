// Package edit changes a template as a designer does: what is selected, moved, resized, put in order and taken back. It knows
// no window: lengths are millimetres on the page, and whoever shows it turns pointers into millimetres.
package edit

import (
	"reflect"
	"slices"

	"lanyard/internal/document/template"
)

// most is how many steps can be taken back.
const most = 500

// Editor is a template in somebody's hands. It is for one goroutine.
type Editor struct {
	now          state
	past, future []state
	saved        *template.Template
	last         string // the kind of the last step, which goes on with the next one of its kind; "" never does
	hidden       map[string]bool
	absent       map[string]bool
	version      int
	frozen       bool
}

// state is what a step goes back to. The template in it is never changed once the state is past.
type state struct {
	template *template.Template
	back     bool
	selected []string
}

// New edits a copy of a template. Elements without an id, or with one that stands twice, get one.
func New(t *template.Template) *Editor {
	c := Clone(t)
	name(c.Front)
	name(c.Back)
	return &Editor{now: state{template: c}, saved: c, hidden: map[string]bool{}}
}

// Template is the template as it is now. It is not to be changed, and stays as it is when the editor goes on.
func (e *Editor) Template() *template.Template { return e.now.template }

// Version is another number after every change of the template or of the side in view.
func (e *Editor) Version() int { return e.version }

// Back says whether the back is in view.
func (e *Editor) Back() bool { return e.now.back }

// Turn brings the other side into view; nothing on it is selected.
func (e *Editor) Turn() {
	e.now.back, e.now.selected, e.last = !e.now.back, nil, ""
	e.version++
}

// Elements are those of the side in view, the lowest first.
func (e *Editor) Elements() []template.Element { return e.now.template.Side(e.now.back) }

// Element is one of the side in view.
func (e *Editor) Element(id string) (template.Element, bool) {
	if i := e.index(id); i >= 0 {
		return e.Elements()[i], true
	}
	return template.Element{}, false
}

func (e *Editor) index(id string) int {
	return slices.IndexFunc(e.Elements(), func(one template.Element) bool { return one.ID == id })
}

// Changed says whether the template differs from what was saved last.
func (e *Editor) Changed() bool { return !reflect.DeepEqual(e.now.template, e.saved) }

// Saved says that a template was saved that Template gave, or another that stands in its place; somebody may have gone on since.
// nil says that none is.
func (e *Editor) Saved(t *template.Template) { e.saved, e.last = t, "" }

// LastSaved is what was saved last, or what the editor began with; nil if that does not stand any more.
func (e *Editor) LastSaved() *template.Template { return e.saved }

// Freeze keeps the template as it is until it is let go on: no change is one, and nothing is taken back or dragged.
func (e *Editor) Freeze(on bool) { e.frozen = on }

// CanUndo says whether there is a step to take back.
func (e *Editor) CanUndo() bool { return len(e.past) > 0 }

// CanRedo says whether there is a step that was taken back.
func (e *Editor) CanRedo() bool { return len(e.future) > 0 }

// Undo takes the last step back, and says whether there was one.
func (e *Editor) Undo() bool { return e.travel(&e.past, &e.future) }

// Redo does again what was taken back last, and says whether there was anything.
func (e *Editor) Redo() bool { return e.travel(&e.future, &e.past) }

func (e *Editor) travel(from, to *[]state) bool {
	n := len(*from)
	if n == 0 || e.frozen {
		return false
	}
	*to = append(*to, e.now)
	e.now, *from = (*from)[n-1], (*from)[:n-1]
	e.last = ""
	e.version++
	return true
}

// Pause ends a step that would go on, such as the typing of a text.
func (e *Editor) Pause() { e.last = "" }

// step does something to a copy of the template. Steps of one kind, one after the other, are one step. Nothing changed is no
// step.
func (e *Editor) step(kind string, do func(*template.Template)) bool {
	if e.frozen {
		return false
	}
	before := e.now
	e.now.template, e.now.selected = Clone(before.template), slices.Clone(before.selected)
	do(e.now.template)
	if reflect.DeepEqual(e.now.template, before.template) {
		e.now.template = before.template
		return false
	}
	if kind == "" || kind != e.last {
		e.remember(before)
	}
	e.last, e.future = kind, nil
	e.version++
	return true
}

func (e *Editor) remember(s state) {
	e.past = append(e.past, s)
	if len(e.past) > most {
		e.past = slices.Delete(e.past, 0, 1)
	}
}

// Edit changes the template itself, such as its size, its names or its folds. Edits of one kind go on with each other; ""
// never does.
func (e *Editor) Edit(kind string, do func(*template.Template)) bool { return e.step(kind, do) }

// Change changes every selected element that is not locked. Changes of one kind go on with each other; "" never does.
func (e *Editor) Change(kind string, do func(*template.Element)) bool {
	if kind != "" {
		kind += " " + e.selection()
	}
	return e.step(kind, func(t *template.Template) { e.each(t, do) })
}

// each is every selected element of a template that is not locked.
func (e *Editor) each(t *template.Template, do func(*template.Element)) {
	all := t.Side(e.now.back)
	for i := range all {
		if !all[i].Locked && e.Selected(all[i].ID) {
			do(&all[i])
		}
	}
}

// side gives a template other elements on the side in view.
func (e *Editor) side(t *template.Template, all []template.Element) {
	if e.now.back {
		t.Back = all
	} else {
		t.Front = all
	}
}
