package transfer_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

// take reads a file from bytes to people.
func take(t *testing.T, data []byte, name string, o transfer.Options) (transfer.Table, transfer.Mapping, transfer.Result) {
	t.Helper()
	table, err := transfer.Read(bytes.NewReader(data), name, o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	m, err := transfer.Recognise(table)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return table, m, transfer.People(table, m)
}

func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSamplesArriveWhole(t *testing.T) {
	for _, c := range []struct {
		file, system, encoding string
		rows, people, skipped  int
		skipCode               string
		skipRow                int
	}{
		{"pretix-checkinlist.csv", "pretix", "utf-8", 12, 12, 0, "", 0},
		{"indico-registrations.csv", "indico", "utf-8", 12, 11, 1, transfer.CodeWithdrawn, 8},
		{"eventbrite-attendees.csv", "eventbrite", "utf-8", 12, 11, 1, transfer.CodeRefunded, 13},
		{"indico-registrations.ods", "indico", "", 12, 11, 1, transfer.CodeWithdrawn, 8},
		{"plain-1251.csv", "", "windows-1251", 3, 3, 0, "", 0},
	} {
		table, m, got := take(t, sample(t, c.file), c.file, transfer.Options{})
		if m.System != c.system || table.Encoding != c.encoding {
			t.Errorf("%s: taken for %q in %s", c.file, m.System, table.Encoding)
		}
		if got.Rows != c.rows || len(got.People) != c.people || len(got.Skipped) != c.skipped || len(got.Errors) != 0 {
			t.Errorf("%s: %d rows, %d people, skipped %v, errors %v", c.file, got.Rows, len(got.People), got.Skipped, got.Errors)
			continue
		}
		if c.skipped > 0 && (got.Skipped[0].Code != c.skipCode || got.Skipped[0].Row != c.skipRow || got.Skipped[0].Reason == "") {
			t.Errorf("%s: skipped %+v", c.file, got.Skipped)
		}
		keys := map[string]bool{}
		for _, p := range got.People {
			keys[p.Key] = true
			if p.Attendee.GivenName == "" || p.Attendee.FamilyName == "" || p.Attendee.Country == "" || p.Attendee.Email == "" {
				t.Errorf("%s row %d lost something: %+v", c.file, p.Row, p.Attendee)
			}
		}
		if len(keys) != c.people {
			t.Errorf("%s: %d keys for %d people", c.file, len(keys), c.people)
		}
	}
}

func TestPretixFieldByField(t *testing.T) {
	_, _, got := take(t, sample(t, "pretix-checkinlist.csv"), "p.csv", transfer.Options{})
	head, formula, long := got.People[3], got.People[10], got.People[11]
	a := head.Attendee
	if a.GivenName != "Нұрлан" || a.FamilyName != "Өтегенов" || a.Phone != "+77025550104" || a.Country != "KZ" || !a.Attention ||
		head.Category != "Head of delegation" || head.ForeignCode != "s000000000000000000000000003" || head.CheckedIn != "" || head.Row != 5 {
		t.Errorf("head of delegation: %+v", head)
	}
	if formula.Attendee.GivenName != "=cmd|' /C calc'!A0" || formula.Attendee.Organisation != "+SUM(1+1)" {
		t.Errorf("a formula's text changed: %+v", formula.Attendee)
	}
	if long.Attendee.FamilyName != "Носири Хусравии Қубодиёнӣ" || long.Attendee.Phone != "" {
		t.Errorf("long name: %+v", long.Attendee)
	}
}

func TestEventbriteRowsAfterQuotedNewlines(t *testing.T) {
	_, _, got := take(t, sample(t, "eventbrite-attendees.csv"), "e.csv", transfer.Options{})
	var rows []int
	for _, p := range got.People {
		rows = append(rows, p.Row)
	}
	// The lines of the file at which the rows start: three addresses before the fifth person span two lines.
	want := []int{2, 4, 5, 6, 8, 9, 10, 12, 14, 16, 17}
	if len(rows) != len(want) {
		t.Fatal(rows)
	}
	for i := range want {
		if rows[i] != want[i] {
			t.Fatalf("rows %v, want %v", rows, want)
		}
	}
	if p := got.People[1]; p.Category != "Speaker" || p.ForeignCode != "9900000001" || p.Attendee.Phone != "+994555550102" {
		t.Errorf("second on one order: %+v", p)
	}
}

func TestPlainRussianList(t *testing.T) {
	table, _, got := take(t, sample(t, "plain-1251.csv"), "plain.csv", transfer.Options{})
	if table.Delimiter != ';' {
		t.Errorf("delimiter %q", table.Delimiter)
	}
	a := got.People[2].Attendee
	if a.GivenName != "Талант" || a.FamilyName != "Ибраимов" || a.Organisation != "Академия наук" || a.Position != "учёный секретарь" ||
		a.Country != "KG" || a.Email != "talant@example.kg" {
		t.Errorf("%+v", a)
	}
	if got.People[1].Attendee.Country != "AZ" || got.People[0].Attendee.Country != "RU" {
		t.Error("countries by Russian name")
	}
}

func TestIndicoImportWithoutHeader(t *testing.T) {
	list := "Leyla,Qafar-zadə,ADA,professor,+994505550101,leyla@example.org\nƏli,Əliyev,,,,ali@example.org\n"
	table, m, got := take(t, []byte(list), "list.csv", transfer.Options{})
	if !table.Headerless || m.System != "indico" || len(got.People) != 2 || got.People[0].Row != 1 ||
		got.People[0].Attendee.Position != "professor" || got.People[1].Attendee.Email != "ali@example.org" {
		t.Errorf("%+v %+v", table, got)
	}
}

func TestTitoTakesTheTicketNeverTheOrder(t *testing.T) {
	list := "Number,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,Ticket Company Name,Ticket Phone Number,Void Status,Ticket Reference,Order Name,Order Email\n" +
		"1,Delegate,Zoé Martin,Zoé,Martin,zoe@example.fr,Institut,,,abc-1,Buyer Person,buyer@example.org\n" +
		"2,Delegate,Ali Veli,Ali,Veli,,Institut,,,abc-2,Buyer Person,buyer@example.org\n" +
		"3,Delegate,Gone Person,Gone,Person,gone@example.org,,,Voided,abc-3,Buyer Person,buyer@example.org\n"
	_, m, got := take(t, []byte(list), "tito.csv", transfer.Options{})
	if m.System != "tito" || len(got.People) != 2 || len(got.Skipped) != 1 || got.Skipped[0].Code != transfer.CodeVoid {
		t.Fatalf("%+v", got)
	}
	if p := got.People[0]; p.Attendee.Email != "zoe@example.fr" || p.Category != "Delegate" || p.ForeignCode != "abc-1" {
		t.Errorf("%+v", p)
	}
	if p := got.People[1]; p.Attendee.Email != "" {
		t.Errorf("the buyer's address was taken: %+v", p)
	}
}

func TestOtherSystems(t *testing.T) {
	for _, c := range []struct{ list, system, category, status, org string }{
		{"ID,Category,Event,Status,Full Name,First Name,Last Name,E-Mail,Language,Country Code\n7,Guest,S,ACQUIRED,Zoé Martin,Zoé,Martin,zoe@example.fr,fr,FR\n", "alf.io", "Guest", "confirmed", ""},
		{"ID,First Name,Last Name,Email,Status,Check Ins,Product Name,Public ID,Created Date,Notes\n7,Zoé,Martin,zoe@example.fr,ACTIVE,,Guest,A-1,2025,\n", "hi.events", "Guest", "confirmed", ""},
		{"name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name\nZoé Martin,Zoé,Martin,zoe@example.fr,,2025,pending_approval,,Guest\n", "luma", "Guest", "pending", ""},
		{"Order#,Order Date,Status,First Name,Last Name,Email,Country,Occupation,Company/Instt,Gender,Ticket Name\n1,2025,waitlist,Zoé,Martin,zoe@example.fr,France,writer,Institut,,Guest\n", "open event", "Guest", "waitlisted", "Institut"},
		{"email,item,attendee_name_given_name,attendee_name_family_name,attendee_email,attendee_company,attendee_country,secret,locale\nbuyer@example.org,Guest,Zoé,Martin,zoe@example.fr,Institut,FR,s1,fr\n", "pretix", "Guest", "", "Institut"},
	} {
		_, m, got := take(t, []byte(c.list), "x.csv", transfer.Options{})
		if m.System != c.system || len(got.People) != 1 {
			t.Errorf("%s: %q, %+v", c.system, m.System, got)
			continue
		}
		p := got.People[0]
		if p.Attendee.GivenName != "Zoé" || p.Attendee.FamilyName != "Martin" || p.Attendee.Email != "zoe@example.fr" ||
			p.Category != c.category || string(p.Status) != c.status || p.Attendee.Organisation != c.org {
			t.Errorf("%s: %+v", c.system, p)
		}
	}
}

func TestHeadersInEveryLanguage(t *testing.T) {
	for _, c := range []struct{ header, row string }{
		{"Фамилия;Имя;Отчество;Страна", "Алиев;Вели Ахмед;оглы;Казахстан"},
		{"Soyad;Ad;Ölkə", "Алиев;Вели Ахмед оглы;Qazaxıstan"},
		{"SOYADI;ADI;ÜLKE", "Алиев;Вели Ахмед оглы;Kazakistan"},
		{"Nom;Prénom;Pays", "Алиев;Вели Ахмед оглы;Kazakhstan"},
		{"Familiya;Ism;Mamlakat", "Алиев;Вели Ахмед оглы;Qozogʻiston"},
		{"Тегі;Есімі;Ел", "Алиев;Вели Ахмед оглы;Қазақстан"},
		{"Фамилиясы;Аты;Өлкө", "Алиев;Вели Ахмед оглы;Казакстан"},
		{"اسم العائلة;الاسم;الدولة", "Алиев;Вели Ахмед оглы;كازاخستان"},
		{"ФИО;Страна", "Алиев Вели Ахмед оглы;КАЗАХСТАН"},
		{"Name;Country", "Алиев, Вели Ахмед оглы;KAZ"},
		{"Soyad, ad;Ölkə", "Алиев Вели Ахмед оглы;kz"},
	} {
		_, _, got := take(t, []byte(c.header+"\n"+c.row+"\n"), "x.csv", transfer.Options{})
		if len(got.People) != 1 || len(got.Errors) != 0 {
			t.Errorf("%s: %+v", c.header, got)
			continue
		}
		if a := got.People[0].Attendee; a.FamilyName != "Алиев" || a.GivenName != "Вели Ахмед оглы" || a.Country != "KZ" {
			t.Errorf("%s: %+v", c.header, a)
		}
	}
}

func TestOneColumnOfNames(t *testing.T) {
	list := "Full name\nJean de La Fontaine\nعبد الرحمن المنصوري\nPelé\nАлиев Вели Ахмедович\nVan Nguyen\n"
	_, _, got := take(t, []byte(list), "x.csv", transfer.Options{})
	want := []string{"Jean|de La Fontaine", "عبد الرحمن|المنصوري", "Pelé|", "Вели Ахмедович|Алиев", "Van|Nguyen"}
	for i, p := range got.People {
		if have := p.Attendee.GivenName + "|" + p.Attendee.FamilyName; have != want[i] {
			t.Errorf("got %q, want %q", have, want[i])
		}
	}
	if len(got.People) != len(want) {
		t.Errorf("%d people", len(got.People))
	}
}

func TestCellsThatAreWrongDoNotCostThePerson(t *testing.T) {
	list := "First name,Last name,E-mail,Country,Phone,Status,Date of birth,T-shirt\n" +
		"Zoé,Martin,zoe at example,Atlantis,ring me,dancing,yesterday,XL\n,,nobody@example.org,FR,,,,\n"
	table, m, _ := take(t, []byte(list), "x.csv", transfer.Options{})
	m.Fields[7] = transfer.QuestionField("shirt")
	got := transfer.People(table, m)
	if len(got.People) != 1 || len(got.Errors) != 6 || got.Errors[5].Row != 3 {
		t.Fatalf("%+v", got)
	}
	p := got.People[0]
	if p.Attendee.Email != "" || p.Attendee.Country != "" || p.Attendee.Phone != "" || p.Status != "pending" || p.Answers["shirt"] != "XL" {
		t.Errorf("%+v", p)
	}
	for _, e := range got.Errors {
		if e.Message == "" || e.Row == 0 || e.Column == "" {
			t.Errorf("%+v", e)
		}
	}
}

func TestPhones(t *testing.T) {
	for _, c := range []struct{ written, country, want string }{
		{"+994 50 555-01-01", "", "+994505550101"}, {"00 994 50 5550101", "", "+994505550101"}, {"050 555 01 01", "AZ", "+994505550101"},
		{"8 (701) 555-01-03", "KZ", "+77015550103"}, {"+٢١٢ ٦٥٥٥٥٠١٠٨", "MA", "+212655550108"}, {"9.94505550101E+11", "AZ", "+994505550101"},
		{"555 01 01", "", "555 01 01"}, {"994505550101", "AZ", "+994505550101"},
	} {
		_, _, got := take(t, []byte("Name;Phone;Country\nA B;"+c.written+";"+c.country+"\n"), "x.csv", transfer.Options{})
		if p := got.People[0].Attendee.Phone; p != c.want {
			t.Errorf("%q of %q is %q, want %q", c.written, c.country, p, c.want)
		}
	}
}

func TestChosenColumns(t *testing.T) {
	list := "A,B,Email\nMartin,Zoé,zoe@example.fr\n"
	_, _, got := take(t, []byte(list), "x.csv", transfer.Options{Map: map[string]string{"a": "family_name", "B": "given_name", "email": "ignore"}})
	if a := got.People[0].Attendee; a.FamilyName != "Martin" || a.GivenName != "Zoé" || a.Email != "" {
		t.Errorf("%+v", a)
	}
	table, err := transfer.Read(strings.NewReader(list), "x.csv", transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, transfer.CodeColumns, func() error { _, err := transfer.Recognise(table); return err })
	wantCode(t, transfer.CodeField, func() error {
		_, err := transfer.Read(strings.NewReader(list), "x.csv", transfer.Options{Map: map[string]string{"A": "shoe"}})
		return err
	})
}
