package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
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
	Operation   string              `json:"operation"`
	Questions   []seminar.Question  `json:"questions"`
	Candidates  []attendeeJSON      `json:"candidates,omitempty"`
}

type firstJSON struct {
	Datetime string `json:"datetime"`
	Desk     string `json:"desk"`
}

func (d describer) answer(a desk.ScanAnswer) answerJSON {
	j := answerJSON{Status: a.Status, Reason: a.Reason, Explanation: a.Explanation, List: a.List.Name, Type: a.Type,
		Datetime: a.Datetime.Format(time.RFC3339), Forced: a.Forced, Attention: a.Attention, Nonce: a.Nonce,
		Operation: a.Operation, Questions: a.Questions}
	if j.Questions == nil {
		j.Questions = []seminar.Question{}
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

// scanLine is one scan of a batch.
type scanLine struct {
	Code    string                `json:"code"`
	List    string                `json:"list"`
	Type    string                `json:"type"`
	At      string                `json:"at"`
	Force   bool                  `json:"force"`
	Nonce   string                `json:"nonce"`
	Answers map[seminar.ID]string `json:"answers"`
}

func (p *program) checkinCommand() *cobra.Command {
	var line scanLine
	var exitFlag bool
	var batch string
	var answers []string
	c := command("checkin CODE_OR_ID", "Answer one scan, or a file of them",
		`checkin 112345678901234567890123456789012 --list "Main entrance" --json`, cobra.MaximumNArgs(1),
		func(ctx context.Context, args []string) error {
			if (len(args) == 0) == (batch == "") {
				return usage(fmt.Errorf("say a code, or --batch FILE"))
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			if batch != "" {
				return p.batch(ctx, s, batch, line.List)
			}
			line.Code = args[0]
			if exitFlag {
				line.Type = string(seminar.Exit)
			}
			line.Answers = map[seminar.ID]string{}
			for _, a := range answers {
				id, text, ok := strings.Cut(a, "=")
				if !ok {
					return usage(fmt.Errorf("--answer takes ID=VALUE, not %q", a))
				}
				line.Answers[seminar.ID(id)] = text
			}
			return p.single(ctx, s, line)
		})
	f := c.Flags()
	f.StringVar(&line.List, "list", "", "the check-in list (id or name; default: the first)")
	f.BoolVar(&exitFlag, "exit", false, "the person leaves")
	f.StringVar(&line.At, "at", "", "when it happened (default: now)")
	f.BoolVar(&line.Force, "force", false, "admit against the rules")
	f.StringVar(&line.Nonce, "nonce", "", "makes a repeat of this scan harmless")
	f.StringArrayVar(&answers, "answer", nil, "ID=VALUE: the answer to a question (may be repeated)")
	f.StringVar(&batch, "batch", "", "a file of scans, one JSON object a line (- is standard input)")
	return c
}

// scanner answers the lines of one seminar, and finds each list once.
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
	return c.describer.answer(a), nil
}

func (p *program) single(ctx context.Context, s seminar.Seminar, l scanLine) error {
	c, err := p.scanner(ctx, s)
	if err != nil {
		return err
	}
	a, err := c.answerTo(ctx, l)
	if err != nil {
		return err
	}
	err = p.print(a, func(w io.Writer) {
		name := ""
		if a.Attendee != nil {
			name = strings.TrimSpace(a.Attendee.GivenName + " " + a.Attendee.FamilyName)
		}
		fmt.Fprintln(w, strings.Join(strings.Fields(fmt.Sprint(a.Status, " ", a.Reason, " ", name)), " "))
		if a.Explanation != "" {
			fmt.Fprintln(w, a.Explanation)
		}
		for _, q := range a.Questions {
			fmt.Fprintf(w, "%s\t%s\n", q.ID, q.Text)
		}
	})
	if err == nil && a.Status != seminar.OK {
		err = refused
	}
	return err
}

// batch answers a file of scans, one line each, in order, each written out as soon as it is on disk.
func (p *program) batch(ctx context.Context, s seminar.Seminar, path, defaultList string) error {
	in := p.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	c, err := p.scanner(ctx, s)
	if err != nil {
		return err
	}
	out := json.NewEncoder(p.out)
	out.SetEscapeHTML(false)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" {
			continue
		}
		l := scanLine{List: defaultList}
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			return usage(fmt.Errorf("line %d is not a scan: %w", n, err))
		}
		a, err := c.answerTo(ctx, l)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := out.Encode(a); err != nil {
			return err
		}
	}
	return lines.Err()
}
