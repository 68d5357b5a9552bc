package document

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Measures of the standard badge, in millimetres.
const (
	badgeMargin = 7.0
	badgeTop    = 9.0  // the punch of a lanyard needs the rest
	headHeight  = 22.0 // of the seminar's lines at the most
	codeSize    = 28.0 // of the QR code, quiet zone included
	bandHeight  = 18.0
	slimBand    = 5.0 // where there is no category
)

// Templates are the names of the layouts of a badge, the standard one first.
func Templates() []string { return []string{"standard"} }

// Badges makes badges of A6, upright: a page a side, or several to a sheet. The warnings say whose name has letters that
// no font has, and whose texts had to be cut.
func Badges(badges []Badge, o Options) (page.Document, []Warning) {
	m := badgeMaker{warnings: warnings{kit: o.kit()}, heads: map[seminar.ID]column{}, backs: map[backKey]*page.Page{}}
	title, organiser := "", ""
	if len(badges) > 0 {
		title, organiser = badges[0].Seminar.Title(m.Tag()), badges[0].Seminar.Organiser
	}
	doc := m.document(o, joined(" – ", m.T("document.badges"), title), organiser, title)
	var fronts, backs []*page.Page
	for i, b := range badges {
		if o.Side != Back {
			fronts = append(fronts, m.badge(b))
		}
		if o.Side == Back || o.Side == Both {
			backs = append(backs, m.back(b))
		}
		if o.Progress != nil && (i%50 == 0 || i == len(badges)-1) {
			o.Progress(i+1, len(badges))
		}
	}
	if o.Sheet.Cells() > 0 {
		fronts, backs = o.Sheet.impose(fronts, o.StartCell, false), o.Sheet.impose(backs, o.StartCell, true)
	}
	doc.Add(collate(fronts, backs)...)
	return doc, m.all
}

// badgeMaker draws badges. What is the same for many is set once: the head of a seminar, the back of a category.
type badgeMaker struct {
	warnings
	heads map[seminar.ID]column
	backs map[backKey]*page.Page
}

func (m *badgeMaker) badge(b Badge) *page.Page {
	s := surface{page.New(page.A6), m.RTL()}
	width := s.W - 2*badgeMargin
	head := m.head(b.Seminar, width)
	head.draw(s, badgeMargin, badgeTop)
	top := badgeTop + head.height + 3
	s.level((s.W-16)/2, top, 16, 0.5, bandOf(b.Category.Colour))

	bottom := m.band(s, b) - 3
	bottom = m.code(s, b, bottom)
	// The person stands in the middle of what is left, a little above, as the eye has it.
	room := bottom - top - 6
	c := m.lay(m.person(b), width, room)
	m.of(b.Attendee, c)
	c.draw(s, badgeMargin, top+3+max(0, room-c.height)*0.46)
	return s.Page
}

func (m *badgeMaker) head(of seminar.Seminar, width float64) column {
	if c, ok := m.heads[of.ID]; ok {
		return c
	}
	title := of.Title(m.Tag())
	organiser := of.Organiser
	c := m.lay([]piece{
		{Text: page.Text{Content: organiser, Align: page.Centre, MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 7.5, MinSize: 6, Colour: quiet}}},
		{above: 1, Text: page.Text{Content: title, Align: page.Centre, MaxLines: 3, WrapFirst: true,
			Style: page.Style{Size: 10, MinSize: 6.5, Bold: true, Colour: ink, LineHeight: 1.22}}},
		{above: 1, Text: page.Text{Content: m.days(of), Align: page.Centre, MaxLines: 1,
			Style: page.Style{Size: 8.5, MinSize: 6, Colour: quiet}}},
	}, width, headHeight)
	m.heads[of.ID] = c
	return c
}

// band draws the category at the foot of the badge and gives its upper edge.
func (m *badgeMaker) band(s surface, b Badge) float64 { return m.bandOf(s, b, bandHeight, 21) }

