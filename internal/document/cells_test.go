package document_test

import (
	"fmt"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/typeset"
)

// onPaper are the texts that a row of a table has on paper, in the order in which it is drawn.
func onPaper(l *i18n.Lang, t document.Table, row []document.Entry) []string {
	var all []string
	add := func(text string) {
		if text != "" {
			all = append(all, text)
		}
	}
	switch t.Shape {
	case document.Plain:
		for i, c := range t.Columns {
			if c.Place != document.Own {
				continue
			}
			first, second, _ := strings.Cut(cellOf(l, c, row[i]), "\n")
			if row[i].Code == "ticked" {
				first = strings.TrimSpace(strings.TrimPrefix(first, "✓"))
			}
			add(first)
			var below []string
			for j := i; j < len(t.Columns) && (j == i || t.Columns[j].Place != document.Own); j++ {
				if t.Columns[j].Place == document.Below {
					below = append(below, cellOf(l, t.Columns[j], row[j]))
				}
			}
			if len(below) == 0 {
				add(second)
			}
			for _, text := range below {
				if text != "–" {
					add(text)
				}
			}
		}
	case document.Bars:
		add(cellOf(l, t.Columns[0], row[0]))
		add(l.T("document.of", "n", row[1].Value, "of", row[2].Value))
	case document.Marks:
		add(cellOf(l, t.Columns[0], row[0]))
		add(cellOf(l, t.Columns[1], row[1]))
		for i := 3; i < len(row); i += 2 {
			if n, ok := row[i].Value.(int); ok {
				text := fmt.Sprint(n)
				if row[i].Code == "assumed" {
					text += "*"
				}
				add(text)
			}
		}
		add(cellOf(l, t.Columns[len(row)-1], row[len(row)-1]))
	}
	return all
}

// cellOf is a value in the words of its kind.
func cellOf(l *i18n.Lang, c document.Column, e document.Entry) string {
	if e.Text != "" {
		return e.Text
	}
	switch v := e.Value.(type) {
	case string:
		if c.Kind != document.ColumnCountry {
			return v
		}
		if v == "" {
			return l.T("common.no_country")
		}
		return l.Country(v)
	case int:
		switch {
		case c.Kind == document.ColumnPercent:
			return l.T("document.percent", "n", v)
		case c.Kind == document.ColumnMinutes && v == 0:
			return "–"
		case c.Kind == document.ColumnMinutes:
			return l.Hours(v)
		}
		return l.Number(v)
	case interface{ Format(string) string }:
		return v.Format("15:04")
	}
	if c.Kind == document.ColumnText || c.Kind == "" || c.Box {
		return ""
	}
	return "–"
}

// TestPaperHasEveryCell: the rows of every table, charts of bars and the matrix among them, stand on the paper cell by cell and in
// their order.
func TestPaperHasEveryCell(t *testing.T) {
	for _, tag := range []string{"en", "ru", "ar"} {
		l := i18n.OpenDocument(tag)
		sum := whole(t, newStage(t, tag), 60)
		sum.Only.Ticked = true
		setter := typeset.New()
		for _, kind := range document.Kinds() {
			o := document.Options{Lang: l, Created: made, Setter: setter}
			drawn := texts(drawnReport(t, kind, sum, o))
			at, cells := 0, 0
			for _, table := range document.Compose(kind, sum, o).Tables {
				for _, p := range table.Parts {
					for i, row := range p.Rows {
						for _, want := range onPaper(l, table, row) {
							cells++
							from := at
							for at < len(drawn) && !strings.Contains(drawn[at].Content, want) {
								at++
							}
							if at == len(drawn) {
								t.Fatalf("%s %s: row %d of %s: %q does not follow %q", tag, kind, i, table.Name, want, drawn[max(0, from-1)].Content)
							}
							if drawn[at].Content == want {
								at++
							}
						}
					}
				}
			}
			if cells < 7 {
				t.Errorf("%s %s: only %d cells were compared", tag, kind, cells)
			}
		}
	}
}
