package document_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// sheets are the documents made of a summary.
func sheets(s document.Summary, o document.Options) map[string]page.Document {
	return map[string]page.Document{
		document.KindSummary: document.Report(s, o), document.KindAttendance: document.Attendance(s, o), document.KindMatrix: document.Matrix(s, o),
		document.KindSignIn: document.SignIn(s, o), document.KindDelegations: document.Delegations(s, o), document.KindLog: document.Log(s.Log, s, o),
	}
}

func logLines(n int) []document.LogLine {
	var all []document.LogLine
	for i := range n {
		all = append(all, document.LogLine{When: made.Add(time.Duration(i) * time.Second), Who: "Günel", Desk: "A", What: fmt.Sprintf("Checked in Əli Əliyev %d at Main entrance", i)})
	}
	return all
}

func TestSheets(t *testing.T) {
	for _, tag := range []string{"en", "az", i18n.LongTag, i18n.RTLTag} {
		s := newStage(t, tag)
		sum := s.summary(t, 90)
		sum.Log = logLines(70)
		setter := typeset.New()
		for kind, doc := range sheets(sum, document.Options{Lang: i18n.Open(tag), Created: made, Setter: setter}) {
			t.Run(tag+"/"+kind, func(t *testing.T) {
				inside(t, setter, doc)
				text := unbroken(strings.Join(readBack(t, write(t, setter, doc)), " "))
				if kind == document.KindLog {
					if !strings.Contains(text, "Əli Əliyev 69") {
						t.Error("the last line of the log is missing")
					}
					return
				}
				for _, p := range sum.People {
					if kind == document.KindSignIn && p.Row.Status == seminar.Cancelled && p.Arrived.IsZero() {
						continue
					}
					// A name over two lines is copied with its neighbour's cell between them.
					for _, part := range strings.FieldsFunc(p.Row.Name(), func(r rune) bool { return r == ' ' || r == '-' }) {
						if !strings.Contains(text, part) {
							t.Errorf("%q of %q is missing", part, p.Row.Name())
						}
					}
				}
			})
		}
	}
}

// TestSheetsOfNothing: a seminar that nobody has touched yet has sentences where charts would be.
func TestSheetsOfNothing(t *testing.T) {
	s := newStage(t, "en")
	setter := typeset.New()
	o := document.Options{Created: made, Setter: setter}
	for kind, doc := range sheets(document.Summary{Seminar: s.seminar, Made: made}, o) {
		inside(t, setter, doc)
		text := strings.Join(readBack(t, write(t, setter, doc)), " ")
		want := map[string]string{document.KindSummary: "Nobody has arrived yet.", document.KindAttendance: "Nobody is registered yet.",
			document.KindMatrix: "The programme has no sessions yet.", document.KindSignIn: "Nobody is registered yet.",
			document.KindDelegations: "There are no delegations.", document.KindLog: "Nothing has been recorded yet."}[kind]
		if !strings.Contains(text, want) || len(doc.Pages) > 2 {
			t.Errorf("%s: %d pages say %q", kind, len(doc.Pages), text)
		}
	}
}

func TestReportOfThousands(t *testing.T) {
	s := newStage(t, "az")
	sum := s.summary(t, 3000)
	setter := typeset.New()
	began := time.Now()
	doc := document.Report(sum, document.Options{Lang: i18n.Open("az"), Created: made, Setter: setter})
	t.Logf("%d pages in %v", len(doc.Pages), time.Since(began))
	inside(t, setter, doc)
	n := len(doc.Pages)
	if n < 60 {
		t.Fatalf("%d pages", n)
	}
	// What every page says is looked up in its drawing instructions; the first and the last are read back from the file.
	drawn := make([]string, n)
	for i, p := range doc.Pages {
		for _, text := range texts(page.Document{Pages: []*page.Page{p}}) {
			drawn[i] += text.Content + "\n"
		}
	}
	file := write(t, setter, doc)
	const ends = 6
	read := slices.Concat(readSome(t, file, 1, ends), drawn[ends:n-ends], readSome(t, file, n-ends+1, 0))
	if len(read) != n {
		t.Fatalf("%d pages were drawn, %d read", n, len(read))
	}
	for i, p := range read {
		if number := fmt.Sprintf("Səhifə %d / %d", i+1, n); !strings.Contains(p, number) {
			t.Errorf("page %d lacks %q", i+1, number)
		}
		if i > 0 && !strings.Contains(p, s.seminar.Title("az")) {
			t.Errorf("page %d lacks the running head", i+1)
		}
	}
	if !strings.Contains(read[n-2], "Təşkilat") {
		t.Errorf("the head of the table is not repeated on page %d", n-1)
	}
}

// TestInitiativeLongerThanAPage continues on the next.
func TestInitiativeLongerThanAPage(t *testing.T) {
	s := newStage(t, "en")
	sum := s.summary(t, 3)
	sum.Initiatives[0].Initiative.Text = strings.Repeat("A sentence of a proposal that goes on. ", 400) + "The very end."
	setter := typeset.New()
	doc := document.Report(sum, document.Options{Created: made, Setter: setter})
	inside(t, setter, doc)
	if text := strings.Join(readBack(t, write(t, setter, doc)), " "); !strings.Contains(text, "The very end.") {
		t.Error("the end of the proposal is missing")
	}
}

func TestTable(t *testing.T) {
	s := newStage(t, "en")
	sum := s.summary(t, 40)
	sum.Log = logLines(5)
	for _, kind := range document.Kinds() {
		columns, rows := document.Table(kind, sum, document.Options{})
		if len(columns) == 0 || len(rows) == 0 {
			t.Errorf("%s: %d columns, %d rows", kind, len(columns), len(rows))
		}
		for _, row := range rows {
			if len(row) != len(columns) {
				t.Fatalf("%s: a row of %d values for %d columns: %v", kind, len(row), len(columns), row)
			}
			for i, v := range row {
				ok := v == nil
				switch columns[i].Kind {
				case document.ColumnText:
					_, ok = v.(string)
					ok = ok || v == nil
				case document.ColumnNumber:
					_, isInt := v.(int)
					ok = ok || isInt
				case document.ColumnTime:
					_, isTime := v.(time.Time)
					ok = ok || isTime
				}
				if !ok {
					t.Errorf("%s: %v in a column of %s", kind, v, columns[i].Kind)
				}
			}
		}
	}
	if columns, rows := document.Table("nothing", sum, document.Options{}); columns != nil || rows != nil {
		t.Error("a kind that does not exist has figures")
	}
}
