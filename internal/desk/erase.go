package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"lanyard/internal/journal"
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
// other seminars than one, or than those that ended before a day.
type Erasure struct {
	Attendees   []seminar.ID
	SeminarID   seminar.ID
	EndedBefore string // 2006-01-02: seminars whose last day is before it
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

// erasing is one erasure under way.
type erasing struct {
	*change
	of       Erasure
	done     *Erased
	at       string
	kinds    map[seminar.ID]string // of questions
	speakers map[string][]string   // titles of sessions and initiatives by a name in them, in lower case
}

func (e *erasing) run(ctx context.Context) error {
	*e.done = Erased{Kept: []KeptOne{}, Mentions: []Mention{}}
	if err := e.learn(ctx); err != nil {
		return err
	}
	people, seminars, err := e.whom(ctx)
	if err != nil {
		return err
	}
	for i, ids := range people {
		if err := ctx.Err(); err != nil {
			return err
		}
		if e.of.Progress != nil && i%20 == 0 {
			e.of.Progress(i, len(people))
		}
		if err := e.person(ctx, ids); err != nil {
			return err
		}
	}
	for _, of := range seminars {
		if err := e.imports(ctx, of); err != nil {
			return err
		}
		if err := e.reminded(ctx, of); err != nil {
			return err
		}
	}
	return nil
}

// reminded takes the day away after which a seminar's people were to be anonymised: that is done.
func (e *erasing) reminded(ctx context.Context, of seminar.ID) error {
	before, err := get[seminar.Seminar](ctx, e, seminar.EntitySeminar, of)
	if err != nil || before.EraseAfter == "" {
		return err
	}
	now := before
	now.EraseAfter = ""
	_, err = e.set(ctx, seminar.EntitySeminar, of, before, now)
	return err
}

// learn reads what is asked, and who is named where.
func (e *erasing) learn(ctx context.Context) error {
	questions, err := all[seminar.Question](ctx, e, seminar.EntityQuestion, "")
	if err != nil {
		return err
	}
	e.kinds = make(map[seminar.ID]string, len(questions))
	for _, q := range questions {
		e.kinds[q.ID] = string(q.Type)
	}
	sessions, err := all[seminar.Session](ctx, e, seminar.EntitySession, "")
	e.speakers = map[string][]string{}
	for _, s := range sessions {
		for _, name := range s.Speakers {
			key := strings.ToLower(strings.TrimSpace(name))
			e.speakers[key] = append(e.speakers[key], s.Title)
		}
	}
	if err != nil {
		return err
	}
	initiatives, err := all[seminar.Initiative](ctx, e, seminar.EntityInitiative, "")
	for _, v := range initiatives {
		if key := strings.ToLower(strings.TrimSpace(v.By)); key != "" && v.AttendeeID == "" { // a text alone: it may be anybody's
			e.speakers[key] = append(e.speakers[key], v.Title)
		}
	}
	return err
}

// person takes away what tells who one person is, by whatever ids.
func (e *erasing) person(ctx context.Context, ids []seminar.ID) error {
	r := remainder{at: e.at, codes: map[string]bool{}, kinds: e.kinds}
	if err := e.known(ctx, ids, &r); err != nil {
		return err
	}
	ops, err := e.Operations(ctx, OperationFilter{Subject: ids[0], Whole: true})
	if err != nil {
		return err
	}
	taken, err := e.take(ctx, ids[0], ops, r)
	if taken && err == nil {
		e.done.People++
	}
	return err
}

// known reads what a person is called, and by which codes a badge of theirs is known.
func (e *erasing) known(ctx context.Context, ids []seminar.ID, r *remainder) error {
	var photo, note bool
	var spoken []string
	for _, id := range ids {
		var a seminar.Attendee
		if _, err := e.Get(ctx, seminar.EntityAttendee, id, &a); err != nil {
			return err
		}
		if a.Anonymised != "" {
			r.name, r.at = a.FamilyName, a.Anonymised
		}
		photo, note = photo || len(a.Photo) > 0, note || a.DeskNote+a.Access+a.Dietary != ""
		for _, title := range e.speakers[strings.ToLower(a.Name())] {
			if a.Name() != "" && !slices.Contains(spoken, title) {
				spoken = append(spoken, title)
				e.done.Mentions = append(e.done.Mentions, Mention{Name: a.Name(), Where: title})
			}
		}
		registrations, err := e.Registrations(ctx, "", id)
		if err != nil {
			return err
		}
		r.codes[strings.ToLower(string(id))] = true
		for _, reg := range registrations {
			for _, c := range append(reg.RevokedCodes, reg.Code, reg.BadgeNumber, string(reg.ID)) {
				r.codes[strings.ToLower(c)] = true
			}
		}
	}
	e.done.Photos += one(photo)
	e.done.Notes += one(note)
	if r.name != "" {
		return nil
	}
	n, err := e.NextNumber(ctx, "anonymous", "")
	if err != nil {
		return err
	}
	who, err := e.desk.Identity(ctx)
	word := e.of.Word
	if word == "" {
		word = "Person"
	}
	r.name = fmt.Sprintf("%s %s%d", word, who.Desk, n)
	return err
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// fullErasure is how much of what stays one operation holds, in bytes: it must fit a message of 64 KiB between desks.
const fullErasure = 40 << 10

// take erases what goes of some operations, and says whether anything did.
func (e *erasing) take(ctx context.Context, subject seminar.ID, ops []journal.Operation, r remainder) (bool, error) {
	body, size, taken := journal.EraseBody{Version: 1, Operations: map[string]journal.Fields{}}, 0, false
	put := func() error {
		if len(body.Operations) == 0 {
			return nil
		}
		err := e.append(ctx, journal.Draft{Kind: journal.KindErase, Subject: subject, Body: body})
		body, size = journal.EraseBody{Version: 1, Operations: map[string]journal.Fields{}}, 0
		return err
	}
	slices.Reverse(ops) // as they were written
	for _, o := range ops {
		_, verb, ok := o.Kind.Split()
		says := o.Says()
		if !ok || verb == journal.Erase || len(says) == 0 {
			continue
		}
		kept, less, err := r.of(o, says)
		if err != nil {
			return taken, err
		}
		if !less {
			continue
		}
		e.count(o, says, kept)
		text, err := kept.Document()
		if err != nil {
			return taken, err
		}
		if size += len(text) + len(o.ID); size > fullErasure {
			if err := put(); err != nil {
				return taken, err
			}
			size = len(text)
		}
		body.Operations[o.ID], taken = kept, true
		e.done.Operations++
	}
	return taken, put()
}

// count adds what goes of one operation to what is told.
func (e *erasing) count(o journal.Operation, says json.RawMessage, kept journal.Fields) {
	switch entity, _, _ := o.Kind.Split(); entity {
	case seminar.EntityCertificate:
		var c seminar.Certificate
		if json.Unmarshal(says, &c) == nil && c.Snapshot != "" {
			e.done.Certificates++
		}
	case seminar.EntityRegistration:
		var was, now struct{ Answers map[seminar.ID]string }
		text, err := kept.Document()
		if err == nil && json.Unmarshal(says, &was) == nil && json.Unmarshal(text, &now) == nil {
			e.done.Answers += len(was.Answers) - len(now.Answers)
		}
	}
}

// imports takes the names of the files away that the people of a seminar came from.
func (e *erasing) imports(ctx context.Context, of seminar.ID) error {
	ops, err := e.Operations(ctx, OperationFilter{Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
	if err != nil {
		return err
	}
	ops = slices.DeleteFunc(ops, func(o journal.Operation) bool {
		var v seminar.Import
		return json.Unmarshal(o.Says(), &v) != nil || v.SeminarID != of
	})
	_, err = e.take(ctx, of, ops, remainder{at: e.at})
	return err
}

// EraseDue gives the seminars whose people the organiser wanted anonymised by now.
func (d *Desk) EraseDue(ctx context.Context) ([]seminar.Seminar, error) {
	seminars, err := d.Seminars(ctx)
	return slices.DeleteFunc(seminars, func(s seminar.Seminar) bool { return !s.EraseDue(d.now()) }), err
}

// SetEraseAfter keeps the day after which the organiser wants the people of a seminar anonymised; "" is none.
func (d *Desk) SetEraseAfter(ctx context.Context, of seminar.ID, day string) (Action, error) {
	if err := d.Require(ctx, seminar.RightErase); err != nil {
		return "", err
	}
	if day != "" {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return "", seminar.Problems{seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").WithArg("value", day).WithField("erase_after")}
		}
	}
	return d.write(ctx, func(c *change) error {
		before, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
		if err != nil {
			return err
		}
		now := before
		now.EraseAfter = day
		_, err = c.set(ctx, seminar.EntitySeminar, of, before, now)
		return err
	})
}
