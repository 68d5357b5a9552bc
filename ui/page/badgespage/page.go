// Package badgespage makes badges: who, the real page, one button.
package badgespage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the badges.
type Page struct {
	env      *page.Env
	content  fyne.CanvasObject
	list     *widget.List
	body     *fyne.Container
	preview  *paper.Preview
	count    *widgets.Text
	warnings *fyne.Container
	mark     *widget.Check
	save     *widget.Button
	who      string // unprinted, all
	rows     []seminar.RosterRow
	ticked   map[seminar.ID]bool
	shown    int
	latest   task.Latest[[]seminar.RosterRow]
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, who: "unprinted", ticked: map[seminar.ID]bool{}, preview: paper.New(env), warnings: widgets.Column(theme.Space1)}
	t, rtl := env.Lang.T, env.Lang.RTL()
	who := widgets.NewSegmented([]widgets.Segment{{ID: "unprinted", Label: t("badges.unprinted")}, {ID: "all", Label: t("badges.all")}}, p.who,
		func(id string) { p.who = id; p.load() })
	p.count = widgets.Quiet("")
	p.list = widget.NewList(func() int { return len(p.rows) }, func() fyne.CanvasObject {
		return widgets.Edge(rtl, nil, nil, widget.NewCheck("", nil), nil, widgets.Body(""))
	}, p.fill)
	p.list.OnSelected = func(i int) { p.shown = i; p.show() }
	p.body = container.NewStack(p.list)
	p.mark = widget.NewCheck(t("badges.mark"), nil)
	p.mark.Checked = true
	p.save = widget.NewButtonWithIcon(t("badges.save"), theme.IconIn(theme.IconSave, theme.OnAccent), p.write)
	p.save.Importance = widget.HighImportance
	replace := widget.NewButtonWithIcon(t("badges.replace"), theme.Icon(theme.IconRepeat), p.replace)
	explained := widgets.Quiet(t("badges.explained"))
	explained.Lines = 4
	choices := widgets.Column(theme.Space3, p.count, p.mark, p.save, replace, explained, p.warnings)
	p.content = paper.Layout(rtl, widgets.Column(theme.Space3, widgets.Title(t("badges.title")), who), p.body, p.preview.Content(), choices)
	return p
}

// fill fills one row of the list: a tick, and the name with what tells two of one name apart.
func (p *Page) fill(i int, o fyne.CanvasObject) {
	row := p.rows[i]
	for _, part := range o.(*fyne.Container).Objects {
		switch part := part.(type) {
		case *widget.Check:
			part.OnChanged = nil
			part.SetChecked(p.ticked[row.AttendeeID])
			part.OnChanged = func(on bool) { p.ticked[row.AttendeeID] = on; p.counted() }
		case *widgets.Text:
			text := row.BadgeNumber + "  " + row.Name()
			if row.Organisation != "" {
				text += " · " + row.Organisation
			}
			part.Lines = 1
			part.SetText(text)
		}
	}
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() { p.load() }

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	ctrl := func(key fyne.KeyName) fyne.KeyboardShortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
	}
	return []page.Binding{{Shortcut: ctrl(fyne.KeyS), Label: t("badges.save"), Do: p.write}, {Shortcut: ctrl(fyne.KeyP), Label: t("badges.save"), Do: p.write},
		{Key: fyne.KeyDown, Label: t("badges.next"), Do: func() { p.step(1) }}, {Key: fyne.KeyUp, Label: t("badges.previous"), Do: func() { p.step(-1) }},
		{Key: fyne.KeySpace, Label: t("badges.tick"), Do: p.tick}}
}

func (p *Page) step(by int) {
	if n := p.shown + by; n >= 0 && n < len(p.rows) {
		p.list.Select(n)
	}
}

func (p *Page) tick() {
	if p.shown < len(p.rows) {
		id := p.rows[p.shown].AttendeeID
		p.ticked[id] = !p.ticked[id]
		p.list.RefreshItem(p.shown)
		p.counted()
	}
}

