package desk

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// ImportOptions say how a file is taken in.
type ImportOptions struct {
	File     string // its name, for the record
	SHA256   string
	Update   bool                  // change people who are here already; else they are left as they are
	DryRun   bool                  // say what would happen, and change nothing
	Progress func(done, total int) // may be nil
}

// ImportReport is what became of a file.
type ImportReport struct {
	Rows      int                `json:"rows"`
	Created   int                `json:"created"`
	Updated   int                `json:"updated"`
	Unchanged int                `json:"unchanged"`
	Skipped   []transfer.Skip    `json:"skipped"`
	Errors    []transfer.Problem `json:"errors"`
	Twins     []ImportTwin       `json:"twins"` // new people who are probably here already, or in the file twice
	Import    seminar.ID         `json:"import"`
	Action    Action             `json:"-"`
	Became    map[int]Became     `json:"-"` // by row: what happened to its person
}

// Became is what an import makes of one person.
type Became string

// What can become of a person.
const (
	BecameNew       Became = "created"
	BecameChanged   Became = "updated"
	BecameUnchanged Became = "unchanged"
)

var errDryRun = errors.New("dry run")

// Import takes the people of a file in, all of them or, when something fails on the way, none. Rows with errors are
// reported and left out. The same file again changes nothing: people are known by their e-mail address and name, or by
// the code that another system gave them, and a new one's id derives from its row, at whichever desk it is imported.
func (d *Desk) Import(ctx context.Context, of seminar.ID, file transfer.Result, o ImportOptions) (ImportReport, error) {
	var report ImportReport
	action, err := d.write(ctx, func(c *change) error {
		report = ImportReport{Rows: file.Rows, Skipped: file.Skipped, Errors: file.Errors, Import: newID(), Became: map[int]Became{}}
		in := importing{change: c, of: of, options: o, report: &report,
			categories: map[string]seminar.ID{}, delegations: map[string]seminar.ID{}, same: map[string]int{}, rows: map[seminar.ID]int{}}
		if err := in.run(ctx, file.People); err != nil {
			return err
		}
		if err := in.twins(ctx); err != nil {
			return err
		}
		if o.DryRun {
			return errDryRun
		}
		return nil
	})
	if errors.Is(err, errDryRun) {
		report.Import, err = "", nil
	}
	report.Action = action
	return report, err
}

// importing is one file on its way in.
type importing struct {
	*change
	of          seminar.ID
	options     ImportOptions
	report      *ImportReport
	categories  map[string]seminar.ID
	delegations map[string]seminar.ID
	same        map[string]int     // rows so far that are told apart by nothing but their order
	rows        map[seminar.ID]int // of new people
}

func (in *importing) run(ctx context.Context, people []transfer.Person) error {
	for i, p := range people {
		if err := ctx.Err(); err != nil {
			return err
		}
		if in.options.Progress != nil && i%100 == 0 {
			in.options.Progress(i, len(people))
		}
		err := in.person(ctx, p)
		var problems seminar.Problems
		if errors.As(err, &problems) {
			for _, e := range problems {
				in.report.Errors = append(in.report.Errors, transfer.Problem{Row: p.Row, Column: e.Field,
					Value: e.Args["value"], Message: e.Message})
			}
		} else if err != nil {
			return err
		}
	}
	if in.report.Created+in.report.Updated == 0 {
		in.report.Import = ""
		return nil
	}
	body, err := fieldsOf(seminar.Import{SeminarID: in.of, File: in.options.File, SHA256: in.options.SHA256,
		Rows: in.report.Rows, Created: in.report.Created, Updated: in.report.Updated})
	if err != nil {
		return err
	}
	return in.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityImport, journal.Add), Subject: in.report.Import, Body: body})
}

// person takes one person in.
func (in *importing) person(ctx context.Context, p transfer.Person) error {
	clean(&p.Attendee)
	f := Form{Attendee: p.Attendee, Registration: seminar.Registration{SeminarID: in.of, Status: p.Status,
		ForeignCode: p.ForeignCode, Source: "import"}}
	if err := ValidateForm(f).OrNil(); err != nil {
		return err
	}
	var err error
	if f.Registration.CategoryID, err = in.named(ctx, seminar.EntityCategory, in.categories, p.Category); err != nil {
		return err
	}
	if f.Registration.DelegationID, err = in.named(ctx, seminar.EntityDelegation, in.delegations, p.Delegation); err != nil {
		return err
	}
	known, here, err := in.known(ctx, p)
	switch {
	case err != nil:
		return err
	case here:
		return in.again(ctx, p, known, f)
	}
	f.Attendee.ID = known.Attendee.ID
	if f.Attendee.ID != "" {
		f.Attendee = merged(known.Attendee, f.Attendee)
	} else {
		f.Attendee.ID = in.newcomer(p)
		switch known, err := person(ctx, in, in.of, f.Attendee.ID); {
		case err == nil: // the same row was taken in before
			return in.again(ctx, p, known, f)
		case seminar.CodeOf(err) != seminar.CodeNotFound:
			return err
		}
	}
	if _, err := in.register(ctx, f); err != nil {
		return err
	}
	in.report.Created++
	in.report.Became[p.Row] = BecameNew
	in.rows[f.Attendee.ID] = p.Row
	return nil
}

