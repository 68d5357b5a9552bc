package document

// The kinds of report.
const (
	KindSummary     = "summary"
	KindAttendance  = "attendance"
	KindMatrix      = "matrix"
	KindSignIn      = "signin"
	KindDelegations = "delegations"
	KindLog         = "log"
)

// Kinds are the kinds of report, in the order a menu offers them.
func Kinds() []string {
	return []string{KindSummary, KindAttendance, KindMatrix, KindSignIn, KindDelegations, KindLog}
}

// What the values of a column are.
const (
	ColumnText   = "text"   // string
	ColumnNumber = "number" // int
	ColumnTime   = "time"   // time.Time in the seminar's zone
)

// Column is a column of a report as a spreadsheet has it. Width is in characters.
type Column struct {
	Title string
	Width float64
	Kind  string
}

// Table gives the figures of a report as a spreadsheet has them: values as they are, not as they are printed. A row has
// a value for every column: string, int or time.Time by the column's kind, or nil for none. A kind that does not exist
// gives no columns.
func Table(kind string, s Summary, o Options) ([]Column, [][]any) {
	f := figures{kit: o.kit(), s: s}
	switch kind {
	case KindSummary:
		f.summary()
	case KindAttendance:
		f.attendance()
	case KindMatrix:
		f.matrix()
	case KindSignIn:
		f.signIn()
	case KindDelegations:
		f.delegations()
	case KindLog:
		f.log()
	}
	return f.columns, f.rows
}

// figures gathers a table.
type figures struct {
	kit
	s       Summary
	columns []Column
	rows    [][]any
}

func (f *figures) add(title, kind string, width float64) {
	f.columns = append(f.columns, Column{Title: title, Kind: kind, Width: width})
}

func (f *figures) row(values ...any) { f.rows = append(f.rows, values) }

// number is a number, or nothing where there is none to give.
func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func (f *figures) attendance() {
	f.add(f.T("column.number"), ColumnNumber, 6)
	f.person()
	f.add(f.T("column.status"), ColumnText, 16)
	f.add(f.T("column.arrived"), ColumnTime, 18)
	f.add(f.T("common.presence.left"), ColumnTime, 18)
	f.add(f.T("column.minutes"), ColumnNumber, 10)
	f.add(f.T("column.percent"), ColumnNumber, 8)
	for i, p := range f.s.People {
		row := append([]any{i + 1}, f.personValues(p)...)
		row = append(row, f.status(p), nil, nil, p.Minutes, p.Percent)
		at := len(row) - 4
		if !p.Arrived.IsZero() {
			row[at] = p.Arrived
		}
		if !p.Left.IsZero() {
			row[at+1] = p.Left
		}
		f.row(row...)
	}
}

// person adds the columns that say who somebody is.
func (f *figures) person() {
	f.add(f.T("column.badge_number"), ColumnText, 12)
	f.add(f.T("column.honorific"), ColumnText, 10)
	f.add(f.T("column.given_name"), ColumnText, 20)
	f.add(f.T("column.family_name"), ColumnText, 24)
	f.add(f.T("column.native_name"), ColumnText, 26)
	f.add(f.T("column.position"), ColumnText, 26)
	f.add(f.T("column.organisation"), ColumnText, 36)
	f.add(f.T("column.country"), ColumnText, 18)
	f.add(f.T("column.category"), ColumnText, 18)
	f.add(f.T("column.delegation"), ColumnText, 18)
}

func (f *figures) personValues(p PersonLine) []any {
	country := ""
	if p.Row.Country != "" {
		country = f.Country(p.Row.Country)
	}
	return []any{p.Row.BadgeNumber, p.Honorific, p.Row.GivenName, p.Row.FamilyName, p.Row.NativeName, p.Position, p.Row.Organisation,
		country, p.Category.Name, p.Delegation}
}

func (f *figures) matrix() {
	f.add(f.T("column.number"), ColumnNumber, 6)
	f.add(f.T("column.name"), ColumnText, 32)
	f.add(f.T("column.organisation"), ColumnText, 36)
	f.add(f.T("column.category"), ColumnText, 18)
	for _, l := range f.s.Sessions {
		title := joined(" ", f.Time(l.Session.Start.In(f.s.Seminar.Location())), l.Session.Title)
		f.add(title, ColumnText, 14)
		f.add(joined(" – ", title, f.T("column.minutes")), ColumnNumber, 10)
	}
	f.add(f.T("column.minutes"), ColumnNumber, 10)
	for i, p := range f.s.People {
		row := []any{i + 1, p.name(), p.Row.Organisation, p.Category.Name}
		for j := range f.s.Sessions {
			c := Cell{}
			if j < len(p.Sessions) {
				c = p.Sessions[j]
			}
			row = append(row, f.word("common.attendance.", c.Status), number(c.Minutes))
		}
		f.row(append(row, p.Minutes)...)
	}
}

func (f *figures) signIn() {
	f.add(f.T("column.number"), ColumnNumber, 6)
	f.add(f.T("column.delegation"), ColumnText, 20)
	f.add(f.T("column.name"), ColumnText, 32)
	f.add(f.T("column.native_name"), ColumnText, 26)
	f.add(f.T("column.organisation"), ColumnText, 36)
	f.add(f.T("column.signature"), ColumnText, 30)
	n := 0
	for _, v := range f.s.parties(PersonLine.expected) {
		for _, p := range v.members {
			n++
			f.row(n, p.Delegation, p.name(), p.Row.NativeName, p.Row.Organisation, "")
		}
	}
}

func (f *figures) delegations() {
	f.add(f.T("column.delegation"), ColumnText, 24)
	f.add(f.T("column.quota"), ColumnNumber, 10)
	f.add(f.T("common.presence.expected"), ColumnNumber, 10)
	f.add(f.T("common.presence.arrived"), ColumnNumber, 10)
	f.add(f.T("column.minutes"), ColumnNumber, 10)
	f.add(f.T("document.column.members"), ColumnText, 60)
	for _, v := range f.s.parties(func(PersonLine) bool { return true }) {
		names := make([]string, len(v.members))
		for i, p := range v.members {
			names[i] = p.name()
		}
		name := v.name
		if name == "" {
			name = f.T("document.no_delegation")
		}
		f.row(name, number(v.group.Quota), v.group.Expected, v.group.Arrived, v.group.Minutes, joined("; ", names...))
	}
}

func (f *figures) log() {
	f.add(f.T("column.time"), ColumnTime, 20)
	f.add(f.T("column.operator"), ColumnText, 20)
	f.add(f.T("column.desk"), ColumnText, 10)
	f.add(f.T("document.column.what"), ColumnText, 70)
	for _, l := range f.s.Log {
		f.row(l.When, l.Who, l.Desk, l.What)
	}
}
