package desk

import (
	"context"
	"errors"
	"maps"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// Recognise finds out what the columns of a list hold, as transfer does, and whether some of them answer the seminar's own
// questions: their headers are then read as Person.Answers.
func (d *Desk) Recognise(ctx context.Context, of seminar.ID, table transfer.Table) (transfer.Mapping, error) {
	mapping, err := transfer.Recognise(table)
	questions, failed := d.Questions(ctx, of)
	if failed != nil {
		return mapping, errors.Join(err, failed)
	}
	var free []string
	for i, f := range mapping.Fields {
		if f == transfer.FieldNone {
			free = append(free, table.Headers[i])
		}
	}
	mapping.Answers = len(MatchQuestions(free, questions)) > 0
	return mapping, err
}

// answers are what a row answers to the seminar's own questions. A person whose answer cannot be read is taken in without it.
func (in *importing) answers(ctx context.Context, p transfer.Person) (map[seminar.ID]string, error) {
	if len(p.Answers) == 0 {
		return nil, nil
	}
	if in.questions == nil {
		questions, err := all[seminar.Question](ctx, in, seminar.EntityQuestion, in.of)
		if err != nil {
			return nil, err
		}
		in.questions = map[string]*seminar.Question{}
		in.asked = questions
	}
	var read map[seminar.ID]string
	for header, text := range p.Answers {
		q, seen := in.questions[header]
		if !seen {
			for _, id := range MatchQuestions([]string{header}, in.asked) {
				for i := range in.asked {
					if in.asked[i].ID == id {
						q = &in.asked[i]
					}
				}
			}
			in.questions[header] = q
		}
		if q == nil {
			continue
		}
		answer, problem := ReadAnswer(*q, text, p.Attendee.Country, in.desk.now())
		if problem != nil {
			in.report.Errors = append(in.report.Errors, transfer.Problem{Row: p.Row, Column: header, Value: text, Code: problem.Code, Args: problem.Args, Message: problem.Message})
			continue
		}
		if answer != "" {
			if read == nil {
				read = map[seminar.ID]string{}
			}
			read[q.ID] = answer
		}
	}
	return read, nil
}

// answered are the answers known, with those of a row laid over them. A consent on which something is
// recorded stays so: an old list brings back none that was withdrawn.
func answered(known, row map[seminar.ID]string) map[seminar.ID]string {
	if len(row) == 0 {
		return known
	}
	now := maps.Clone(known)
	if now == nil {
		now = map[seminar.ID]string{}
	}
	for id, text := range row {
		if before := seminar.ParseConsent(now[id]); before.State != "" {
			continue
		}
		now[id] = text
	}
	return now
}
