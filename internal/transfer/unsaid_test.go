package transfer_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

// Rows that count the ones above are nobody; a person of a company that is called so is somebody.
func TestATotalIsNobody(t *testing.T) {
	list := "№;Company;Name;E-mail\n1;Total;Jean Dupont;\n2;ADA;Total Eren;eren@example.org\n3;ADA;Leyla Nuri;\n;;Total: 3;\nИтого;;;\n;;Cəmi 3 nəfər;\n;;Всего участников;\n"
	_, _, got := take(t, []byte(list), "x.csv", transfer.Options{})
	var names []string
	for _, p := range got.People {
		names = append(names, p.Attendee.Name())
	}
	if !slices.Equal(names, []string{"Jean Dupont", "Total Eren", "Leyla Nuri"}) || len(got.Skipped) != 4 || len(got.Errors) != 0 {
		t.Errorf("%q, %+v, %+v", names, got.Skipped, got.Errors)
	}
	for _, s := range got.Skipped {
		if s.Code != transfer.CodeTotal || s.Reason == "" {
			t.Errorf("%+v", s)
		}
	}
}

// Cells that say that there is nothing say nothing, and a formula that failed is told and not taken for a text.
func TestCellsThatSayNothing(t *testing.T) {
	list := "Name,Company,E-mail,Phone,Country,Date of birth,Position\n" +
		"A B,-,anonymous,—,нет,yoxdur,n/a\n" +
		"C D,#N/A,#Н/Д,none,#REF!,#ЗНАЧ!,#hashtag\n" +
		"Info Requested,ADA,Info Requested,,AZ,,\n-,ADA,x@example.org,,,,\n" +
		"E F,None & Sons,Anar M <e@example.org>,tel:+994505550101,AZ,,No. 1\nG H,,<g@example.org>,,,,\nI J,,i@example.org.,,,,\n"
	_, _, got := take(t, []byte(list), "x.csv", transfer.Options{})
	var said, wrong []string
	for _, p := range got.People {
		a := p.Attendee
		said = append(said, strings.Join([]string{a.Name(), a.Organisation, a.Email, a.Phone, a.Country, a.BirthDate, a.Position}, "|"))
	}
	for _, e := range got.Errors {
		wrong = append(wrong, e.Column+" "+e.Code)
	}
	if want := []string{"A B||||||", "C D||||||#hashtag", "E F|None & Sons|e@example.org|+994505550101|AZ||No. 1", "G H||g@example.org||||", "I J||i@example.org||||"}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
	if want := []string{"Company formula", "E-mail formula", "Country formula", "Date of birth formula", "Name no_name", "Name no_name"}; !slices.Equal(wrong, want) {
		t.Errorf("%q", wrong)
	}
}

// The full name of a state has its short one in it, but for those of which there are two.
func TestStatesByTheirFullNames(t *testing.T) {
	for text, want := range map[string]string{"Islamic Republic of Pakistan": "PK", "Kingdom of Morocco": "MA", "the Gambia": "GM", "Iran (Islamic Republic of)": "IR", "Bosnia and Herzegovina": "BA",
		"Республика Беларусь": "BY", "République du Sénégal": "SN", "جمهورية مصر العربية": "EG", "المملكة المغربية": "MA", "الإمارات": "AE", "السعودية": "SA", "People's Republic of China": "CN",
		"Republic of Korea": "KR", "Democratic People's Republic of Korea": "", "Democratic Republic of Nowhere": "", "Republic of China": "", "the": "", "Republic of": ""} {
		if got := transfer.Country(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}
