package main

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
)

func (p *program) previewCommand() *cobra.Command {
	var badge, certificate, out, side, layout string
	w := newWanted("")
	var dpi float64
	c := command("preview --badge ID|--certificate ID|--report KIND --out F.png", "One page as a picture",
		"preview --badge A-012 --out badge.png --dpi 150", cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if side != string(document.Front) && side != string(document.Back) {
				return usage(fmt.Errorf("--side is %s or %s, not %q", document.Front, document.Back, side))
			}
			if dpi < 30 || dpi > 600 {
				return usage(fmt.Errorf("--dpi is 30 to 600, not %g", dpi))
			}
			said := 0
			for _, what := range []string{badge, certificate, w.kind} {
				if what != "" {
					said++
				}
			}
			if said != 1 {
				return usage(fmt.Errorf("say --badge ID, --certificate ID or --report KIND (%s)", strings.Join(reportKinds(), ", ")))
			}
			if w.kind != "" {
				if err := w.check(); err != nil {
					return err
				}
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			kind := template.Badge
			if certificate != "" {
				kind = template.Certificate
			}
			setter := p.setter()
			options := document.Options{Lang: p.lang, Setter: setter, Side: document.Side(side)}
			if options.Template, err = p.layout(ctx, s, kind, layout); err != nil {
				return err
			}
			doc, warnings, err := p.previewed(ctx, s, badge, certificate, w, options)
			if err != nil {
				return err
			}
			img, err := raster.Render(setter, doc.Pages[0], dpi)
			if err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { return png.Encode(w, img) }); err != nil {
				return err
			}
			size := img.Bounds().Size()
			return p.print(map[string]any{"file": out, "width": size.X, "height": size.Y, "warnings": warnings}, func(w io.Writer) {
				fmt.Fprintln(w, out, size.X, size.Y)
				plainWarnings(w, warnings)
			})
		})
	f := c.Flags()
	f.StringVar(&badge, "badge", "", "whose badge (id, code or badge number)")
	f.StringVar(&side, "side", string(document.Front), "of a badge: front or back")
	f.StringVar(&certificate, "certificate", "", "whose certificate")
	f.StringVar(&layout, "template", "", "the layout of the badge or certificate, by id or name (default: its own)")
	w.flags(f)
	f.StringVar(&w.kind, "report", "", "the first page of a report: "+strings.Join(reportKinds(), ", "))
	f.StringVar(&out, "out", "", "the PNG file (- is standard output)")
	f.Float64Var(&dpi, "dpi", 150, "dots per inch, 30 to 600")
	c.MarkFlagRequired("out")
	return c
}

// previewed makes the document of one page; nothing is issued or marked.
func (p *program) previewed(ctx context.Context, s seminar.Seminar, badge, certificate string, w *wanted, o document.Options) (page.Document, []document.Warning, error) {
	switch {
	case badge != "":
		row, err := p.desk.Owner(ctx, s.ID, badge)
		if err != nil {
			return page.Document{}, nil, err
		}
		badges, err := p.desk.BadgesFor(ctx, s.ID, []seminar.RosterRow{row})
		if err != nil {
			return page.Document{}, nil, err
		}
		doc, warnings := document.Badges(badges, o)
		return doc, append([]document.Warning{}, warnings...), nil
	case certificate != "":
		row, err := p.desk.Owner(ctx, s.ID, certificate)
		if err != nil {
			return page.Document{}, nil, err
		}
		people, err := p.desk.Eligibility(ctx, s.ID)
		if err != nil {
			return page.Document{}, nil, err
		}
		i := slices.IndexFunc(people, func(e desk.Eligibility) bool { return e.Row.AttendeeID == row.AttendeeID })
		if i < 0 {
			return page.Document{}, nil, seminar.NotFound("attendee", certificate)
		}
		one, err := p.desk.CertificatePreview(ctx, s.ID, people[i])
		if err != nil {
			return page.Document{}, nil, err
		}
		doc, warnings := document.Certificates([]document.Certificate{one}, o)
		return doc, append([]document.Warning{}, warnings...), nil
	}
	r, err := p.reported(ctx, s, w, o.Setter)
	if err != nil {
		return page.Document{}, nil, err
	}
	doc, err := r.Document(ctx)
	if err != nil {
		return doc, nil, err
	}
	doc.Pages = doc.Pages[:1] // the others are not looked at
	return doc, p.boxes(r, doc), nil
}
