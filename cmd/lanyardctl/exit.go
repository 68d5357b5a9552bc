package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"lanyard/internal/seminar"
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

// usageError is a command line that cannot be meant.
type usageError struct{ error }

func usage(err error) error {
	if err == nil {
		return nil
	}
	return usageError{err}
}

// report says what went wrong on standard error, and turns it into an exit status. An answer that was printed already
// comes as an exit and is silent.
func (p *program) report(err error) error {
	var code exit
	if err == nil || errors.As(err, &code) {
		return err
	}
	status := statusOf(err)
	message := err.Error()
	var known *seminar.Error
	var problems seminar.Problems
	switch {
	case errors.As(err, &problems):
		lines := make([]string, len(problems))
		for i, e := range problems {
			lines[i] = e.Field + ": " + e.Message
		}
		message = strings.Join(lines, "\n")
	case errors.As(err, &known):
		message = known.Message
	}
	if p.json {
		answer := map[string]any{"error": map[string]any{"code": codeOf(err), "message": message}}
		if problems != nil {
			answer["problems"] = problems
		}
		json.NewEncoder(p.err).Encode(answer)
	} else {
		fmt.Fprintln(p.err, "lanyardctl:", message)
	}
	return status
}

func codeOf(err error) string {
	if _, ok := err.(usageError); ok || strings.HasPrefix(err.Error(), "unknown command") {
		return "usage"
	}
	return seminar.CodeOf(err)
}

func statusOf(err error) exit {
	switch codeOf(err) {
	case "usage", seminar.CodeSeminarChoice:
		return misused
	case seminar.CodeNotFound:
		return notFound
	case seminar.CodeDamaged, seminar.CodeNewer, seminar.CodeForeign:
		return damaged
	case seminar.CodeInUse, seminar.CodeBusy:
		return inUse
	}
	return failed
}

func inUseError() error {
	return seminar.Errorf(seminar.CodeInUse, "The window has this workspace open. Close it first.")
}
