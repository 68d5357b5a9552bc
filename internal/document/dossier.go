package document

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Dossier is all that a workspace keeps about one person. As JSON it is the same document.
type Dossier struct {
	Made     time.Time          `json:"made"`
	Desk     string             `json:"desk"`
	People   []seminar.Attendee `json:"people"` // the person first, then whom they were merged with
	Seminars []DossierSeminar   `json:"seminars"`
	Merges   []seminar.Merge    `json:"merges"`
	Imports  []seminar.Import   `json:"imports"` // the files that they came from
	Journal  []DossierEntry     `json:"journal"` // oldest first
	Copies   []DossierCopy      `json:"copies"`  // files in which they may be too
}

// DossierSeminar is what is kept of them in one seminar.
type DossierSeminar struct {
	Seminar      string                `json:"seminar"`
	Start        string                `json:"start"`
	End          string                `json:"end"`
	Registration seminar.Registration  `json:"registration"`
	Category     string                `json:"category"`
	Delegation   string                `json:"delegation"`
	Answers      []DossierAnswer       `json:"answers"`
	Checkins     []DossierCheckin      `json:"checkins"` // accepted and refused, undone ones too
	Badges       []seminar.Badge       `json:"badges"`
	Certificates []seminar.Certificate `json:"certificates"`
	Corrections  []seminar.Correction  `json:"corrections"`
	Initiatives  []seminar.Initiative  `json:"initiatives"`
	Sessions     map[seminar.ID]string `json:"-"` // titles, for the corrections
}

// DossierAnswer is an answer with its question.
type DossierAnswer struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// DossierCheckin is a check-in with the name of its list.
type DossierCheckin struct {
	seminar.Checkin
	List   string `json:"list_name"`
	Undone bool   `json:"undone"`
}

// DossierEntry is one operation of the journal.
type DossierEntry struct {
	ID       string          `json:"id"`
	When     time.Time       `json:"when"`
	Desk     string          `json:"desk"`
	Operator string          `json:"operator"`
	Kind     string          `json:"kind"`
	Undone   bool            `json:"undone"`
	Erased   bool            `json:"erased"`
	Body     json.RawMessage `json:"body"`
}

// DossierCopy is a file that may hold the person.
type DossierCopy struct {
	Path  string `json:"path"`
	Taken string `json:"taken"` // RFC 3339
}

// Name is what the person is called.
func (d Dossier) Name() string {
	if len(d.People) == 0 {
		return ""
	}
	return d.People[0].Name()
}

// DossierPages makes the dossier on A4, upright.
func DossierPages(d Dossier, o Options) page.Document {
	k := o.kit()
	kind := k.T("privacy.dossier")
	doc := k.document(o, joined(" – ", kind, d.Name()), "", d.Name())
	s := dossier{k.sheet(&doc, page.A4, d.Name(), kind, joined(" · ", k.T("document.made", "date", k.day(d.Made), "time", k.Time(d.Made)), d.Desk))}
	s.fill(sheetMargin, s.y, 14, 1.6, accent)
	s.y += 5
	s.put(piece{Text: page.Text{Content: kind, Style: page.Style{Size: 10, Bold: true, Colour: accent}}},
		piece{above: 1.5, Text: page.Text{Content: d.Name(), MaxLines: 3, WrapFirst: true, Style: page.Style{Size: 22, MinSize: 13, Bold: true, Colour: ink}}},
		piece{above: 2, Text: page.Text{Content: k.T("privacy.dossier.about"), MaxLines: 4, WrapFirst: true, Style: page.Style{Size: 9.5, Colour: quiet}}})
	for i, a := range d.People {
		title := "privacy.dossier.person"
		if i > 0 {
			title = "privacy.dossier.merged"
		}
		s.section(k.T(title), 20)
		s.photo(a.Photo)
		s.fields(a, "photo")
	}
	for _, one := range d.Seminars {
		s.seminar(one)
	}
	if len(d.Imports) > 0 {
		s.section(k.T("privacy.dossier.imports"), 20)
		for _, v := range d.Imports {
			s.line(v.File, k.T("privacy.dossier.rows", "n", v.Rows))
		}
	}
	s.section(k.T("privacy.dossier.copies"), 20)
	s.note(k.T("privacy.dossier.copies.about"))
	for _, c := range d.Copies {
		s.line(s.moment(c.Taken), c.Path)
	}
	s.section(k.T("document.log"), 24)
	s.note(k.T("privacy.dossier.journal.about"))
	for _, e := range d.Journal {
		s.entry(e)
	}
	s.finish()
	return doc
}

