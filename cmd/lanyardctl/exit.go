package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/printing"
	"lanyard/internal/printing/plain"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// exit is an exit status. Scripts rely on the numbers.
type exit int

const (
	failed   exit = 1
	misused  exit = 2
	notFound exit = 3
	refused  exit = 4
	damaged  exit = 5
	inUse    exit = 6
)

func (e exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// Codes of errors that only a command line has.
const (
	codeUsage       = "usage"
	codeInterrupted = "interrupted"
)

// usageError is a command line that cannot be meant.
type usageError struct{ error }

func usage(err error) error {
	if err == nil {
		return nil
	}
	return usageError{err}
}

// report says what went wrong on standard error, with --json on standard output too, and turns it into an exit status.
// An answer that was printed already comes as an exit and is silent.
func (p *program) report(ctx context.Context, err error) error {
	var code exit
	if err == nil || errors.As(err, &code) {
		return err
	}
	if ctx.Err() != nil {
		err = seminar.Errorf(codeInterrupted, "Interrupted. What was answered before is kept; the rest was not begun.").Because(err)
	}
	message := p.sentence(err)
	fmt.Fprintln(p.err, "lanyardctl:", message)
	if p.json {
		said := map[string]any{"code": codeOf(err), "message": message}
		answer := map[string]any{"error": said}
		var known *seminar.Error
		if errors.As(err, &known) && len(known.Args) > 0 {
			said["args"] = known.Args
		}
		if problems := problemsOf(err); problems != nil {
			answer["problems"] = problems
		}
		if err := p.print(answer, nil); err != nil {
			fmt.Fprintln(p.err, "lanyardctl:", err)
		}
	}
	return statusOf(err)
}

// sentence is an error as a person reads it, in the language asked for; every problem of a form on a line of its own.
func (p *program) sentence(err error) string {
	if problems := problemsOf(err); problems != nil {
		lines := make([]string, len(problems))
		for i, e := range problems {
			lines[i] = p.lang.Err(e)
			if name := cmp.Or(e.Args["question"], e.Field); name != "" && !strings.HasPrefix(lines[i], name) {
				lines[i] = name + ": " + lines[i]
			}
		}
		return strings.Join(lines, "\n")
	}
	var known *seminar.Error
	if errors.As(err, &known) && known.Code == seminar.CodeSeminarChoice {
		return p.lang.Err(known) + " (--seminar; lanyardctl seminars)"
	}
	if errors.As(err, &known) {
		return p.lang.Err(plain.Error(p.lang, known))
	}
	return err.Error()
}

func problemsOf(err error) seminar.Problems {
	var problems seminar.Problems
	errors.As(err, &problems)
	return problems
}

func codeOf(err error) string {
	var misuse usageError
	if errors.As(err, &misuse) || strings.HasPrefix(err.Error(), "unknown command") {
		return codeUsage
	}
	return seminar.CodeOf(err)
}

func statusOf(err error) exit {
	code := codeOf(err)
	switch {
	case strings.HasPrefix(code, "template_"), strings.HasPrefix(code, "picture_"): // a file, not the command line
		return failed
	case code == codeUsage, code == seminar.CodeSeminarChoice, code == transfer.CodeUnknownEncoding, code == transfer.CodeField, code == transfer.CodeDelimiter, code == printing.CodeAddress,
		problemsOf(err) != nil:
		return misused
	case code == seminar.CodeNotFound, code == printing.CodeNone, code == transfer.CodeSheet:
		return notFound
	case code == desk.CodeRight, code == desk.CodeSignIn, code == desk.CodeMergeSame, code == desk.CodeMergeAlready:
		return refused
	case code == seminar.CodeDamaged, code == seminar.CodeNewer, code == seminar.CodeForeign:
		return damaged
	case code == seminar.CodeInUse, code == seminar.CodeBusy:
		return inUse
	}
	return failed
}

func inUseError() error {
	return seminar.Errorf(seminar.CodeInUse, "The window has this workspace open. Close it first.")
}
