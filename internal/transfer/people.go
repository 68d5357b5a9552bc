package transfer

import (
	"net/mail"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
)

// People reads the persons out of a table. Rows that are refunded, void, declined, cancelled or withdrawn are skipped
// and reported, those without a name are errors; every other row is a person, however many share an order or an
// e-mail address. Names are kept as written; what a spreadsheet would take for a formula is text like any other.
func People(t Table, m Mapping) Result {
	b := builder{table: t, mapping: m, countries: newCountries(), standings: standings()}
	b.result.Rows, b.result.columns = len(t.Rows), map[Field]string{}
	for i, f := range m.Fields {
		if f != FieldNone && b.result.columns[f] == "" {
			b.result.columns[f] = t.Headers[i]
		}
	}
	for _, r := range t.Rows {
		b.row(r)
	}
	return b.result
}

// builder turns rows into people.
type builder struct {
	table     Table
	mapping   Mapping
	countries countries
	standings map[string]standing
	result    Result
}

// cell is a field's text in a row, in NFC and without spaces around it.
func (b *builder) cell(r Row, f Field) string {
	return norm.NFC.String(strings.TrimSpace(r.Cell(b.mapping.Column(f))))
}

func (b *builder) problem(r Row, f Field, value, message string) {
	column := ""
	if i := b.mapping.Column(f); i >= 0 {
		column = b.table.Headers[i]
	}
	b.result.Errors = append(b.result.Errors, Problem{Row: r.Number, Column: column, Value: value, Message: message})
}

func (b *builder) row(r Row) {
	status, skip := b.status(r)
	if skip != "" {
		b.result.Skipped = append(b.result.Skipped, Skip{Row: r.Number, Reason: reason(skip), Code: skip})
		return
	}
	p := Person{Row: r.Number, Status: status}
	a := &p.Attendee
	a.GivenName, a.FamilyName = b.name(r)
	a.NativeName = oneLine(b.cell(r, FieldNativeName))
	if a.Name() == "" {
		b.problem(r, b.nameField(), "", "This row has no name.")
		return
	}
	a.BadgeName = oneLine(b.cell(r, FieldBadgeName))
	a.Honorific = oneLine(b.cell(r, FieldHonorific))
	a.Position = oneLine(b.cell(r, FieldPosition))
	a.Organisation = oneLine(b.cell(r, FieldOrganisation))
	a.Access, a.Dietary, a.DeskNote = b.cell(r, FieldAccess), b.cell(r, FieldDietary), b.cell(r, FieldDeskNote)
	a.Attention = yes(b.cell(r, FieldAttention))
	b.contact(r, a)
	p.Category = oneLine(b.cell(r, FieldCategory))
	p.Delegation = oneLine(b.cell(r, FieldDelegation))
	p.ForeignCode = b.cell(r, FieldCode)
	p.BadgeNumber = b.cell(r, FieldBadgeNumber)
	if c := b.cell(r, FieldCheckedIn); !no(c) {
		p.CheckedIn = c
	}
	p.Key = b.key(r, p)
	p.Answers = b.answers(r)
	b.result.People = append(b.result.People, p)
}

// status is where the registration stands, or the code of why the row is skipped.
func (b *builder) status(r Row) (seminar.Status, string) {
	if v := b.cell(r, FieldVoid); !no(v) {
		if s, known := b.standings[fold(v)]; yes(v) || !known || s.code != "" {
			return "", CodeVoid
		}
	}
	text := b.cell(r, FieldStatus)
	if text == "" {
		return "", ""
	}
	s, ok := b.standings[fold(text)]
	if !ok {
		b.problem(r, FieldStatus, text, "“"+text+"” is not a status that is known here. The person is taken in as pending.")
		return seminar.Pending, ""
	}
	return s.status, s.code
}

