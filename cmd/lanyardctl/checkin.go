package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// answerJSON is the answer to a scan as scripts read it.
type answerJSON struct {
	Status      seminar.Outcome     `json:"status"`
	Reason      seminar.Reason      `json:"reason"`
	Explanation string              `json:"explanation"`
	Attendee    *attendeeJSON       `json:"attendee"`
	List        string              `json:"list"`
	Type        seminar.CheckinType `json:"type"`
	Datetime    string              `json:"datetime"`
	First       *firstJSON          `json:"first"`
	Forced      bool                `json:"forced"`
	Attention   bool                `json:"attention"`
	Nonce       string              `json:"nonce"`
	Repeat      bool                `json:"repeat"` // this nonce was answered before; nothing was written
	Operation   string              `json:"operation"`
	Questions   []seminar.Question  `json:"questions"`
	Candidates  []attendeeJSON      `json:"candidates,omitempty"`
}

type firstJSON struct {
	Datetime string `json:"datetime"`
	Desk     string `json:"desk"`
}

func (c *scanner) answer(a desk.ScanAnswer) answerJSON {
	d := c.describer
	j := answerJSON{Status: a.Status, Reason: a.Reason, Explanation: a.Explanation, List: a.List.Name, Type: a.Type,
		Datetime: a.Datetime.Format(time.RFC3339), Forced: a.Forced, Attention: a.Attention, Nonce: a.Nonce,
		Repeat: a.Repeat, Operation: a.Operation, Questions: []seminar.Question{}}
	if a.Message != nil {
		j.Explanation = c.lang.Err(a.Message)
	}
	for _, q := range a.Questions {
		j.Questions = append(j.Questions, questionOf(q))
	}
	if a.Attendee != nil {
		who := d.of(*a.Attendee)
		j.Attendee = &who
	}
	if a.First != nil {
		j.First = &firstJSON{a.First.Datetime.In(d.seminar.Location()).Format(time.RFC3339), a.First.Desk}
	}
	for _, c := range a.Candidates {
		j.Candidates = append(j.Candidates, d.of(c))
	}
	return j
}

// scanLine is one scan, as a line of a batch has it.
type scanLine struct {
	Code    string                `json:"code"`
	List    string                `json:"list"`
	Type    string                `json:"type"`
	At      string                `json:"at"`
	Force   bool                  `json:"force"`
	Why     string                `json:"why"`
	Nonce   string                `json:"nonce"`
	Answers map[seminar.ID]string `json:"answers"`
}

