package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

// passwordVariable holds a password for scripts. A command line shows to everybody on the computer, so no flag takes one.
const passwordVariable = "LANYARD_PASSWORD"

// sealing is how files of this run are protected.
type sealing struct {
	seal     bool
	file     string // that holds the password
	password string // of the file that is written; "" for none
}

// sealFlag is the flag of commands whose file can be protected.
func (p *program) sealFlag(f *pflag.FlagSet) {
	f.BoolVar(&p.sealing.seal, "encrypt", false, "protect the file with a password, as age does; its name ends in "+filing.Sealed)
}

// sealed asks for the password of a file that is to be protected, before any work is done, and gives the file's name.
func (p *program) sealed(out string) (string, error) {
	if !p.sealing.seal {
		return out, nil
	}
	password, err := p.askPassword("Password: ", true)
	if err != nil {
		return out, err
	}
	if p.sealing.password = password; filing.StrengthOf(password) == filing.Weak {
		fmt.Fprintln(p.err, "lanyardctl:", p.lang.T("privacy.password.weak"))
	}
	if out != standard && !strings.HasSuffix(out, filing.Sealed) {
		out += filing.Sealed
	}
	return out, nil
}

// opened gives a file of the command line as it was before it was protected, asking for its password if it is.
func (p *program) opened(path, folder string) (plain string, forget func(), err error) {
	nothing := func() {}
	if path == standard {
		return path, nothing, nil
	}
	sealed, err := filing.SealedFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return path, nothing, seminar.NotFound("file", path)
	case err != nil || !sealed:
		return path, nothing, nil // whoever reads it says what is wrong
	}
	password, err := p.askPassword("Password of "+path+": ", false)
	if err != nil {
		return path, nothing, err
	}
	return filing.Opened(path, password, folder)
}

// askPassword takes the password from the file or the variable that was named, or from the terminal, twice where it is new.
func (p *program) askPassword(prompt string, twice bool) (string, error) {
	if p.sealing.file != "" {
		data, err := os.ReadFile(p.sealing.file)
		if err != nil {
			return "", usage(fmt.Errorf("--password-file: %w", err))
		}
		line, _, _ := bytes.Cut(data, []byte("\n"))
		return nonEmpty(strings.TrimSuffix(string(line), "\r"))
	}
	if password, set := os.LookupEnv(passwordVariable); set {
		return nonEmpty(password)
	}
	in, ok := p.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nonEmpty("")
	}
	ask := func(prompt string) (string, error) {
		fmt.Fprint(p.err, prompt)
		password, err := term.ReadPassword(int(in.Fd()))
		fmt.Fprintln(p.err)
		return string(password), err
	}
	password, err := ask(prompt)
	if err != nil || !twice {
		return password, err
	}
	again, err := ask("Once more: ")
	if err == nil && again != password {
		err = usage(errors.New("the two passwords differ"))
	}
	return password, err
}

func nonEmpty(password string) (string, error) {
	if password == "" {
		return "", usage(fmt.Errorf("no password was given: use a terminal, --password-file or %s", passwordVariable))
	}
	return password, nil
}

// plainly reads a whole file of the command line, unprotected.
func (p *program) plainly(path string, most int64) ([]byte, error) {
	plain, forget, err := p.opened(path, "")
	if err != nil {
		return nil, err
	}
	defer forget()
	return p.readFile(plain, most)
}

// sealWith protects what write writes where this run's file is to be.
func (p *program) sealWith(write func(io.Writer) error) func(io.Writer) error {
	return func(w io.Writer) error { return filing.Seal(w, p.sealing.password, write) }
}
