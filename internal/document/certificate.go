package document

import (
	"cmp"

	"lanyard/internal/document/template"
	"lanyard/internal/page"
)

// Certificates makes certificates by their templates, a page a person. The payloads stand in the keywords of the file too.
func Certificates(certs []Certificate, o Options) (page.Document, []Warning) {
	m := newMaker(o)
	title, organiser := "", ""
	if len(certs) > 0 {
		title, organiser = certs[0].Seminar.Title(m.Tag()), certs[0].Seminar.Organiser
	}
	name := m.T("document.certificates")
	if len(certs) == 1 {
		name = joined(" – ", m.T("document.certificate.title"), certs[0].Attendee.Name())
	}
	doc := m.document(o, joined(" – ", name, title), organiser, title)
	payloads := make([]string, 0, len(certs))
	codes := signed(certs, o)
	for i, c := range certs {
		s := c.subject()
		s.signed = <-codes
		doc.Add(m.page(m.layout(o.certificate(c)), s, false))
		payloads = append(payloads, c.Payload)
		o.tell(i, len(certs))
	}
	doc.Keywords = joined(" ", payloads...)
	m.relaid(certs, o)
	return doc, m.all
}

// signed works the codes of certificates out, in their order, while the pages before theirs are drawn: a code takes as long
// as the texts of its page. One that there cannot be has no modules.
func signed(certs []Certificate, o Options) <-chan page.QR {
	codes := make(chan page.QR, 16)
	go func() {
		for _, c := range certs {
			q := page.QR{Payload: c.Payload, Level: levelOf(o.certificate(c))}
			q.Made, _ = q.Modules() // who draws it comes upon the error and can tell of it
			codes <- q
		}
	}()
	return codes
}

// levelOf is the level of the code that a template shows on its front.
func levelOf(t *template.Template) page.Level {
	for _, e := range t.Front {
		if e.Type == template.QR {
			return levels[e.Level]
		}
	}
	return page.Medium
}

// relaid warns of layouts that were changed after certificates were issued with them.
func (w *warnings) relaid(certs []Certificate, o Options) {
	var changed []*template.Template
	of := map[*template.Template][]string{}
	for _, c := range certs {
		if !c.Relaid {
			continue
		}
		t := o.certificate(c)
		if of[t] == nil {
			changed = append(changed, t)
		}
		of[t] = append(of[t], c.Serial)
	}
	for _, t := range changed {
		name := cmp.Or(t.Names[w.Tag()], t.Names["en"], t.ID)
		w.all = append(w.all, Warning{Code: WarnLayout, Message: w.N("document.warning.layout", len(of[t]), "layout", name, "serial", of[t][0])})
	}
}

// certificate is the template of a certificate: the one asked for, the certificate's own, or the standard one.
func (o Options) certificate(c Certificate) *template.Template {
	switch {
	case o.Template != nil:
		return o.Template
	case c.Layout != nil:
		return c.Layout
	}
	if t, ok := ShippedNamed(c.Template); ok && t.Kind == template.Certificate {
		return t
	}
	return Standard(template.Certificate)
}

func (c *Certificate) subject() *subject {
	return &subject{seminar: c.Seminar, attendee: c.Attendee, category: c.Category, photo: c.Attendee.Photo, certificate: c, pictures: c.Pictures}
}
