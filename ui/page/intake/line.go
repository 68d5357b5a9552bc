package intake

import (
	"strconv"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/export"
	"lanyard/internal/i18n"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/page/form"
	"lanyard/ui/widgets"
)

// shownColumn is a column of the preview between the name and what happens.
type shownColumn string

const (
	shownOrganisation shownColumn = "organisation"
	shownCountry      shownColumn = "country"
	shownCategory     shownColumn = "category"
	shownStatus       shownColumn = "status"
)

// columnsOf are those in which anybody has something.
func columnsOf(people []transfer.Person) []shownColumn {
	var organisation, country, category, status bool
	for i := range people {
		p := &people[i]
		organisation, country = organisation || p.Attendee.Organisation != "", country || p.Attendee.Country != ""
		category, status = category || p.Category != "", status || p.Status != ""
	}
	var all []shownColumn
	for _, c := range []struct {
		column shownColumn
		said   bool
	}{{shownOrganisation, organisation}, {shownCountry, country}, {shownCategory, category}, {shownStatus, status}} {
		if c.said {
			all = append(all, c.column)
		}
	}
	return all
}

// liner puts entries into words of a language.
type liner struct {
	lang   *i18n.Lang
	whole  *whole
	update bool
	field  func(transfer.Field) string
	asked  []seminar.Question
}

func (k *Intake) liner() liner {
	return liner{k.Env.Lang, k.whole, k.update, k.fieldName, k.asked}
}

// cells are an entry as a row of the table.
func (v liner) cells(e entry) []widgets.TableCell {
	l := v.lang
	row, name := widgets.TableCell{Quiet: true}, widgets.TableCell{Text: "—", Quiet: true}
	if e.row > 0 {
		row.Text = strconv.Itoa(e.row)
	}
	values := map[shownColumn]string{}
	switch {
	case e.fate == fateMissing:
		m := v.whole.report.Missing[e.at]
		name = widgets.TableCell{Text: m.Name, Bold: true}
		values[shownOrganisation], values[shownStatus] = m.Organisation, v.value("status", string(m.Status))
	case v.person(e) != nil:
		p := v.person(e)
		name = widgets.TableCell{Text: short(p.Attendee.Name()), Bold: e.fate != fateSkipped, Quiet: e.fate == fateSkipped}
		values[shownOrganisation], values[shownCountry], values[shownCategory] = short(p.Attendee.Organisation), l.Country(p.Attendee.Country), short(p.Category)
		values[shownStatus] = v.value("status", string(p.Status))
	}
	cells := []widgets.TableCell{row, name}
	for _, c := range v.whole.columns {
		cells = append(cells, widgets.TableCell{Text: values[c], Quiet: c == shownOrganisation || e.fate == fateSkipped})
	}
	return append(cells, v.becomes(e))
}

// person is who an entry is, as the list says; nil where it says nothing.
func (v liner) person(e entry) *transfer.Person {
	switch {
	case e.at < 0 || e.fate == fateMissing:
		return nil
	case e.fate == fateSkipped:
		p := &v.whole.report.Skipped[e.at].Person
		if p.Attendee.Name() == "" {
			return nil
		}
		return p
	}
	return &v.whole.people.People[e.at]
}

// becomes is what becomes of an entry, in one cell: the fate, what is changed, what there is to look at.
func (v liner) becomes(e entry) widgets.TableCell {
	cell := widgets.TableCell{Text: v.fate(e), Kind: kinds[e.fate], Quiet: e.fate == fateSame || e.fate == fateSkipped}
	for _, c := range v.whole.changes[e.row] {
		cell.Text += " · " + v.change(c)
	}
	if e.fate == fateMissing {
		return cell
	}
	odd := v.problems(e)
	for _, w := range v.whole.warnings[e.row] {
		odd = append(odd, w.Column+": "+v.warning(w, true))
	}
	if t, ok := v.whole.twins[e.row]; ok {
		odd = append(odd, v.twin(t, "intake.twin.brief"))
	}
	if len(odd) > 0 {
		cell.Text, cell.Quiet = widgets.Joined(" · ", append([]string{cell.Text}, odd...)...), false
		if cell.Kind != widgets.KindRefused {
			cell.Kind = widgets.KindAttention
		}
	}
	return cell
}

// kinds never changes.
var kinds = map[fate]widgets.Kind{fateNew: widgets.KindAccepted, fateChanged: widgets.KindAlready, fateMissing: widgets.KindAttention, fateRefused: widgets.KindRefused}

// fate says what becomes of an entry in a few words.
func (v liner) fate(e entry) string {
	l := v.lang
	switch {
	case e.fate == fateChanged && !v.update:
		return l.T("intake.becomes.otherwise")
	case e.fate == fateSkipped:
		s := v.whole.report.Skipped[e.at]
		reason := s.Reason
		if key := "intake.skip." + s.Code; l.Has(key) {
			reason = l.T(key)
		}
		return l.T("intake.becomes.skipped", "reason", reason)
	}
	return l.T("intake.becomes." + string(e.fate))
}

// problems are what is wrong with the cells of a row.
func (v liner) problems(e entry) []string {
	var all []string
	for _, p := range v.whole.problems[e.row] {
		all = append(all, widgets.Joined(": ", short(p.Column), v.problem(p)))
	}
	return all
}

func (v liner) problem(p transfer.Problem) string {
	p.Value = short(p.Value)
	return export.Problem(v.lang, p)
}

// warning says what is odd about a name; shorter where it is read in a row.
func (v liner) warning(w desk.ImportWarning, brief bool) string {
	if brief && w.Code == names.NoticeMixed {
		return v.lang.T("intake.mixed", w.Notice.Args(v.lang.Script)...)
	}
	return form.Sentence(v.lang, w.Notice)
}

// twin says who somebody probably is: in a cell ("intake.twin.brief"), or in a sentence ("intake.twin").
func (v liner) twin(t desk.ImportTwin, key string) string {
	if t.OtherRow > 0 {
		key = strings.Replace(key, "twin", "twin.row", 1)
	}
	who := t.Name
	if !strings.HasSuffix(key, "brief") {
		who = form.Who(v.lang, t.Name, t.Organisation)
	}
	return v.lang.T(key, "who", who, "row", strconv.Itoa(t.OtherRow), "reasons", form.Reasons(v.lang, t.Reasons))
}

// change is one field that is changed: the old value and the new one.
func (v liner) change(c desk.ImportChange) string {
	arrow := " → "
	if v.lang.RTL() {
		arrow = " ← "
	}
	return v.field(transfer.Field(c.Field)) + ": " + v.old(c) + arrow + short(v.value(c.Field, c.New))
}

// old is what stood in a field; nothing is a dash.
func (v liner) old(c desk.ImportChange) string {
	if c.Old == "" {
		return "—"
	}
	return short(v.value(c.Field, c.Old))
}

// value is a stored value as it is read.
func (v liner) value(field, text string) string {
	l := v.lang
	switch {
	case text == "":
		return ""
	case field == "country":
		return l.Country(text)
	case field == "status":
		return l.T("common.status." + text)
	case field == "gender" && (text == string(seminar.Female) || text == string(seminar.Male)):
		return l.T("intake.gender." + text)
	case field == "attention":
		if text == "true" {
			return l.T("common.yes")
		}
		return l.T("common.no")
	}
	return text
}
