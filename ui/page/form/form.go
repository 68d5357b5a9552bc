// Package form is the registration form of a person: at the desk a walk-in, on the attendees' page anybody. It shows
// the few fields that a queue has time for, and the rest when asked.
package form

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Options are what a form is made with.
type Options struct {
	Lang        *i18n.Lang
	Categories  []seminar.Category
	Delegations []seminar.Delegation
	Questions   []seminar.Question // the seminar's own
	Zone        *time.Location     // of the seminar, in which it says when something was; nil is this computer's
	Whole       bool               // every field from the start, and the status with them
	OnSubmit    func()             // Enter in the last field, or Ctrl+Enter anywhere
	OnCancel    func()             // Escape
	OnCode      func(code string)  // a badge was scanned while the form had the focus; nil leaves the digits where they are
	// Likely is asked, with every change, who is probably the person being written; show may be called at any time later,
	// on the UI thread. nil asks nobody. OnOpen is F2, or a tap: that person is meant.
	Likely func(v desk.Form, show func([]desk.Duplicate))
	OnOpen func(id seminar.ID)
	// NoPlace is asked, with every change of what places are counted by, what leaves none for the registration; show may be called at
	// any time later, on the UI thread. nil: the form says nothing of places.
	NoPlace func(r seminar.Registration, show func(*desk.Shortage))
	// Waits is told whether the person, saved like this, would wait for a place; nil: nobody asks.
	Waits func(bool)
	// ChoosePhoto asks for a file and hands over the photo in it, as it is kept; nil: the form has no photo.
	ChoosePhoto func(then func(photo []byte))
}

// Form is the form of one person. Use it from the UI thread.
type Form struct {
	lang                  *i18n.Lang
	o                     Options
	base                  desk.Form // what the form does not show is kept from here
	shown                 desk.Form // as it was put in, to know what was changed
	first                 []*field
	rest                  []*field
	folded                bool
	more                  *widgets.Button
	answers               *Answers
	country               *countryField
	category, delegation  *field // nil where there are none
	hint                  *fyne.Container
	likely                likely
	given, family, native *field
	proposal              proposal
	places                places
	later                 later
	setting               bool // the fields are being filled in by the program
	body                  *fyne.Container
	scroll                *container.Scroll
}

// New makes an empty form.
func New(o Options) *Form {
	f := &Form{lang: o.Lang, o: o, folded: !o.Whole, hint: widgets.Column(theme.Space1), likely: newLikely(o)}
	f.makeFields()
	f.places, f.later = newPlaces(f), newLater(f)
	f.proposal = newProposal(f)
	f.more = widgets.NewButtonWithIcon("", theme.Icon(theme.IconChevronDown), f.Unfold)
	f.more.Importance = widget.LowImportance
	f.body = widgets.Column(theme.Space3)
	f.hint.Hide()
	f.scroll = container.NewVScroll(widgets.Inset(theme.Space1, theme.Space2, f.body))
	f.arrange()
	return f
}

// Content is the form as an object, as high as it needs.
func (f *Form) Content() fyne.CanvasObject { return f.body }

// Scrolling is the form in a frame that it may be higher than; the field with the focus is always in view.
func (f *Form) Scrolling() fyne.CanvasObject { return f.scroll }

// reveal scrolls a field into view, also one that was put there just now.
func (f *Form) reveal(one *field) {
	if f.scroll.Size().Height == 0 {
		return
	}
	f.scroll.Content.Resize(f.scroll.Size().Max(f.scroll.Content.MinSize()))
	top := one.box.Position().Y
	if one == f.places.why {
		top += f.places.box.Position().Y
	}
	bottom := top + one.box.Size().Height + 2*theme.Space2
	offset := f.scroll.Offset
	offset.Y = max(min(offset.Y, top), bottom-f.scroll.Size().Height)
	if offset.Y != f.scroll.Offset.Y {
		f.scroll.ScrollToOffset(offset)
	}
}

// Focus puts the cursor into the first field. The form must be in a window.
func (f *Form) Focus() { f.first[0].focus() }

// Set fills the form in.
func (f *Form) Set(v desk.Form) {
	f.base, f.setting = v, true
	f.answers.known = v.Registration.Answers
	for _, one := range f.all() {
		one.put(v)
		one.box.SetError("")
	}
	f.hint.RemoveAll()
	f.hint.Hide()
	f.answers.follow()
	f.shown, f.setting = f.Value(), false
	f.proposal.taken = false
	f.places.set(v)
	f.later.follow, f.later.missing = false, nil
	f.propose()
	f.arrange()
	f.askLikely(nil)
	f.askPlace()
}

// Value is the form as it is filled in.
func (f *Form) Value() desk.Form {
	v := f.base
	v.Registration.Answers = maps.Clone(v.Registration.Answers)
	for _, one := range f.all() {
		if one.question == nil || slices.Contains(f.answers.shown, one) {
			one.take(&v)
		}
	}
	switch {
	case f.places.beyond():
		f.places.why.take(&v)
	case v.Registration.ID == "":
		v.Registration.OverWhy = ""
	}
	v.AnswersFollow = f.later.follow
	return v
}

// Changed says whether somebody changed anything since Set.
func (f *Form) Changed() bool {
	a, b := f.shown, f.Value()
	if !maps.Equal(a.Registration.Answers, b.Registration.Answers) {
		return true
	}
	return fields(a) != fields(b)
}

// Unfold shows every field, or the few again.
func (f *Form) Unfold() {
	f.folded = !f.folded
	f.arrange()
	if !f.folded && len(f.rest) > 0 && widgets.CanvasOf(f.body) != nil {
		f.rest[0].focus()
	}
}

func (f *Form) all() []*field { return append(f.first[:len(f.first):len(f.first)], f.rest...) }

// arrange puts the fields that are shown under each other and wires Enter from one to the next.
func (f *Form) arrange() {
	f.more.SetText(f.lang.T("form.more"))
	f.more.SetIcon(theme.Icon(theme.IconChevronDown))
	if !f.folded {
		f.more.SetText(f.lang.T("form.fewer"))
		f.more.SetIcon(theme.Icon(theme.IconChevronUp))
	}
	objects := []fyne.CanvasObject{f.hint}
	if f.places.full != nil && f.places.under() == nil {
		objects = append(objects, f.places.box)
	}
	for i, one := range f.visible() {
		if len(f.later.missing) > 0 && one == f.later.missing[0] {
			objects = append(objects, f.later.box)
		}
		objects = append(objects, one.box)
		if f.places.full != nil && one == f.places.under() {
			objects = append(objects, f.places.box)
		}
		if one == f.proposal.under {
			objects = append(objects, f.proposal.box)
		}
		if len(f.likely.found) > 0 && (one == f.likely.under || f.likely.under == nil && i == 1) {
			objects = append(objects, f.likely.box)
		}
	}
	if !f.o.Whole {
		objects = append(objects, widgets.Row(f.lang.RTL(), 0, f.more))
	}
	f.body.Objects = objects
	f.body.Refresh()
	wire(f.places.among(f.visible()), f.o.OnSubmit, func(one *field, k *keys) {
		k.submit, k.cancel, k.code = f.o.OnSubmit, f.o.OnCancel, f.o.OnCode
		k.open, k.take, k.undo = f.openLikely, f.takeProposal, f.undoProposal
		k.place, k.later = f.turnPlace, f.sendLater
		k.gained = func() { f.reveal(one) }
	})
}

func (f *Form) visible() []*field {
	if f.folded {
		return f.first
	}
	return slices.DeleteFunc(f.all(), func(one *field) bool { return one.question != nil && !slices.Contains(f.answers.shown, one) })
}
