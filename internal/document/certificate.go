package document

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Measures of a certificate, in millimetres.
const (
	certificateMargin = 32.0  // at the sides, for the lines of text
	certificateTop    = 27.0  // of the heading
	certificateFoot   = 138.0 // where signature and code begin
	certificateBottom = 186.5 // the lower edge of the code
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
	ornament(s.Page)
	width := s.W - 2*certificateMargin
	heading := w.lay(w.heading(c), width, 32)
	w.of(c.Attendee, heading)
	heading.draw(s, certificateMargin, certificateTop)
	y := certificateTop + heading.height + 3
	divider(s.Page, s.W/2, y)

	text := w.lay(w.sentence(c), width, certificateFoot-y-6)
	w.of(c.Attendee, text)
	text.draw(s, certificateMargin, y+3+max(0, certificateFoot-y-6-text.height)/2)
	w.foot(s, c)
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

func (w *warnings) heading(c Certificate) []piece {
	title := serif(31, 16, accent)
	title.Bold = true
	return []piece{
		centred(0, c.Seminar.Organiser, serif(11.5, 8, quiet), 2),
		centred(1.5, w.T("document.certificate.title"), title, 2),
	}
}

// sentence is what the certificate certifies, in the document's language, with the names and titles in the person's own
// script beside it.
func (w *warnings) sentence(c Certificate) []piece {
	a := c.Attendee
	said := serif(13, 9, quiet)
	said.Italic = true
	name := serif(34, 15, ink)
	name.Bold = true
	title := serif(17, 10, ink)
	title.Bold = true
	whole := onOneLine(centred(3, joined(" ", a.Honorific, a.Name()), name, 2), 22)
	pieces := []piece{centred(0, w.T("document.certificate.certify"), said, 2), whole}
	if native := ownScript(a, a.Name()); native != "" {
		pieces = append(pieces, onOneLine(centred(1, native, serif(22, 11, ink), 2), 14))
	}
	pieces = append(pieces,
		centred(1.5, joined(", ", a.Position, a.Organisation), serif(11.5, 8, quiet), 2),
		centred(3.5, w.T("document.certificate.attended"), said, 2),
		onOneLine(centred(2.5, c.Seminar.Title(w.Tag()), title, 3), 14),
		onOneLine(centred(1.5, ownTitle(c.Seminar, a, w.Tag()), serif(15.5, 9, ink), 2), 12.5),
		centred(3, w.occasion(c), serif(12.5, 9, ink), 2),
		centred(1.5, w.hours(c), serif(12.5, 9, ink), 2))
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

func (w *warnings) hours(c Certificate) string {
	switch {
	case c.Minutes <= 0:
		return ""
	case c.Of > c.Minutes:
		return w.T("document.certificate.hours_of", "hours", w.Hours(c.Minutes), "of", w.Hours(c.Of))
	}
	return w.T("document.certificate.hours", "hours", w.Hours(c.Minutes))
}

// foot draws the signature, the serial number, the date of issue and the code.
func (w *warnings) foot(s surface, c Certificate) {
	side := w.certificateCode(s, c)
	x, y := certificateMargin, certificateBottom-22
	width := 92.0
	s.level(x, y, width, 0.25, ink)
	signer := serif(12, 7, ink)
	signer.Bold = true
	name := c.Signer
	if name == "" {
		name = w.T("document.certificate.signature")
		signer = serif(10, 7, quiet)
	}
	sign := w.lay([]piece{
		{Text: page.Text{Content: name, MaxLines: 2, WrapFirst: true, Style: signer}},
		{above: 0.5, Text: page.Text{Content: c.SignerAs, MaxLines: 3, WrapFirst: true, Style: serif(10, 7, quiet)}},
	}, width, 20)
	w.of(c.Attendee, sign)
	sign.draw(s, x, y+1.5)

	issued := ""
	if !c.Issued.IsZero() {
		issued = w.day(c.Issued)
	}
	x += width + 12
	facts := w.lay([]piece{
		{Text: page.Text{Content: label(w.T("document.certificate.serial"), c.Serial), MaxLines: 1, Style: serif(8.5, 5, quiet)}},
		{Text: page.Text{Content: c.Serial, MaxLines: 1, Style: serif(12, 6, ink)}},
		{above: 2, Text: page.Text{Content: label(w.T("document.certificate.issued"), issued), MaxLines: 1, Style: serif(8.5, 5, quiet)}},
		{Text: page.Text{Content: issued, MaxLines: 1, Style: serif(12, 6, ink)}},
	}, s.W-certificateMargin-side-6-x, 22)
	facts.draw(s, x, certificateBottom-facts.height)
}

// label is a label, or nothing where it would stand before nothing.
func label(text, value string) string {
	if value == "" {
		return ""
	}
	return text
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

// ownTitle is the seminar's title in the person's script where that is Arabic or Cyrillic and the document's is not.
func ownTitle(of seminar.Seminar, a seminar.Attendee, tag string) string {
	script := scriptOf(a.NativeName)
	if script == nil {
		script = scriptOf(a.Name())
	}
	main := of.Title(tag)
	if script == nil || script == scriptOf(main) {
		return ""
	}
	tags := make([]string, 0, len(of.Titles))
	for t := range of.Titles {
		tags = append(tags, t)
	}
	slices.Sort(tags)
	for _, t := range append([]string{a.Language, "ar", "ru"}, tags...) {
		if title := strings.TrimSpace(of.Titles[t]); title != main && scriptOf(title) == script {
			return title
		}
	}
	return ""
}

// scriptOf is Arabic or Cyrillic if a text's first letter is of that script, and nil otherwise.
func scriptOf(text string) *unicode.RangeTable {
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			return unicode.Arabic
		case unicode.Is(unicode.Cyrillic, r):
			return unicode.Cyrillic
		case unicode.IsLetter(r):
			return nil
		}
	}
	return nil
}