func (p *program) checkinCommand() *cobra.Command {
	var line scanLine
	var exitFlag bool
	var batch, delegation string
	var answers []string
	c := command("checkin CODE_OR_ID", "Answer one scan, or a file of them",
		`checkin 112345678901234567890123456789012 --list "Main entrance" --json`, cobra.MaximumNArgs(1),
		func(ctx context.Context, args []string) error {
			if exitFlag {
				line.Type = string(seminar.Exit)
			}
			switch {
			case given(len(args) > 0, batch != "", delegation != "") != 1:
				return usage(fmt.Errorf("say a code, or --batch FILE, or --delegation NAME"))
			case delegation != "" && (line.Force || len(answers) > 0):
				return usage(fmt.Errorf("a delegation is checked in by the rules; force, and answer for, each person alone"))
			case batch != "" && (line.Nonce != "" || len(answers) > 0):
				return usage(fmt.Errorf("with --batch, nonces and answers stand in the lines of the file"))
			case line.Why != "" && !line.Force:
				return usage(fmt.Errorf("--why is the reason for --force"))
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			c, err := p.scanner(ctx, s)
			if err != nil {
				return err
			}
			if batch != "" {
				return c.batch(ctx, batch, line)
			}
			if delegation != "" {
				return c.group(ctx, delegation, line)
			}
			line.Code = args[0]
			if line.Answers, err = p.answersOf(ctx, s.ID, answers); err != nil {
				return err
			}
			return c.single(ctx, line)
		})
	f := c.Flags()
	f.StringVar(&line.List, "list", "", "the check-in list (id or name; default: the first)")
	f.BoolVar(&exitFlag, "exit", false, "the person leaves")
	f.StringVar(&line.At, "at", "", "when it happened, as 2025-07-18T09:12 in the seminar's zone or with an offset (default: now)")
	f.BoolVar(&line.Force, "force", false, "admit against the rules")
	f.StringVar(&line.Why, "why", "", "the reason for --force: supervisor, list, technical, or in words")
	f.StringVar(&line.Nonce, "nonce", "", "makes a repeat of this scan harmless")
	f.StringArrayVar(&answers, "answer", nil, "ID=VALUE: the answer to a question (may be repeated)")
	f.StringVar(&delegation, "delegation", "", "everybody of a delegation who is not in yet (id, name or country)")
	f.StringVar(&batch, "batch", "", "a file of scans, one JSON object a line (- is standard input)")
	return c
}

// given counts the ways in which a thing was said.
func given(ways ...bool) int {
	n := 0
	for _, said := range ways {
		if said {
			n++
		}
	}
	return n
}

// scanner answers the scans of one seminar, and finds each list once.
type scanner struct {
	*program
	seminar seminar.Seminar
	describer
	lists map[string]seminar.List
}

func (p *program) scanner(ctx context.Context, s seminar.Seminar) (*scanner, error) {
	d, err := p.describer(ctx, s)
	return &scanner{program: p, seminar: s, describer: d, lists: map[string]seminar.List{}}, err
}

// answersOf reads ID=VALUE pairs; a question's text will do for its id.
func (p *program) answersOf(ctx context.Context, of seminar.ID, pairs []string) (map[seminar.ID]string, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	answers := map[seminar.ID]string{}
	for _, pair := range pairs {
		name, text, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, usage(fmt.Errorf("--answer takes ID=VALUE, not %q", pair))
		}
		q, err := p.desk.FindQuestion(ctx, of, name)
		if err != nil {
			return nil, err
		}
		answers[q.ID] = text
	}
	return answers, nil
}

func (c *scanner) answerTo(ctx context.Context, l scanLine) (answerJSON, error) {
	list, ok := c.lists[l.List]
	if !ok {
		var err error
		if list, err = c.desk.FindList(ctx, c.seminar.ID, l.List); err != nil {
			return answerJSON{}, err
		}
		c.lists[l.List] = list
	}
	scan := desk.Scan{SeminarID: c.seminar.ID, ListID: list.ID, Code: l.Code, Type: seminar.CheckinType(l.Type),
		Force: l.Force, Nonce: l.Nonce, Answers: l.Answers}
	if code := seminar.ForceReason(l.Why); slices.Contains(seminar.ForceReasons(), code) {
		scan.ForceCode = code
	} else {
		scan.ForceWhy = l.Why
	}
	switch scan.Type {
	case "", seminar.Entry, seminar.Exit:
	default:
		return answerJSON{}, usage(fmt.Errorf("type is entry or exit, not %q", l.Type))
	}
	if l.At != "" {
		var err error
		if scan.At, err = moment(l.At, c.seminar); err != nil {
			return answerJSON{}, err
		}
	}
	a, err := c.desk.Checkin(ctx, scan)
	if err != nil {
		return answerJSON{}, err
	}
	return c.answer(a), nil
}

func (c *scanner) single(ctx context.Context, l scanLine) error {
	a, err := c.answerTo(ctx, l)
	if err != nil {
		return err
	}
	err = c.print(a, func(w io.Writer) {
		name := ""
		if a.Attendee != nil {
			name = strings.TrimSpace(a.Attendee.GivenName + " " + a.Attendee.FamilyName)
		}
		fmt.Fprintln(w, strings.Join(strings.Fields(fmt.Sprint(a.Status, " ", a.Reason, " ", name)), " "))
		if a.Explanation != "" {
			fmt.Fprintln(w, a.Explanation)
		}
		for _, q := range a.Questions {
			fmt.Fprintf(w, "%s\t%s\n", q.ID, q.Said(c.lang.Tag()))
		}
	})
	if err == nil && a.Status != seminar.OK {
		err = refused
	}
	return err
}
