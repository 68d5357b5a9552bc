package document

import (
	"strconv"

	"lanyard/internal/page"
)

// Measures of the matrix, in millimetres.
const (
	matrixName   = 62.0 // of the names' column
	matrixTotal  = 20.0 // of the hours at the end
	matrixColumn = 9.0  // of a session, at the least
	matrixRow    = 7.4
	matrixHead   = 46.0 // of the titles that read upwards
)

// Matrix makes sessions by people, on A4 lying: a mark and the minutes for every person in every session. Sessions that
// find no room beside each other follow on pages of their own.
func Matrix(s Summary, o Options) page.Document {
	r := newReport(s, o, "document.matrix", page.A4.Turned())
	r.coverHeading()
	if len(s.People) == 0 || len(s.Sessions) == 0 {
		key := "document.empty.people"
		if len(s.Sessions) == 0 {
			key = "document.empty.sessions"
		}
		r.note(r.T(key))
		r.finish()
		return *r.doc
	}
	m := matrix{report: r}
	m.legend()
	most := int((r.width() - matrixName - matrixTotal) / matrixColumn)
	for from := 0; from < len(s.Sessions); from += most {
		if from > 0 {
			r.next()
		}
		m.from, m.to = from, min(from+most, len(s.Sessions))
		m.column = min(22, (r.width()-matrixName-matrixTotal)/float64(m.to-m.from))
		m.block()
	}
	r.finish()
	return *r.doc
}

// matrix is a report with the sessions that stand beside each other.
type matrix struct {
	*report
	from, to int
	column   float64
}

func (m *matrix) block() {
	m.room(matrixHead + 3*matrixRow)
	m.head()
	for i, p := range m.People {
		if m.room(matrixRow) {
			m.head()
		}
		m.person(i, p)
	}
	if m.room(matrixRow) {
		m.head()
	}
	m.totals()
}

// head writes the sessions' titles, upwards.
func (m *matrix) head() {
	small := page.Style{Size: 7.5, MinSize: 5.5, Bold: true, Colour: ink}
	for i, l := range m.Sessions[m.from:m.to] {
		loc := m.Seminar.Location()
		when := m.Time(l.Session.Start.In(loc))
		if m.days {
			when = m.Date(l.Session.Start.In(loc)) + " " + when
		}
		x := m.left(m.at(i), m.column)
		m.Add(page.Text{X: x + 0.5, Y: m.y, W: m.column - 1, H: matrixHead - 1, Turn: 1, Content: when + "  " + l.Session.Title,
			Style: small, Align: page.Left, VAlign: page.Middle, WrapFirst: true, MaxLines: max(1, int(m.column/3.6))})
	}
	m.text(page.Text{X: sheetMargin, Y: m.y, W: matrixName - 2, H: matrixHead - 1, Content: m.T("column.name"), VAlign: page.Bottom, MaxLines: 1, Style: small})
	m.text(page.Text{X: sheetMargin + m.width() - matrixTotal, Y: m.y, W: matrixTotal, H: matrixHead - 1, Content: m.T("column.hours"),
		Align: page.End, VAlign: page.Bottom, MaxLines: 1, Style: small})
	m.y += matrixHead
	m.level(sheetMargin, m.y, m.sheet.width(), 0.35, ink)
}

// at is where a session's column begins.
func (m *matrix) at(i int) float64 { return sheetMargin + matrixName + float64(i)*m.column }

