package transfer

import (
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// Mapping says what each column of a table holds.
type Mapping struct {
	System string  // "pretix", "indico", "eventbrite", "tito", "luma", "alf.io", "hi.events", "open event", or ""
	Fields []Field // by column

	about map[int]bool // columns whose headers name no field and are only about it
}

// Sure says whether the header of a column names its field, or somebody chose it.
func (m Mapping) Sure(column int) bool { return !m.about[column] }

// Column is the column of a field, -1 if there is none.
func (m Mapping) Column(f Field) int { return slices.Index(m.Fields, f) }

// Recognise finds out what the columns hold by their headers: those of the registration systems around us, and
// ordinary words in English, Russian, Azerbaijani, French, Turkish, Uzbek, Kazakh, Kyrgyz, Tajik, Persian and Arabic.
// What Options.Map chose comes first. It fails with CodeColumns if no column holds names; the mapping is then still what
// was found, for a person to complete.
func Recognise(t Table) (Mapping, error) {
	m := Mapping{System: systemOf(t.Headers), Fields: make([]Field, len(t.Headers)), about: map[int]bool{}}
	known := fieldsByHeader()
	if m.System == "tito" {
		known["number"] = sure{FieldID, 0}
	}
	if m.System == "pretix" && slices.ContainsFunc(t.Headers, func(h string) bool { return fold(h) == fold("attendee_email") }) {
		delete(known, "phone") // of the one who ordered, as its email is
	}
	chosen := map[string]Field{}
	for header, field := range t.Chosen {
		switch Field(field) {
		case FieldAuto:
		case FieldNone:
			chosen[fold(header)] = FieldIgnore
		default:
			chosen[fold(header)] = Field(field)
		}
	}
	best := map[Field]int{} // column
	fixed := map[Field]bool{}
	keys := t.Keys()
	for i, h := range t.Headers {
		f, ok := chosen[fold(keys[i])]
		if !ok {
			f, ok = chosen[fold(h)]
		}
		if _, taken := best[f]; ok && (f == FieldIgnore || !taken) {
			m.Fields[i] = f
			if f != FieldIgnore {
				best[f], fixed[f] = i, true
			}
		}
	}
	for i, h := range t.Headers {
		s, ok := known.of(h)
		if !ok || m.Fields[i] != FieldNone || fixed[s.field] {
			continue
		}
		if at, taken := best[s.field]; taken {
			if best, _ := known.of(t.Headers[at]); best.rank <= s.rank {
				continue
			}
			m.Fields[at] = FieldNone
		}
		m.Fields[i], best[s.field], m.about[i] = s.field, i, s.rank >= about
	}
	m.settle(t.Headers, chosen)
	if slices.ContainsFunc(m.Fields, isName) || m.Column(FieldNativeName) >= 0 {
		return m, nil
	}
	return m, seminar.Errorf(CodeColumns, "No column with names was found. The headers are: {headers}. Say which column holds the names (lanyardctl: --map HEADER=name), or that the first row is a person (--no-header).").
		WithArg("headers", strings.Join(t.Headers, ", "))
}

// settle decides the words that mean one thing beside another column and a different thing alone.
func (m *Mapping) settle(headers []string, chosen map[string]Field) {
	given, family := m.Column(FieldGivenName), m.Column(FieldFamilyName)
	for i, h := range headers {
		word := fold(h)
		if _, ok := chosen[word]; ok {
			continue
		}
		switch {
		case word == "nom" && m.Fields[i] == FieldNone: // French: the family name beside "prénom"
			if given >= 0 && family < 0 {
				m.Fields[i] = FieldFamilyName
			} else if m.Column(FieldName) < 0 {
				m.Fields[i] = FieldName
			}
		case i == given && family < 0 && m.Column(FieldPatronymic) < 0 && m.Column(FieldName) < 0 && isEither(word):
			m.Fields[i] = FieldName
		case word == fold("الاسم") && m.Fields[i] == FieldName && family >= 0 && given < 0:
			m.Fields[i] = FieldGivenName
		}
	}
}

func isEither(word string) bool {
	return slices.ContainsFunc(either, func(e string) bool { return fold(e) == word })
}

// familiar counts the cells that are headers we know or were told of, to find the header among the first rows.
func (t *Table) familiar(cells []string) int {
	known := fieldsByHeader()
	chosen := map[string]bool{}
	for h := range t.Chosen {
		chosen[fold(h)] = true
	}
	seen := map[string]bool{}
	for _, c := range cells {
		word := fold(c)
		if _, ok := known.of(c); (ok || chosen[word]) && word != "" {
			seen[word] = true
		}
	}
	return len(seen)
}

// systemOf tells whose export a list is by headers that only one system has.
func systemOf(headers []string) string {
	have := map[string]bool{}
	for _, h := range headers {
		have[fold(h)] = true
	}
	for _, s := range []struct{ name, all string }{
		{"pretix", "order code|secret"}, {"pretix", "attendee_name_given_name"}, {"pretix", "attendee name: given name"},
		{"indico", "registration state"}, {"indico", "registration date|affiliation"}, {"indico", "first_name|last_name|affiliation|position"},
		{"tito", "ticket full name"}, {"tito", "ticket reference|ticket email"}, {"tito", "void status"},
		{"eventbrite", "attendee status"}, {"eventbrite", "barcode #|attendee #"},
		{"luma", "approval_status"}, {"hi.events", "public id|check ins"}, {"open event", "company/instt"},
		{"alf.io", "full name|country code|event"},
	} {
		if !slices.ContainsFunc(strings.Split(s.all, "|"), func(h string) bool { return !have[fold(h)] }) {
			return s.name
		}
	}
	return ""
}
