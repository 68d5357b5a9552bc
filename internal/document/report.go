package document

import (
	"lanyard/internal/page"
)

// Report makes the summary of a seminar on A4, upright: figures, charts, sessions, delegations, initiatives, people.
func Report(s Summary, o Options) page.Document {
	r := newReport(s, o, "document.report", page.A4)
	r.coverHeading()
	r.keyFigures()
	r.arrivals()
	r.countries()
	r.categories()
	r.presence()
	r.sessions()
	r.delegationTable()
	r.initiatives()
	r.people()
	r.finish()
	return *r.doc
}

// report is one of the documents made of a summary.
type report struct {
	*sheet
	Summary
	kind string
	days bool // the seminar has more than one
}

func newReport(s Summary, o Options, kind string, size page.Size) *report {
	k := o.kit()
	title := s.Seminar.Title(k.Tag())
	doc := k.document(o, joined(" – ", k.T(kind), title), s.Seminar.Organiser, title)
	made := ""
	if !s.Made.IsZero() {
		made = k.T("document.made", "date", k.day(s.Made), "time", k.Time(s.Made))
	}
	return &report{sheet: k.sheet(&doc, size, title, k.T(kind), joined(" · ", made, s.Desk)), Summary: s, kind: k.T(kind),
		days: s.Seminar.End > s.Seminar.Start}
}

// coverHeading is the heading of the first page.
func (r *report) coverHeading() {
	r.fill(sheetMargin, r.y, 14, 1.6, accent)
	r.y += 5
	r.put(
		piece{Text: page.Text{Content: joined(" · ", r.kind, r.Series), MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 10, MinSize: 8, Bold: true, Colour: accent}}},
		piece{above: 1.5, even: true, Text: page.Text{Content: r.sheet.title, MaxLines: 4, WrapFirst: true,
			Style: page.Style{Size: 22, MinSize: 13, Bold: true, Colour: ink, LineHeight: 1.2}}},
		piece{above: 2.5, Text: page.Text{Content: joined(" · ", r.sheet.days(r.Seminar), r.Seminar.Venue), MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 11, MinSize: 8, Colour: ink}}},
		piece{above: 0.5, Text: page.Text{Content: r.Seminar.Organiser, MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 11, MinSize: 8, Colour: quiet}}})
	r.y += 7
}

// figure is a number large with what it counts.
type figure struct{ number, caption string }

func (r *report) keyFigures() {
	figures := []figure{
		{r.Number(r.Registered), r.T("document.figure.registered")},
		{r.Number(r.Arrived), r.T("document.figure.arrived")},
		{r.share(r.Arrived, r.Registered), r.T("document.figure.share")},
		{r.Number(r.represented()), r.T("document.figure.countries")},
		{r.Number(r.TotalHours()), r.T("document.figure.hours")},
		{r.Number(r.Certificates), r.T("document.figure.certificates")},
	}
	const across, gap, height = 3, 4.0, 25.0
	w := (r.width() - (across-1)*gap) / across
	r.room(2*height + gap)
	for i, f := range figures {
		x, y := sheetMargin+float64(i%across)*(w+gap), r.y+float64(i/across)*(height+gap)
		r.fill(x, y, w, height, tint(accent, 0.07))
		r.text(page.Text{X: x + 5, Y: y + 2.5, W: w - 10, H: 13, Content: f.number, MaxLines: 1, VAlign: page.Middle,
			Style: page.Style{Size: 28, MinSize: 12, Bold: true, Colour: accent}})
		r.text(page.Text{X: x + 5, Y: y + 15, W: w - 10, H: 8, Content: f.caption, MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 9, MinSize: 6, Colour: quiet}})
	}
	r.y += 2*height + gap + 4
	r.put(piece{Text: page.Text{Content: r.beside(), MaxLines: 6, WrapFirst: true, Style: page.Style{Size: 9, MinSize: 7, Colour: quiet}}})
}

// beside are the smaller figures, those that are not zero.
func (r *report) beside() string {
	parts := []string{}
	for _, c := range []struct {
		key string
		n   int
	}{{"walk_ins", r.WalkIns}, {"cancelled", r.Cancelled}, {"inside", r.Inside}, {"scans", r.Scans}, {"refused", r.Refused}} {
		if c.n > 0 {
			parts = append(parts, r.N("document.count."+c.key, c.n))
		}
	}
	reasons := []string{}
	for _, c := range r.RefusedReason {
		reasons = append(reasons, r.sheet.word("common.reason.", c.Key)+" "+r.Number(c.Count))
	}
	text := joined(" · ", parts...)
	if len(reasons) > 0 {
		text = joined(" – ", text, joined(", ", reasons...))
	}
	return text
}

// word is the text of a key made of a stem and a word of the domain, or that word itself if there is no text for it.
func (k kit) word(stem, name string) string {
	if name == "" || !k.Has(stem+name) {
		return name
	}
	return k.T(stem + name)
}

// share is a part of a whole in per cent, "–" of nothing.
func (k kit) share(part, of int) string {
	if of <= 0 {
		return "–"
	}
	return k.T("document.percent", "n", (200*part+of)/(2*of))
}

// represented is the number of countries from which people came, or, before anybody has, are registered.
func (r *report) represented() int {
	came, registered := 0, 0
	for _, g := range r.ByCountry {
		if g.Key == "" {
			continue
		}
		registered++
		if g.Arrived > 0 {
			came++
		}
	}
	if r.Arrived == 0 {
		return registered
	}
	return came
}