func (p *Page) load() {
	of, d, who := p.env.Seminar().ID, p.env.Desk(), p.who
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
		if of == "" {
			return nil, nil
		}
		return d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Unprinted: who == "unprinted", Order: seminar.ByFamilyName,
			Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}})
	}, func(rows []seminar.RosterRow, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.rows = rows
		p.refresh()
	})
}

func (p *Page) refresh() {
	t := p.env.Lang.T
	p.body.Objects = []fyne.CanvasObject{p.list}
	if len(p.rows) == 0 {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconBadges, t("badges.empty.title"), t("badges.empty.text"),
			t("badges.empty.button"), func() { p.env.Open(page.Attendees, "") })}
	}
	p.body.Refresh()
	p.list.Refresh()
	p.shown = min(p.shown, max(0, len(p.rows)-1))
	p.counted()
	p.show()
}

// chosen are the ticked people, or everybody of the list when nobody is ticked.
func (p *Page) chosen() []seminar.RosterRow {
	var some []seminar.RosterRow
	for _, r := range p.rows {
		if p.ticked[r.AttendeeID] {
			some = append(some, r)
		}
	}
	if len(some) == 0 {
		return p.rows
	}
	return some
}

func (p *Page) counted() {
	n := len(p.chosen())
	p.count.SetText(p.env.Lang.N("badges.count", n))
	if n == 0 {
		p.save.Disable()
	} else {
		p.save.Enable()
	}
}

// show shows the badge of the person chosen in the list.
func (p *Page) show() {
	if p.shown >= len(p.rows) {
		return
	}
	row, of, d := p.rows[p.shown], p.env.Seminar().ID, p.env.Desk()
	p.preview.Show(func(ctx context.Context) (docpage.Document, error) {
		badges, err := d.BadgesFor(ctx, of, []seminar.RosterRow{row})
		if err != nil {
			return docpage.Document{}, err
		}
		doc, _ := document.Badges(badges, p.preview.Options())
		return doc, nil
	})
}

// write saves the badges and marks them printed. What a page could not show as it should is said before.
func (p *Page) write() {
	rows, of, d := p.chosen(), p.env.Seminar().ID, p.env.Desk()
	if len(rows) == 0 {
		return
	}
	mark := p.mark.Checked
	type made struct {
		doc      docpage.Document
		warnings []document.Warning
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (made, error) {
		badges, err := d.BadgesFor(ctx, of, rows)
		if err != nil {
			return made{}, err
		}
		doc, warnings := document.Badges(badges, p.preview.Options())
		return made{doc, warnings}, nil
	}, func(m made, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.warn(m.warnings)
		p.env.SaveFile("badges.pdf", func(ctx context.Context, path string, _ task.Progress) error {
			if err := p.preview.Write(path, m.doc); err != nil || !mark {
				return err
			}
			action, err := d.MarkPrinted(ctx, of, rows, "")
			if err == nil {
				p.env.Run.UI(func() { p.env.Done(p.env.Lang.N("badges.marked", len(rows)), action) })
			}
			return err
		})
	})
}

func (p *Page) warn(all []document.Warning) {
	p.warnings.Objects = nil
	for _, w := range all {
		text := widgets.Caption(w.Message)
		text.Lines = 3
		p.warnings.Add(widgets.Edge(p.env.Lang.RTL(), nil, nil, widgets.NewStatusPill(widgets.KindAttention, ""), nil, text))
	}
	p.warnings.Refresh()
}

// replace gives the person shown a new code, for a badge that was lost.
func (p *Page) replace() {
	if p.shown >= len(p.rows) {
		return
	}
	row, of, d := p.rows[p.shown], p.env.Seminar().ID, p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Action, error) {
		return d.Replace(ctx, of, []seminar.ID{row.AttendeeID})
	}, func(a desk.Action, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.env.Done(p.env.Lang.T("badges.replaced", "name", row.Name()), a)
	})
}
