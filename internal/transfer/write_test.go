package transfer_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lanyard/internal/transfer"
)

func people() transfer.Sheet {
	at := time.Date(2025, 7, 18, 9, 42, 0, 0, time.FixedZone("Baku", 4*3600))
	return transfer.Sheet{Name: "Panel 1: [people]/all", Columns: []transfer.Column{
		{Title: "First name"}, {Title: "Last name", Width: 30}, {Title: "Minutes", Kind: transfer.Number}, {Title: "Arrived", Kind: transfer.Time}},
		Rows: [][]any{
			{"Şəhla", "Qafar-zadə", 90, at}, {"عبد الرحمن", "المنصوري", -5, nil}, {"=cmd|' /C calc'!A0", "+SUM(1+1)", 1.5, time.Time{}},
			{"say \"hi\"", "two\nlines, and a comma", int64(7), at}, {" leads and trails ", "-dash", nil, nil}, {"@at", "bell\a", 0, at},
		}}
}

func TestCSVRoundTrip(t *testing.T) {
	var b bytes.Buffer
	if err := transfer.WriteCSV(context.Background(), &b, people(), nil); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if !strings.HasPrefix(text, "\ufeffFirst name,Last name") || !strings.Contains(text, "'=cmd") || !strings.Contains(text, "'+SUM") ||
		!strings.Contains(text, ",-5,") || !strings.Contains(text, "2025-07-18 09:42\r\n") {
		t.Errorf("%q", text)
	}
	table, err := transfer.Read(&b, "x.csv", transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range people().Rows {
		for j := range 2 {
			if got := table.Rows[i].Cell(j); got != row[j] {
				t.Errorf("row %d: %q became %q", i, row[j], got)
			}
		}
	}
}

func TestXLSXRoundTrip(t *testing.T) {
	var b bytes.Buffer
	if err := transfer.WriteXLSX(context.Background(), &b, []transfer.Sheet{people(), people(), {}}, nil); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if len(sheets) != 3 || sheets[0] != "Panel 1  (people)-all" || sheets[1] == sheets[0] {
		t.Errorf("sheets %q", sheets)
	}
	if formula, _ := f.GetCellFormula(sheets[0], "A4"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if kind, _ := f.GetCellType(sheets[0], "C2"); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("a number has the type %v", kind)
	}
	if raw, _ := f.GetCellValue(sheets[0], "D2", excelize.Options{RawCellValue: true}); !strings.HasPrefix(raw, "45856.40") {
		t.Errorf("a time is the number %q", raw)
	}
	if p, _ := f.GetPanes(sheets[0]); !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v", p)
	}
	if w, _ := f.GetColWidth(sheets[0], "B"); w != 30 {
		t.Errorf("width %v", w)
	}
	table, _, got := take(t, data, "x.xlsx", transfer.Options{})
	if table.Format != "xlsx" || len(got.People) != 6 || got.People[0].CheckedIn != "2025-07-18 09:42" || got.People[5].Attendee.FamilyName != "bell" {
		t.Errorf("%+v", got.People)
	}
	for i, row := range people().Rows[:4] {
		for j := range 2 {
			if text := table.Rows[i].Cell(j); text != row[j] {
				t.Errorf("row %d: %q became %q", i, row[j], text)
			}
		}
	}
	wantCode(t, transfer.CodeSheet, func() error {
		_, err := transfer.Read(bytes.NewReader(data), "x.xlsx", transfer.Options{Sheet: "Nope"})
		return err
	})
}

// A phone number that a spreadsheet keeps as a number arrives with all its digits.
func TestLongNumbersOfAWorkbook(t *testing.T) {
	var b bytes.Buffer
	s := transfer.Sheet{Columns: []transfer.Column{{Title: "Name"}, {Title: "Phone"}, {Title: "Barcode #"}, {Title: "Country"}},
		Rows: [][]any{{"Zoé Martin", 994505550101, int64(123456789012345), "Azərbaycan"}}}
	if err := transfer.WriteXLSX(context.Background(), &b, []transfer.Sheet{s}, nil); err != nil {
		t.Fatal(err)
	}
	_, _, got := take(t, b.Bytes(), "x.xlsx", transfer.Options{})
	if p := got.People[0]; p.Attendee.Phone != "+994505550101" || p.ForeignCode != "123456789012345" {
		t.Errorf("%+v", p)
	}
}

func many(n int) transfer.Sheet {
	s := people()
	row := s.Rows[0]
	s.Rows = make([][]any, n)
	for i := range s.Rows {
		s.Rows[i] = row
	}
	return s
}

func TestWritingCanBeCancelled(t *testing.T) {
	for name, write := range map[string]func(context.Context, func(int, int)) error{
		"csv": func(c context.Context, p func(int, int)) error {
			return transfer.WriteCSV(c, io.Discard, many(5000), p)
		},
		"xlsx": func(c context.Context, p func(int, int)) error {
			return transfer.WriteXLSX(c, io.Discard, []transfer.Sheet{many(5000)}, p)
		},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		last := 0
		err := write(ctx, func(done, total int) {
			if last = done; total != 5000 {
				t.Errorf("%s: total %d", name, total)
			}
			if done >= 1000 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || last != 1000 {
			t.Errorf("%s: %v at %d", name, err, last)
		}
	}
}

func BenchmarkXLSX100000(b *testing.B) {
	s := many(100_000)
	for b.Loop() {
		if err := transfer.WriteXLSX(context.Background(), io.Discard, []transfer.Sheet{s}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV100000(b *testing.B) {
	var out bytes.Buffer
	if err := transfer.WriteCSV(context.Background(), &out, many(100_000), nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		table, err := transfer.Read(bytes.NewReader(out.Bytes()), "x.csv", transfer.Options{})
		if err != nil {
			b.Fatal(err)
		}
		m, err := transfer.Recognise(table)
		if err != nil {
			b.Fatal(err)
		}
		if got := transfer.People(table, m); len(got.People) != 100_000 {
			b.Fatal(len(got.People))
		}
	}
}

// TestAWorkbookIsReadyForUse reads the parts of a workbook as a spreadsheet program would.
func TestAWorkbookIsReadyForUse(t *testing.T) {
	sheet := transfer.Sheet{Name: "Leyla's list", Columns: []transfer.Column{{Title: "Name", Width: 30}, {Title: "Note"}, {Title: "Minutes", Kind: transfer.Number}},
		Rows: [][]any{{"Leyla", "", 5}, {"Nigar", "late", 0}}}
	var out bytes.Buffer
	if err := transfer.WriteXLSX(context.Background(), &out, []transfer.Sheet{sheet}, nil); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string) string {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	cells, whole := part("xl/worksheets/sheet1.xml"), part("xl/workbook.xml")
	for _, want := range []string{`<col min="1" max="1" width="30" customWidth="1"/><col min="2"`, `<autoFilter ref="$A$1:$C$3">`,
		`fitToHeight="0" fitToWidth="1" orientation="landscape" paperSize="9"`, `<pageSetUpPr fitToPage="true">`} {
		if !strings.Contains(cells, want) {
			t.Errorf("the sheet has no %s", want)
		}
	}
	if strings.Contains(cells, `r="B2"`) || !strings.Contains(cells, `r="B3"`) || !strings.Contains(cells, `<c r="C3"><v>0</v>`) {
		t.Error("an empty text is a cell, or another one is none")
	}
	if !strings.Contains(whole, "_xlnm.Print_Titles") {
		t.Error("the header stands on the first page only")
	}
}
