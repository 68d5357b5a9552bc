package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
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
	Reason   string     `json:"reason"` // the nearest thing that is missing
	Lacks    []string   `json:"lacks"`  // all that is, the nearest first
}

func (p *program) certificatesCommand() *cobra.Command {
	var out, only, kind string
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
			answer, err := p.issueTo(ctx, s, kind, ids, out)
			if err != nil {
				return err
			}
			return p.print(answer, func(w io.Writer) {
				fmt.Fprintf(w, "%d issued, %d not eligible\n", answer.Issued, len(answer.NotEligible))
				if explain {
					plainWhyNot(w, answer)
				}
				plainWarnings(w, answer.Warnings)
			})
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "one file, named .pdf, or a folder for one file each, which is made")
	f.StringVar(&only, "only", "eligible", "eligible, or ids, codes or badge numbers with commas between")
	f.BoolVar(&explain, "explain", false, "say what is asked for, and of everybody else why not")
	f.StringVar(&kind, "kind", "", "which kind of certificate (default: the first)")
	c.MarkFlagRequired("out")
	c.AddCommand(p.revokeCommand(), p.reissueCommand(), p.kindsCommand(), p.prefixCommand(), p.keyCommand(), p.revocationsCommand())
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
func (p *program) issueTo(ctx context.Context, s seminar.Seminar, kind string, ids []seminar.ID, out string) (issuedJSON, error) {
	// Ten thousand pages stay under 300 MB if the collector comes twice as often, which takes a tenth longer.
	defer debug.SetGCPercent(debug.SetGCPercent(30))
	answer := issuedJSON{Asks: []string{}, NotEligible: []notEligibleJSON{}, Warnings: []document.Warning{}}
	asked, err := p.desk.ConditionsOf(ctx, s.ID, kind)
	if err != nil {
		return answer, err
	}
	for _, ask := range asked {
		answer.Asks = append(answer.Asks, p.lang.Err(ask))
	}
	folder, err := isFolder(out) // before anything is issued
	if err != nil {
		return answer, err
	}
	done, err := p.desk.IssueKind(ctx, s.ID, kind, ids)
	if err != nil {
		return answer, err
	}
	answer.Issued = len(done.Certificates)
	for _, e := range done.NotEligible {
		answer.NotEligible = append(answer.NotEligible, notEligibleJSON{e.Row.AttendeeID, e.Row.Name(), p.lang.Err(e.Why), p.lacks(e)})
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

// lacks is all that somebody lacks for a certificate, in sentences.
func (p *program) lacks(e desk.Eligibility) []string {
	all := make([]string, len(e.Lacks))
	for i, l := range e.Lacks {
		all[i] = p.lang.Err(l)
	}
	return all
}

// isFolder says whether certificates go to a folder, which is made: to all but standard output, a name that ends in .pdf, and a
// device that is there.
func isFolder(out string) (bool, error) {
	info, err := os.Stat(out)
	there := err == nil
	switch {
	case out == standard, there && !info.IsDir() && !info.Mode().IsRegular():
		return false, nil
	case strings.EqualFold(filepath.Ext(out), ".pdf") && !(there && info.IsDir()):
		return false, nil
	}
	return true, os.MkdirAll(out, 0o755)
}

// certificateJSON is a certificate as scripts read it.
type certificateJSON struct {
	Serial     string `json:"serial"`
	Issued     string `json:"issued"`
	Revoked    bool   `json:"revoked"`
	Why        string `json:"why"`
	Kind       string `json:"kind"`
	Refers     string `json:"refers"`      // the one that it replaces
	ReplacedBy string `json:"replaced_by"` // the one that replaces it
}

func certificateOf(c seminar.Certificate) certificateJSON {
	return certificateJSON{c.Serial, c.Issued, c.Revoked, c.RevokedWhy, c.Kind, c.Refers, c.ReplacedBy}
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
			return p.print(certificateOf(cert), func(w io.Writer) {
				fmt.Fprintln(w, cert.Serial, "revoked")
			})
		})
	c.Flags().StringVar(&why, "why", "", "the reason")
	c.MarkFlagRequired("why")
	return c
}
