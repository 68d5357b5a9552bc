package reportspage

import (
	"context"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/journal"
	"lanyard/internal/names"
	"lanyard/ui/widgets"
)

// newest is how much of the journal the log shows at first; more times how much it shows with each wish for older lines.
const newest, more = 5000, 4

// looking is how the log is looked at.
type looking struct {
	find  *widgets.Entry
	lines int  // of the journal that are read, the newest
	older bool // there are others
	begin bool // somebody is about to type what to find
}

// part is which part of the journal is asked for.
type part struct {
	words string // that its lines have; "" is any, and others are looked for in all of it
	lines int    // the newest at the most; 0 is all
}

func (l looking) part() part { return part{strings.TrimSpace(l.find.Text), l.lines} }

// bringOlder shows more of the log.
func (p *Page) bringOlder() {
	p.lines *= more
	p.load(true)
}

// lookInLog shows the log with the place to type what to find in it.
func (p *Page) lookInLog() {
	p.begin = true
	if p.kind == document.KindLog {
		p.typeIn()
		return
	}
	p.choose(document.KindLog)
}

// typeIn gives the focus to what to find, once it is there.
func (p *Page) typeIn() {
	if p.begin {
		p.begin = false
		p.env.Window.Canvas().Focus(p.find)
	}
}

// read gives what was done twice over: in the order in which it was and in the report's language, for the log, and by action,
// newest first, in the window's, for the screen.
func (r *report) read(ctx context.Context, asked request) error {
	f := desk.OperationFilter{Limit: asked.part.lines}
	if f.Limit > 0 && asked.part.words == "" {
		f.Limit++ // one more says that there are others
	} else {
		f.Limit = 0
	}
	ops, err := asked.desk.Operations(ctx, f)
	if err != nil {
		return err
	}
	if r.older = f.Limit > 0 && len(ops) == f.Limit; r.older {
		ops = ops[:asked.part.lines]
	}
	ops = desk.Told(ops)
	here := asked.desk.Trail(asked.lang)
	say := func(o journal.Operation) (string, error) { return here.Sentence(ctx, o) }
	found := ops
	if asked.part.words != "" {
		if found, err = having(asked.part.words, ops, say); err != nil {
			return err
		}
	}
	if r.acts, err = actsOf(ops, found, say); err != nil {
		return err
	}
	r.summary.LogOnly, r.summary.LogNewest = asked.part.words, r.older
	r.summary.Log, err = asked.desk.Trail(asked.options.Lang).Lines(ctx, found, r.summary.Seminar.Location())
	return err
}

// having are the operations whose sentence, or who did them, has the words.
func having(words string, ops []journal.Operation, say func(journal.Operation) (string, error)) ([]journal.Operation, error) {
	query := names.NewQuery(words)
	var found []journal.Operation
	for _, o := range ops {
		what, err := say(o)
		if err != nil {
			return nil, err
		}
		if tier, ok := query.Match(names.KeysOf(what, o.Operator)); ok && tier == names.Strict { // as with other texts: consonants are too few
			found = append(found, o)
		}
	}
	return found, nil
}

// olderRow is the row below the actions that brings in more of them.
func (p *Page) olderRow() widgets.PickItem {
	l := p.env.Lang
	return widgets.PickItem{ID: "older than " + l.Number(p.lines), Title: l.T("reports.log.older"), Meta: l.T("reports.log.older.hint", "n", p.lines)}
}
