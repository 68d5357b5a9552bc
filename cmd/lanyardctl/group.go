package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// groupJSON is the answer to a delegation that goes in or out together, as scripts read it.
type groupJSON struct {
	Delegation string       `json:"delegation"`
	Admitted   int          `json:"admitted"`
	Refused    int          `json:"refused"`
	Operation  string       `json:"operation"` // undoes all of it
	Answers    []answerJSON `json:"answers"`
}

// group checks everybody of a delegation in who is not inside yet, or out who is.
func (c *scanner) group(ctx context.Context, name string, l scanLine) error {
	list, err := c.desk.FindList(ctx, c.seminar.ID, l.List)
	if err != nil {
		return err
	}
	v, err := c.desk.FindDelegation(ctx, c.seminar.ID, name)
	if err != nil {
		return err
	}
	rows, err := c.desk.DelegationPeople(ctx, list, v)
	if err != nil {
		return err
	}
	g := desk.Group{SeminarID: c.seminar.ID, ListID: list.ID, Type: seminar.Entry, Nonce: l.Nonce}
	if l.Type != "" {
		g.Type = seminar.CheckinType(l.Type)
	}
	if l.At != "" {
		if g.At, err = moment(l.At, c.seminar); err != nil {
			return err
		}
	}
	at := g.At
	if at.IsZero() {
		at = c.desk.Now()
	}
	for _, r := range rows {
		if desk.Awaited(list, c.seminar, g.Type, r, at) {
			g.People = append(g.People, r.AttendeeID)
		}
	}
	done, err := c.desk.CheckinGroup(ctx, g)
	if err != nil {
		return err
	}
	answer := groupJSON{Delegation: v.Name, Admitted: done.Admitted(), Refused: len(done.Refused()), Operation: string(done.Action), Answers: []answerJSON{}}
	for _, a := range done.Answers {
		answer.Answers = append(answer.Answers, c.answer(a))
	}
	err = c.print(answer, func(w io.Writer) {
		fmt.Fprintf(w, "%s\t%d\n", v.Name, answer.Admitted)
		for _, a := range answer.Answers {
			if a.Status != seminar.OK {
				fmt.Fprintf(w, "%s\t%s\t%s\n", strings.TrimSpace(a.Attendee.GivenName+" "+a.Attendee.FamilyName), a.Reason, a.Explanation)
			}
		}
	})
	if err == nil && answer.Refused > 0 {
		err = refused
	}
	return err
}
