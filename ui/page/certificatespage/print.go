package certificatespage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
)

// saveAll saves every certificate found that holds.
func (p *Page) saveAll() { p.write(p.found.valid) }

// printAll prints every certificate found that holds.
func (p *Page) printAll() { p.print(p.found.valid) }

// write saves certificates.
func (p *Page) write(some []seminar.Certificate) {
	p.make(some, "certificates.save_anyway", func(doc docpage.Document) {
		name := filing.Name("pdf", "certificates", p.env.Seminar().Start)
		if len(some) == 1 {
			name = filing.Name("pdf", "certificate", some[0].Serial)
		}
		p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
			return p.preview.Write(ctx, path, doc, progress)
		})
	})
}

// print prints certificates, or saves them where there is no printer.
func (p *Page) print(some []seminar.Certificate) {
	if !p.preview.Prints() {
		p.write(some)
		return
	}
	p.make(some, "certificates.print_anyway", func(doc docpage.Document) {
		l, of, n, o, serial := p.env.Lang, p.env.Seminar().ID, len(some), p.preview.Options(), some[0].Serial
		p.preview.PrintPages(paper.Pages{Name: l.N("certificates.print.name", n, "serial", serial), Doc: doc,
			Begun: l.N("certificates.printing", n, "serial", serial), Out: l.N("certificates.printed", n, "serial", serial),
			Again: func(ctx context.Context, d *desk.Desk) (docpage.Document, error) { return anew(ctx, d, of, some, o) }})
	})
}

// anew makes certificates that are printed again, but not those that were revoked since.
func anew(ctx context.Context, d *desk.Desk, of seminar.ID, some []seminar.Certificate, o document.Options) (docpage.Document, error) {
	var all, still []seminar.Certificate
	if err := d.All(ctx, seminar.EntityCertificate, of, &all); err != nil {
		return docpage.Document{}, err
	}
	holds := map[seminar.ID]bool{}
	for _, c := range all {
		holds[c.ID] = !c.Revoked
	}
	for _, c := range some {
		if holds[c.ID] {
			still = append(still, c)
		}
	}
	if len(still) == 0 {
		return docpage.Document{}, seminar.NotFound("certificate", some[0].Serial)
	}
	pages, err := d.CertificatePages(ctx, of, still)
	doc, _ := document.Certificates(pages, o)
	return doc, err
}

// make makes the pages of certificates. What a page cannot show as it should is said before anything is done with them.
func (p *Page) make(some []seminar.Certificate, anyway string, then func(docpage.Document)) {
	if p.preview.Anyway() || p.busy || len(some) == 0 {
		return
	}
	type made struct {
		doc      docpage.Document
		warnings []document.Warning
	}
	of, d, o := p.env.Seminar().ID, p.env.Desk(), p.preview.Options()
	p.busy = true
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (made, error) {
		pages, err := d.CertificatePages(ctx, of, some)
		if err != nil {
			return made{}, err
		}
		doc, warnings := document.Certificates(pages, o)
		return made{doc, warnings}, nil
	}, func(m made, err error) {
		p.busy = false
		switch {
		case err != nil:
			p.env.Fail(err)
		case len(m.warnings) > 0:
			p.preview.Warn(m.warnings, p.env.Lang.N(anyway, len(some)), func() { then(m.doc) })
		default:
			then(m.doc)
		}
	})
}
