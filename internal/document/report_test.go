package document_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// sheets are the documents of every kind.
func sheets(t testing.TB, s document.Summary, o document.Options) map[string]page.Document {
	t.Helper()
	all := map[string]page.Document{}
	for _, kind := range document.Kinds() {
		all[kind] = drawnReport(t, kind, s, o)
	}
	return all
}

func drawnReport(t testing.TB, kind string, s document.Summary, o document.Options) page.Document {
	t.Helper()
	doc, err := document.Compose(kind, s, o).Document(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func logLines(n int) []document.LogLine {
	var all []document.LogLine
	for i := range n {
		all = append(all, document.LogLine{When: made.Add(time.Duration(i) * time.Second), Who: "Günel", Desk: "A", What: fmt.Sprintf("Checked in Əli Əliyev %d at Main entrance", i)})
	}
	return all
}

// TestPaperSaysWhatTheTablesSay: in every language every value of every table stands on the paper.
func TestPaperSaysWhatTheTablesSay(t *testing.T) {
	for _, tag := range []string{"en", "az", "fr", "ru", "ar", "kk", "uz", "ky", "tg", i18n.LongTag, i18n.RTLTag} {
		people := 24
		if tag == "en" { // tables break over pages alike in every language
			people = 90
		}
		sum := whole(t, newStage(t, tag), people)
		setter := typeset.New()
		for _, kind := range document.Kinds() {
			t.Run(tag+"/"+kind, func(t *testing.T) {
				r := document.Compose(kind, sum, document.Options{Lang: i18n.OpenDocument(tag), Created: made, Setter: setter})
				doc, err := r.Document(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				inside(t, setter, doc)
				text := unbroken(strings.Join(readBack(t, write(t, setter, doc)), " "))
				for _, g := range r.Grids() {
					said(t, text, g)
				}
			})
		}
	}
}

// said looks for all that a table says on paper, word by word: a text over two lines is copied with its neighbour between them.
func said(t *testing.T, paper string, g document.Grid) {
	t.Helper()
	for i, row := range g.Rows {
		for j, v := range row {
			if c := g.Columns[j]; c.Place == document.Flag || g.Name == "matrix" && j > 1 || g.Name == "arrivals" || g.Name == "figures" && i > 5 {
				continue // a flag, a mark or the place on an axis or a phrase stands for it
			}
			want := ""
			switch v := v.(type) {
			case string:
				want = v
			case time.Time:
				want = v.Format("15:04")
			}
			for _, word := range strings.FieldsFunc(want, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ':' }) {
				if !strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Mn) }) && !strings.Contains(paper, unbroken(word)) {
					t.Errorf("row %d of %s says %q, the paper lacks %q", i, g.Name, want, word)
				}
			}
		}
	}
}

// TestSheetsOfNothing: a seminar that nobody has touched yet has sentences where charts would be.
func TestSheetsOfNothing(t *testing.T) {
	s := newStage(t, "en")
	setter := typeset.New()
	o := document.Options{Created: made, Setter: setter}
	for kind, doc := range sheets(t, document.Summary{Seminar: s.seminar, Made: made}, o) {
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
	doc := drawnReport(t, document.KindSummary, sum, document.Options{Lang: i18n.Open("az"), Created: made, Setter: setter})
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
	doc := drawnReport(t, document.KindSummary, sum, document.Options{Created: made, Setter: setter})
	inside(t, setter, doc)
	if text := strings.Join(readBack(t, write(t, setter, doc)), " "); !strings.Contains(text, "The very end.") {
		t.Error("the end of the proposal is missing")
	}
}

// TestValuesAreOfTheirColumnsKinds: what a workbook has as a number or a time is one.
func TestValuesAreOfTheirColumnsKinds(t *testing.T) {
	s := newStage(t, "en")
	sum := whole(t, s, 40)
	for _, kind := range document.Kinds() {
		r := document.Compose(kind, sum, document.Options{})
		if r.Rows() == 0 {
			t.Errorf("%s has no rows", kind)
		}
		for _, g := range r.Grids() {
			if len(g.Columns) == 0 || g.Name == "" || g.Title == "" {
				t.Errorf("%s: %d columns of %q", kind, len(g.Columns), g.Name)
			}
			for _, row := range g.Rows {
				if len(row) != len(g.Columns) {
					t.Fatalf("%s %s: a row of %d values for %d columns: %v", kind, g.Name, len(row), len(g.Columns), row)
				}
				for i, v := range row {
					ok := v == nil
					switch v.(type) {
					case string:
						ok = g.Columns[i].Kind == document.ColumnText || g.Columns[i].Kind == document.ColumnCountry
					case int:
						ok = g.Columns[i].Kind == document.ColumnNumber || g.Columns[i].Kind == document.ColumnMinutes || g.Columns[i].Kind == document.ColumnPercent
					case time.Time:
						ok = g.Columns[i].Kind == document.ColumnTime
					}
					if !ok {
						t.Errorf("%s %s: %v in a column of %s", kind, g.Name, v, g.Columns[i].Kind)
					}
				}
			}
		}
	}
	if r := document.Compose("nothing", sum, document.Options{}); len(r.Tables) > 0 {
		t.Error("a kind that does not exist has tables")
	}
}
