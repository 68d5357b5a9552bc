package transfer_test

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lanyard/internal/transfer"
)

func TestDatesAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"1985-07-18": "1985-07-18", "18.07.1985": "1985-07-18", "18/7/1985": "1985-07-18", "18-07-1985": "1985-07-18", "1985/7/18": "1985-07-18", "1985.07.18.": "1985-07-18",
		"18.07.85": "1985-07-18", "1.2.07": "2007-02-01", "18.07.1985 г.": "1985-07-18", "١٨/٠٧/١٩٨٥": "1985-07-18", "31246": "1985-07-18", "31246.5": "1985-07-18",
		"18.07.1985 10:22:33": "1985-07-18", "1985-07-18T00:00:00": "1985-07-18", "1985-07-18T10:00:00Z": "1985-07-18", "2025/07/01 10:22:33 am GMT+4": "2025-07-01", "18.07.1985 0:00": "1985-07-18",
		"July 18, 1985": "1985-07-18", "18 July 1985": "1985-07-18", "18-Jul-1985": "1985-07-18", "Jul 18 1985": "1985-07-18", "18 июля 1985 г.": "1985-07-18", "18 Июль 1985": "1985-07-18",
		"18 iyul 1985": "1985-07-18", "18 iyun 1985-ci il": "", "18 Temmuz 1985": "1985-07-18", "18 juillet 1985": "1985-07-18", "5 mai 1985": "1985-05-05", "18 يوليو 1985": "1985-07-18",
		// What could be read in two ways, or is no day, is not.
		"1985": "", "18.07.38": "", "31.02.1985": "", "7/18/1985": "", "July 1985": "", "18 July 5 1985": "", "0": "", "18 Nonsense 1985": "", "99999": "", "1.2.3": "", "yesterday": "", "18.7": "",
	} {
		if got := transfer.Day(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

// A list in which some dates have the month first, and none the day, has it first in all.
func TestAListWithTheMonthFirst(t *testing.T) {
	for list, want := range map[string][]string{
		"Name,Date of birth\nA B,7/18/1985\nC D,1/2/1990\nE F,12/31/2001 0:00\n": {"1985-07-18", "1990-01-02", "2001-12-31"},
		"Name,Date of birth\nA B,7/18/1985\nC D,1/2/1990\nE F,31/12/2001\n":      {"", "1990-02-01", "2001-12-31"},
	} {
		_, _, got := take(t, []byte(list), "x.csv", transfer.Options{})
		for i, p := range got.People {
			if p.Attendee.BirthDate != want[i] {
				t.Errorf("%q: row %d is %q", list, p.Row, p.Attendee.BirthDate)
			}
		}
	}
}

// Dates and numbers are read as what they are, however their cells show them.
func TestDatesAndNumbersOfAWorkbook(t *testing.T) {
	const serial = 31246
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, value any, format string, id int) {
		t.Helper()
		style := &excelize.Style{NumFmt: id}
		if format != "" {
			style.CustomNumFmt = &format
		}
		n, err := f.NewStyle(style)
		if err == nil {
			err = errors.Join(f.SetCellValue("Sheet1", cell, value), f.SetCellStyle("Sheet1", cell, cell, n))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, title := range []string{"Name", "Date of birth", "Phone", "Code"} {
		set(string(rune('A'+i))+"1", title, "", 0)
	}
	dates := []struct {
		format string
		id     int
	}{{"", 0}, {"", 14}, {"", 15}, {"", 22}, {"dd.mm.yyyy", 0}, {`[$-419]d mmmm yyyy "г.";@`, 0}, {`[$-F800]dddd, mmmm dd, yyyy`, 0}, {"m/d/yy h:mm AM/PM", 0}}
	phones := []string{"", "0.00E+00", "#,##0", "0", "+##0 ## ### ## ##", "@", "General", "0000000000000"}
	for i, d := range dates {
		row := strconv.Itoa(i + 2)
		set("A"+row, "Leyla Nuri", "", 0)
		set("B"+row, serial, d.format, d.id)
		set("C"+row, 994505550101, phones[i], 0)
		set("D"+row, 42, "000000", 0)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	table, _, got := take(t, out.Bytes(), "x.xlsx", transfer.Options{})
	if len(got.People) != len(dates) || len(got.Errors) > 0 {
		t.Fatalf("%+v", got.Errors)
	}
	for i, p := range got.People {
		if digits := strings.NewReplacer("+", "", " ", "").Replace(p.Attendee.Phone); p.Attendee.BirthDate != "1985-07-18" || strings.TrimLeft(digits, "0") != "994505550101" || p.ForeignCode != "000042" {
			t.Errorf("%+v, %q: %+v", dates[i], phones[i], table.Rows[i].Cells)
		}
	}
}

// A phone number that a spreadsheet has rounded is not taken for one.
func TestARoundedPhoneNumberIsTold(t *testing.T) {
	_, _, got := take(t, []byte("Name;Phone\nA B;9.94505E+11\nC D;9,94505E+11\nE F;9.94505550101E+11\nG H;9.9E+11\n"), "x.csv", transfer.Options{})
	if len(got.Errors) != 3 || got.People[2].Attendee.Phone != "994505550101" {
		t.Errorf("%+v, %+v", got.Errors, got.People[2])
	}
	for _, e := range got.Errors {
		if e.Code != transfer.CodeRounded || e.Column != "Phone" {
			t.Errorf("%+v", e)
		}
	}
}
