package document

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/document/stock"
	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Badges makes badges by their templates: a page a side, or several to a sheet. The warnings say whose name has letters
// that no font has, and whose texts had to be cut.
func Badges(badges []Badge, o Options) (page.Document, []Warning) {
	m := newMaker(o)
	title, organiser := "", ""
	if len(badges) > 0 {
		title, organiser = badges[0].Seminar.Title(m.Tag()), badges[0].Seminar.Organiser
	}
	doc := m.document(o, joined(" – ", m.T("document.badges"), title), organiser, title)
	var fronts, backs []*page.Page
	backed, sheet, large := false, o.sheet(), map[page.Size]bool{}
	for i, b := range badges {
		l := m.layout(o.badge(b))
		backed = backed || len(l.back) > 0
		s := b.subject()
		if size := page.Size(l.Size); !sheet.Fits(size) && !large[size] { // said once: it is so for all of them
			large[size] = true
			m.add(b.Attendee.ID, WarnSheet, "document.warning.sheet", "badge", stock.Measures(size), "label", stock.Measures(sheet.Cell))
		}
		if o.Side != Back {
			fronts = append(fronts, m.page(l, s, false))
		}
		if o.Side == Back || o.Side == Both {
			backs = append(backs, m.page(l, s, true))
		}
		o.tell(i, len(badges))
	}
	if (o.Side == Both || o.Side == Back) && !backed && len(badges) > 0 {
		m.add("", WarnBack, "document.warning.back")
	}
	if o.Side == Both && !backed {
		backs = nil // paper is not turned over for nothing
	}
	m.waiting(badges, o)
	if sheet.Cells() > 0 {
		fronts, backs = sheet.impose(fronts, o.StartCell, false), sheet.impose(backs, o.StartCell, true)
	}
	doc.Add(collate(fronts, backs)...)
	return doc.Moved(o.Right, o.Down), m.all
}

// waiting warns of badges that are made without what has not arrived from another desk.
func (w *warnings) waiting(badges []Badge, o Options) {
	layouts, pictures := 0, 0
	for _, b := range badges {
		if b.LayoutWaits && o.Template == nil || o.TemplateWaits {
			layouts++
		}
		if b.PicturesWait {
			pictures++
		}
	}
	if layouts > 0 {
		w.all = append(w.all, Warning{Code: WarnWaiting, Message: w.N("document.warning.layout_waits", layouts)})
	}
	if pictures > 0 {
		w.all = append(w.all, Warning{Code: WarnWaiting, Message: w.N("document.warning.picture_waits", pictures)})
	}
}

// badge is the template of a badge: the one asked for, the badge's own, or the standard one.
func (o Options) badge(b Badge) *template.Template {
	switch {
	case o.Template != nil:
		return o.Template
	case b.Layout != nil:
		return b.Layout
	}
	return Standard(template.Badge)
}

func (b Badge) subject() *subject {
	s := &subject{seminar: b.Seminar, attendee: b.Attendee, category: b.Category, delegation: b.Delegation, code: b.Code,
		number: b.Number, sessions: b.Sessions, photo: b.Photo, status: b.Status,
		series: b.Series, answers: b.Answers, pictures: b.Pictures}
	if s.photo == nil {
		s.photo = b.Attendee.Photo
	}
	s.photoOf = b.PhotoOf
	return s
}

// nameLines are the two lines of a name on a badge. A chosen badge name takes the place of the given name, and of the
// family name too unless it ends in it.
func nameLines(a seminar.Attendee) (given, family string) {
	if a.BadgeName == "" {
		switch {
		case a.GivenName == "" && a.FamilyName == "":
			return a.NativeName, ""
		case a.GivenName == "":
			return a.FamilyName, ""
		}
		return a.GivenName, a.FamilyName
	}
	if head, ok := strings.CutSuffix(a.BadgeName, " "+a.FamilyName); ok && a.FamilyName != "" {
		return head, a.FamilyName
	}
	return a.BadgeName, ""
}

// ownScript is the name in the person's own script if it says more than what is shown already.
func ownScript(a seminar.Attendee, shown string) string {
	native := strings.TrimSpace(a.NativeName)
	for _, s := range []string{shown, a.Name()} {
		if strings.EqualFold(norm.NFC.String(native), norm.NFC.String(strings.TrimSpace(s))) {
			return ""
		}
	}
	return native
}
