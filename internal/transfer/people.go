package transfer

import (
	"net/mail"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
)

// People reads the persons out of a table. Rows that are refunded, void, declined, cancelled or withdrawn are skipped
// and reported, those without a name are errors; every other row is a person, however many share an order or an
// e-mail address. Names are kept as written; what a spreadsheet would take for a formula is text like any other.
func People(t Table, m Mapping) Result {
	b := newBuilder(t, m)
	b.result.People = make([]Person, 0, len(t.Rows))
	b.take = func(p Person) { b.result.People = append(b.result.People, p) }
	for _, r := range t.Rows {
		b.row(r)
	}
	return b.result
}

func newBuilder(t Table, m Mapping) *builder {
	b := &builder{table: t, mapping: m, countries: knownCountries(), standings: standings(),
		names: divider{order: t.Names, list: true}}
	b.result.Source = m.System
	switch {
	case slices.ContainsFunc(t.Headers, added): // it has some of a list, and leaves nobody out
		b.result.Source = ""
	case m.System == "":
		b.result.Source = t.Fingerprint()
	}
	b.result.Rows, b.result.columns = len(t.Rows), map[Field]string{}
	for i, f := range m.Fields {
		if f != FieldNone && b.result.columns[f] == "" {
			b.result.columns[f] = t.Headers[i]
		}
	}
	b.look()
	return b
}

// builder turns rows into people.
type builder struct {
	table     Table
	mapping   Mapping
	countries countries
	names     divider
	standings map[string]standing
	result    Result
	take      func(Person)

	monthFirst bool // in dates
}

// cell is a field's text in a row, in NFC and without spaces around it; "" for one that says nothing.
func (b *builder) cell(r Row, f Field) string {
	text := norm.NFC.String(strings.TrimSpace(r.Cell(b.mapping.Column(f))))
	if slices.Contains(r.Merged, b.mapping.Column(f)) && isName(f) { // one person in several rows, not several of a name
		return ""
	}
	if b.mapping.Column(FieldBadgeNumber) < 0 && (unsaid(text) || formulaError(text)) { // what this program wrote, it meant
		return ""
	}
	return text
}

func (b *builder) row(r Row) {
	before := len(b.result.Errors)
	status, skip := b.status(r)
	p, named := b.person(r, status)
	if skip == "" && b.counts(r, p) {
		skip = CodeTotal
	}
	switch {
	case skip != "": // what else is wrong with the row does not matter
		b.result.Errors = b.result.Errors[:before]
		b.result.Skipped = append(b.result.Skipped, Skip{Row: r.Number, Reason: reason(skip), Code: skip, Person: p})
	case named:
		b.take(p)
		if r.Hidden {
			b.problem(r, b.nameField(), CodeHidden, p.Attendee.Name())
		}
		b.guests(r, p)
	}
}

// person reads a row; false if it has no name.
func (b *builder) person(r Row, status seminar.Status) (Person, bool) {
	p := Person{Row: r.Number, Status: status}
	b.formulas(r)
	a := &p.Attendee
	a.NativeName = b.line(r, FieldNativeName)
	a.GivenName, a.FamilyName = b.parts(r)
	whole, _ := b.whole(r)
	if a.Name() == "" && strings.TrimSpace(whole) == "" {
		b.problem(r, b.nameField(), CodeNoName, "")
		return p, false
	}
	b.contact(r, a)
	if a.GivenName == "" && a.FamilyName == "" && whole != "" {
		b.divide(r, &p)
	}
	a.BadgeName, a.Honorific = b.line(r, FieldBadgeName), b.line(r, FieldHonorific)
	a.Position, a.Organisation = b.line(r, FieldPosition), b.line(r, FieldOrganisation)
	a.Access, a.Dietary, a.DeskNote = b.cell(r, FieldAccess), b.cell(r, FieldDietary), b.cell(r, FieldDeskNote)
	a.Attention = yes(b.cell(r, FieldAttention))
	a.Gender = genderOf(b.line(r, FieldGender))
	a.Consent = consentOf(b.line(r, FieldConsent))
	p.Category, p.Delegation = b.line(r, FieldCategory), b.line(r, FieldDelegation)
	p.ForeignCode, p.BadgeNumber = b.cell(r, FieldCode), b.cell(r, FieldBadgeNumber)
	if c := b.cell(r, FieldCheckedIn); !no(c) {
		p.CheckedIn = c
	}
	p.Key, p.ID = b.key(r, p), idOf(b.cell(r, FieldPerson))
	p.Answers = b.answers(r)
	return p, true
}

