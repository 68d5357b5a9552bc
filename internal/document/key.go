package document

import (
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// PublicKey is what the page for those who check certificates shows.
type PublicKey struct {
	Seminar     seminar.Seminar
	Code        string // of the key, for a QR code
	Fingerprint string // SHA-256 in groups of four
	Mark        string // that stands in every certificate
}

// keyCode is the side of the code on the page, in millimetres.
const keyCode = 62.0

// KeyPage makes a page of A4 with the public key of a seminar's certificates, and how to check one with it.
func KeyPage(key PublicKey, o Options) page.Document {
	w := &warnings{kit: o.kit()}
	title := key.Seminar.Title(w.Tag())
	doc := w.document(o, joined(" – ", w.T("document.key.title"), title), key.Seminar.Organiser, title)
	s := surface{page.New(page.A4), w.RTL()}
	const side, top = 25.0, 28.0
	width := s.W - 2*side
	plain := page.Style{Size: 11, MinSize: 8, Colour: ink, LineHeight: 1.4}
	heading := page.Style{Size: 22, MinSize: 14, Bold: true, Colour: ink}
	label := page.Style{Size: 9, MinSize: 7, Colour: quiet}
	strong := plain
	strong.Bold = true
	head := w.lay([]piece{
		{Text: page.Text{Content: key.Seminar.Organiser, MaxLines: 2, WrapFirst: true, Style: label}},
		{above: 2, Text: page.Text{Content: w.T("document.key.title"), MaxLines: 2, WrapFirst: true, Style: heading}},
		{above: 2, Text: page.Text{Content: title, MaxLines: 4, WrapFirst: true, Style: strong}},
	}, width, 60)
	head.draw(s, side, top)
	y := top + head.height + 8
	code := page.QR{Payload: key.Code, Size: keyCode, X: s.left(side, keyCode), Y: y}
	s.Add(code)
	beside := w.lay([]piece{
		{Text: page.Text{Content: w.T("document.key.fingerprint"), Style: label}},
		{above: 1, Text: page.Text{Content: key.Fingerprint, Direction: page.LTR, MaxLines: 6, WrapFirst: true, Style: strong}},
		{above: 4, Text: page.Text{Content: w.T("document.key.mark"), MaxLines: 3, WrapFirst: true, Style: label}},
		{above: 1, Text: page.Text{Content: key.Mark, Direction: page.LTR, Style: strong}},
	}, width-keyCode-8, keyCode)
	beside.draw(s, side+keyCode+8, y+4)
	y += keyCode + 10
	steps := []piece{{Text: page.Text{Content: w.T("document.key.how"), Style: page.Style{Size: 14, MinSize: 10, Bold: true, Colour: ink}}}}
	for _, step := range KeyGuide() {
		steps = append(steps, piece{above: 3.5, Text: page.Text{Content: w.T(step), WrapFirst: true, Style: plain}})
	}
	w.lay(steps, width, s.H-y-20).draw(s, side, y)
	doc.Add(s.Page)
	return doc
}

// KeyGuide are the keys of the sentences that tell a third party how to check a certificate, in their order.
func KeyGuide() []string {
	return []string{"document.key.step.got", "document.key.step.program", "document.key.step.read", "document.key.step.compare",
		"document.key.step.revoked", "document.key.step.without"}
}