type dossier struct{ *sheet }

func (s dossier) seminar(one DossierSeminar) {
	s.section(one.Seminar, 24)
	s.line(s.label("dates"), joined(" – ", s.moment(one.Start), s.moment(one.End)))
	s.line(s.label("category"), one.Category)
	s.line(s.label("delegation"), one.Delegation)
	s.fields(one.Registration, "seminar", "attendee", "category", "delegation", "answers")
	for _, a := range one.Answers {
		s.line(a.Question, a.Answer)
	}
	s.each("checkins", len(one.Checkins), func(i int) (string, string) {
		c := one.Checkins[i]
		what := []string{c.List, s.T("common.type." + string(c.Type))}
		if !c.Successful {
			what = append(what, s.T("privacy.refused")+": "+s.word("common.reason.", string(c.Reason)))
		}
		if c.Forced {
			what = append(what, s.T("privacy.forced")+" "+c.ForcedWhy)
		}
		if c.Undone {
			what = append(what, s.T("privacy.undone"))
		}
		return s.moment(c.Datetime.Format(time.RFC3339)), joined(" · ", append(what, c.Explanation, c.RawCode, c.Desk, c.Operator)...)
	})
	s.each("badges", len(one.Badges), func(i int) (string, string) {
		b := one.Badges[i]
		return s.moment(b.Printed), joined(" · ", b.Code, b.Template, s.Number(b.PrintNumber))
	})
	s.each("certificates", len(one.Certificates), func(i int) (string, string) {
		c := one.Certificates[i]
		state := ""
		if c.Revoked {
			state = joined(": ", s.T("privacy.revoked"), c.RevokedWhy)
		}
		return c.Serial, joined(" · ", s.moment(c.Issued), c.Kind, state, s.certified(c))
	})
	s.each("corrections", len(one.Corrections), func(i int) (string, string) {
		c := one.Corrections[i]
		return one.Sessions[c.SessionID], joined(" · ", c.Status, s.Number(c.Minutes), c.Why)
	})
	s.each("initiatives", len(one.Initiatives), func(i int) (string, string) {
		v := one.Initiatives[i]
		return v.Title, joined(" · ", v.By, v.Theme, v.Text)
	})
}

// each writes lines below a small heading, which says also that there are none.
func (s dossier) each(name string, n int, at func(int) (string, string)) {
	s.y += 3
	s.room(14)
	s.put(piece{Text: page.Text{Content: joined(" · ", s.T("privacy.dossier."+name), s.Number(n)), Style: page.Style{Size: 10, Bold: true, Colour: ink}}})
	s.y++
	for i := range n {
		s.line(at(i))
	}
}

// fields writes every field of a thing that is not empty, those of newer versions too.
func (s dossier) fields(thing any, but ...string) {
	text, err := json.Marshal(thing)
	var all map[string]any
	if err != nil || json.Unmarshal(text, &all) != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !slices.Contains(but, name) {
			s.line(s.label(name), s.value(all[name]))
		}
	}
}

