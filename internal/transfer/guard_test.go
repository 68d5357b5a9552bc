package transfer_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

// TestFormulasAreTexts: nothing that a spreadsheet would run comes out of a CSV as it went in, numbers and phone numbers
// stay readable, and what is taken in again is what it was.
func TestFormulasAreTexts(t *testing.T) {
	run := []string{"=1+1", "=cmd|' /C calc'!A0", "+SUM(1)", "-2+3", "@A1", "\t=1", "\n=1", "＝1+1", "＋1+1", "－1＋1", "＠A1", "+1-555-0100", "--1", "-", "+", "+994 (12) 1",
		"-1,2,3", "=HYPERLINK(\"http://x\")"}
	readable := []string{"+994125550100", "+994 12 555 01 00", "-5", "-12.5", "-3,5", "+7", "Ali", "a=b", "'quoted'", "1-2", "'", "''"}
	marked := []string{"'=1", "''=1", "'+994125550100", "'-5", "'@"}
	sheet := transfer.Sheet{Columns: []transfer.Column{{Title: "First name"}, {Title: "=Last name"}, {Title: "Comment"}}}
	all := append(append(append([]string{}, run...), readable...), marked...)
	for _, s := range all {
		sheet.Rows = append(sheet.Rows, []any{"x", "y", s})
	}
	var b bytes.Buffer
	if err := transfer.WriteCSV(context.Background(), &b, sheet, nil); err != nil {
		t.Fatal(err)
	}
	written, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		cell := written[i+1][2]
		switch {
		case i < len(run) && !strings.HasPrefix(cell, "'"):
			t.Errorf("%q would be run: %q", s, cell)
		case i >= len(run) && i < len(run)+len(readable) && cell != s:
			t.Errorf("%q reads %q", s, cell)
		}
	}
	if written[0][1] != "'=Last name" {
		t.Errorf("a title would be run: %q", written[0][1])
	}
	table, err := transfer.Read(&b, "x.csv", transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		if got := table.Rows[i].Cell(2); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
}

func TestPlainCSVHasNoMark(t *testing.T) {
	var b bytes.Buffer
	if err := transfer.WriteCSV(context.Background(), &b, transfer.Sheet{Plain: true, Columns: []transfer.Column{{Title: "A"}}}, nil); err != nil || b.String() != "A\r\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}
