package widgets

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
)

// Suggest is an entry that lists below it what its text could mean, while somebody types. Up and Down choose, Enter or a
// tap takes the one chosen; anything else may be written too.
type Suggest struct {
	Entry *Entry
	// Find looks up what a text could mean and hands it over, at once or later, on the UI thread.
	Find func(text string, offer func([]string))
	// OnTaken is told what was taken; without it, it is written into the entry.
	OnTaken func(text string)
	// OnEnter is told Enter when nothing is chosen among the offers.
	OnEnter func()
	// Resized is called when the list grew or shrank; may be nil.
	Resized func()

	content *fyne.Container
	list    *fyne.Container
	offers  []string
	chosen  int // -1: none
	asked   int // the number of the last question: late answers are dropped
	hovered bool
	quiet   bool
}

const mostSuggested = 5

// NewSuggest makes an entry.
func NewSuggest(placeholder string) *Suggest {
	s := &Suggest{Entry: NewEntry(placeholder, false), chosen: -1, list: Column(0)}
	s.list.Hide()
	s.content = Column(theme.Space1, s.Entry, s.list)
	s.Entry.OnChanged, s.Entry.OnKey = s.typed, s.key
	s.Entry.OnLeave = func() {
		if !s.hovered {
			s.offer(nil)
		}
	}
	return s
}

// Content is the entry with its list.
func (s *Suggest) Content() fyne.CanvasObject { return s.content }

// SetText writes without looking anything up.
func (s *Suggest) SetText(text string) {
	s.quiet = true
	s.Entry.SetText(text)
	s.quiet = false
	s.offer(nil)
}

func (s *Suggest) typed(text string) {
	if s.quiet || s.Find == nil {
		return
	}
	s.asked++
	mine := s.asked
	s.Find(text, func(offers []string) {
		if mine == s.asked {
			s.offer(offers)
		}
	})
}

func (s *Suggest) key(ev *fyne.KeyEvent) bool {
	n := len(s.offers)
	switch ev.Name {
	case fyne.KeyDown:
		s.choose(min(s.chosen+1, n-1))
		return n > 0
	case fyne.KeyUp:
		s.choose(max(s.chosen-1, -1))
		return n > 0
	case fyne.KeyEscape:
		s.offer(nil)
		return n > 0
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.chosen >= 0 {
			s.take(s.offers[s.chosen])
		} else {
			call(s.OnEnter)
		}
		return true
	}
	return false
}

func (s *Suggest) take(text string) {
	s.SetText(text)
	if s.OnTaken != nil {
		s.OnTaken(text)
	}
	focus(s.Entry)
}

func (s *Suggest) choose(i int) {
	s.chosen = i
	s.draw()
}

// offer shows what the text could mean.
func (s *Suggest) offer(offers []string) {
	if len(offers) == 0 && len(s.offers) == 0 {
		return
	}
	s.offers, s.chosen = offers[:min(len(offers), mostSuggested)], -1
	s.draw()
	call(s.Resized)
}

func (s *Suggest) draw() {
	s.list.RemoveAll()
	s.list.Hidden = len(s.offers) == 0
	s.hovered = s.hovered && len(s.offers) > 0
	for i, text := range s.offers {
		s.list.Add(NewOffer(text, i == s.chosen, func() { s.take(text) }, func(in bool) { s.hovered = in }))
	}
	s.content.Refresh()
}
