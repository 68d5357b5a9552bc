package transfer_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lanyard/internal/transfer"
)

// What stands above a list, and headers of two rows, as offices make them.
func TestTheHeaderIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		list    string
		headers string
		rows    int
	}{
		"below a title":                   {"Список участников\nФИО;Страна\nАлиев В.;AZ\n", "ФИО|Страна", 1},
		"below a title, nothing known":    {"Список\nХто;Звідки;Колір\nОлена;Київ;синій\nІван;Львів;синій\n", "Хто|Звідки|Колір", 2},
		"below a title with a known word": {"Participants;;\nName;Colour;Shoe\nA B;red;42\n", "Name|Colour|Shoe", 1},
		"the first row is a narrow one":   {"Name,,\nA B,red,42\nC D,blue,43\n", "Name||", 2},
		"two rows, the upper one wider":   {"№;Ф.И.О.;Контакты;;Место работы;\n;;Телефон;E-mail;Организация;Должность\n1;Алиев Вели;1;a@example.org;X;Y\n", "№|Ф.И.О.|Телефон|E-mail|Организация|Должность", 1},
		"two rows, the lower one poorer":  {"Name;Country;Position;Contacts;\n;;;Phone;E-mail\nA B;AZ;writer;1;a@example.org\n", "Name|Country|Position|Phone|E-mail", 1},
		"columns without a header":        {"Name,E-mail\nA B,a@example.org,extra,more\nC D,c@example.org\n", "Name|E-mail||", 2},
		"empty columns behind":            {"Name;E-mail;;;\nA B;a@example.org;;;\n", "Name|E-mail|||", 1},
		"people who are called so":        {"Name,Country\nName,AZ\nCountry,KZ\n", "Name|Country", 2},
	} {
		table, err := transfer.Read(strings.NewReader(c.list), "x.csv", transfer.Options{})
		if err != nil || strings.Join(table.Headers, "|") != c.headers || len(table.Rows) != c.rows {
			t.Errorf("%s: %q, %d rows, %v", name, table.Headers, len(table.Rows), err)
		}
	}
}

// The sheet that is a list of people is taken, not the cover before it; a hidden one only if it is chosen.
func TestTheSheetOfPeopleIsFound(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, sheet := range []string{"Old", "Cover", "People", "More"} {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
	}
	cells := map[string][]string{"Old": {"Name", "Hidden"}, "Cover": {"Regional seminar", "Prepared by the office"}, "People": {"Name", "Leyla"}, "More": {"Name", "Anar"}}
	for sheet, texts := range cells {
		for i, text := range texts {
			if err := f.SetCellValue(sheet, []string{"A1", "A2"}[i], text); err != nil {
				t.Fatal(err)
			}
		}
	}
	err := f.DeleteSheet("Sheet1")
	f.SetActiveSheet(2)
	if err = errors.Join(err, f.SetSheetVisible("Old", false)); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	page := func(name, a, b string) string {
		return `<table:table table:name="` + name + `">` + odsRow(a) + odsRow(b) + `</table:table>`
	}
	open := strings.Index(odsHead, "<table:table ")
	sheets := ods(t, strings.NewReader(odsHead[:open]+page("Cover", "Regional seminar", "Prepared by the office")+page("People", "Name", "Leyla")+page("More", "Name", "Anar")+
		strings.TrimPrefix(odsEnd, "</table:table>")))
	for name, data := range map[string][]byte{"x.xlsx": out.Bytes(), "x.ods": sheets} {
		table, _, got := take(t, data, name, transfer.Options{})
		if table.Sheet != "People" || len(got.People) != 1 || got.People[0].Attendee.Name() != "Leyla" {
			t.Errorf("%s: %q, %+v", name, table.Sheet, got.People)
		}
		cover, err := transfer.Inspect(data, name, transfer.Options{Sheet: "Cover"})
		if err != nil || cover.Sheet != "Cover" || cover.Named || !slices.Contains(cover.Sheets, "More") {
			t.Errorf("%s: %+v, %v", name, cover, err)
		}
	}
}

// A page of a website that calls itself a spreadsheet is no list.
func TestAPageIsNoList(t *testing.T) {
	for _, text := range []string{"<html><table><tr><td>Name</td></tr></table></html>", "\ufeff \n<!DOCTYPE html>\n<p>", "<?xml version=\"1.0\"?><Workbook/>", "<TABLE border=1>"} {
		wantCode(t, transfer.CodeFormat, func() error {
			_, err := transfer.Read(strings.NewReader(text), "x.xls", transfer.Options{})
			return err
		})
	}
}
