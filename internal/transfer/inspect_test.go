package transfer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/transfer"
)

func TestAFileIsInspectedBeforeItIsRead(t *testing.T) {
	list := []byte("Familiya;Ism;Shahar;E-mail\n" + strings.Repeat("Karimov;Islom;Toshkent;i@example.uz\n", 5000))
	found, err := transfer.Inspect(list, "list.csv", transfer.Options{})
	if err != nil || found.Format != "csv" || found.Encoding != "utf-8" || found.Delimiter != ';' || !found.Named || len(found.Rows) > 100 || len(found.Rows) < 20 {
		t.Fatalf("%+v, %v", found, err)
	}
	want := []transfer.Field{transfer.FieldFamilyName, transfer.FieldGivenName, transfer.FieldNone, transfer.FieldEmail}
	if !slices.Equal(found.Fields, want) {
		t.Errorf("the columns are %v", found.Fields)
	}
	other, err := transfer.Inspect([]byte("E-MAIL;Shahar;Ism;Familiya\na;b;c;d\n"), "x.csv", transfer.Options{})
	if err != nil || other.Fingerprint != found.Fingerprint {
		t.Errorf("the same headers in another order are another list: %v", err)
	}
	wrong, err := transfer.Inspect(list, "list.csv", transfer.Options{Delimiter: ','})
	if err != nil || len(wrong.Headers) != 1 || wrong.Delimiter != ',' {
		t.Errorf("with commas: %q, %v", wrong.Headers, err)
	}
	nobody, err := transfer.Inspect([]byte("colour;shoe size\nred;42\n"), "x.csv", transfer.Options{})
	if err != nil || nobody.Named {
		t.Errorf("without names: %+v, %v", nobody, err)
	}
	book, err := transfer.Inspect(sample(t, "indico-registrations.ods"), "x.ods", transfer.Options{})
	if err != nil || book.Format != "ods" || len(book.Sheets) != 1 || book.Sheet != book.Sheets[0] || book.System != "indico" {
		t.Errorf("%+v, %v", book, err)
	}
}

func TestWhatStandsOnTheClipboardIsAList(t *testing.T) {
	pasted := "Ad\tSoyad\tQeyd\r\nLeyla\tQafar-zadə\t\"iki\nsətir\"\r\nƏli\tƏliyev\tvergül, nöqtəli; \r\n"
	table, _, got := take(t, []byte(pasted), "", transfer.Options{})
	if table.Delimiter != '\t' || len(got.People) != 2 || got.People[0].Attendee.DeskNote != "iki\nsətir" || got.People[1].Attendee.FamilyName != "Əliyev" {
		t.Errorf("%q %+v", table.Delimiter, got)
	}
}

func TestColumnsWithoutAHeaderOfTheirOwnAreChosenByNumber(t *testing.T) {
	_, _, got := take(t, []byte("Leyla;Qafar-zadə;ADA\nƏli;Əliyev;ICESCO\n"), "x.csv",
		transfer.Options{Headerless: true, Map: map[string]string{"column 1": "given_name", "column 2": "family_name", "column 3": "organisation"}})
	if len(got.People) != 2 || got.People[0].Row != 1 || got.People[0].Attendee.GivenName != "Leyla" || got.People[1].Attendee.Organisation != "ICESCO" {
		t.Errorf("%+v", got)
	}
	_, _, got = take(t, []byte("Name;Address;Address;\nZoé Martin;x;12 Street;zoe@example.fr\n"), "x.csv",
		transfer.Options{Map: map[string]string{"column 3": "desk_note", "column 4": "email"}})
	if a := got.People[0].Attendee; a.DeskNote != "12 Street" || a.Email != "zoe@example.fr" {
		t.Errorf("%+v", a)
	}
	wantCode(t, transfer.CodeDelimiter, func() error {
		_, err := transfer.Inspect([]byte("Name\nZoé\n"), "x.csv", transfer.Options{Delimiter: '"'})
		return err
	})
}

// TestAListAsWideAsASpreadsheet has every column looked at once, not once for every other.
func TestAListAsWideAsASpreadsheet(t *testing.T) {
	var header, row strings.Builder
	for i := range 16_000 {
		fmt.Fprintf(&header, ",Question %d of many", i)
		row.WriteString(",x")
	}
	start := time.Now()
	found, err := transfer.Inspect([]byte("Name"+header.String()+"\nLeyla Qafar-zadə"+row.String()+"\n"), "x.csv", transfer.Options{})
	if took := time.Since(start); err != nil || !found.Named || len(found.Keys()) != 16_001 || took > 10*time.Second {
		t.Errorf("%d columns, %v, %v", len(found.Headers), took, err)
	}
}
