package programmepage

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// speakers is the field of those who speak: each a tag, and an entry for the next, which finds attendees while somebody
// types and takes any other name too.
type speakers struct {
	sheet   *sheet
	names   []string
	tags    *fyne.Container
	entry   *widgets.Suggest
	content *fyne.Container
	finding task.Latest[[]seminar.RosterRow]
}

func newSpeakers(s *sheet, names []string) *speakers {
	f := &speakers{sheet: s, names: slices.Clone(names), tags: widgets.Flow(s.page.env.Lang.RTL(), theme.Space1)}
	f.entry = widgets.NewSuggest(s.page.env.Lang.T("programme.speakers.add"))
	s.steer(f.entry.Entry)
	f.entry.Find, f.entry.OnTaken, f.entry.Resized = f.find, f.add, s.column.Refresh
	f.entry.OnEnter = func() {
		if strings.TrimSpace(f.entry.Entry.Text) == "" {
			s.save()
			return
		}
		f.add(f.entry.Entry.Text)
	}
	keys := f.entry.Entry.OnKey
	f.entry.Entry.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyBackspace && f.entry.Entry.Text == "" && len(f.names) > 0 {
			f.drop(f.names[len(f.names)-1])
			return true
		}
		return keys(ev)
	}
	f.content = widgets.Column(theme.Space1, f.tags, f.entry.Content())
	f.draw()
	return f
}

// find looks for attendees of the seminar.
func (f *speakers) find(text string, offer func([]string)) {
	env := f.sheet.page.env
	of, d := env.Seminar().ID, env.Desk()
	if strings.TrimSpace(text) == "" {
		f.finding.Cancel()
		offer(nil)
		return
	}
	f.finding.Run(env.Context, env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
		return d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: text, Limit: 8})
	}, func(rows []seminar.RosterRow, err error) {
		var found []string
		for _, r := range rows {
			if name := r.Name(); !slices.Contains(found, name) && !slices.Contains(f.names, name) {
				found = append(found, name)
			}
		}
		offer(found) // who cannot be found now can still be written
	})
}

// add takes one or several names, divided by semicolons.
func (f *speakers) add(text string) {
	for _, name := range strings.Split(text, ";") {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(f.names, name) {
			f.names = append(f.names, name)
		}
	}
	f.entry.SetText("")
	f.draw()
}

func (f *speakers) drop(name string) {
	if i := slices.Index(f.names, name); i >= 0 {
		f.names = slices.Delete(f.names, i, i+1)
	}
	f.draw()
	f.sheet.page.env.Window.Canvas().Focus(f.entry.Entry)
}

func (f *speakers) draw() {
	f.tags.RemoveAll()
	f.tags.Hidden = len(f.names) == 0
	for _, name := range f.names {
		tag := widgets.NewTag(name, func() { f.drop(name) })
		tag.RTL = f.sheet.page.env.Lang.RTL()
		f.tags.Add(tag)
	}
	f.sheet.column.Refresh()
}

// value are the names; what stands in the entry still is one too.
func (f *speakers) value() []string {
	all := slices.Clone(f.names)
	for _, name := range strings.Split(f.entry.Entry.Text, ";") {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}
