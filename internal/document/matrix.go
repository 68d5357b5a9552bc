package document

import (
	"strconv"

	"lanyard/internal/page"
)

// Measures of the matrix, in millimetres.
const (
	matrixName   = 62.0 // of the names' column, at the least
	matrixTotal  = 20.0 // of the hours at the end
	matrixColumn = 9.0  // of a session, at the least
	matrixRow    = 7.4  // at the least: a long name takes more
	matrixHead   = 46.0 // of the titles that read upwards
)

// marks draws people by sessions: a mark and the minutes for every person in every session. Sessions that find no room beside
// each other follow on pages of their own. The table's columns are number, name, then status and minutes of each session, and
// the hours.
func (d *drawer) marks(t Table) {
	sessions := (len(t.Columns) - 3) / 2
	if sessions == 0 {
		d.note(t.Empty)
		return
	}
	m := matrix{drawer: d, table: t}
	m.legend()
	most := int((d.width() - matrixName - matrixTotal) / matrixColumn)
	for from := 0; from < sessions; from += most {
		if from > 0 {
			d.next()
		}
		m.sessions, m.from, m.to = sessions, from, min(from+most, sessions)
		n := float64(m.to - m.from)
		m.column = min(22, (d.width()-matrixName-matrixTotal)/n)
		m.names = d.width() - matrixTotal - n*m.column
		if !m.block() {
			return
		}
	}
}

// matrix is a table of marks with the sessions that stand beside each other.
type matrix struct {
	*drawer
	table    Table
	sessions int // all of them
	from, to int
	column   float64
	names    float64 // the width of their column
}

func (m *matrix) block() bool {
	all := m.table.Parts[0].Rows
	m.room(matrixHead + 3*matrixRow)
	m.head()
	for i, e := range all {
		name := m.name(e)
		height := max(matrixRow, name.H+1)
		need := height
		if i == len(all)-1 {
			need += matrixRow // the sums below
			if m.to == m.sessions {
				need += m.after
			}
		}
		if m.room(need) {
			m.head()
		}
		m.person(e, name, height)
		if !m.step() {
			return false
		}
	}
	m.totals()
	return true
}

// head writes the sessions' titles, upwards.
func (m *matrix) head() {
	small := page.Style{Size: 7.5, MinSize: 5.5, Bold: true, Colour: ink}
	for i := m.from; i < m.to; i++ {
		x := m.left(m.at(i), m.column)
		m.Add(page.Text{X: x + 0.5, Y: m.y, W: m.column - 1, H: matrixHead - 1, Turn: 1, Content: m.table.Columns[2+2*i].Title,
			Style: small, Align: page.Left, VAlign: page.Middle, WrapFirst: true, MaxLines: max(1, int(m.column/3.6))})
	}
	m.text(page.Text{X: sheetMargin, Y: m.y, W: m.names - 2, H: matrixHead - 1, Content: m.table.Columns[1].Title, VAlign: page.Bottom, MaxLines: 1, Style: small})
	m.text(page.Text{X: sheetMargin + m.width() - matrixTotal, Y: m.y, W: matrixTotal, H: matrixHead - 1, Content: m.last().Title,
		Align: page.End, VAlign: page.Bottom, MaxLines: 1, Style: small})
	m.y += matrixHead
	m.level(sheetMargin, m.y, m.width(), 0.35, ink)
}

func (m *matrix) last() Column { return m.table.Columns[len(m.table.Columns)-1] }

// at is where a session's column begins.
func (m *matrix) at(i int) float64 { return sheetMargin + m.names + float64(i-m.from)*m.column }

// name is a person's name, as high as it is in its column.
func (m *matrix) name(e []Entry) page.Text {
	t := page.Text{X: sheetMargin + 10, W: m.names - 12, Content: m.written(m.table.Columns[1], e[1], false), MaxLines: 6, WrapFirst: true,
		Style: page.Style{Size: 8.5, MinSize: 6, Colour: ink}}
	t.H = m.setter.Height(t)
	return t
}

func (m *matrix) person(e []Entry, name page.Text, height float64) {
	m.text(page.Text{X: sheetMargin, Y: m.y, W: 8, H: height, Content: m.written(m.table.Columns[0], e[0], false), MaxLines: 1, Align: page.End, VAlign: page.Middle,
		Style: page.Style{Size: 7.5, MinSize: 5, Colour: quiet}})
	name.Y = m.y + (height-name.H)/2
	m.text(name)
	for i := m.from; i < m.to; i++ {
		m.mark(m.at(i), m.y+(height-matrixRow)/2, e[2+2*i].Code, e[3+2*i])
	}
	m.text(page.Text{X: sheetMargin + m.width() - matrixTotal, Y: m.y, W: matrixTotal, H: height, Content: m.written(m.last(), e[len(e)-1], false), MaxLines: 1,
		Align: page.End, VAlign: page.Middle, Style: name.Style})
	m.y += height
	m.level(sheetMargin, m.y, m.width(), 0.12, line)
}

// mark draws a person's part in a session from a height downwards: a shape for the status, for colour alone says nothing on a
// grey printer, and the minutes below.
func (m *matrix) mark(x, y float64, status string, minutes Entry) {
	centre := m.left(x, m.column) + m.column/2
	n, _ := minutes.Value.(int)
	at := y + 2.6
	if n == 0 {
		at = y + matrixRow/2
	}
	m.shape(centre, at, status)
	if n == 0 {
		return
	}
	text := strconv.Itoa(n)
	if minutes.Code == assumed {
		text += "*"
	}
	m.Add(page.Text{X: centre - m.column/2, Y: y + 4.2, W: m.column, H: 3, Content: text, Align: page.Centre, VAlign: page.Middle, MaxLines: 1,
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
	foot := m.table.Foot
	m.text(page.Text{X: sheetMargin + 10, Y: m.y, W: m.names - 12, H: matrixRow, Content: m.written(m.table.Columns[1], foot[1], false), MaxLines: 1, VAlign: page.Middle, Style: bold})
	for i := m.from; i < m.to; i++ {
		m.text(page.Text{X: m.at(i), Y: m.y, W: m.column, H: matrixRow, Content: m.written(m.table.Columns[2+2*i], foot[2+2*i], false), Align: page.Centre, VAlign: page.Middle, MaxLines: 1, Style: bold})
	}
	m.text(page.Text{X: sheetMargin + m.width() - matrixTotal, Y: m.y, W: matrixTotal, H: matrixRow, Content: m.written(m.last(), foot[len(foot)-1], false), MaxLines: 1,
		Align: page.End, VAlign: page.Middle, Style: bold})
	m.y += matrixRow
}
