package document

import (
	"context"

	"lanyard/internal/page"
)

// Document makes the pages of the report. It stops when the context ends, with its error.
func (r Report) Document(ctx context.Context) (page.Document, error) {
	title := r.s.Seminar.Title(r.kit.Tag())
	doc := r.kit.document(r.options, joined(" – ", r.Title, title), r.s.Seminar.Organiser, title)
	made := ""
	if !r.s.Made.IsZero() {
		made = r.kit.T("document.made", "date", r.kit.day(r.s.Made), "time", r.kit.Time(r.s.Made))
	}
	d := &drawer{sheet: r.kit.sheet(&doc, r.paper.size, title, r.Title, joined(" · ", made, r.kit.deskNamed(r.s.Desk))), ctx: ctx, report: r, total: r.Rows(),
		days: r.s.Seminar.End > r.s.Seminar.Start}
	d.scale = 1
	if r.paper.large {
		d.scale = 1.6
	}
	d.coverHeading()
	for i, t := range r.Tables {
		if r.paper.signed && i == len(r.Tables)-1 {
			d.after = signHigh
		}
		d.table(t)
		if err := ctx.Err(); err != nil {
			return page.Document{}, err
		}
	}
	if r.paper.signed && r.Rows() > 0 {
		d.signatures()
	}
	d.finish()
	return *d.doc, nil
}

// deskNamed is a desk by its letter; "" for none.
func (k kit) deskNamed(letter string) string {
	if letter == "" {
		return ""
	}
	return k.T("column.desk") + " " + letter
}

// drawer draws a report.
type drawer struct {
	*sheet
	ctx         context.Context
	report      Report
	days        bool // the seminar has more than one
	scale       float64
	after       float64 // the height of what the last rows of the table take along
	done, total int     // rows
}

// step counts a row; false says to stop.
func (d *drawer) step() bool {
	d.report.options.tell(min(d.done, d.total-1), d.total)
	d.done++
	return d.done%100 != 0 || d.ctx.Err() == nil
}

func (d *drawer) table(t Table) {
	if t.Title != "" && !t.Continued {
		d.section(t.Title, d.start(t))
	}
	if t.Note != "" {
		d.put(piece{Text: page.Text{Content: t.Note, MaxLines: 2, WrapFirst: true, Style: page.Style{Size: 9.5, MinSize: 7, Colour: quiet}}})
		d.y += 2
	}
	if t.Len() == 0 && (len(t.Parts) < 2 || !t.Paged) {
		d.note(t.Empty)
		return
	}
	switch t.Shape {
	case Figures:
		d.figures(t)
	case Columns:
		d.columns(t)
	case Bars:
		d.bars(t)
	case Stacks:
		d.stacks(t)
	case Cards:
		d.cards(t)
	case Marks:
		d.marks(t)
	default:
		d.rows(t)
	}
}

// wholeBars is how many bars stay together on a page.
const wholeBars = 14

// start is the height of the beginning of a table, which stays with its heading, in millimetres.
func (d *drawer) start(t Table) float64 {
	if t.Len() == 0 {
		return 10
	}
	switch t.Shape {
	case Figures:
		return 2*tileHeight + tileGap
	case Columns:
		return columnsHeight + 12
	case Bars:
		across := d.barsAcross(d.barsOf(t))
		return min(float64((t.Len()+across-1)/across), wholeBars)*barHeight + 12
	case Stacks:
		return min(float64(t.Len()), wholeBars)*barHeight + 12
	case Cards:
		return 26
	case Marks:
		return matrixHead + 3*matrixRow
	}
	if t.Parts[0].Title != "" {
		return 12 + d.opening(t, 0)
	}
	return d.opening(t, 0)
}

// coverHeading is the heading of the first page: what, of which seminar, when and where, by whom, with the organiser's logo.
func (d *drawer) coverHeading() {
	s := d.report.s
	top := d.y
	d.fill(sheetMargin, d.y, 14, 1.6, accent)
	d.y += 5
	width := d.width()
	if len(s.Logo) > 0 && d.logo(s.Logo, sheetMargin+width, top) == nil {
		width -= logoWidth + logoGap
	}
	pieces := []piece{
		{Text: page.Text{Content: joined(" · ", d.report.Title, s.Series), MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 10 * d.scale, MinSize: 8, Bold: true, Colour: accent}}},
		{above: 1.5, even: true, Text: page.Text{Content: d.sheet.title, MaxLines: 4, WrapFirst: true,
			Style: page.Style{Size: 22 / d.scale, MinSize: 13, Bold: true, Colour: ink, LineHeight: 1.2}}},
		{above: 2.5, Text: page.Text{Content: joined(" · ", d.sheet.days(s.Seminar), s.Seminar.Venue), MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 11, MinSize: 8, Colour: ink}}},
		{above: 0.5, Text: page.Text{Content: s.Seminar.Organiser, MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 11, MinSize: 8, Colour: quiet}}},
		{above: 3.5, Text: page.Text{Content: d.report.paper.heading, MaxLines: 3, WrapFirst: true,
			Style: page.Style{Size: 13 * d.scale, MinSize: 9, Bold: true, Colour: ink}}}}
	if d.report.paper.large {
		pieces = append(pieces, piece{above: 0.5, Text: page.Text{Content: d.foot, MaxLines: 1, Style: page.Style{Size: 11, MinSize: 8, Colour: ink}}})
	}
	c := d.column(pieces, width, 1)
	c.draw(d.surface, sheetMargin, d.y)
	d.y = max(d.y+c.height, top+map[bool]float64{true: logoHeight}[width < d.width()]) + 7
}

