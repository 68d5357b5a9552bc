package document

import (
	"slices"
	"strings"

	"lanyard/internal/page"
)

// The kinds of report.
const (
	KindSummary     = "summary"
	KindAttendance  = "attendance"
	KindMatrix      = "matrix"
	KindSignIn      = "signin"
	KindDelegations = "delegations"
	KindProtocol    = "protocol"
	KindStatistics  = "statistics"
	KindComparison  = "comparison"
	KindCheckins    = "checkins"
	KindLog         = "log"
	KindEmergency   = "emergency"
)

// Kinds are the kinds of report, in the order a menu offers them.
func Kinds() []string {
	return []string{KindSummary, KindAttendance, KindMatrix, KindSignIn, KindDelegations, KindProtocol, KindStatistics, KindComparison,
		KindCheckins, KindLog, KindEmergency}
}

// Report is a report before it takes a form. Paper, screen, workbook, CSV and JSON are all made of its tables, so that they
// say the same.
type Report struct {
	Kind    string
	Title   string // of the kind, in words
	Tables  []Table
	kit     kit
	options Options
	s       Summary
	paper   paper
}

// paper is what only paper has of a report.
type paper struct {
	size    page.Size
	signed  bool // ends with a place for signature and stamp
	large   bool // to be read at arm's length, and with no page to lose
	heading string
}

// Compose makes a report of a kind. A kind that does not exist gives a report without tables.
func Compose(kind string, s Summary, o Options) Report {
	c := composer{kit: o.kit(), s: s, days: s.Seminar.End > s.Seminar.Start}
	c.report = Report{Kind: kind, kit: c.kit, options: o, s: s, paper: paper{size: page.A4}, Title: c.T("document." + titles(kind))}
	if i := slices.Index(Kinds(), kind); i >= 0 {
		composers()[kind](&c)
	}
	return c.report
}

// titles is the last part of the key of a kind's title.
func titles(kind string) string {
	if kind == KindSummary {
		return "report"
	}
	return kind
}

func composers() map[string]func(*composer) {
	return map[string]func(*composer){KindSummary: (*composer).summary, KindAttendance: (*composer).attendance, KindMatrix: (*composer).matrix,
		KindSignIn: (*composer).signIn, KindDelegations: (*composer).delegations, KindProtocol: (*composer).protocol,
		KindStatistics: (*composer).statistics, KindComparison: (*composer).comparison, KindCheckins: (*composer).checkins,
		KindLog: (*composer).log, KindEmergency: (*composer).emergency}
}

// composer gathers the tables of a report.
type composer struct {
	kit
	s      Summary
	days   bool // the seminar has more than one
	report Report
}

func (c *composer) add(t Table) { c.report.Tables = append(c.report.Tables, t) }

// Telling is the report with somebody told how many of its rows are on paper.
func (r Report) Telling(progress func(done, total int)) Report {
	r.options.Progress = progress
	return r
}

// mostBoxes is how many characters that no typeface has are named: more of them say the same.
const mostBoxes = 12

// Boxes are the first dozen of the characters on its pages that no typeface here has, in their order: empty boxes on paper.
func (r Report) Boxes(doc page.Document) []rune {
	var boxes []rune
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			t, ok := it.(page.Text)
			if !ok || !strings.ContainsFunc(t.Content, func(c rune) bool { return c > 0x52F }) { // ours have Latin and Cyrillic
				continue
			}
			for _, c := range r.kit.setter.Set(t).Missing {
				if !slices.Contains(boxes, c) {
					boxes = append(boxes, c)
				}
				if len(boxes) == mostBoxes {
					return boxes
				}
			}
		}
	}
	return boxes
}

// RTL says whether the report is read from right to left.
func (r Report) RTL() bool { return r.kit.RTL() }

// Rows is how many rows the tables have together.
func (r Report) Rows() int {
	n := 0
	for _, t := range r.Tables {
		n += t.Len()
	}
	return n
}

// LeftOut is how many people it does not list because they did not agree to what was asked for.
func (r Report) LeftOut() int { return r.s.LeftOut }
