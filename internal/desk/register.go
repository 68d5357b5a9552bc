package desk

import (
	"context"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// Form is one registration as a desk fills it in.
type Form struct {
	Attendee     seminar.Attendee
	Registration seminar.Registration // SeminarID is required; Status "" is confirmed
	// AnswersFollow registers somebody whose answers are not all here yet, though they must be given: there is a queue, or they come
	// later.
	AnswersFollow bool
}

// Registered is a registration done.
type Registered struct {
	Row     seminar.RosterRow
	Action  Action
	Notices []Notice // what is odd about the names
}

// Notice is something odd about a text of a person, which keeps nobody out: what was taken out of it (the codes of package
// names), or a word that mixes two scripts (names.NoticeMixed, with the word as Detail).
type Notice struct {
	Field string
	names.Notice
	Letters, Script string // of a mixed word: the letters that are the fewer, and their script by ISO 15924
}

// Args are what a sentence about it is filled in with; script gives the name of one.
func (n Notice) Args(script func(code string) string) []any {
	return []any{"detail", n.Detail, "word", n.Detail, "letters", n.Letters, "script", script(n.Script)}
}

// Register registers a person in a seminar: pending where registrations are approved, and on the waiting list where there is no
// place, unless the form says why one is given all the same (OverWhy, which asks for seminar.RightForce). A form with an attendee's id
// registers somebody known in another seminar. Errors: seminar.Problems with a sentence for each field; a question that must be
// answered and is not is CodeAnswerRequired or CodeAnswerConsent with its id as the field, unless the form says AnswersFollow.
func (d *Desk) Register(ctx context.Context, f Form) (Registered, error) {
	var done Registered
	done.Notices = clean(&f.Attendee)
	err := d.validated(ctx, &f)
	if err != nil {
		return done, err
	}
	done.Action, err = d.write(ctx, func(c *change) error {
		done.Row, err = c.registerRow(ctx, f)
		return err
	})
	return done, err
}

// WalkIn registers somebody who stands at the desk and checks them in, as one action. Errors: as Register.
func (d *Desk) WalkIn(ctx context.Context, f Form, list seminar.ID) (Registered, ScanAnswer, error) {
	var done Registered
	var answer ScanAnswer
	done.Notices = clean(&f.Attendee)
	if err := d.validated(ctx, &f); err != nil {
		return done, answer, err
	}
	if f.Registration.Source == "" {
		f.Registration.Source = SourceWalkIn
	}
	action, err := d.write(ctx, func(c *change) error {
		var err error
		if done.Row, err = c.registerRow(ctx, f); err != nil {
			return err
		}
		answer, err = c.checkinRow(ctx, Scan{SeminarID: f.Registration.SeminarID, ListID: list, AttendeeID: done.Row.AttendeeID})
		return err
	})
	done.Action = action
	return done, answer, err
}

// validated says what is wrong with a new registration, and makes its answers what is kept.
func (d *Desk) validated(ctx context.Context, f *Form) error {
	problems := ValidateForm(*f)
	questions, err := d.Questions(ctx, f.Registration.SeminarID)
	if err != nil {
		return err
	}
	t, err := d.taking(ctx, seminar.ConsentAtDesk)
	if err != nil {
		return err
	}
	var bad seminar.Problems
	f.Registration.Answers, bad = ReadAnswers(questions, f.Registration.Answers, nil, f.Attendee.Country, d.now())
	f.Registration.Answers = t.answers(questions, f.Registration.Answers, nil)
	f.Attendee.Consent = t.signed(f.Attendee.Consent, seminar.Agreed{})
	problems = append(problems, bad...)
	if !f.AnswersFollow {
		for _, q := range seminar.Asked(questions, f.Registration.CategoryID, f.Registration.Answers) {
			if Owed(q) && !q.Answered(f.Registration.Answers[q.ID]) && bad.For(string(q.ID)) == nil {
				problems = append(problems, Missing(q))
			}
		}
	}
	return problems.OrNil()
}

// Owed says whether a new registration must have the answer to a question that is asked: what a form does not show, and what a desk
// asks at the check-in anyway, can wait.
func Owed(q seminar.Question) bool {
	return q.Required && !q.AtDesk && q.Shown(seminar.InForm)
}

// readAnswersOf makes the answers of a form, and what somebody agreed to, what is kept; before is the form as it was.
func (d *Desk) readAnswersOf(ctx context.Context, r Reader, f *Form, before Form) (seminar.Problems, error) {
	t, err := d.taking(ctx, seminar.ConsentAtDesk)
	if err != nil {
		return nil, err
	}
	f.Attendee.Consent = t.signed(f.Attendee.Consent, before.Attendee.Consent)
	if len(f.Registration.Answers)+len(before.Registration.Answers) == 0 {
		return nil, nil
	}
	questions, err := all[seminar.Question](ctx, r, seminar.EntityQuestion, f.Registration.SeminarID)
	if err != nil {
		return nil, err
	}
	var problems seminar.Problems
	f.Registration.Answers, problems = ReadAnswers(questions, f.Registration.Answers, before.Registration.Answers, f.Attendee.Country, d.now())
	f.Registration.Answers = t.answers(questions, f.Registration.Answers, before.Registration.Answers)
	return problems, nil
}

// SourceWalkIn marks a registration made at the desk.
const SourceWalkIn = "walk-in"

// RegisterAll registers many people as one action, whose answers may follow. progress may be nil.
func (d *Desk) RegisterAll(ctx context.Context, forms []Form, progress func(done, total int)) (Action, error) {
	return d.write(ctx, func(c *change) error {
		for i, f := range forms {
			if err := ctx.Err(); err != nil {
				return err
			}
			if progress != nil && i%500 == 0 {
				progress(i, len(forms))
			}
			clean(&f.Attendee)
			if err := ValidateForm(f).OrNil(); err != nil {
				return err
			}
			if _, err := c.register(ctx, f); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *change) registerRow(ctx context.Context, f Form) (seminar.RosterRow, error) {
	id, err := c.register(ctx, f)
	if err != nil {
		return seminar.RosterRow{}, err
	}
	return row(ctx, c, f.Registration.SeminarID, id, "")
}

// register writes one registration whose form is clean and valid.
func (c *change) register(ctx context.Context, f Form) (seminar.ID, error) {
	a, r := f.Attendee, f.Registration
	var known seminar.Attendee
	if a.ID == "" {
		a.ID = newID()
	} else {
		all, err := c.Aliases(ctx, a.ID)
		if err != nil {
			return "", err
		}
		a.ID = all[0]
		if _, err := c.Get(ctx, seminar.EntityAttendee, a.ID, &known); err != nil {
			return "", err
		}
	}
	if _, err := c.set(ctx, seminar.EntityAttendee, a.ID, known, a); err != nil {
		return "", err
	}
	r.ID, r.AttendeeID = seminar.DeriveID(r.SeminarID, "registration", string(a.ID)), a.ID
	var before seminar.Registration
	if _, err := c.Get(ctx, seminar.EntityRegistration, r.ID, &before); err != nil {
		return "", err
	}
	here := before.ID != ""
	if !here && known.ID != "" { // of somebody new there is no other registration
		var err error
		if _, _, here, err = c.Registered(ctx, r.SeminarID, a.ID); err != nil {
			return "", err
		}
	}
	if here {
		return "", seminar.Errorf("registered_already", "{name} is registered in this seminar already.").WithArg("name", a.Name())
	}
	if err := c.admit(ctx, &r); err != nil {
		return "", err
	}
	if r.Code == "" {
		s, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, r.SeminarID)
		if err != nil {
			return "", err
		}
		if r.Code, err = seminar.NewCode(s.CodeKey); err != nil {
			return "", err
		}
	}
	if r.BadgeNumber == "" {
		var err error
		if r.BadgeNumber, err = c.badgeNumber(ctx, r.SeminarID); err != nil {
			return "", err
		}
	}
	_, err := c.set(ctx, seminar.EntityRegistration, r.ID, before, r)
	return a.ID, err
}

// badgeNumber is the desk's letter and its next number, so that desks that cannot see each other never collide.
func (c *change) badgeNumber(ctx context.Context, of seminar.ID) (string, error) {
	n, err := c.NextNumber(ctx, "badge", of)
	if err != nil {
		return "", err
	}
	who, err := c.desk.Identity(ctx)
	return fmt.Sprintf("%s-%03d", who.Desk, n), err
}

// Person gives an attendee with the registration in a seminar.
func (d *Desk) Person(ctx context.Context, of, attendee seminar.ID) (Form, error) {
	return person(ctx, d, of, attendee)
}

func person(ctx context.Context, r Reader, of, attendee seminar.ID) (Form, error) {
	a, reg, here, err := r.Registered(ctx, of, attendee)
	if err == nil && !here {
		err = seminar.NotFound("attendee", string(attendee))
	}
	return Form{Attendee: a, Registration: reg}, err
}

// ValidateForm says what is wrong with a registration, field by field.
func ValidateForm(f Form) seminar.Problems {
	var p seminar.Problems
	add := func(field, code, message, value string) {
		p = append(p, seminar.Errorf(code, message).WithArg("value", value).WithField(field))
	}
	a := f.Attendee
	if a.Name() == "" {
		add("given_name", "name_required", "Write a given name, a family name, or the name in the person's own script.", "")
	}
	for field, text := range map[string]string{"given_name": a.GivenName, "family_name": a.FamilyName, "native_name": a.NativeName} {
		if len([]rune(text)) > 200 {
			add(field, "too_long", "This name is longer than 200 letters.", "")
		}
	}
	for field, text := range map[string]string{"badge_name": a.BadgeName, "honorific": a.Honorific, "position": a.Position,
		"organisation": a.Organisation, "email": a.Email, "phone": a.Phone, "access": a.Access, "dietary": a.Dietary,
		"desk_note": a.DeskNote, "foreign_code": f.Registration.ForeignCode} {
		if len([]rune(text)) > longestText {
			add(field, "text_too_long", "This text is longer than 2,000 letters.", "")
		}
	}
	if a.Email != "" {
		if m, err := mail.ParseAddress(a.Email); err != nil || m.Address != a.Email {
			add("email", "email", "“{value}” is not an e-mail address.", a.Email)
		}
	}
	if c := a.Country; c != "" && (len(c) != 2 || c[0] < 'A' || c[0] > 'Z' || c[1] < 'A' || c[1] > 'Z') {
		add("country", "country", "“{value}” is not a country code. Write two letters, such as AZ.", c)
	}
	if a.Phone != "" && strings.Trim(a.Phone, "+0123456789 ()-./") != "" {
		add("phone", "phone", "“{value}” is not a phone number. Write it as +994 50 555 01 01.", a.Phone)
	}
	if a.BirthDate != "" {
		if _, err := time.Parse(time.DateOnly, a.BirthDate); err != nil {
			add("birth_date", "date", "“{value}” is not a date. Write it as 2025-07-18.", a.BirthDate)
		}
	}
	if len(a.Photo) > seminar.MaxPhoto {
		add("photo", "photo_size", "This photo is too large.", "")
	}
	switch f.Registration.Status {
	case "", seminar.Pending, seminar.Confirmed, seminar.Waitlisted, seminar.Cancelled:
	default:
		add("status", "status", "“{value}” is not a status. It is confirmed, pending, waitlisted or cancelled.", string(f.Registration.Status))
	}
	return p
}