// newcomer is the id of a person who is not known: the same for the same row, whenever and wherever it is taken in. Two
// rows that say the same are two people.
func (in *importing) newcomer(p transfer.Person) seminar.ID {
	parts := rowParts(p)
	row := strings.Join(parts, "\n")
	if in.same[row]++; in.same[row] > 1 {
		parts = append(parts, strconv.Itoa(in.same[row]))
	}
	return seminar.DeriveID(in.of, parts...)
}

// rowParts are what the id of a new person derives from.
func rowParts(p transfer.Person) []string { return []string{"import", p.Key, p.Attendee.Name()} }

// known finds somebody who is here already: by the other system's code, the badge number of this seminar or the e-mail
// address, and a name that reads alike. Two people who share an address stay two people.
func (in *importing) known(ctx context.Context, p transfer.Person) (Form, bool, error) {
	var elsewhere Form
	for _, code := range []string{p.ForeignCode, p.BadgeNumber, p.Attendee.Email} {
		if code == "" {
			continue
		}
		owners, err := in.Codes(ctx, code)
		if err != nil {
			return Form{}, false, err
		}
		for _, o := range owners {
			if code == p.BadgeNumber && (o.Kind != CodeNumber || o.SeminarID != in.of) {
				continue
			}
			f, err := person(ctx, in, o.SeminarID, o.AttendeeID)
			if err != nil {
				return Form{}, false, err
			}
			if is, err := in.alike(ctx, f.Attendee, p.Attendee); err != nil {
				return Form{}, false, err
			} else if !is {
				continue
			}
			if o.SeminarID == in.of {
				return f, true, nil
			}
			elsewhere = f
		}
	}
	return elsewhere, false, nil
}

// again is a person who is registered here already.
func (in *importing) again(ctx context.Context, p transfer.Person, known, f Form) error {
	row, changed := p.Row, false
	if in.options.Update {
		f, err := in.news(ctx, p, known, f)
		if err != nil {
			return err
		}
		a := merged(known.Attendee, f.Attendee)
		r := known.Registration
		if f.Registration.Status != "" {
			r.Status = f.Registration.Status
		}
		r.CategoryID = firstID(f.Registration.CategoryID, r.CategoryID)
		r.DelegationID = firstID(f.Registration.DelegationID, r.DelegationID)
		if f.Registration.ForeignCode != "" {
			r.ForeignCode = f.Registration.ForeignCode
		}
		one, err := in.set(ctx, seminar.EntityAttendee, a.ID, known.Attendee, a)
		if err != nil {
			return err
		}
		other, err := in.set(ctx, seminar.EntityRegistration, r.ID, known.Registration, r)
		if err != nil {
			return err
		}
		changed = one || other
	}
	if changed {
		in.report.Updated++
		in.report.Became[row] = BecameChanged
	} else {
		in.report.Unchanged++
		in.report.Became[row] = BecameUnchanged
	}
	return nil
}

// merged is the person known, with what the file says of them; what the file leaves empty stays.
func merged(known, file seminar.Attendee) seminar.Attendee {
	now := known
	for to, from := range map[*string]string{&now.GivenName: file.GivenName, &now.FamilyName: file.FamilyName,
		&now.NativeName: file.NativeName, &now.BadgeName: file.BadgeName, &now.Honorific: file.Honorific,
		&now.Position: file.Position, &now.Organisation: file.Organisation, &now.Country: file.Country,
		&now.Email: file.Email, &now.Phone: file.Phone, &now.Language: file.Language, &now.BirthDate: file.BirthDate,
		&now.Access: file.Access, &now.Dietary: file.Dietary, &now.DeskNote: file.DeskNote} {
		if from != "" {
			*to = from
		}
	}
	now.Attention = known.Attention || file.Attention
	return now
}

