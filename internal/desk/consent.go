package desk

import (
	"context"
	"maps"
	"slices"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// CodeConsentWording is the code of a consent to words that its question never asked. Args value.
const CodeConsentWording = "consent_wording"

// Consents are all that somebody is asked to agree to in a seminar, and what they said: that their data are kept and used
// first, then the seminar's own questions. Error: seminar.CodeNotFound.
func (d *Desk) Consents(ctx context.Context, of, attendee seminar.ID) ([]seminar.Consent, error) {
	f, err := d.Person(ctx, of, attendee)
	if err != nil {
		return nil, err
	}
	questions, err := d.Questions(ctx, of)
	return seminar.Consents(f.Attendee, f.Registration, questions), err
}

// RecordConsent writes down what somebody said to something that they are asked to agree to: one of the seminar's questions, or
// for "" that their data are kept and used. Who recorded it, where and when goes with it. What was given and is no more is
// recorded as withdrawn, with when it had been given, and words that are not written down are those of before. Errors:
// seminar.CodeNotFound; CodeConsentWording for words that the question never asked.
func (d *Desk) RecordConsent(ctx context.Context, of, attendee, question seminar.ID, said seminar.Agreed) (Action, error) {
	return d.write(ctx, func(c *change) error {
		f, err := person(ctx, c, of, attendee)
		if err != nil {
			return err
		}
		t, err := d.taking(ctx, seminar.ConsentAtDesk)
		if err != nil {
			return err
		}
		said.At, said.By, said.Desk = "", "", ""
		if question == "" {
			now := f.Attendee
			now.Consent = t.signed(said, f.Attendee.Consent)
			_, err = c.set(ctx, seminar.EntityAttendee, now.ID, f.Attendee, now)
			return err
		}
		questions, err := all[seminar.Question](ctx, c, seminar.EntityQuestion, of)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(questions, func(q seminar.Question) bool { return q.ID == question && q.Type == seminar.TypeConsent })
		if i < 0 {
			return seminar.NotFound("question", string(question))
		}
		if said.Holds() && said.Wording == "" {
			said.Wording = questions[i].Wording("")
		}
		if id := seminar.WordingID(said.Wording); said.Wording != "" && questions[i].Wordings[id]+questions[i].CurrentWordings()[id] == "" {
			return seminar.Errorf(CodeConsentWording, "The question never asked to agree to “{value}”.").WithArg("value", said.Wording).WithField("wording")
		}
		before := f.Registration.Answers[question]
		now := f.Registration
		now.Answers = withAnswer(now.Answers, question, t.signed(said, seminar.ParseConsent(before)).Answer())
		_, err = c.set(ctx, seminar.EntityRegistration, now.ID, f.Registration, now)
		return err
	})
}

// taking is who takes consents, where and when.
type taking struct {
	at       time.Time
	by, desk string
	where    seminar.ConsentPlace
}

func (d *Desk) taking(ctx context.Context, where seminar.ConsentPlace) (taking, error) {
	who, err := d.Identity(ctx)
	return taking{d.now(), d.operator, who.Desk, where}, err
}

// signed is a consent that differs from the one before as it is recorded: with who took it, where and when, unless that is
// written in it.
func (t taking) signed(a, before seminar.Agreed) seminar.Agreed {
	if a.State == "" || a == before {
		return a
	}
	a = a.After(before)
	if a.At == "" {
		a.At = t.at.UTC().Format(time.RFC3339)
	}
	if a.Where == "" {
		a.Where = t.where
	}
	if a.By == "" && a.Desk == "" {
		a.By, a.Desk = t.by, t.desk
	}
	return a
}

// answers are answers as they are kept, with the record of every consent that is among them or was before: one that is not
// given any more stays as withdrawn.
func (t taking) answers(questions []seminar.Question, now, before map[seminar.ID]string) map[seminar.ID]string {
	for _, q := range questions {
		if q.Type != seminar.TypeConsent || now[q.ID] == before[q.ID] {
			continue
		}
		a, was := seminar.ParseConsent(now[q.ID]), seminar.ParseConsent(before[q.ID])
		switch {
		case a.State != "":
			now = withAnswer(now, q.ID, t.signed(a, was).Answer())
		case was.Holds():
			now = withAnswer(now, q.ID, t.signed(seminar.Agreed{State: seminar.ConsentWithdrawn}, was).Answer())
		case was.State != "":
			now = withAnswer(now, q.ID, before[q.ID])
		}
	}
	return now
}

// withAnswer is a copy of answers with one more.
func withAnswer(answers map[seminar.ID]string, question seminar.ID, answer string) map[seminar.ID]string {
	now := make(map[seminar.ID]string, len(answers)+1)
	maps.Copy(now, answers)
	now[question] = answer
	return now
}

// AgreedKinds are the kinds of report that can be of those alone who agreed to something: they list people, and have no figures of others.
func AgreedKinds() []string {
	return []string{document.KindAttendance, document.KindProtocol}
}

// agreed leaves the people in a report who agreed to what was asked for, and says how many are left out.
func (d *Desk) agreed(ctx context.Context, w Wanted, s *document.Summary) error {
	if !slices.Contains(AgreedKinds(), w.Kind) {
		return nil
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: w.Seminar, AgreedTo: w.AgreedTo})
	if err != nil {
		return err
	}
	agree := make(map[seminar.ID]bool, len(rows))
	for _, r := range rows {
		agree[r.AttendeeID] = true
	}
	all := len(s.People)
	s.People = slices.DeleteFunc(s.People, func(p document.PersonLine) bool { return !agree[p.Row.AttendeeID] })
	s.LeftOut = all - len(s.People)
	questions, err := d.Questions(ctx, w.Seminar)
	for _, to := range w.AgreedTo {
		q := slices.IndexFunc(questions, func(q seminar.Question) bool { return q.ID == to })
		if q < 0 {
			s.AgreedTo = append(s.AgreedTo, nil)
			continue
		}
		s.AgreedTo = append(s.AgreedTo, &questions[q])
	}
	return err
}
