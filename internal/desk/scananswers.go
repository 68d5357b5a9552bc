package desk

import (
	"slices"

	"lanyard/internal/seminar"
)

// Asking is what a desk may have to ask somebody before they go in: more than what is asked first, since an answer may raise
// another question.
type Asking struct {
	Questions []seminar.Question    // those that have no answer yet, in their order
	Known     map[seminar.ID]string // what was answered before
	Category  seminar.ID
	Country   string // by which phone numbers are completed
}

// read makes what was answered with a scan what is kept; what cannot be read is left out, and told.
func (who identified) read(s Scan, t taking) (map[seminar.ID]string, seminar.Problems) {
	if who.Registration == nil || len(s.Answers) == 0 {
		return s.Answers, nil
	}
	before := who.Registration.Answers
	read, problems := ReadAnswers(who.Questions, s.Answers, before, who.Attendee.Country, s.At)
	asked := map[seminar.ID]string{} // what was not asked is not taken back
	for id := range read {
		asked[id] = before[id]
	}
	return t.answers(who.Questions, read, asked), problems
}

// refine asks again for answers that could not be read, where nothing else keeps the person out, and says what the answers to an
// incomplete scan depend on.
func (a *ScanAnswer) refine(s Scan, who identified, unread seminar.Problems) {
	if a.Status == seminar.OK && s.Type == seminar.Entry && !s.Force && len(unread) > 0 {
		a.Status = seminar.Incomplete
	}
	if a.Status != seminar.Incomplete {
		return
	}
	r, open := who.Registration, a.Questions
	a.Questions, a.Asking = nil, Asking{Known: r.Answers, Category: r.CategoryID, Country: who.Attendee.Country}
	for _, q := range who.Questions {
		again := unread.For(string(q.ID)) != nil
		if again || slices.ContainsFunc(open, func(o seminar.Question) bool { return o.ID == q.ID }) {
			a.Questions = append(a.Questions, q)
		}
		if again || q.AtDesk && q.Required && !q.Answered(r.Answers[q.ID]) {
			a.Asking.Questions = append(a.Asking.Questions, q)
		}
	}
	if len(unread) > 0 {
		a.Message, a.Explanation = unread[0], unread[0].Message
	}
}