// value writes a value as a person reads it; "" for one that is empty.
func (s dossier) value(v any) string {
	switch v := v.(type) {
	case string:
		return s.moment(v)
	case bool:
		if v {
			return s.T("privacy.yes")
		}
	case float64:
		if v != 0 {
			return fmt.Sprint(v)
		}
	case []any:
		parts := make([]string, len(v))
		for i, one := range v {
			parts[i] = s.value(one)
		}
		return joined(", ", parts...)
	case map[string]any:
		var parts []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if text := s.value(v[name]); text != "" {
				parts = append(parts, s.label(name)+": "+text)
			}
		}
		return joined("; ", parts...)
	}
	return ""
}

// label is what a field is called; its own name where it is new.
func (s dossier) label(name string) string {
	if s.Has("privacy.field." + name) {
		return s.T("privacy.field." + name)
	}
	return name
}

// moment writes a time or a date of a document as people read it, and any other text as it is.
func (s dossier) moment(text string) string {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return s.day(t) + " " + s.Time(t)
	}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return s.day(t)
	}
	return text
}

// line writes a label and a text of any length beside it; nothing where there is no text.
func (s dossier) line(label, text string) {
	if text == "" {
		return
	}
	const wide = 46.0
	head := page.Text{W: wide - 3, Content: label, WrapFirst: true, MaxLines: 6, Style: page.Style{Size: 8.5, MinSize: 6.5, Colour: quiet}}
	head.H = s.setter.Height(head)
	s.room(max(head.H, 5))
	head.X, head.Y = sheetMargin, s.y
	s.text(head)
	low, pages := s.y+head.H, len(s.doc.Pages)
	s.prose(unbroken(text), page.Style{Size: 9, Colour: ink, LineHeight: 1.3}, wide)
	if len(s.doc.Pages) == pages {
		s.y = max(s.y, low)
	}
	s.y += 0.8
}

// unbroken lets long words, such as codes and signed texts, go on in the next line.
func unbroken(text string) string {
	const most = 60
	words := strings.Split(text, " ")
	for i, w := range words {
		if letters := []rune(w); len(letters) > most {
			var b strings.Builder
			for j, r := range letters {
				if j > 0 && j%most == 0 {
					b.WriteByte(' ')
				}
				b.WriteRune(r)
			}
			words[i] = b.String()
		}
	}
	return strings.Join(words, " ")
}

func (s dossier) entry(e DossierEntry) {
	what := []string{s.word("privacy.kind.", e.Kind)}
	if e.Undone {
		what = append(what, s.T("privacy.undone"))
	}
	var body map[string]any
	if json.Unmarshal(e.Body, &body) == nil {
		for _, long := range []string{"photo", "snapshot", "frozen", "signature"} { // the JSON has them
			if _, has := body[long]; has {
				body[long] = "…"
			}
		}
		delete(body, "operations")
		delete(body, "v")
		what = append(what, s.value(body))
	}
	if e.Erased {
		what = append(what, s.T("privacy.erased"))
	}
	s.line(joined("\n", s.day(e.When)+" "+e.When.Format("15:04:05"), joined(" · ", e.Desk, e.Operator)), joined(" · ", what...))
}

// photo draws the photo, where there is one.
func (s dossier) photo(data []byte) {
	const high = 32.0
	if len(data) == 0 {
		return
	}
	s.room(high)
	photo := page.Image{X: s.left(sheetMargin, high*3/4), Y: s.y, W: high * 3 / 4, H: high, Data: data}
	if _, err := photo.Config(); err == nil { // else the JSON alone has it
		s.Add(photo)
		s.y += high + 3
	}
}

// certified is whom a certificate names, and how.
func (s dossier) certified(c seminar.Certificate) string {
	snap, err := seminar.ReadSnapshot(c.Snapshot)
	if err != nil {
		return ""
	}
	frozen, _ := c.ReadFrozen(snap)
	return joined(", ", snap.FormalName(), snap.Native, frozen.Position, frozen.Organisation, frozen.Country)
}

// JSON writes the dossier as one document.
func (d Dossier) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(d)
}