// line is a field's text on one line.
func (b *builder) line(r Row, f Field) string { return oneLine(b.cell(r, f)) }

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
		b.problem(r, FieldStatus, CodeBadStatus, text)
		return seminar.Pending, ""
	}
	return s.status, s.code
}

// parts gives a row's names from their own columns.
func (b *builder) parts(r Row) (given, family string) {
	given, family = b.line(r, FieldGivenName), b.line(r, FieldFamilyName)
	if patronymic := b.line(r, FieldPatronymic); patronymic != "" && given != "" {
		given += " " + patronymic
	}
	return given, family
}

// whole is a row's name in one piece, and whether its column has family names first.
func (b *builder) whole(r Row) (name string, familyFirst bool) {
	if name := b.cell(r, FieldFamilyFirst); name != "" {
		return name, true
	}
	return b.cell(r, FieldName), false
}

// divide divides the whole name of a row whose parts have no columns.
func (b *builder) divide(r Row, p *Person) {
	p.Whole, b.names.column = b.whole(r)
	p.Attendee.GivenName, p.Attendee.FamilyName, p.Divided = b.names.divide(p.Whole, p.Attendee.Country)
}

// look learns from the whole names and the dates of the list how it is written.
func (b *builder) look() {
	var dates []string
	for _, r := range b.table.Rows {
		if text := b.cell(r, FieldBirthDate); text != "" {
			dates = append(dates, text)
		}
		if given, family := b.parts(r); given == "" && family == "" {
			whole, _ := b.whole(r)
			b.names.look(whole)
		}
	}
	b.monthFirst = monthFirst(dates)
}

// nameFields are the columns that say who somebody is.
var nameFields = []Field{FieldGivenName, FieldFamilyName, FieldName, FieldFamilyFirst}

func isName(f Field) bool { return slices.Contains(nameFields, f) }

func (b *builder) nameField() Field {
	for _, f := range nameFields {
		if b.mapping.Column(f) >= 0 {
			return f
		}
	}
	return FieldNativeName
}

// formulas tells the cells of a row that show an error instead of a text.
func (b *builder) formulas(r Row) {
	if b.mapping.Column(FieldBadgeNumber) >= 0 {
		return
	}
	for i, f := range b.mapping.Fields {
		if text := strings.TrimSpace(r.Cell(i)); f != FieldNone && f != FieldIgnore && formulaError(text) {
			b.problem(r, f, CodeFormula, text)
		}
	}
}

// contact reads what has a form of its own: country, e-mail, phone, language, date of birth.
func (b *builder) contact(r Row, a *seminar.Attendee) {
	said := func(f Field) string {
		if text := b.line(r, f); !noContact(text) {
			return text
		}
		return ""
	}
	if text := said(FieldCountry); text != "" {
		if a.Country = b.countries.code(text); a.Country == "" {
			b.problem(r, FieldCountry, CodeBadCountry, text)
		}
	}
	if text := said(FieldEmail); text != "" {
		if a.Email = addressOf(text); !validEmail(a.Email) {
			a.Email = ""
			b.problem(r, FieldEmail, CodeBadEmail, text)
		}
	}
	if text := said(FieldPhone); text != "" {
		var ok bool
		if a.Phone, ok = phone(text, a.Country); !ok && rounded(text) {
			b.problem(r, FieldPhone, CodeRounded, text)
		} else if !ok {
			b.problem(r, FieldPhone, CodeBadPhone, text)
		}
	}
	if tag, err := language.Parse(b.cell(r, FieldLanguage)); err == nil {
		a.Language = tag.String()
	}
	if text := said(FieldBirthDate); text != "" {
		if a.BirthDate = dayOf(text, b.monthFirst); a.BirthDate == "" {
			b.problem(r, FieldBirthDate, CodeBadDate, text)
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

// answers are what a row answers to the seminar's own questions.
func (b *builder) answers(r Row) map[string]string {
	var all map[string]string
	for i, f := range b.mapping.Fields {
		id, ok := f.Question()
		if text := strings.TrimSpace(r.Cell(i)); ok && text != "" && !formulaError(text) {
			if all == nil {
				all = map[string]string{}
			}
			all[id] = norm.NFC.String(text)
		}
	}
	return all
}