// name gives a row's names: from their own columns, or by dividing the whole name.
func (b *builder) name(r Row) (given, family string) {
	given, family = oneLine(b.cell(r, FieldGivenName)), oneLine(b.cell(r, FieldFamilyName))
	if patronymic := oneLine(b.cell(r, FieldPatronymic)); patronymic != "" && given != "" {
		given += " " + patronymic
	}
	if given != "" || family != "" {
		return given, family
	}
	if whole := b.cell(r, FieldFamilyFirst); whole != "" {
		return splitName(whole, true)
	}
	return splitName(b.cell(r, FieldName), false)
}

func (b *builder) nameField() Field {
	for _, f := range []Field{FieldGivenName, FieldFamilyName, FieldName, FieldFamilyFirst} {
		if b.mapping.Column(f) >= 0 {
			return f
		}
	}
	return FieldNativeName
}

// contact reads what has a form of its own: country, e-mail, phone, language, date of birth.
func (b *builder) contact(r Row, a *seminar.Attendee) {
	if text := oneLine(b.cell(r, FieldCountry)); text != "" {
		if a.Country = b.countries.code(text); a.Country == "" {
			b.problem(r, FieldCountry, text, "“"+text+"” is not a country that is known here. The person is taken in without it.")
		}
	}
	if text := strings.TrimPrefix(oneLine(b.cell(r, FieldEmail)), "mailto:"); text != "" {
		if a.Email = text; !validEmail(text) {
			a.Email = ""
			b.problem(r, FieldEmail, text, "“"+text+"” is not an e-mail address. The person is taken in without it.")
		}
	}
	if text := oneLine(b.cell(r, FieldPhone)); text != "" {
		var ok bool
		if a.Phone, ok = phone(text, a.Country); !ok {
			b.problem(r, FieldPhone, text, "“"+text+"” is not a phone number. The person is taken in without it.")
		}
	}
	if tag, err := language.Parse(b.cell(r, FieldLanguage)); err == nil {
		a.Language = tag.String()
	}
	if text := oneLine(b.cell(r, FieldBirthDate)); text != "" {
		if a.BirthDate = day(text); a.BirthDate == "" {
			b.problem(r, FieldBirthDate, text, "“"+text+"” is not a date. Write it as 1985-07-18. The person is taken in without it.")
		}
	}
}

func validEmail(s string) bool {
	m, err := mail.ParseAddress(s)
	if err != nil || m.Address != s {
		return false
	}
	_, domain, _ := strings.Cut(s, "@")
	return strings.Contains(strings.Trim(domain, "."), ".")
}

// day gives a date as 2006-01-02; the day stands before the month, as in the countries concerned. "" is no date.
func day(text string) string {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2.1.2006", "2/1/2006", "2-1-2006", "2006/1/2"} {
		if d, err := time.Parse(layout, text); err == nil {
			return d.Format(time.DateOnly)
		}
	}
	return ""
}

// key names the row for ever: by what the other system calls it, else by address, else by name.
func (b *builder) key(r Row, p Person) string {
	id := b.cell(r, FieldID)
	switch {
	case p.ForeignCode != "":
		return "code:" + p.ForeignCode
	case id != "" && b.mapping.System != "":
		return b.mapping.System + ":" + id
	case p.Attendee.Email != "":
		return "email:" + strings.ToLower(p.Attendee.Email)
	}
	return "name:" + strings.ToLower(p.Attendee.Name()) + "|" + strings.ToLower(p.Attendee.Organisation)
}

// answers are the columns that are no field of ours, if they are asked for.
func (b *builder) answers(r Row) map[string]string {
	if !b.mapping.Answers {
		return nil
	}
	all := map[string]string{}
	for i, f := range b.mapping.Fields {
		if text := strings.TrimSpace(r.Cell(i)); f == FieldNone && text != "" {
			header := b.table.Headers[i]
			if header == "" {
				header = "column " + strconv.Itoa(i+1)
			}
			all[header] = norm.NFC.String(text)
		}
	}
	return all
}
