package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
	"lanyard/internal/trust"
)

func (p *program) verifyCommand() *cobra.Command {
	var keys, lists []string
	c := command("verify FILE.pdf|PICTURE|TEXT", "Check a certificate's signature, or a badge code; in a picture (PNG, JPEG) by the code in it", "verify certificate.pdf --key seminar.pub",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			v, err := p.verification(ctx, args[0], keys, lists)
			if err != nil {
				return err
			}
			err = p.print(v, func(w io.Writer) { p.plainVerification(w, v) })
			if err == nil && !v.Valid {
				err = refused
			}
			return err
		})
	c.Flags().StringArrayVar(&keys, "key", nil, "a file with the public key of a seminar: no workspace is looked at")
	c.Flags().StringArrayVar(&lists, "revocations", nil, "a signed list of revoked certificates")
	return c
}

// verification checks with the keys that were given, or else with those of the workspace and what it knows.
func (p *program) verification(ctx context.Context, what string, keys, lists []string) (desk.Verification, error) {
	var known []trust.Key
	for _, name := range keys {
		data, err := p.readFile(name, transfer.MaxSize)
		if err != nil {
			return desk.Verification{}, err
		}
		some, err := trust.ReadKeys(data)
		if err != nil {
			return desk.Verification{}, err
		}
		known = append(known, some...)
	}
	if len(keys) == 0 {
		if err := p.open(ctx); err != nil {
			return desk.Verification{}, err
		}
		var err error
		if known, err = p.desk.Keys(ctx); err != nil {
			return desk.Verification{}, err
		}
	}
	checker := trust.Checker{Keys: known}
	for _, name := range lists {
		data, err := p.readFile(name, transfer.MaxSize)
		if err != nil {
			return desk.Verification{}, err
		}
		list, err := trust.ReadRevocations(data, known)
		if err != nil {
			return desk.Verification{}, err
		}
		fmt.Fprintln(p.err, "lanyardctl: the list of revoked certificates is of", list.Made)
		checker.Lists = append(checker.Lists, list)
	}
	text, err := p.verifiable(what)
	if err != nil {
		return desk.Verification{}, err
	}
	if len(keys) > 0 {
		v, _, err := checker.Check(text)
		if v.Valid && trust.IsPDF(text) {
			fmt.Fprintln(p.err, "lanyardctl:", p.lang.T("certificates.verify.key_alone"))
		}
		return v, err
	}
	return p.desk.VerifyWith(ctx, text, checker.Lists)
}

// verifiable is what there is to verify: a file's bytes, or the text itself.
func (p *program) verifiable(name string) ([]byte, error) {
	_, err := os.Stat(name)
	if name == standard || err == nil || slices.Contains([]string{".pdf", ".png", ".jpg", ".jpeg"}, strings.ToLower(filepath.Ext(name))) {
		return p.readFile(name, transfer.MaxSize)
	}
	return []byte(name), nil
}

func (p *program) plainVerification(w io.Writer, v desk.Verification) {
	if len(v.All) > 1 {
		for _, one := range v.All {
			one.All = nil
			p.plainVerification(w, one)
			fmt.Fprintln(w)
		}
		return
	}
	if v.Valid {
		fmt.Fprintln(w, "valid", v.Serial, v.Name)
	} else {
		fmt.Fprintln(w, strings.TrimSpace(fmt.Sprint("NOT valid: ", v.Reason, " ", v.Serial, " ", v.Name)))
		fmt.Fprintln(w, p.lang.T("certificates.verify.reason."+v.Reason, "why", v.Why))
	}
	switch {
	case v.Signed != nil:
		fmt.Fprintln(w, "This was signed. Compare it with the paper, word for word:")
	case v.Claims != nil:
		fmt.Fprintln(w, "The text claims this, but none of the keys has signed it:")
	case v.Seminar != "":
		fmt.Fprintln(w, v.Seminar, v.Issued)
	}
	p.plainFacts(w, v)
	for _, line := range v.Printed {
		switch {
		case line.Field == "text":
			fmt.Fprintln(w, "The page cannot be compared with it: it is a picture, or the file is damaged. Scan the code on the paper, and compare by eye.")
		case line.Field == "layout" || line.Field == "pages":
			fmt.Fprintln(w, p.lang.T("certificates.verify."+line.Field))
		case !line.OK && !line.Look:
			fmt.Fprintf(w, "The page says something else than was signed: %s\t%q\tnot\t%q\n", line.Field, line.Page, line.Signed)
		case line.Look:
			fmt.Fprintf(w, "Look at the page: %s\t%q\tsigned was\t%q\n", line.Field, line.Page, line.Signed)
		}
	}
}

func (p *program) plainFacts(w io.Writer, v desk.Verification) {
	if v.Revoked {
		fmt.Fprintf(w, "  revoked\t%s\t%s\n", v.RevokedAt, v.Why)
		if v.ReplacedBy != "" {
			fmt.Fprintf(w, "  replaced by\t%s\n", v.ReplacedBy)
		}
	}
	f := v.Shown()
	if f == nil {
		return
	}
	hours := p.lang.Hours(f.Minutes) + " (" + strconv.Itoa(f.Minutes) + " min)"
	if f.Of > 0 {
		hours += " / " + p.lang.Hours(f.Of)
	}
	for _, line := range [][2]string{{"serial", f.Serial}, {"replaces", f.Refers}, {"name", f.Name}, {"honorific", f.Honorific}, {"own script", f.Native},
		{"certificate", f.Title}, {"kind", f.Kind}, {"seminar", f.Seminar}, {"first day", f.Start}, {"last day", f.End}, {"attended", hours},
		{"issued", f.Issued}, {"layout", f.Template}, {"data", f.Data}, {"key", f.Key}} {
		if line[1] != "" {
			fmt.Fprintf(w, "  %s\t%s\n", line[0], line[1])
		}
	}
}
