package document

import (
	"slices"
	"strings"

	"lanyard/internal/document/wording"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// formField is one line to write on, with what stands over it and on it.
type formField struct {
	label    []phrasing
	value    string
	required bool
}

// rows are the standard fields, two of them beside each other where both are short.
func (p *formPaper) rows() [][]formField {
	a := p.form.Attendee
	values := map[string]string{"honorific": a.Honorific, "given_name": a.GivenName, "family_name": a.FamilyName, "native_name": a.NativeName,
		"position": a.Position, "organisation": a.Organisation, "country": countryIn(p.tags[0], a.Country), "phone": a.Phone, "email": a.Email,
		"category": p.form.Category, "delegation": p.form.Delegation, "access": a.Access, "dietary": a.Dietary}
	fields := p.form.Fields
	if fields == nil {
		fields = FormFields()
	}
	short := []string{"given_name", "family_name", "country", "phone", "category", "delegation"}
	var rows [][]formField
	open := false // the last row has room for a second field
	for _, name := range fields {
		f := formField{label: p.words(name), value: values[name], required: name == "given_name" || name == "family_name"}
		if len(f.label) == 0 {
			continue
		}
		if open && slices.Contains(short, name) {
			rows[len(rows)-1] = append(rows[len(rows)-1], f)
			open = false
			continue
		}
		rows = append(rows, []formField{f})
		open = slices.Contains(short, name)
	}
	return rows
}

// row writes fields beside each other.
func (p *formPaper) row(fields []formField) {
	const gap = 6.0
	w := (p.width() - gap*float64(len(fields)-1)) / float64(len(fields))
	labels, height := make([][]page.Text, len(fields)), 0.0
	for i, f := range fields {
		var h float64
		labels[i], h = p.set(starred(f.label, f.required), labelStyle, w)
		height = max(height, h)
	}
	p.room(height + 1 + boxHeight)
	x := sheetMargin
	for i, f := range fields {
		p.put(labels[i], x, p.y)
		p.box(x, p.y+height+1, w, boxHeight, f.value)
		x += w + gap
	}
	p.y += height + 1 + boxHeight + fieldGap
}

// starred marks what must be filled in.
func starred(label []phrasing, required bool) []phrasing {
	if !required {
		return label
	}
	label = slices.Clone(label)
	for i := range label {
		label[i].text += " *"
	}
	return label
}

// box is a place to write in, with what is known already.
func (p *formPaper) box(x, y, w, h float64, value string) {
	p.Frame(p.left(x, w), y, w, h, 0.2, quiet)
	if value == "" {
		return
	}
	t := page.Text{X: x + 2, Y: y, W: w - 4, H: h, Content: value, Style: valueStyle, VAlign: page.Middle, WrapFirst: h > boxHeight}
	if h <= boxHeight {
		t.MaxLines = 1
	}
	p.missing(p.form.Attendee, p.setter.Set(t))
	p.text(t)
}

// questions writes the seminar's own questions.
func (p *formPaper) questions() {
	for _, q := range p.form.Questions {
		if q.Shown(seminar.OnPaper) {
			p.question(q)
		}
	}
}

// question writes one question with what its answer is written on. It is never divided between two pages.
func (p *formPaper) question(q seminar.Question) {
	label, labelHeight := p.set(starred(p.in(q.Said), q.Required), labelStyle, p.width())
	var notes [][]page.Text
	notesHeight := 0.0
	add := func(all []phrasing) {
		if len(all) > 0 {
			texts, h := p.set(all, helpStyle, p.width())
			notes, notesHeight = append(notes, texts), notesHeight+h+0.4
		}
	}
	add(p.in(func(tag string) string { return p.condition(q, tag) }))
	if q.Type != seminar.TypeConsent {
		add(p.in(q.Helped))
	}
	switch q.Type {
	case seminar.TypeChoice:
		add(p.words("one"))
	case seminar.TypeSeveral:
		add(p.words("several"))
	}
	height, draw := p.answerBox(q)
	p.room(labelHeight + notesHeight + 1 + height)
	p.put(label, sheetMargin, p.y)
	p.y += labelHeight
	for _, texts := range notes {
		h := 0.0
		for _, t := range texts {
			h = max(h, t.H)
		}
		p.put(texts, sheetMargin, p.y+0.4)
		p.y += h + 0.4
	}
	p.y++
	draw(p.y)
	p.y += height + fieldGap
}

// answerBox is what an answer is written on: how high it is, and how it is drawn from a height downwards.
func (p *formPaper) answerBox(q seminar.Question) (float64, func(y float64)) {
	value := p.answered(q)
	switch q.Type {
	case seminar.TypeLong:
		return 3 * boxHeight, func(y float64) { p.box(sheetMargin, y, p.width(), 3*boxHeight, value) }
	case seminar.TypeNumber:
		return boxHeight, func(y float64) {
			p.box(sheetMargin, y, 36, boxHeight, value)
			p.text(page.Text{X: sheetMargin + 38, Y: y, W: p.width() - 38, H: boxHeight, Content: q.Span(), Style: plainStyle, VAlign: page.Middle, MaxLines: 1})
		}
	case seminar.TypeDate:
		return boxHeight + 4, func(y float64) { p.date(y, p.form.Answers[q.ID]) }
	case seminar.TypeYesNo:
		return p.ticks([][]phrasing{p.words("yes"), p.words("no")}, []bool{value == "yes", value == "no"})
	case seminar.TypeChoice, seminar.TypeSeveral:
		var options [][]phrasing
		var ticked []bool
		chosen := q.Chosen(p.form.Answers[q.ID])
		for _, o := range q.Options {
			options = append(options, p.in(func(tag string) string { return q.Option(o, tag) }))
			ticked = append(ticked, slices.Contains(chosen, o))
		}
		return p.ticks(options, ticked)
	case seminar.TypeConsent:
		return p.consent(q)
	}
	return boxHeight, func(y float64) { p.box(sheetMargin, y, p.width(), boxHeight, value) }
}

// ticks are boxes to tick with their texts, as many beside each other as have room.
func (p *formPaper) ticks(options [][]phrasing, ticked []bool) (float64, func(y float64)) {
	texts := make([]string, len(options))
	widest := 0.0
	for i, o := range options {
		words := make([]string, len(o))
		for j, s := range o {
			words[j] = s.text
		}
		texts[i] = strings.Join(words, " / ")
		widest = max(widest, p.setter.Set(page.Text{Content: texts[i], Style: plainStyle, MaxLines: 1, W: p.width()}).Width)
	}
	across := max(1, min(4, int((p.width()+4)/(widest+tickSide+7))))
	w := p.width() / float64(across)
	var heights []float64
	for i, text := range texts {
		h := p.setter.Height(page.Text{Content: text, Style: plainStyle, W: w - tickSide - 6, WrapFirst: true}) + 1.6
		if i%across == 0 {
			heights = append(heights, h)
		} else {
			heights[len(heights)-1] = max(heights[len(heights)-1], h)
		}
	}
	total := 0.0
	for _, h := range heights {
		total += h
	}
	return total, func(y float64) {
		for i, text := range texts {
			x := sheetMargin + float64(i%across)*w
			p.tick(x, y+0.4, ticked[i])
			p.text(page.Text{X: x + tickSide + 2, Y: y, W: w - tickSide - 6, H: heights[i/across], Content: text, Style: plainStyle, WrapFirst: true})
			if i%across == across-1 {
				y += heights[i/across]
			}
		}
	}
}

// tick is a box to tick, ticked or not.
func (p *formPaper) tick(x, y float64, on bool) {
	left := p.left(x, tickSide)
	p.Frame(left, y, tickSide, tickSide, 0.25, ink)
	if on {
		p.Rule(left+0.7, y+tickSide*0.55, left+tickSide*0.42, y+tickSide-0.8, 0.5, ink)
		p.Rule(left+tickSide*0.42, y+tickSide-0.8, left+tickSide-0.6, y+0.7, 0.5, ink)
	}
}

// date are boxes for the figures of a date, always in the order of day, month and year from left to right.
func (p *formPaper) date(y float64, answer string) {
	digits := ""
	if parts := strings.Split(answer, "-"); len(parts) == 3 && len(parts[0]) == 4 {
		digits = parts[2] + parts[1] + parts[0]
	}
	const w, gap = 7.0, 3.0
	whole := 8*w + 2*gap
	x := p.left(sheetMargin, whole)
	at := 0
	for i, group := range []int{2, 2, 4} {
		start := x
		for range group {
			p.Frame(x, y, w, boxHeight, 0.2, quiet)
			if at < len(digits) {
				p.Add(page.Text{X: x, Y: y, W: w, H: boxHeight, Content: digits[at : at+1], Style: valueStyle, Align: page.Centre, VAlign: page.Middle, MaxLines: 1})
			}
			at++
			x += w
		}
		var words []string
		for _, s := range p.words([]string{"day", "month", "year"}[i]) {
			words = append(words, s.text)
		}
		p.Add(page.Text{X: start, Y: y + boxHeight, W: x - start, H: 4, Content: strings.Join(words, " / "), Style: page.Style{Size: 6.5, MinSize: 4, Colour: quiet}, Align: page.Centre, VAlign: page.Middle, MaxLines: 1})
		x += gap
	}
}

// consent is a frame with what is agreed to, and a box to tick.
func (p *formPaper) consent(q seminar.Question) (float64, func(y float64)) {
	const air = 2.5
	wordings, h := p.set(p.in(q.Wording), plainStyle, p.width()-2*air)
	agree, ticks := p.words("agree"), 0.0
	var words []string
	for _, s := range agree {
		words = append(words, s.text)
	}
	ticks = tickSide + 1
	total := h + ticks + 3*air
	return total, func(y float64) {
		p.Frame(p.left(sheetMargin, p.width()), y, p.width(), total, 0.2, quiet)
		p.put(wordings, sheetMargin+air, y+air)
		p.tick(sheetMargin+air, y+h+2*air, seminar.ParseConsent(p.form.Answers[q.ID]).Holds())
		p.text(page.Text{X: sheetMargin + air + tickSide + 2, Y: y + h + 2*air - 0.6, W: p.width() - 2*air - tickSide - 2, H: ticks + 1, Content: strings.Join(words, " / "),
			Style: page.Style{Size: 9, MinSize: 7, Bold: true, Colour: ink}, MaxLines: 1, VAlign: page.Middle})
	}
}

// condition says in a language who need not answer a question, "" for nobody.
func (p *formPaper) condition(q seminar.Question, tag string) string {
	var parts []string
	for _, c := range q.When {
		what, values := "", c.Values
		if c.Question == "" {
			what, values = wording.Form(tag, "category"), nil
			for _, id := range c.Values {
				values = append(values, p.form.Categories[seminar.ID(id)])
			}
		}
		for _, of := range p.form.Questions {
			if of.ID != c.Question {
				continue
			}
			what, values = of.Said(tag), nil
			for _, v := range c.Values {
				values = append(values, p.valueIn(of, v, tag))
			}
		}
		if len(values) == 0 {
			values = []string{"…"}
		}
		other := ""
		if c.Not {
			other = wording.Form(tag, "other")
		}
		if what != "" {
			parts = append(parts, "“"+what+"” – "+joined(" ", other, strings.Join(values, " / ")))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return wording.Form(tag, "only_if") + ": " + strings.Join(parts, ", ")
}

func (p *formPaper) valueIn(q seminar.Question, value, tag string) string {
	switch {
	case q.Type == seminar.TypeYesNo || q.Type == seminar.TypeConsent:
		return wording.Form(tag, value)
	case q.Type == seminar.TypeCountry:
		return countryIn(tag, value)
	}
	return q.Option(value, tag)
}
