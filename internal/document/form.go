package document

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/document/template"
	"lanyard/internal/document/wording"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// RegistrationForm is a form for people who fill it in on paper, or, of somebody who is registered, to check and sign.
type RegistrationForm struct {
	Seminar    seminar.Seminar
	Series     string
	Pictures   map[template.Source][]byte // of which the logo is shown
	Questions  []seminar.Question         // the seminar's own, in their order; those that are hidden on paper are left out
	Categories map[seminar.ID]string      // names, for conditions
	Fields     []string                   // of FormFields; nil is all of them
	Languages  []string                   // one, or two beside each other, of wording.Tags; the first decides where the lines begin

	// Of somebody who is registered; the zero values are an empty form.
	Attendee   seminar.Attendee
	Category   string
	Delegation string
	Answers    map[seminar.ID]string
	Number     string // of the badge
}

// FormFields are what a form can ask beside the seminar's own questions, in their order.
func FormFields() []string {
	return []string{"honorific", "given_name", "family_name", "native_name", "position", "organisation", "country", "phone", "email", "category", "delegation", "access", "dietary"}
}

// Form makes a registration form on A4, upright.
func Form(f RegistrationForm, o Options) (page.Document, []Warning) {
	if len(f.Languages) == 0 {
		f.Languages = []string{wording.Base(o.kit().language())}
	}
	p := &formPaper{warnings: warnings{kit: o.kit()}, form: f, tags: f.Languages[:min(2, len(f.Languages))]}
	doc := p.document(o, joined(" – ", wording.Form(p.tags[0], "title"), f.Seminar.Title(p.tags[0])), f.Seminar.Organiser, f.Attendee.Name())
	doc.Language = p.tags[0]
	p.doc = &doc
	p.next()
	p.heading()
	for _, row := range p.rows() {
		p.row(row)
	}
	p.questions()
	p.signature()
	p.finish()
	return doc, p.all
}

// formPaper fills the pages of a form from the top.
type formPaper struct {
	warnings
	surface
	doc  *page.Document
	form RegistrationForm
	tags []string
	y    float64
}

// phrasing is a text in a language.
type phrasing struct{ tag, text string }

func (s phrasing) rtl() bool { return wording.Base(s.tag) == "ar" }

// in gives a text in the form's languages, once where it is the same in both.
func (p *formPaper) in(of func(tag string) string) []phrasing {
	var all []phrasing
	for _, tag := range p.tags {
		if text := of(tag); text != "" && !slices.ContainsFunc(all, func(s phrasing) bool { return s.text == text }) {
			all = append(all, phrasing{tag, text})
		}
	}
	return all
}

func (p *formPaper) words(key string) []phrasing {
	return p.in(func(tag string) string { return wording.Form(tag, key) })
}

func (p *formPaper) width() float64 { return page.A4.W - 2*sheetMargin }

func (p *formPaper) next() {
	p.surface = surface{p.doc.NewPage(page.A4), phrasing{tag: p.tags[0]}.rtl()}
	p.y = sheetMargin
}

// room makes sure of a height, by a new page if it must.
func (p *formPaper) room(height float64) {
	if p.y+height > page.A4.H-sheetFoot && p.y > sheetMargin {
		p.next()
	}
}

const (
	sayGap    = 5.0 // between two languages beside each other
	boxHeight = 8.5 // of a line to write on
	tickSide  = 3.6
	fieldGap  = 3.2
)

var (
	labelStyle = page.Style{Size: 8.5, MinSize: 7, Bold: true, Colour: ink}
	helpStyle  = page.Style{Size: 7.5, MinSize: 6.5, Colour: quiet}
	plainStyle = page.Style{Size: 9, MinSize: 7, Colour: ink}
	valueStyle = page.Style{Size: 10.5, MinSize: 6, Colour: ink}
)

// set are texts in the form's languages, each in its share of a width, and how high they are.
func (p *formPaper) set(all []phrasing, style page.Style, width float64) ([]page.Text, float64) {
	texts, height := make([]page.Text, len(all)), 0.0
	w := (width - sayGap*float64(len(all)-1)) / float64(max(1, len(all)))
	for i, s := range all {
		t := page.Text{Content: s.text, Style: style, W: w, WrapFirst: true, Align: page.Left, Language: s.tag}
		if s.rtl() {
			t.Align = page.Right
		}
		b := p.setter.Set(t)
		p.missing(p.form.Attendee, b)
		t.H = b.Height
		height = max(height, t.H)
		texts[i] = t
	}
	return texts, height
}