// bandOf draws the category in a band of a height, its name in letters of a size in points at the most.
func (m *badgeMaker) bandOf(s surface, b Badge, high, size float64) float64 {
	name := strings.TrimSpace(b.Category.Name)
	if name == "" {
		s.fill(0, s.H-slimBand, s.W, slimBand, bandOf(b.Category.Colour))
		return s.H - slimBand
	}
	colour := bandOf(b.Category.Colour)
	s.fill(0, s.H-high, s.W, high, colour)
	c := m.lay([]piece{{oneLine: size * 0.7, Text: page.Text{Content: name, Align: page.Centre, MaxLines: 2,
		Style: page.Style{Size: size, MinSize: size * 0.43, Bold: true, Colour: textOn(colour), LineHeight: 1.15}}}}, s.W-2*badgeMargin, high*0.78)
	m.of(b.Attendee, c)
	c.draw(s, badgeMargin, s.H-high+(high-c.height)/2)
	return s.H - high
}

// code draws the QR code with the badge's number under it, and gives the upper edge.
func (m *badgeMaker) code(s surface, b Badge, bottom float64) float64 {
	if b.Number != "" {
		bottom -= 4
		s.text(page.Text{X: badgeMargin, Y: bottom, W: s.W - 2*badgeMargin, H: 4, Content: b.Number, Align: page.Centre,
			VAlign: page.Middle, MaxLines: 1, Style: page.Style{Size: 8.5, MinSize: 5, Colour: quiet}})
		bottom++ // the quiet zone of the code is air enough
	}
	if b.Code == "" {
		return bottom
	}
	bottom -= codeSize
	s.Code((s.W-codeSize)/2, bottom, codeSize, b.Code)
	return bottom
}

// person are the lines about the person: honorific, name, name in their own script, position, organisation, country.
func (m *badgeMaker) person(b Badge) []piece {
	a := b.Attendee
	given, family := nameLines(a)
	pieces := []piece{{Text: page.Text{Content: a.Honorific, Align: page.Centre, MaxLines: 1,
		Style: page.Style{Size: 12, MinSize: 7, Colour: quiet}}}}
	pieces = append(pieces,
		piece{oneLine: 25, Text: page.Text{Content: given, Align: page.Centre, MaxLines: 3,
			Style: page.Style{Size: 44, MinSize: 13, Bold: true, Colour: ink, LineHeight: 1.12}}},
		piece{oneLine: 19, Text: page.Text{Content: family, Align: page.Centre, MaxLines: 3,
			Style: page.Style{Size: 30, MinSize: 12, Colour: ink, LineHeight: 1.15}}})
	if native := m.native(a, joined(" ", given, family)); native != "" {
		pieces = append(pieces, piece{above: 2, oneLine: 12, Text: page.Text{Content: native, Align: page.Centre, MaxLines: 2,
			Style: page.Style{Size: 20, MinSize: 9, Colour: quiet, LineHeight: 1.3}}})
	}
	// What follows the name keeps its distance, whichever line it is.
	below := len(pieces)
	pieces = append(pieces,
		piece{Text: page.Text{Content: a.Position, Align: page.Centre, MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 11.5, MinSize: 7.5, Bold: true, Colour: ink, LineHeight: 1.22}}},
		piece{above: 0.8, Text: page.Text{Content: a.Organisation, Align: page.Centre, MaxLines: 3, WrapFirst: true,
			Style: page.Style{Size: 11.5, MinSize: 7.5, Colour: ink, LineHeight: 1.22}}})
	if a.Country != "" {
		pieces = append(pieces, piece{above: 3.2, flag: flagOf(a.Country), Text: page.Text{Content: m.Country(a.Country), Align: page.Centre,
			MaxLines: 1, Style: page.Style{Size: 11.5, MinSize: 6, Colour: ink}}})
	}
	for i := below; i < len(pieces); i++ {
		if pieces[i].Content != "" {
			pieces[i].above = 5
			break
		}
	}
	return pieces
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

// native is ownScript as far as there are letters for it. A name in empty boxes helps nobody: it is left out, and the
// warning says so.
func (m *badgeMaker) native(a seminar.Attendee, shown string) string {
	name := ownScript(a, shown)
	if b := m.setter.Set(page.Text{Content: name}); len(b.Missing) > 0 {
		m.missing(a, b)
		return ""
	}
	return name
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
