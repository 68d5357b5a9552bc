package seminar

import (
	"errors"
	"strings"
)

// Error is an answer that a desk can act on. Code is stable and lower_snake_case, for scripts, tests and translation
// ("error." + Code is its key); Message is the English sentence; Args fill the {placeholders} of its translations.
// Err holds what goes to the log and never to the screen.
type Error struct {
	Code    string            `json:"code"`
	Message string            `json:"message"`
	Field   string            `json:"field,omitempty"`
	Args    map[string]string `json:"args,omitempty"`
	Err     error             `json:"-"`
}

// Codes shared by several packages. A package with codes of its own declares them beside their use.
const (
	CodeNotFound      = "not_found"
	CodeInvalid       = "invalid"
	CodeRequired      = "required"
	CodeReadOnly      = "workspace_read_only"
	CodeNewer         = "workspace_newer"
	CodeForeign       = "workspace_foreign"
	CodeDamaged       = "workspace_damaged"
	CodeInUse         = "workspace_in_use"
	CodeNetworkDrive  = "workspace_network_drive"
	CodeBusy          = "workspace_busy"
	CodeFull          = "workspace_full"
	CodeDisk          = "workspace_disk"
	CodeSeminarChoice = "seminar_choice"
	CodeAmbiguous     = "ambiguous"
	CodeInternal      = "internal"
)

func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause, for errors.Is and the log.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an error with a code and a sentence.
func Errorf(code, message string) *Error { return &Error{Code: code, Message: message} }

// WithField says which field of a form the error belongs to.
func (e *Error) WithField(field string) *Error { c := *e; c.Field = field; return &c }

// WithArg adds a value for a {placeholder} of the message, filling the English sentence too.
func (e *Error) WithArg(name, value string) *Error {
	c := *e
	c.Args = make(map[string]string, len(e.Args)+1)
	for k, v := range e.Args {
		c.Args[k] = v
	}
	c.Args[name] = value
	c.Message = strings.ReplaceAll(c.Message, "{"+name+"}", value)
	return &c
}

// Because adds the cause, for the log.
func (e *Error) Because(err error) *Error { c := *e; c.Err = err; return &c }

// CodeOf gives the code of the first Error in a chain, "" for nil and CodeInternal for any other error.
func CodeOf(err error) string {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	var p Problems
	if errors.As(err, &p) && len(p) > 0 {
		return p[0].Code
	}
	return CodeInternal
}

// Logged is what a log may say of an error: the codes, and causes that are no answers of ours. The sentences are filled in with
// names and what somebody typed, and a log is kept longer than those may be.
func Logged(err error) string {
	var e *Error
	var p Problems
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		said := e.Code
		if e.Field != "" {
			said += " (" + e.Field + ")"
		}
		if cause := Logged(e.Err); cause != "" {
			said += ": " + cause
		}
		return said
	case errors.As(err, &p):
		codes := make([]string, len(p))
		for i, one := range p {
			codes[i] = Logged(one)
		}
		return strings.Join(codes, ", ")
	}
	return err.Error()
}

// Problems are all that is wrong with one form, so that every field can show its own sentence at once.
type Problems []*Error

func (p Problems) Error() string {
	s := make([]string, len(p))
	for i, e := range p {
		s[i] = e.Message
	}
	return strings.Join(s, " ")
}

// For gives the first problem of a field, or nil.
func (p Problems) For(field string) *Error {
	for _, e := range p {
		if e.Field == field {
			return e
		}
	}
	return nil
}

// OrNil is the problems as an error, nil if there are none.
func (p Problems) OrNil() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// NotFound says that a thing of that name is not here.
func NotFound(what, name string) *Error {
	return Errorf(CodeNotFound, "There is no {what} “{name}” here.").WithArg("what", what).WithArg("name", name)
}
