package document

import (
	"lanyard/internal/document/template"
	"lanyard/internal/page"
)

// Proof is one side of a page by a template, element by element, for who designs it: what one of them draws can be moved
// without the others.
type Proof struct {
	Size     page.Size
	Elements [][]page.Item // what each element draws, in their order; nothing where its conditions do not hold
	Folds    []page.Item
	Warnings []Warning
	// Mirrored says that lengths count from the right edge, as the document's language is written.
	Mirrored bool
}

// ProveBadge draws a side of one badge by a template.
func ProveBadge(t *template.Template, b Badge, back bool, o Options) Proof {
	return newMaker(o).proof(t, b.subject(), back)
}

// ProveCertificate draws a side of one certificate by a template.
func ProveCertificate(t *template.Template, c Certificate, back bool, o Options) Proof {
	return newMaker(o).proof(t, c.subject(), back)
}

func (m *maker) proof(t *template.Template, s *subject, back bool) Proof {
	l := m.layout(t)
	p := Proof{Size: page.Size(t.Size), Mirrored: t.Mirrored && m.RTL()}
	all := l.side(back)
	for i := range all {
		p.Elements = append(p.Elements, m.element(l, &all[i], s))
	}
	lines := page.New(p.Size)
	folds(lines, t.Folds)
	p.Folds, p.Warnings = lines.Items, m.all
	return p
}

// Page is the page as it prints.
func (p Proof) Page() *page.Page {
	whole := page.New(p.Size)
	for _, items := range p.Elements {
		whole.Add(items...)
	}
	whole.Add(p.Folds...)
	return whole
}
