package badgespage

import (
	"slices"

	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// option is one of the things that a choice offers.
type option struct {
	id   seminar.ID
	name string
}

// choice filters by one of several things, or by none.
type choice struct {
	*widgets.Select
	any     string
	options []option
}

func newChoice(any string, changed func()) *choice {
	c := &choice{Select: widgets.NewSelect([]string{any}, func(string) { changed() }), any: any}
	c.PlaceHolder = any
	return c
}

// id is what is chosen, "" for none.
func (c *choice) id() seminar.ID {
	if i := c.SelectedIndex() - 1; i >= 0 && i < len(c.options) {
		return c.options[i].id
	}
	return ""
}

// offer changes what can be chosen. What was chosen stays so while it is there.
func (c *choice) offer(options []option) {
	if slices.Equal(options, c.options) {
		return
	}
	id := c.id()
	c.options = options
	names := []string{c.any}
	at := -1
	for i, o := range options {
		names = append(names, o.name)
		if o.id == id && id != "" {
			at = i + 1
		}
	}
	changed := c.OnChanged
	c.OnChanged = nil
	c.SetOptions(names)
	c.ClearSelected()
	if at > 0 {
		c.SetSelectedIndex(at)
	}
	c.OnChanged = changed
}

// clear chooses none, and tells nobody.
func (c *choice) clear() {
	changed := c.OnChanged
	c.OnChanged = nil
	c.ClearSelected()
	c.OnChanged = changed
}