// named gives the category or delegation of a name, made if the seminar has none of that name.
func (in *importing) named(ctx context.Context, e seminar.Entity, seen map[string]seminar.ID, name string) (seminar.ID, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	if key == "" || seen[key] != "" {
		return seen[key], nil
	}
	type thing struct {
		ID       seminar.ID `json:"id"`
		Seminar  seminar.ID `json:"seminar"`
		Name     string     `json:"name"`
		Position int        `json:"position"`
		Colour   string     `json:"colour,omitempty"`
		Country  string     `json:"country,omitempty"`
	}
	things, err := all[thing](ctx, in, e, in.of)
	if err != nil {
		return "", err
	}
	for _, t := range things {
		if strings.EqualFold(t.Name, key) || (t.Country != "" && strings.EqualFold(t.Country, key)) {
			seen[key] = t.ID
			return t.ID, nil
		}
	}
	t := thing{ID: seminar.DeriveID(in.of, string(e), key), Seminar: in.of, Name: strings.TrimSpace(name), Position: len(things) + 1}
	if e == seminar.EntityCategory {
		t.Colour = "#5c645f"
	}
	seen[key] = t.ID
	_, err = in.set(ctx, e, t.ID, thing{}, t)
	return t.ID, err
}

func firstID(ids ...seminar.ID) seminar.ID {
	for _, id := range ids {
		if id != "" {
			return id
		}
	}
	return ""
}

// UndoneImport is what taking an import back left.
type UndoneImport struct {
	Removed int                 `json:"removed"`
	Kept    []seminar.RosterRow `json:"kept"` // people who have been edited, checked in or badged since
	Action  Action              `json:"-"`
}

// UndoImport takes one import back. People with whom something has happened since are kept, and named.
func (d *Desk) UndoImport(ctx context.Context, id seminar.ID) (UndoneImport, error) {
	var done UndoneImport
	action, err := d.write(ctx, func(c *change) error {
		done = UndoneImport{Kept: []seminar.RosterRow{}}
		record, err := c.Operations(ctx, OperationFilter{Subject: id, Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
		if err != nil {
			return err
		}
		if len(record) == 0 {
			return seminar.NotFound("import", string(id))
		}
		ops, err := c.Operations(ctx, OperationFilter{Batch: record[0].Batch})
		if err != nil {
			return err
		}
		var imported seminar.Import // from the journal: one that was taken back already is no longer in the tables
		if err := json.Unmarshal(record[0].Body, &imported); err != nil {
			return err
		}
		targets, err := c.takeBack(ctx, imported.SeminarID, ops, &done)
		if err != nil {
			return err
		}
		_, err = c.undoAll(ctx, targets, "import")
		return err
	})
	done.Action = action
	return done, err
}

// takeBack chooses the operations of an import that can go: not those of people with whom something happened since,
// and not the categories and delegations that the kept may be in.
func (c *change) takeBack(ctx context.Context, of seminar.ID, ops []journal.Operation, done *UndoneImport) ([]journal.Operation, error) {
	var targets []journal.Operation
	kept := map[seminar.ID]bool{}
	for _, op := range ops {
		if op.Kind != journal.KindOf(seminar.EntityAttendee, journal.Set) {
			continue
		}
		since, err := c.standing(ctx, op.Subject, op.Batch)
		if err != nil {
			return nil, err
		}
		if !since {
			if undone, err := c.Undone(ctx, op.ID); err != nil {
				return nil, err
			} else if !undone && op.Base == "" {
				done.Removed++
			}
			continue
		}
		kept[op.Subject] = true
		kept[seminar.DeriveID(of, "registration", string(op.Subject))] = true
		line, err := row(ctx, c, of, op.Subject, "")
		if err != nil {
			return nil, err
		}
		done.Kept = append(done.Kept, line)
	}
	for _, op := range ops {
		entity, _, _ := op.Kind.Split()
		group := entity == seminar.EntityCategory || entity == seminar.EntityDelegation
		if !kept[op.Subject] && !(group && len(kept) > 0) {
			targets = append(targets, op)
		}
	}
	return targets, nil
}

// standing says whether anything has happened to a person since the action, and was not undone.
func (c *change) standing(ctx context.Context, attendee seminar.ID, action string) (bool, error) {
	ops, err := c.Operations(ctx, OperationFilter{Subject: attendee})
	if err != nil {
		return false, err
	}
	for _, op := range ops { // newest first
		if op.Batch == action {
			return false, nil
		}
		if op.Kind == journal.KindUndo {
			continue
		}
		if undone, err := c.Undone(ctx, op.ID); err != nil || !undone {
			return true, err
		}
	}
	return false, nil
}
