package paper

import (
	"cmp"
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
	"lanyard/ui/page"
	"lanyard/ui/task"
)

// Press makes files of documents, and says what their pages cannot show as they should before anything is saved. Use it
// from the UI thread.
type Press struct {
	env    *page.Env
	setter *typeset.Setter
	key    string // that asks for a file, as it is written on keyboards
	anyway func() // goes on in spite of the warnings that are shown; nil while there are none
	making bool
}

// NewPress makes one for a page that shows no preview; a Preview has its own. key is the one that asks for a file, such as
// "Ctrl+P".
func NewPress(env *page.Env, key string) *Press {
	return &Press{env: env, key: key, setter: typeset.WithSystem(env.Fonts.Files()...)}
}

// Options are those of every document of this window: its language, and the setter that a preview shares.
func (p *Press) Options() document.Options {
	return document.Options{Lang: p.env.Lang, Setter: p.setter}
}

// Batch is badges that somebody wants.
type Batch struct {
	Of      seminar.ID
	People  func(context.Context, *desk.Desk) ([]seminar.RosterRow, error)
	Options document.Options
	Busy    func(bool) // told while they are being made; may be nil
	Anyway  string     // key of the words that go on in spite of warnings; "" is badges.save_anyway
	Save    func(Made) // once there is nothing to say, or somebody goes on all the same
}

// Made is badges ready for a file.
type Made struct {
	Of   seminar.ID
	Rows []seminar.RosterRow

	options  document.Options
	doc      docpage.Document
	warnings []document.Warning
	lacking  []seminar.RosterRow // of whom some have a letter that no font has, and no badge
}

// Badges makes badges off the UI thread. What a page cannot show is said with the person and the letters; the key that
// asked for the badges, pressed again, goes on.
func (p *Press) Badges(b Batch) {
	if p.Anyway() || p.making {
		return
	}
	busy := func(on bool) {
		if p.making = on; b.Busy != nil {
			b.Busy(on)
		}
	}
	busy(true)
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (Made, error) {
		m := Made{Of: b.Of, options: b.Options}
		var err error
		if m.Rows, err = b.People(ctx, d); err != nil {
			return m, err
		}
		badges, err := d.BadgesFor(ctx, m.Of, m.Rows)
		if err != nil {
			return m, err
		}
		m.doc, m.warnings = document.Badges(badges, b.Options)
		return m, nil
	}, func(m Made, err error) {
		busy(false)
		switch {
		case err != nil:
			p.env.Fail(err)
		case len(m.warnings) > 0:
			p.Warn(m.warnings, p.env.Lang.N(cmp.Or(b.Anyway, "badges.save_anyway"), len(m.Rows)), func() { b.Save(m) })
		default:
			b.Save(m)
		}
	})
}

// SaveBadges asks for a file, writes badges into it and, if mark, marks them printed and tells marked (which may be nil)
// on the UI thread.
func (p *Press) SaveBadges(m Made, name string, mark bool, marked func(desk.Action)) {
	d := p.env.Desk()
	p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		if err := p.Write(ctx, path, m.doc, progress); err != nil || !mark {
			return err
		}
		action, err := d.MarkPrinted(ctx, m.Of, m.Rows, m.options.TemplateID())
		if err == nil && marked != nil {
			p.env.Run.UI(func() { marked(action) })
		}
		return err
	})
}
