package desk

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// Layout is a template as a menu offers it: one that comes with Lanyard, or one that was made or imported here.
type Layout struct {
	ID        string
	Kind      template.Kind
	Names     map[string]string // by language, "en" always
	Size      template.Size     // of a shipped one; of another it is known once it is read whole
	Shipped   bool
	SeminarID seminar.ID // of another, "" for every seminar
}

// Name is what a language calls it, or English.
func (l Layout) Name(language string) string {
	base, _, _ := strings.Cut(language, "-")
	for _, tag := range []string{language, base, "en"} {
		if name := l.Names[tag]; name != "" {
			return name
		}
	}
	return l.ID
}

// LayoutNames are what a menu calls layouts in a language, each by another name.
func LayoutNames(all []Layout, language string) []string {
	names := make([]string, 0, len(all))
	for _, l := range all {
		name := l.Name(language)
		if slices.Contains(names, name) {
			name += " (" + l.ID + ")"
		}
		names = append(names, name)
	}
	return names
}

// Layouts are the templates of a kind (of both for "") that a seminar (any for "") can choose from: the shipped ones, the standard one first,
// then its own and those of every seminar by name.
func (d *Desk) Layouts(ctx context.Context, of seminar.ID, kind template.Kind) ([]Layout, error) {
	var list []Layout
	for _, t := range shipped(kind) {
		list = append(list, layoutOf(t))
	}
	own, err := d.Templates(ctx, of, kind)
	for _, t := range own {
		list = append(list, Layout{ID: string(t.ID), Kind: template.Kind(t.Kind), Names: t.Names, SeminarID: t.SeminarID})
	}
	return list, err
}

// layoutOf is a shipped template as a menu offers it.
func layoutOf(t *template.Template) Layout {
	return Layout{ID: t.ID, Kind: t.Kind, Names: t.Names, Size: t.Size, Shipped: true}
}

// Layout gives a template whole by its id, or by its name in any language whatever the case; one made here goes before a shipped
// one. A shipped one is shared: change a copy. An id or a name that there is none of is CodeNotFound, a name of several is CodeAmbiguous.
func (d *Desk) Layout(ctx context.Context, of seminar.ID, kind template.Kind, name string) (*template.Template, error) {
	list, err := d.Layouts(ctx, of, kind)
	if err != nil {
		return nil, err
	}
	found := slices.DeleteFunc(slices.Clone(list), func(l Layout) bool { return !strings.EqualFold(l.ID, name) })
	if len(found) == 0 {
		found = slices.DeleteFunc(list, func(l Layout) bool { return !l.called(name) })
	}
	if i := slices.IndexFunc(found, func(l Layout) bool { return !l.Shipped }); i > 0 {
		found = found[i:]
	}
	switch {
	case len(found) == 0:
		return nil, seminar.NotFound("template", name)
	case len(found) > 1 && !found[0].Shipped:
		return nil, seminar.Errorf(seminar.CodeAmbiguous, "Several templates are called “{name}”. Use the id of one.").WithArg("name", name)
	case !found[0].Shipped:
		return d.Template(ctx, seminar.ID(found[0].ID))
	}
	t, _ := document.ShippedNamed(found[0].ID)
	return t, nil
}

// LayoutNow is Layout for who prints now, in front of a queue that does not wait for another desk: of a template whose parts are still
// on their way it gives the standard one, and says so.
func (d *Desk) LayoutNow(ctx context.Context, of seminar.ID, kind template.Kind, name string) (t *template.Template, waits bool, err error) {
	t, err = d.Layout(ctx, of, kind, name)
	if seminar.CodeOf(err) == CodeTemplateWaiting {
		return document.Standard(kind), true, nil
	}
	return t, false, err
}

func (l Layout) called(name string) bool {
	for _, n := range l.Names {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}

// checkTemplate says that a category or a seminar names a template of badges that there is none of.
func (d *Desk) checkTemplate(ctx context.Context, of seminar.ID, id string) (seminar.Problems, error) {
	list, err := d.Layouts(ctx, of, template.Badge)
	if err != nil || id == "" || id == seminar.NoBadge || slices.ContainsFunc(list, func(l Layout) bool { return l.ID == id }) {
		return nil, err
	}
	return seminar.Problems{seminar.NotFound("template", id).WithField("template")}, nil
}

// layoutOfID is the template that an id names, shipped or made here; nil where there is none any more.
func (d *Desk) layoutOfID(ctx context.Context, kind template.Kind, id string) (*template.Template, error) {
	if t := shippedOf(kind, id); t != nil {
		return t, nil
	}
	t, err := d.Template(ctx, seminar.ID(id))
	if seminar.CodeOf(err) == seminar.CodeNotFound {
		return nil, nil
	}
	return t, err
}

// shippedOf is the shipped template of a kind with an id, nil if there is none.
func shippedOf(kind template.Kind, id string) *template.Template {
	if t, ok := document.ShippedNamed(id); ok && t.Kind == kind {
		return t
	}
	return nil
}

func isShipped(id string) bool {
	_, known := document.ShippedNamed(id)
	return known
}

// shipped are the templates of a kind that come with Lanyard, of both for "".
func shipped(kind template.Kind) []*template.Template {
	if kind == "" {
		return append(shipped(template.Badge), shipped(template.Certificate)...)
	}
	return document.Shipped(kind)
}
