package desk

import (
	"context"
	"errors"
	"maps"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// Recognise finds out what the columns of a list hold, as transfer does, and which of the others answer one of the seminar's own
// questions by their headers. A header that is a question's goes there rather than to a field that it is only about.
func (d *Desk) Recognise(ctx context.Context, of seminar.ID, table transfer.Table) (transfer.Mapping, error) {
	mapping, err := transfer.Recognise(table)
	questions, failed := d.Questions(ctx, of)
	if failed != nil {
		return mapping, errors.Join(err, failed)
	}
	matched := MatchQuestions(table.Headers, questions)
	for i, f := range mapping.Fields {
		asked := transfer.QuestionField(string(matched[table.Headers[i]]))
		if (f == transfer.FieldNone || !mapping.Sure(i)) && matched[table.Headers[i]] != "" && mapping.Column(asked) < 0 {
			mapping.Fields[i] = asked
		}
	}
	return mapping, err
}

// asked is where columns are sent: as was kept, and above that as is chosen. Questions, which may be called by their texts, become
// those of the seminar. One that was kept for another seminar is the one here that asks the same, or is left.
func (d *Desk) asked(ctx context.Context, of seminar.ID, kept, chosen map[string]string) (map[string]string, error) {
	questions, err := d.Questions(ctx, of)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	send := func(column string, names ...string) bool {
		for _, id := range MatchQuestions(names, questions) {
			all[column] = string(transfer.QuestionField(string(id)))
			return true
		}
		return false
	}
	for column, field := range kept {
		id, asks := transfer.Field(field).Question()
		if !asks {
			all[column] = field
		} else if !send(column, id) {
			q, err := get[seminar.Question](ctx, d, seminar.EntityQuestion, seminar.ID(id))
			if err != nil && seminar.CodeOf(err) != seminar.CodeNotFound {
				return nil, err
			}
			send(column, q.Names()...)
		}
	}
	for column, field := range chosen {
		if name, asks := transfer.Field(field).Question(); !asks {
			all[column] = field
		} else if !send(column, name) {
			return nil, seminar.NotFound("question", name)
		}
	}
	return all, nil
}

// answers are what a row answers to the seminar's own questions. A person whose answer cannot be read is taken in without it.
func (in *importing) answers(ctx context.Context, p transfer.Person) (map[seminar.ID]string, error) {
	if len(p.Answers) == 0 {
		return nil, nil
	}
	if in.asked == nil {
		var err error
		if in.asked, err = all[seminar.Question](ctx, in, seminar.EntityQuestion, in.of); err != nil {
			return nil, err
		}
	}
	var read map[seminar.ID]string
	for _, q := range in.asked {
		text := p.Answers[string(q.ID)]
		answer, problem := ReadAnswer(q, text, p.Attendee.Country, in.desk.now())
		if problem != nil {
			in.report.Errors = append(in.report.Errors, transfer.Problem{Row: p.Row, Column: in.file.Column(string(transfer.QuestionField(string(q.ID)))),
				Value: text, Code: problem.Code, Args: problem.Args, Message: problem.Message})
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
