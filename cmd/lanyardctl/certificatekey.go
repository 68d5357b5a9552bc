package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// keyJSON is the public key of a seminar as scripts read it.
type keyJSON struct {
	Seminar     string `json:"seminar"`
	Mark        string `json:"mark"`
	Fingerprint string `json:"fingerprint"`
	Text        string `json:"text"` // of its QR code
	File        string `json:"file"`
	Page        string `json:"page,omitempty"`
}

func (p *program) keyCommand() *cobra.Command {
	var out, sheet string
	c := command("key --out F.pub", "Write the public key with which others check the certificates", "certificates key --out seminar.pub --page key.pdf",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			key, err := p.desk.Key(ctx, s.ID)
			if err != nil {
				return err
			}
			file, err := key.File()
			if err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { _, err := w.Write(file); return err }); err != nil {
				return err
			}
			if sheet != "" {
				setter := p.setter()
				doc := document.KeyPage(document.PublicKey{Seminar: s, Code: key.Text(), Fingerprint: key.Fingerprint(), Mark: key.Mark()},
					document.Options{Lang: p.lang, Setter: setter})
				if err := p.writePDF(ctx, sheet, setter, &doc); err != nil {
					return err
				}
			}
			answer := keyJSON{key.Seminar, key.Mark(), key.Fingerprint(), key.Text(), out, sheet}
			return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%s\n%s\n", answer.Text, answer.Fingerprint) })
		})
	c.Flags().StringVar(&out, "out", "", "the file for the key")
	c.Flags().StringVar(&sheet, "page", "", "a PDF file with the key as a QR code, and how to check a certificate")
	c.MarkFlagRequired("out")
	return c
}

func (p *program) revocationsCommand() *cobra.Command {
	var out string
	c := command("revocations --out F.json", "Write the signed list of certificates that no longer hold", "certificates revocations --out revoked.json",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			list, err := p.desk.Revocations(ctx, s.ID)
			if err != nil {
				return err
			}
			file, err := p.desk.RevocationFile(ctx, s.ID)
			if err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { _, err := w.Write(file); return err }); err != nil {
				return err
			}
			answer := map[string]any{"file": out, "revoked": len(list.Revoked)}
			return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%d revoked\n", len(list.Revoked)) })
		})
	c.Flags().StringVar(&out, "out", "", "the file for the list")
	c.MarkFlagRequired("out")
	return c
}

func (p *program) reissueCommand() *cobra.Command {
	var why, out string
	c := command("reissue SERIAL", "Issue a certificate anew and revoke the one before as replaced by it", `certificates reissue 2025-A-0012 --why "The name was wrong" --out new.pdf`,
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			cert, action, err := p.desk.Reissue(ctx, args[0], why)
			if err != nil {
				return err
			}
			if err := p.writeCertificate(ctx, cert, out); err != nil {
				// Without the new paper the old one stays in force.
				_, undone := p.desk.Undo(context.WithoutCancel(ctx), string(action), "the file could not be written")
				return errors.Join(err, undone)
			}
			return p.print(certificateOf(cert), func(w io.Writer) { fmt.Fprintf(w, "%s\treplaces %s\n", cert.Serial, cert.Refers) })
		})
	c.Flags().StringVar(&why, "why", "", "why the one before no longer holds")
	c.Flags().StringVar(&out, "out", "", "a PDF file for the new one")
	return c
}

// writeCertificate writes one certificate to a file, if there is to be one.
func (p *program) writeCertificate(ctx context.Context, cert seminar.Certificate, out string) error {
	if out == "" {
		return nil
	}
	pages, err := p.desk.CertificatePages(ctx, cert.SeminarID, []seminar.Certificate{cert})
	if err != nil {
		return err
	}
	setter := p.setter()
	doc, _ := document.Certificates(pages, document.Options{Lang: p.lang, Setter: setter})
	return p.writePDF(ctx, out, setter, &doc)
}
