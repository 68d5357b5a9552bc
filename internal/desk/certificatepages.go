package desk

import (
	"context"
	"fmt"
	"strings"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

// CertificatePages gathers what the pages of certificates show. What was certified counts, not what was changed since. Those of
// people who were anonymised are left out; where no other is left, that is the error CodeAnonymous.
func (d *Desk) CertificatePages(ctx context.Context, of seminar.ID, certificates []seminar.Certificate) ([]document.Certificate, error) {
	h, _, err := frame(ctx, d, of)
	if err != nil {
		return nil, err
	}
	categories, err := d.categoriesByID(ctx, of)
	if err != nil {
		return nil, err
	}
	say, layouts, pictures := saying{}, certificateLayouts{d, map[[2]string]keptLayout{}}, certificatePictures{d, map[string]map[template.Source][]byte{}}
	pages := make([]document.Certificate, 0, len(certificates))
	var nameless error
	for _, c := range certificates {
		if err := bearsName(c); err != nil {
			nameless = err
			continue
		}
		r, err := get[seminar.Registration](ctx, d, seminar.EntityRegistration, c.RegistrationID)
		if err != nil {
			return nil, err
		}
		a, err := get[seminar.Attendee](ctx, d, seminar.EntityAttendee, r.AttendeeID)
		if err != nil {
			return nil, err
		}
		page := document.Certificate{Seminar: h.seminar, Attendee: a, Category: categories[r.CategoryID], Of: h.of, Serial: c.Serial, Refers: c.Refers,
			Signer: h.seminar.Signer, SignerAs: h.seminar.SignerAs, Payload: seminar.SignedText(c)}
		kind, err := h.seminar.CertificateKind(kindOf(c))
		if err != nil { // it is issued no more
			kind = seminar.CertificateKind{ID: c.Kind}
		}
		pieces := h.seminar.Pictures()
		snap, err := seminar.ReadSnapshot(c.Snapshot)
		if err == nil {
			frozen := asCertified(&page, &kind, c, snap)
			if frozen.Pictures != nil {
				pieces = frozen.Pictures
			} else if page.Signer != h.seminar.Signer { // a signature is on nobody else's certificate
				delete(pieces, string(template.Signature))
			}
		}
		if page.Pictures, err = pictures.of(ctx, pieces); err != nil {
			return nil, err
		}
		say.in(&page, kind)
		layout, err := layouts.of(ctx, kind)
		if err != nil {
			return nil, err
		}
		page.Layout, page.Relaid = layout.template, snap.Template != "" && snap.Template != layout.mark
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		return nil, nameless
	}
	return pages, nil
}

// categoriesByID are the categories of a seminar.
func (d *Desk) categoriesByID(ctx context.Context, of seminar.ID) (map[seminar.ID]seminar.Category, error) {
	list, err := all[seminar.Category](ctx, d, seminar.EntityCategory, of)
	by := make(map[seminar.ID]seminar.Category, len(list))
	for _, c := range list {
		by[c.ID] = c
	}
	return by, err
}

func kindOf(c seminar.Certificate) string {
	if c.Kind == "" {
		return seminar.KindAttendance
	}
	return c.Kind
}

// certificatePictures puts the same pictures together once, by the pieces of them.
type certificatePictures struct {
	*Desk
	known map[string]map[template.Source][]byte
}

// of gives pictures whole. A certificate waits for what is still on its way, as it would not be what was issued: CodePictureWaiting.
func (p certificatePictures) of(ctx context.Context, pieces map[string][]seminar.ID) (map[template.Source][]byte, error) {
	key := fmt.Sprint(pieces) // in the order of the sources
	if known, ok := p.known[key]; ok {
		return known, nil
	}
	pictures, waiting, err := p.picturesOf(ctx, pieces)
	if err == nil && waiting {
		err = pictureWaiting()
	}
	if err == nil {
		p.known[key] = pictures
	}
	return pictures, err
}

// asCertified puts what was signed, and what was frozen with it, into a page, and gives the latter.
func asCertified(page *document.Certificate, kind *seminar.CertificateKind, c seminar.Certificate, snap seminar.Snapshot) seminar.Frozen {
	s, a := &page.Seminar, &page.Attendee
	f, ok := c.ReadFrozen(snap)
	if ok {
		a.GivenName, a.FamilyName, a.Position, a.Organisation = f.GivenName, f.FamilyName, f.Position, f.Organisation
		a.Country, a.Language = f.Country, f.Language
		s.Titles, s.Venue, s.Organiser, s.Signer, s.SignerAs = f.Titles, f.Venue, f.Organiser, f.Signer, f.SignerAs
		page.Signer, page.SignerAs, page.Sessions, page.Initiatives, kind.Titles = f.Signer, f.SignerAs, f.Sessions, f.Initiatives, f.KindTitles
		page.Category = seminar.Category{ID: f.CategoryID, Name: f.Category, Colour: f.Colour}
	}
	if snap.Version > 0 {
		a.Honorific, page.Of = snap.Honorific, snap.Of
		kind.ID = snap.Kind
		kind.Template, _, _ = strings.Cut(snap.Template, "@")
	}
	a.NativeName = snap.Native
	if a.Name() != snap.Name {
		a.GivenName, a.FamilyName = snap.Name, ""
	}
	if s.Title("en") != snap.Seminar {
		s.Titles = map[string]string{"en": snap.Seminar}
	}
	s.Start, s.End, page.Minutes = snap.Start, snap.End, snap.Minutes
	if issued, err := time.Parse(time.RFC3339, snap.Issued); err == nil {
		page.Issued = issued.In(s.Location())
	}
	return f
}

// saying puts lengths of time into words, each of them once.
type saying map[int]map[string]string

// in fills in what a page says in every language.
func (s saying) in(page *document.Certificate, kind seminar.CertificateKind) {
	words, ok := s[page.Minutes]
	if !ok {
		words = map[string]string{}
		for _, tag := range wording.Tags() {
			if said := wording.Hours(tag, page.Minutes); said != "" {
				words[tag] = said
			}
		}
		s[page.Minutes] = words
	}
	page.HoursWords, page.Kind, page.Template = words, kind.ID, kind.Template
	page.Titles = map[string]string{}
	for tag, title := range kind.Titles {
		page.Titles[tag] = title
	}
	for _, tag := range wording.Tags() {
		if title := titleIn(kind, tag); title != "" {
			page.Titles[tag] = title
		}
	}
}

// CertificatePreview is the page that somebody would get, before anything is issued.
func (d *Desk) CertificatePreview(ctx context.Context, of seminar.ID, e Eligibility) (document.Certificate, error) {
	if e.Certificate != nil {
		pages, err := d.CertificatePages(ctx, of, []seminar.Certificate{*e.Certificate})
		if err != nil {
			return document.Certificate{}, err
		}
		return pages[0], nil
	}
	f, err := d.Person(ctx, of, e.Row.AttendeeID)
	if err != nil {
		return document.Certificate{}, err
	}
	s, err := d.Seminar(ctx, of)
	if err != nil {
		return document.Certificate{}, err
	}
	kind, err := s.CertificateKind(e.Kind)
	if err != nil {
		return document.Certificate{}, err
	}
	categories, err := d.categoriesByID(ctx, of)
	if err != nil {
		return document.Certificate{}, err
	}
	page := document.Certificate{Seminar: s, Attendee: f.Attendee, Category: categories[e.Row.CategoryID], Of: e.Of, Minutes: e.Minutes, Signer: s.Signer,
		SignerAs: s.SignerAs, Sessions: e.Sessions, Issued: d.now().In(s.Location())}
	initiatives, err := initiativesBy(ctx, d, of)
	if err != nil {
		return page, err
	}
	page.Initiatives = initiatives[e.Row.AttendeeID]
	saying{}.in(&page, kind)
	if page.Pictures, err = d.SeminarPictures(ctx, of); err != nil {
		return page, err
	}
	page.Layout, err = d.layoutOf(ctx, kind)
	return page, err
}

// keptLayout is a layout with its mark; the template is nil for the standard one.
type keptLayout struct {
	template *template.Template
	mark     string // as a snapshot names it: its id and, after an @, the mark of its file
}

func (d *Desk) keptLayout(ctx context.Context, kind seminar.CertificateKind) (keptLayout, error) {
	t, err := d.layoutOf(ctx, kind)
	if err != nil {
		return keptLayout{}, err
	}
	named := t
	if t == nil {
		named = document.Standard(template.Certificate)
	}
	file, err := named.JSON()
	return keptLayout{t, named.ID + "@" + seminar.Mark(file)}, err
}

// certificateLayouts reads the layout of each kind once, by what the kind names and by its id.
type certificateLayouts struct {
	*Desk
	known map[[2]string]keptLayout
}

func (l certificateLayouts) of(ctx context.Context, kind seminar.CertificateKind) (keptLayout, error) {
	key := [2]string{kind.Template, kind.ID}
	if kept, ok := l.known[key]; ok {
		return kept, nil
	}
	kept, err := l.keptLayout(ctx, kind)
	if err == nil {
		l.known[key] = kept
	}
	return kept, err
}

// layoutOf is the layout of a kind of certificate: what it names, else the shipped one that is called as the kind is; nil is
// the standard one, as where a layout was taken away since.
func (d *Desk) layoutOf(ctx context.Context, kind seminar.CertificateKind) (*template.Template, error) {
	if kind.Template == "" {
		return shippedOf(template.Certificate, kind.ID), nil
	}
	return d.layoutOfID(ctx, template.Certificate, kind.Template)
}
