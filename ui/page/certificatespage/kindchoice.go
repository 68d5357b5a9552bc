package certificatespage

import (
	"reflect"
	"slices"
	"strings"

	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// offerKinds brings the choice of a kind up to the seminar in front. One kind alone is no choice.
func (p *Page) offerKinds() {
	kinds := p.env.Seminar().CertificateKinds()
	if reflect.DeepEqual(kinds, p.kinds) {
		return
	}
	chosen := p.chosenKind()
	p.kinds = slices.Clone(kinds)
	names := make([]string, len(kinds))
	at := 0
	for i, k := range kinds {
		names[i] = p.kindTitle(k)
		if k.ID == chosen {
			at = i
		}
	}
	p.kind.Options, p.kind.Selected = names, names[at]
	p.kind.Hidden = len(kinds) < 2
	p.kind.Refresh()
}

// chosenKind is the id of the kind that the page is about.
func (p *Page) chosenKind() string {
	if i := p.kind.SelectedIndex(); i >= 0 && i < len(p.kinds) {
		return p.kinds[i].ID
	}
	return ""
}

// kindTitle is what a kind is called in the language of the interface.
func (p *Page) kindTitle(k seminar.CertificateKind) string {
	l := p.env.Lang
	for _, tag := range []string{l.Tag(), "en"} {
		if title := k.Title(tag); title != "" {
			return title
		}
	}
	if key := "certificates.kind." + k.ID; l.Has(key) {
		return l.T(key)
	}
	return k.ID
}

// asked is what a kind asks for, in sentences.
func (p *Page) asked(asks []*seminar.Error) string {
	l := p.env.Lang
	var said []string
	for _, a := range asks {
		said = append(said, l.Err(a))
	}
	if len(said) == 0 {
		return ""
	}
	return widgets.Joined(" ", l.T("certificates.asks"), strings.Join(said, " "))
}
