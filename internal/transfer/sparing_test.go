package transfer_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

func TestSparingGivesTheSamePeople(t *testing.T) {
	table, err := transfer.Read(strings.NewReader("Name,E-mail,Country,Status,Quantity\nLeyla Qafar-zadə,l@example.org,AZ,confirmed,3\n,x@example.org,AZ,,\n"+
		"Anar Əliyev,none,Atlantis,cancelled,\nАлиев Анвар,a@example.org,Nowhere,confirmed,1\n"), "list.csv", transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := transfer.Recognise(table)
	if err != nil {
		t.Fatal(err)
	}
	want, got := transfer.People(table, m), transfer.Sparing(table, m)
	if len(want.People) != 4 || len(got.People) != 0 || got.Len() != want.Len() {
		t.Fatalf("%d and %d people, %d kept", want.Len(), got.Len(), len(got.People))
	}
	for range 2 { // each time anew
		if all := slices.Collect(got.All()); !reflect.DeepEqual(all, want.People) {
			t.Errorf("%+v\nwant %+v", all, want.People)
		}
	}
	for p := range got.All() { // and as far as anybody asks
		if p.Row != 2 {
			t.Errorf("row %d is first", p.Row)
		}
		break
	}
	if !reflect.DeepEqual(got.Errors, want.Errors) || !reflect.DeepEqual(got.Skipped, want.Skipped) || got.Rows != want.Rows || got.Source != want.Source {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}
