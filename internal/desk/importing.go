package desk

import (
	"context"
	"errors"
	"hash/maphash"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// Import takes the people of a file in, all of them or, when something fails on the way, none. Rows with errors are
// reported and left out. The same file again changes nothing: people are known by their e-mail address and name, or by
// the code that another system gave them, and a new one's id derives from its row, at whichever desk it is imported.
func (d *Desk) Import(ctx context.Context, of seminar.ID, file transfer.Result, o ImportOptions) (ImportReport, error) {
	if err := d.Require(ctx, seminar.RightImport); err != nil {
		return ImportReport{}, err
	}
	var report ImportReport
	take := func(c *change) error {
		report = ImportReport{Rows: file.Rows, Skipped: file.Skipped, Errors: file.Errors, Warnings: []ImportWarning{}, Changes: []ImportChange{}, Missing: []ImportMissing{}, Import: newID(), Became: map[int]Became{}, People: map[int]seminar.ID{}}
		in := importing{change: c, of: of, file: file, options: o, report: &report,
			categories: map[string]seminar.ID{}, delegations: map[string]seminar.ID{}, seed: maphash.MakeSeed(), same: map[uint64]int{},
			claimed: map[seminar.ID]claim{}, names: map[seminar.ID]string{}}
		if err := in.run(ctx); err != nil {
			return err
		}
		return errors.Join(in.missing(ctx), in.twins(ctx))
	}
	var err error
	if o.DryRun {
		err = d.Try(ctx, func(tx Tx) error { return take(&change{Tx: tx, desk: d, stamp: Stamp{Operator: d.operator}}) })
		report.Import = ""
	} else {
		report.Action, err = d.write(ctx, take)
	}
	return report, err
}

// importing is one file on its way in.
type importing struct {
	*change
	of          seminar.ID
	file        transfer.Result
	options     ImportOptions
	report      *ImportReport
	categories  map[string]seminar.ID
	delegations map[string]seminar.ID
	seed        maphash.Seed
	same        map[uint64]int // rows so far that are told apart by nothing but their order
	claimed     map[seminar.ID]claim
	names       map[seminar.ID]string // of categories and delegations
	asked       []seminar.Question    // the seminar's own questions; nil until a row answers some
}

func (in *importing) run(ctx context.Context) error {
	people, done := in.file.Len(), 0
	if err := errors.Join(in.learnNames(ctx), in.ExpectPeople(ctx, people)); err != nil {
		return err
	}
	for p := range in.file.All() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if in.options.Progress != nil && done%100 == 0 {
			in.options.Progress(done, people)
		}
		done++
		given := p.Attendee
		notices := clean(&p.Attendee)
		err := in.person(ctx, p)
		var problems seminar.Problems
		if errors.As(err, &problems) {
			for _, e := range problems {
				in.report.Errors = append(in.report.Errors, transfer.Problem{Row: p.Row, Column: in.file.Column(e.Field),
					Value: e.Args["value"], Code: e.Code, Message: e.Message})
			}
		} else if err != nil {
			return err
		}
		if became := in.report.Became[p.Row]; became == BecameNew || became == BecameChanged {
			in.warn(p.Row, given, notices)
		}
	}
	if in.report.Created+in.report.Updated == 0 {
		in.report.Import = ""
		return nil
	}
	body, err := fieldsOf(seminar.Import{SeminarID: in.of, File: in.options.File, SHA256: in.options.SHA256, Source: in.file.Source,
		Rows: in.report.Rows, Created: in.report.Created, Updated: in.report.Updated})
	if err != nil {
		return err
	}
	return in.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityImport, journal.Add), Subject: in.report.Import, Body: body})
}

// warn tells what is odd about a row, with the text as the file has it.
func (in *importing) warn(row int, given seminar.Attendee, notices []Notice) {
	if len(notices) == 0 {
		return
	}
	texts := map[string]string{}
	for _, t := range textsOf(&given) {
		texts[t.field] = *t.text
	}
	for _, n := range notices {
		in.report.Warnings = append(in.report.Warnings, ImportWarning{Row: row, Column: in.file.Column(n.Field), Value: texts[n.Field], Code: n.Code, Notice: n})
	}
}

// person takes one person in, whose texts are clean.
func (in *importing) person(ctx context.Context, p transfer.Person) error {
	f := Form{Attendee: p.Attendee, Registration: seminar.Registration{SeminarID: in.of, Status: p.Status,
		ForeignCode: p.ForeignCode, Source: "import", ImportID: in.report.Import}}
	taken, err := in.desk.taking(ctx, seminar.ConsentImported)
	if err != nil {
		return err
	}
	f.Attendee.Consent = taken.signed(f.Attendee.Consent, seminar.Agreed{})
	if err := ValidateForm(f).OrNil(); err != nil {
		return err
	}
	if f.Registration.CategoryID, err = in.named(ctx, seminar.EntityCategory, in.categories, p.Category); err != nil {
		return err
	}
	if f.Registration.DelegationID, err = in.named(ctx, seminar.EntityDelegation, in.delegations, p.Delegation); err != nil {
		return err
	}
	if f.Registration.Answers, err = in.answers(ctx, p); err != nil {
		return err
	}
	f.Registration.Answers = taken.answers(in.asked, f.Registration.Answers, nil)
	derived := in.newcomer(p)
	known, err := person(ctx, in, in.of, derived)
	switch {
	case err == nil: // the same row was taken in before
		return in.again(ctx, p, known, f)
	case seminar.CodeOf(err) != seminar.CodeNotFound:
		return err
	}
	known, here, err := in.known(ctx, p)
	switch {
	case err != nil:
		return err
	case here:
		return in.again(ctx, p, known, f)
	}
	f.Attendee.ID = derived
	if known.Attendee.ID != "" {
		f.Attendee.ID = known.Attendee.ID
		f.Attendee = merged(known.Attendee, f.Attendee)
	}
	if _, err := in.register(ctx, f); err != nil {
		return err
	}
	in.report.Created++
	in.report.Became[p.Row] = BecameNew
	in.claim(f.Attendee.ID, p, p.Row)
	return nil
}