// signHigh is the height of the place to sign with the air above it, in millimetres: the last rows stand above it.
const signHigh = 55.0

// signatures is where the report is signed, dated and stamped.
func (d *drawer) signatures() {
	const height, gap = 34.0, 10.0
	d.y += 10
	d.room(height + 10)
	s := d.report.s.Seminar
	w := (d.width() - 2*gap) / 3
	small := page.Style{Size: 8, MinSize: 6, Colour: quiet}
	under := func(x float64, caption, name, office string) {
		d.level(x, d.y+16, w, 0.3, ink)
		c := d.column([]piece{{Text: page.Text{Content: caption, MaxLines: 1, Style: small}},
			{above: 0.6, Text: page.Text{Content: name, MaxLines: 2, WrapFirst: true, Style: page.Style{Size: 10, MinSize: 7, Bold: true, Colour: ink}}},
			{Text: page.Text{Content: office, MaxLines: 3, WrapFirst: true, Style: page.Style{Size: 8.5, MinSize: 6, Colour: quiet}}}}, w, 1)
		c.draw(d.surface, x, d.y+17)
	}
	under(sheetMargin, d.T("column.signature"), s.Signer, s.SignerAs)
	under(sheetMargin+w+gap, d.T("column.date"), "", "")
	x := sheetMargin + 2*(w+gap)
	d.Add(page.Rect{X: d.left(x, w), Y: d.y, W: w, H: height, Radius: 2, Stroke: line, StrokeWidth: 0.3})
	d.text(page.Text{X: x, Y: d.y, W: w, H: height, Content: d.T("document.stamp"), Align: page.Centre, VAlign: page.Middle, MaxLines: 1, Style: small})
	d.y += height
}

// cards are texts below each other, of any length: of an initiative its theme and status, its title, by whom and where, its text.
func (d *drawer) cards(t Table) {
	for i, e := range t.Parts[0].Rows {
		if i > 0 {
			d.y += 5
		}
		d.room(24)
		at := func(i int) string { return d.written(t.Columns[i], e[i], d.days) }
		d.put(
			piece{Text: page.Text{Content: joined(" · ", at(0), at(1)), MaxLines: 2, WrapFirst: true,
				Style: page.Style{Size: 8.5, MinSize: 7, Bold: true, Colour: accent}}},
			piece{above: 0.5, Text: page.Text{Content: at(2), MaxLines: 3, WrapFirst: true,
				Style: page.Style{Size: 11.5, MinSize: 9, Bold: true, Colour: ink}}},
			piece{above: 0.3, Text: page.Text{Content: joined(" · ", at(3), at(4), at(5)), MaxLines: 2, WrapFirst: true,
				Style: page.Style{Size: 9, MinSize: 7, Colour: quiet}}})
		if text := at(6); text != "" {
			d.y++
			d.prose(text, page.Style{Size: 10, Colour: ink, LineHeight: 1.4}, 0)
		}
		if !d.step() {
			return
		}
	}
}

// Measures of the large figures, in millimetres.
const (
	tileHeight  = 25.0
	tileGap     = 4.0
	tilesAcross = 3
)

// figures are numbers: the first large with what each counts, the others in a line below.
func (d *drawer) figures(t Table) {
	w := (d.width() - (tilesAcross-1)*tileGap) / tilesAcross
	all := t.Parts[0].Rows
	large := all[:min(t.tiles, len(all))]
	d.room(2*tileHeight + tileGap)
	for i, e := range large {
		x, y := sheetMargin+float64(i%tilesAcross)*(w+tileGap), d.y+float64(i/tilesAcross)*(tileHeight+tileGap)
		d.fill(x, y, w, tileHeight, tint(accent, 0.07))
		d.text(page.Text{X: x + 5, Y: y + 2.5, W: w - 10, H: 13, Content: d.written(t.Columns[1], e[1], false), MaxLines: 1, VAlign: page.Middle,
			Style: page.Style{Size: 28, MinSize: 12, Bold: true, Colour: accent}})
		d.text(page.Text{X: x + 5, Y: y + 15, W: w - 10, H: 8, Content: d.written(t.Columns[0], e[0], false), MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 9, MinSize: 6, Colour: quiet}})
	}
	d.y += float64((len(large)+tilesAcross-1)/tilesAcross) * (tileHeight + tileGap)
	var beside []string
	for _, e := range all[len(large):] {
		beside = append(beside, d.written(t.Columns[1], e[1], false))
	}
	d.put(piece{Text: page.Text{Content: joined(" · ", beside...), MaxLines: 6, WrapFirst: true, Style: page.Style{Size: 9, MinSize: 7, Colour: quiet}}})
}
