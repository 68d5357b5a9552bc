package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// issuedJSON is what issuing certificates did.
type issuedJSON struct {
	Issued      int                `json:"issued"`
	Asks        []string           `json:"asks"` // what a certificate asks for, all of it
	NotEligible []notEligibleJSON  `json:"not_eligible"`
	Warnings    []document.Warning `json:"warnings"`
}

type notEligibleJSON struct {
	Attendee seminar.ID `json:"attendee"`
	Name     string     `json:"name"`
	Reason   string     `json:"reason"`
}

func (p *program) certificatesCommand() *cobra.Command {
	var out, only string
	var explain bool
	c := command("certificates --out F.pdf|DIR", "Issue certificates to those who earned one",
		"certificates --out certificates.pdf --explain", cobra.NoArgs, func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			var ids []seminar.ID
			if only != "" && only != "eligible" {
				rows, err := p.chosen(ctx, s, only, seminar.ByFamilyName)
				if err != nil {
					return err
				}
				for _, r := range rows {
					ids = append(ids, r.AttendeeID)
				}
			}
			answer, err := p.issueTo(ctx, s, ids, out)
			if err != nil {
				return err
			}
			return p.print(answer, func(w io.Writer) {
				fmt.Fprintf(w, "%d issued, %d not eligible\n", answer.Issued, len(answer.NotEligible))
				if explain {
					plainWhyNot(w, answer)
				}
				for _, warning := range answer.Warnings {
					fmt.Fprintf(w, "%s: %s\n", warning.AttendeeID, warning.Message)
				}
			})
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "one file, or a folder for one file each")
	f.StringVar(&only, "only", "eligible", "eligible, or ids, codes or badge numbers with commas between")
	f.BoolVar(&explain, "explain", false, "say what is asked for, and of everybody else why not")
	c.MarkFlagRequired("out")
	c.AddCommand(p.revokeCommand())
	return c
}

// plainWhyNot says what is asked for, and of everybody who does not meet it why.
func plainWhyNot(w io.Writer, answer issuedJSON) {
	for _, ask := range answer.Asks {
		fmt.Fprintf(w, "asked for\t%s\n", ask)
	}
	for _, n := range answer.NotEligible {
		fmt.Fprintf(w, "%s\t%s\n", n.Name, n.Reason)
	}
}

// issueTo issues certificates and writes them: to a folder one file each, named by serial number, else to one file.
func (p *program) issueTo(ctx context.Context, s seminar.Seminar, ids []seminar.ID, out string) (issuedJSON, error) {
	answer := issuedJSON{Asks: []string{}, NotEligible: []notEligibleJSON{}, Warnings: []document.Warning{}}
	asked, err := p.desk.Conditions(ctx, s.ID)
	if err != nil {
		return answer, err
	}
	for _, ask := range asked {
		answer.Asks = append(answer.Asks, p.lang.Err(ask))
	}
	done, err := p.desk.IssueCertificates(ctx, s.ID, ids)
	if err != nil {
		return answer, err
	}
	answer.Issued = len(done.Certificates)
	for _, e := range done.NotEligible {
		answer.NotEligible = append(answer.NotEligible, notEligibleJSON{e.Row.AttendeeID, e.Row.Name(), p.lang.Err(e.Why)})
	}
	if len(done.Certificates) == 0 {
		return answer, nil
	}
	pages, err := p.desk.CertificatePages(ctx, s.ID, done.Certificates)
	if err != nil {
		return answer, err
	}
	setter := p.setter()
	write := func(path string, some []document.Certificate) error {
		doc, warnings := document.Certificates(some, document.Options{Lang: p.lang, Setter: setter})
		answer.Warnings = append(answer.Warnings, warnings...)
		return p.writePDF(ctx, path, setter, &doc)
	}
	folder, err := isFolder(out)
	if err != nil {
		return answer, err
	}
	if folder {
		for _, c := range pages {
			if err := write(filepath.Join(out, c.Serial+".pdf"), []document.Certificate{c}); err != nil {
				return answer, err
			}
		}
		return answer, nil
	}
	err = write(out, pages)
	return answer, err
}

// isFolder says whether certificates go to a folder: one that is there, or one that is named as such and is made.
func isFolder(out string) (bool, error) {
	if out == standard {
		return false, nil
	}
	if strings.HasSuffix(out, "/") || strings.HasSuffix(out, string(filepath.Separator)) {
		return true, os.MkdirAll(out, 0o755)
	}
	info, err := os.Stat(out)
	return err == nil && info.IsDir(), nil
}

// certificateJSON is a certificate as scripts read it.
type certificateJSON struct {
	Serial  string `json:"serial"`
	Issued  string `json:"issued"`
	Revoked bool   `json:"revoked"`
	Why     string `json:"why"`
}

func (p *program) revokeCommand() *cobra.Command {
	var why string
	c := command("revoke SERIAL --why T", "Take a certificate back", `certificates revoke 2025-A-0012 --why "Issued by mistake"`,
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			cert, _, err := p.desk.RevokeCertificate(ctx, args[0], why)
			if err != nil {
				return err
			}
			return p.print(certificateJSON{cert.Serial, cert.Issued, cert.Revoked, cert.RevokedWhy}, func(w io.Writer) {
				fmt.Fprintln(w, cert.Serial, "revoked")
			})
		})
	c.Flags().StringVar(&why, "why", "", "the reason")
	c.MarkFlagRequired("why")
	return c
}

func (p *program) verifyCommand() *cobra.Command {
	return command("verify FILE.pdf|TEXT", "Check a certificate's signature, or a badge code", "verify certificate.pdf --json",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			text, err := p.verifiable(args[0])
			if err != nil {
				return err
			}
			v, err := p.desk.Verify(ctx, text)
			if err != nil {
				return err
			}
			err = p.print(v, func(w io.Writer) { plainVerification(w, v) })
			if err == nil && !v.Valid {
				err = refused
			}
			return err
		})
}

// verifiable is what there is to verify: a file's bytes, or the text itself.
func (p *program) verifiable(name string) ([]byte, error) {
	_, err := os.Stat(name)
	if name == standard || err == nil || strings.EqualFold(filepath.Ext(name), ".pdf") {
		return p.readFile(name, transfer.MaxSize)
	}
	return []byte(name), nil
}

func plainVerification(w io.Writer, v desk.Verification) {
	if v.Valid {
		fmt.Fprintln(w, "valid", v.Serial, v.Name)
	} else {
		fmt.Fprintln(w, "NOT valid:", v.Reason, v.Serial, v.Name)
	}
	fmt.Fprintln(w, v.Seminar, v.Issued)
}