// put writes texts that were set beside each other.
func (p *formPaper) put(texts []page.Text, x, y float64) {
	for _, t := range texts {
		t.X, t.Y = x, y
		p.text(t)
		x += t.W + sayGap
	}
}

// write writes texts over the whole width, and goes below them.
func (p *formPaper) write(all []phrasing, style page.Style, width, above float64) {
	if len(all) == 0 {
		return
	}
	texts, h := p.set(all, style, width)
	p.room(above + h)
	p.y += above
	p.put(texts, sheetMargin, p.y)
	p.y += h
}

// heading is the block with the organiser, the logo, what this is and of which seminar.
func (p *formPaper) heading() {
	s, width := p.form.Seminar, p.width()
	if logo := p.form.Pictures[template.Logo]; len(logo) > 0 {
		if err := p.logo(logo, sheetMargin+width, p.y); err != nil {
			p.all = append(p.all, Warning{Code: WarnPicture, Message: p.Err(err)})
		} else {
			width -= logoWidth + logoGap
		}
	}
	p.fill(sheetMargin, p.y, 14, 1.6, accent)
	p.y += 4
	p.write(p.words("title"), page.Style{Size: 18, MinSize: 12, Bold: true, Colour: ink}, width, 0)
	p.write(p.in(s.Title), page.Style{Size: 11, MinSize: 8, Bold: true, Colour: accent}, width, 1.5)
	p.write(p.in(func(tag string) string { return p.kitOf(tag).days(s) }), plainStyle, width, 1)
	p.write([]phrasing{{p.tags[0], joined(" · ", s.Venue, s.Organiser)}}, page.Style{Size: 9, MinSize: 7, Colour: quiet}, width, 0.5)
	p.y = max(p.y, sheetMargin+logoHeight) + 3
	p.level(sheetMargin, p.y, p.width(), 0.35, ink)
	p.y += 2
	star := p.words("required")
	for i := range star {
		star[i].text = "* " + star[i].text
	}
	p.write(star, helpStyle, p.width(), 0)
	p.y += fieldGap
}

// finish writes the feet of the pages, now that their number is known.
func (p *formPaper) finish() {
	for i, one := range p.doc.Pages {
		on := surface{one, p.rtl}
		y := page.A4.H - 14
		on.level(sheetMargin, y, p.width(), 0.15, line)
		small := page.Style{Size: 7.5, MinSize: 5, Colour: quiet}
		on.text(page.Text{X: sheetMargin, Y: y + 1, W: p.width() * 0.8, H: 5, Style: small, MaxLines: 1, VAlign: page.Middle,
			Content: joined(" · ", p.form.Seminar.Title(p.tags[0]), p.form.Attendee.Name(), p.form.Number)})
		on.text(page.Text{X: sheetMargin + p.width()*0.8, Y: y + 1, W: p.width() * 0.2, H: 5, Style: small, MaxLines: 1, Align: page.End, VAlign: page.Middle,
			Content: strconv.Itoa(i+1) + " / " + strconv.Itoa(len(p.doc.Pages))})
	}
}

// signature is where whoever filled the form in signs it.
func (p *formPaper) signature() {
	const height = 22.0
	p.room(height)
	p.y += 12
	texts, _ := p.set(p.words("signature"), helpStyle, p.width()*0.58)
	date, _ := p.set(p.words("date"), helpStyle, p.width()*0.34)
	p.level(sheetMargin, p.y, p.width()*0.58, 0.3, ink)
	p.level(sheetMargin+p.width()*0.66, p.y, p.width()*0.34, 0.3, ink)
	p.put(texts, sheetMargin, p.y+1)
	p.put(date, sheetMargin+p.width()*0.66, p.y+1)
	p.y += height - 12
}

// answered is an answer as it is written on paper in the form's first language.
func (p *formPaper) answered(q seminar.Question) string {
	answer := p.form.Answers[q.ID]
	switch q.Type {
	case seminar.TypeCountry:
		return countryIn(p.tags[0], answer)
	case seminar.TypeDate:
		if t, err := time.Parse(time.DateOnly, answer); err == nil {
			return t.Format("02.01.2006")
		}
	}
	return strings.TrimSpace(answer)
}