func (m *matrix) person(i int, p PersonLine) {
	style := page.Style{Size: 8.5, MinSize: 6, Colour: ink}
	m.text(page.Text{X: sheetMargin, Y: m.y, W: 8, H: matrixRow, Content: strconv.Itoa(i + 1), MaxLines: 1, Align: page.End, VAlign: page.Middle,
		Style: page.Style{Size: 7.5, MinSize: 5, Colour: quiet}})
	m.text(page.Text{X: sheetMargin + 10, Y: m.y, W: matrixName - 12, H: matrixRow, Content: p.name(), MaxLines: 1, VAlign: page.Middle, Style: style})
	for j := m.from; j < m.to && j < len(p.Sessions); j++ {
		m.mark(m.at(j-m.from), p.Sessions[j])
	}
	m.text(page.Text{X: sheetMargin + m.width() - matrixTotal, Y: m.y, W: matrixTotal, H: matrixRow, Content: m.attended(p.Minutes), MaxLines: 1,
		Align: page.End, VAlign: page.Middle, Style: style})
	m.y += matrixRow
	m.level(sheetMargin, m.y, m.sheet.width(), 0.12, line)
}

// mark draws a person's part in a session: a shape for the status, for colour alone says nothing on a grey printer, and
// the minutes below.
func (m *matrix) mark(x float64, c Cell) {
	centre := m.left(x, m.column) + m.column/2
	y := m.y + 2.6
	if c.Minutes == 0 {
		y = m.y + matrixRow/2
	}
	m.shape(centre, y, c.Status)
	if c.Minutes == 0 {
		return
	}
	minutes := strconv.Itoa(c.Minutes)
	if c.Assumed {
		minutes += "*"
	}
	m.Add(page.Text{X: centre - m.column/2, Y: m.y + 4.2, W: m.column, H: 3, Content: minutes, Align: page.Centre, VAlign: page.Middle, MaxLines: 1,
		Style: page.Style{Size: 6, MinSize: 4, Colour: quiet}})
}

// shape draws the mark of a status about a centre.
func (m *matrix) shape(x, y float64, status string) {
	const radius = 1.35
	switch status {
	case "present":
		m.Add(page.Circle{X: x, Y: y, R: radius, Fill: accent})
	case "late":
		m.Add(page.Circle{X: x, Y: y, R: radius, Stroke: amber, StrokeWidth: 0.4},
			page.Circle{X: x, Y: y, R: radius * 0.5, Fill: amber})
	case "excused":
		m.Add(page.Circle{X: x, Y: y, R: radius, Stroke: quiet, StrokeWidth: 0.35})
	case "absent":
		m.Rule(x-radius, y, x+radius, y, 0.4, quiet)
	}
}

// legend explains the marks.
func (m *matrix) legend() {
	statuses := []string{"present", "late", "excused", "absent"}
	w := m.width() / float64(len(statuses)+1)
	small := page.Style{Size: 8.5, MinSize: 5, Colour: ink}
	for i, status := range statuses {
		x := sheetMargin + float64(i)*w
		m.shape(m.left(x, 4)+2, m.y+3, status)
		m.text(page.Text{X: x + 6, Y: m.y, W: w - 8, H: 6, Content: m.T("common.attendance." + status), MaxLines: 1, VAlign: page.Middle, Style: small})
	}
	m.text(page.Text{X: sheetMargin + 4*w, Y: m.y, W: w, H: 6, Content: m.T("document.legend.assumed"), MaxLines: 2, WrapFirst: true,
		VAlign: page.Middle, Style: page.Style{Size: 7.5, MinSize: 4, Colour: quiet}})
	m.y += 10
}

// totals writes how many were present in every session.
func (m *matrix) totals() {
	bold := page.Style{Size: 8.5, MinSize: 5, Bold: true, Colour: ink}
	m.text(page.Text{X: sheetMargin + 10, Y: m.y, W: matrixName - 12, H: matrixRow, Content: m.T("column.present"), MaxLines: 1, VAlign: page.Middle, Style: bold})
	for i, l := range m.Sessions[m.from:m.to] {
		m.text(page.Text{X: m.at(i), Y: m.y, W: m.column, H: matrixRow, Content: m.Number(l.Present), Align: page.Centre, VAlign: page.Middle, MaxLines: 1, Style: bold})
	}
	m.y += matrixRow
}
