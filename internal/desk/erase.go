package desk

import (
	"context"
	"errors"

	"lanyard/internal/seminar"
)

// The codes of what stands in the way of anonymising people.
const (
	CodeErased     = "erase_undo"   // an erasure cannot be undone
	CodeAnonymous  = "anonymous"    // a paper that needs the name of somebody who has none any more
	CodeEraseNone  = "erase_nobody" // nobody was chosen
	CodeErasedHalf = "erase_scrub"  // done, but the file may still hold traces
)

// Erasure says who is to be anonymised: some people wherever they are registered, or everybody who is registered in no
// other seminars than one, than those that ended before a day, or than those that are due.
type Erasure struct {
	Attendees   []seminar.ID
	SeminarID   seminar.ID
	EndedBefore string // 2006-01-02: seminars whose last day is before it
	Due         bool   // seminars whose day for it, Seminar.EraseAfter, is over
	Word        string // what a person without a name is called, before their number; "" is Person
	DryRun      bool
	Progress    func(done, total int) // may be nil
}

// Erased is what an erasure took away, or would.
type Erased struct {
	People       int        `json:"people"`       // who were anonymised
	Operations   int        `json:"operations"`   // of the journal, whose bodies were erased
	Photos       int        `json:"photos"`       // people with a photo
	Answers      int        `json:"answers"`      // written answers
	Notes        int        `json:"notes"`        // people with a desk note, or what they need
	Certificates int        `json:"certificates"` // whose copy here loses its name; the paper stays valid
	Kept         []KeptOne  `json:"kept"`         // people who are needed elsewhere
	Mentions     []Mention  `json:"mentions"`     // texts of the programme that name somebody, and stay
	Copies       []Snapshot `json:"copies"`       // files beside the workspace that still hold them
	Action       Action     `json:"-"`
	Unfinished   error      `json:"-"` // why the file may still hold traces; nil if it does not
}

// KeptOne is somebody who was left as they are, being registered in a seminar that was not chosen.
type KeptOne struct {
	AttendeeID seminar.ID `json:"attendee"`
	Name       string     `json:"name"`
	Seminar    string     `json:"seminar"` // its title in English
}

// Mention is a text that somebody wrote a person's name into. It is the seminar's, and stays.
type Mention struct {
	Name  string `json:"name"`
	Where string `json:"where"` // the title of a session or an initiative
}

var errErasePlan = errors.New("dry run of an erasure")

// Anonymise takes away what tells who people are, here and at every desk that hears of it: names, contacts, photos, notes,
// written answers, the names on certificates, and all that the journal says of them. What is counted stays. It cannot be
// undone. The log says how many, never who. Errors: those of Require, CodeEraseNone.
func (d *Desk) Anonymise(ctx context.Context, e Erasure) (Erased, error) {
	if err := d.Require(ctx, seminar.RightErase); err != nil {
		return Erased{}, err
	}
	var done Erased
	action, err := d.write(ctx, func(c *change) error {
		er := erasing{change: c, of: e, done: &done, at: c.moment()}
		if err := er.run(ctx); err != nil {
			return err
		}
		if e.DryRun {
			return errErasePlan
		}
		return nil
	})
	if errors.Is(err, errErasePlan) {
		err = nil
	}
	if err != nil {
		return Erased{}, err
	}
	done.Action = action
	if d.keeper == nil {
		return done, nil
	}
	if !e.DryRun && done.Operations > 0 {
		d.log.Info("people were anonymised", "people", done.People, "operations", done.Operations)
		if err := d.keeper.Scrub(ctx); err != nil {
			done.Unfinished = seminar.Errorf(CodeErasedHalf, "The people are anonymised, but their traces are still in the file. Close other programs that have it open, and run this once more.").Because(err)
			d.log.Error("the file was not scrubbed", "error", err)
		}
	}
	if e.DryRun {
		done.Copies, err = d.keeper.Snapshots(ctx)
	} else {
		done.Copies, err = d.keeper.Holding(ctx)
	}
	return done, err
}

// Scrub takes traces of what was erased out of the file, where that could not be done at the time.
func (d *Desk) Scrub(ctx context.Context) error {
	if err := d.Require(ctx, seminar.RightErase); err != nil {
		return err
	}
	return d.keeper.Scrub(ctx)
}

// Discard deletes copies that still hold people who were anonymised.
func (d *Desk) Discard(ctx context.Context, copies []Snapshot) error {
	if err := d.Require(ctx, seminar.RightErase); err != nil {
		return err
	}
	paths := make([]string, len(copies))
	for i, c := range copies {
		paths[i] = c.Path
	}
	return d.keeper.Discard(ctx, paths)
}
