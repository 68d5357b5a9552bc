package document

import (
	"math"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Measures of a certificate, in millimetres.
const (
	certificateMargin = 32.0  // at the sides, for the lines of text
	certificateTop    = 26.0  // of the heading
	certificateBottom = 185.5 // the lower edge of the foot: signature, numbers and code
	signRoom          = 40.0  // of the foot at the least: air to sign in above the line
	moduleSize        = 0.53  // of a QR code: three dots of a scan at 150 dots per inch
	leastCode         = 30.0
	mostCode          = 52.0
)

// Certificates makes certificates of A4, lying, a page a person. The payloads stand in the keywords of the file too.
func Certificates(certs []Certificate, o Options) (page.Document, []Warning) {
	w := &warnings{kit: o.kit()}
	title, organiser := "", ""
	if len(certs) > 0 {
		title, organiser = certs[0].Seminar.Title(w.Tag()), certs[0].Seminar.Organiser
	}
	name := w.T("document.certificates")
	if len(certs) == 1 {
		name = joined(" – ", w.T("document.certificate.title"), certs[0].Attendee.Name())
	}
	doc := w.document(o, joined(" – ", name, title), organiser, title)
	payloads := make([]string, 0, len(certs))
	for _, c := range certs {
		doc.Add(w.certificate(c))
		payloads = append(payloads, c.Payload)
	}
	doc.Keywords = joined(" ", payloads...)
	return doc, w.all
}

func (w *warnings) certificate(c Certificate) *page.Page {
	s := surface{page.New(page.A4.Turned()), w.RTL()}
	other := w.tongueOf(c.Attendee)
	ornament(s.Page)
	width := s.W - 2*certificateMargin
	foot := certificateBottom - w.foot(s, c, other)
	heading := w.lay(w.heading(c, other), width, 38)
	w.of(c.Attendee, heading)
	heading.draw(s, certificateMargin, certificateTop)
	y := certificateTop + heading.height + 4
	divider(s.Page, s.W/2, y)

	y += 5
	text := w.lay(w.sentence(c, other), width, foot-y-2)
	w.of(c.Attendee, text)
	text.draw(s, certificateMargin, y+max(0, foot-y-2-text.height)*0.45)
	return s.Page
}

func serif(size, least float64, colour page.Colour) page.Style {
	return page.Style{Family: page.Serif, Size: size, MinSize: least, Colour: colour}
}

// centred is a piece of a certificate.
func centred(above float64, content string, style page.Style, lines int) piece {
	return piece{above: above, Text: page.Text{Content: content, Align: page.Centre, MaxLines: lines, WrapFirst: lines > 1, Style: style}}
}

// onOneLine keeps a piece on one line down to a type size in points.
func onOneLine(p piece, least float64) piece {
	p.oneLine, p.WrapFirst = least, false
	return p
}

func (w *warnings) heading(c Certificate, other tongue) []piece {
	title := serif(34, 16, accent)
	title.Bold = true
	pieces := []piece{
		centred(0, c.Seminar.Organiser, serif(12, 8, quiet), 2),
		centred(1.5, w.T("document.certificate.title"), title, 2),
	}
	if other.kit != nil {
		pieces = append(pieces, centred(0.5, other.T("document.certificate.title"), serif(16, 10, accent), 2))
	}
	return pieces
}

// sentence is what the certificate certifies, in the document's language, with the names and titles in the person's own
// script or language beside it.
func (w *warnings) sentence(c Certificate, other tongue) []piece {
	a := c.Attendee
	said := serif(14, 9, quiet)
	said.Italic = true
	name := serif(40, 15, ink)
	name.Bold = true
	title := serif(19, 10, ink)
	title.Bold = true
	whole := onOneLine(centred(3.5, a.Formal(), name, 2), 24)
	pieces := []piece{centred(0, other.with(w.T("document.certificate.certify"), "document.certificate.certify"), said, 2), whole}
	if native := ownScript(a, a.Name()); native != "" {
		pieces = append(pieces, onOneLine(centred(1, native, serif(24, 11, ink), 2), 14))
	}
	pieces = append(pieces,
		centred(2, joined(", ", a.Position, a.Organisation), serif(13, 8, quiet), 2),
		centred(4, other.with(w.T("document.certificate.attended"), "document.certificate.attended"), said, 2),
		onOneLine(centred(3, c.Seminar.Title(w.Tag()), title, 3), 15),
		onOneLine(centred(1.5, ownTitle(c.Seminar, a, w.Tag(), w.besideOf(a)), serif(16, 9, ink), 2), 12.5),
		centred(3.5, w.occasion(c), serif(13.5, 9, ink), 2),
		centred(1.5, w.hours(c, other), serif(13.5, 9, ink), 2))
	return pieces
}

// occasion is when and where.
func (w *warnings) occasion(c Certificate) string {
	days := w.days(c.Seminar)
	switch {
	case days == "":
		return c.Seminar.Venue
	case c.Seminar.Venue == "":
		return w.T("document.certificate.when", "date", days)
	}
	return w.T("document.certificate.when_where", "date", days, "venue", c.Seminar.Venue)
}

func (w *warnings) hours(c Certificate, other tongue) string {
	if c.Minutes <= 0 {
		return ""
	}
	said := w.attended(c)
	if other.kit != nil {
		said += " · " + other.attended(c)
	}
	return said
}

func (k kit) attended(c Certificate) string {
	if c.Of > c.Minutes {
		return k.T("document.certificate.hours_of", "hours", k.Hours(c.Minutes), "of", k.Hours(c.Of))
	}
	return k.T("document.certificate.hours", "hours", k.Hours(c.Minutes))
}

// foot draws the signature at the start, the serial number and the date of issue in the middle and the code at the end,
// on one base line, and gives its height.
func (w *warnings) foot(s surface, c Certificate, other tongue) float64 {
	const signature, side, numbers = 80.0, certificateMargin, 56.0
	height := w.certificateCode(s, c)
	label := func(key, value string) piece {
		if value == "" {
			return piece{} // no label before nothing
		}
		return centred(2, other.with(w.T(key), key), serif(8.5, 5, quiet), 1)
	}
	issued := ""
	if !c.Issued.IsZero() {
		issued = w.day(c.Issued)
	}
	facts := w.lay([]piece{
		label("document.certificate.serial", c.Serial), centred(0, c.Serial, serif(12.5, 6, ink), 1),
		label("document.certificate.issued", issued), centred(0, issued, serif(12.5, 6, ink), 1),
	}, numbers, 24)
	w.of(c.Attendee, facts)
	// In the middle between the signature and the code, not of the page: the two are of different widths.
	facts.draw(s, (side+signature+s.W-side-max(height, leastCode)-numbers)/2, certificateBottom-facts.height)

	signer := serif(12.5, 7, ink)
	signer.Bold = true
	name := c.Signer
	if name == "" {
		name = other.with(w.T("document.certificate.signature"), "document.certificate.signature")
		signer = serif(10, 7, quiet)
	}
	sign := w.lay([]piece{
		{Text: page.Text{Content: name, MaxLines: 2, WrapFirst: true, Style: signer}},
		{above: 0.5, Text: page.Text{Content: c.SignerAs, MaxLines: 3, WrapFirst: true, Style: serif(10, 7, quiet)}},
	}, signature, 20)
	w.of(c.Attendee, sign)
	top := certificateBottom - max(sign.height, 14)
	sign.draw(s, side, top)
	s.level(side, top-1.5, signature, 0.25, ink)
	return max(height, signRoom)
}

// certificateCode draws the code as large as a scanner needs it, and gives its side.
func (w *warnings) certificateCode(s surface, c Certificate) float64 {
	if c.Payload == "" {
		return 0
	}
	code := page.QR{Payload: c.Payload, Level: page.Low}
	m, err := code.Modules()
	if err != nil {
		w.add(c.Attendee.ID, WarnCode, "document.warning.code", "name", c.Attendee.Name())
		return 0
	}
	code.Size = math.Min(mostCode, math.Max(leastCode, float64(m.Side()+2*page.QuietZone)*moduleSize))
	// The quiet zone is air already: the dark corner stands on the margin.
	zone := code.Size * page.QuietZone / float64(m.Side()+2*page.QuietZone)
	code.X, code.Y = s.left(s.W-certificateMargin-code.Size+zone, code.Size), certificateBottom-code.Size+zone
	code.Background = page.White
	s.Add(code)
	return code.Size
}

type tongue struct{ *kit }

func (w *warnings) tongueOf(a seminar.Attendee) tongue {
	tag := w.besideOf(a)
	if tag == "" || w.kitOf(tag).numeric {
		return tongue{}
	}
	return tongue{w.kitOf(tag)}
}

func (t tongue) with(text, key string) string {
	if t.kit == nil || text == "" {
		return text
	}
	return text + " · " + t.T(key)
}
