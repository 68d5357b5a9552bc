package trust

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// original is a certificate laid out again as it was issued, to hold a page against it.
type original struct {
	document.Certificate
	// whole says that all that was printed is known; otherwise only what the signed text says is.
	whole bool
	data  []datum
}

// datum is something that a page says and that is no word of its layout.
type datum struct{ field, text string }

// originals are the certificates of some signed texts as they were issued, nil for one that nobody can lay out here.
func (c Checker) originals(signed []seminar.Signed, all []Verification) ([]*original, error) {
	known := map[string]document.Certificate{}
	if c.Again != nil {
		var serials []string
		for _, v := range all {
			if v.Signed != nil {
				serials = append(serials, v.Serial)
			}
		}
		var err error
		if known, err = c.Again(serials); err != nil {
			return nil, err
		}
	}
	laid := make([]*original, len(all))
	for i, v := range all {
		if v.Signed == nil {
			continue
		}
		snap, err := seminar.ReadSnapshot(signed[i].Snapshot)
		if err != nil {
			continue
		}
		d, ok := known[v.Serial]
		if ok {
			own, found := seminar.FindSigned([]byte(d.Payload))
			ok = found && own.Snapshot == signed[i].Snapshot
		}
		if !ok {
			if d, ok = fromSigned(snap); !ok {
				continue
			}
			laid[i] = &original{Certificate: d}
		} else {
			laid[i] = &original{Certificate: d, whole: true}
		}
		laid[i].data = dataOf(d, snap)
	}
	return laid, nil
}

// fromSigned is a certificate as far as the signed text says it, if it was made by a layout that comes with Lanyard.
func fromSigned(snap seminar.Snapshot) (document.Certificate, bool) {
	id, mark, _ := strings.Cut(snap.Template, "@")
	t, ok := document.ShippedNamed(id)
	if !ok || t.Kind != template.Certificate {
		return document.Certificate{}, false
	}
	file, err := t.JSON()
	if err != nil || seminar.Mark(file) != mark {
		return document.Certificate{}, false
	}
	d := document.Certificate{Layout: t, Serial: snap.Serial, Refers: snap.Refers, Minutes: snap.Minutes, Of: snap.Of, Kind: snap.Kind,
		Seminar:  seminar.Seminar{Titles: map[string]string{"en": snap.Seminar}, Start: snap.Start, End: snap.End},
		Attendee: seminar.Attendee{ID: seminar.ID(snap.Serial), GivenName: snap.Name, NativeName: snap.Native, Honorific: snap.Honorific}}
	if snap.Title != "" {
		d.Titles = map[string]string{"en": snap.Title}
	}
	return d, true
}

// dataOf is what a page says of its person and its seminar. The year stands for a date: every form of it has one.
func dataOf(d document.Certificate, snap seminar.Snapshot) []datum {
	var all []datum
	add := func(field string, texts ...string) {
		for _, t := range texts {
			if t = plain(t); t != "" {
				all = append(all, datum{field, t})
			}
		}
	}
	for _, t := range d.Seminar.Titles {
		add("seminar", t)
	}
	for _, t := range d.Titles {
		add("title", t)
	}
	add("native", d.Attendee.NativeName)
	add("name", d.Attendee.Name())
	add("words", d.Seminar.Venue, d.Seminar.Organiser, d.Signer, d.SignerAs, d.Attendee.Position, d.Attendee.Organisation, d.Category.Name, d.Refers)
	for _, t := range d.HoursWords {
		add("hours", t)
	}
	add("words", append(slices.Clone(d.Sessions), d.Initiatives...)...)
	for _, day := range []string{snap.Start, snap.End, snap.Issued} {
		if t, err := time.Parse(time.DateOnly, day[:min(len(day), len(time.DateOnly))]); err == nil {
			add("days", t.Format("2006"))
		}
	}
	return all
}

// of is which of the data a line of the original says, or a part of: the one that is not in what the page says in its place, if
// there is one. false for words of the layout alone.
func (o *original) of(line, page string) (datum, bool) {
	says := func(line, text string) bool { return within(line, text) >= 0 || within(line, reversed(text)) >= 0 }
	var best datum
	found := false
	for _, d := range o.data {
		if !says(line, d.text) && !says(d.text, line) {
			continue
		}
		if !says(page, d.text) {
			return d, true
		}
		if !found || d.field == "days" { // whose days and months are no data of their own
			best, found = d, true
		}
	}
	return best, found
}

// mostAgain is how many pages are laid out at once, so that a file of thousands does not take their memory.
const mostAgain = 100

// lay lays certificates out in a language and gives the lines of each page, as they are read in a file; nil for a page that
// cannot be laid out here as it was, for want of a font.
func lay(certs []*original, lang *i18n.Lang, setter *typeset.Setter) ([][]string, error) {
	lines := make([][]string, len(certs))
	for from := 0; from < len(certs); from += mostAgain {
		var some []document.Certificate
		var at []int
		for i := from; i < min(from+mostAgain, len(certs)); i++ {
			if certs[i] != nil && !certs[i].Relaid {
				d := certs[i].Certificate
				d.Payload, d.Pictures = d.Serial, nil // nothing that is drawn is compared, and a code takes longer than a page
				some, at = append(some, d), append(at, i)
			}
		}
		if len(some) == 0 {
			continue
		}
		doc, warnings := document.Certificates(some, document.Options{Lang: lang, Setter: setter})
		lacking := map[seminar.ID]bool{} // whose letters no font here has
		for _, w := range warnings {
			lacking[w.AttendeeID] = lacking[w.AttendeeID] || w.Code == document.WarnMissing
		}
		var file bytes.Buffer
		if err := pdf.Write(&file, setter, &doc); err != nil {
			return nil, err
		}
		p := openPaper(file.Bytes())
		if p.find(); p.err != nil {
			return nil, p.err
		}
		for n, i := range at {
			if lacking[some[n].Attendee.ID] {
				continue
			}
			text, err := p.text(n)
			if err != nil {
				return nil, err
			}
			lines[i] = linesOf(text)
		}
	}
	return lines, nil
}

// again holds the pages of a file against what they were when they were issued, in whichever language of the window fits best.
func (c Checker) again(p *paper, signed []seminar.Signed, all []Verification) error {
	laid, err := c.originals(signed, all)
	if err != nil || !slices.ContainsFunc(laid, func(o *original) bool { return o != nil }) {
		return err
	}
	setter := typeset.WithSystem()
	best, left := make([][]Print, len(all)), slices.Clone(laid)
	for _, l := range i18n.Languages() {
		pages, err := lay(left, i18n.Open(l.Tag), setter)
		if err != nil {
			return err
		}
		for i, lines := range pages {
			text, err := p.textOf(i, len(signed))
			if lines == nil || err != nil {
				continue
			}
			differ := laid[i].differences(linesOf(text), lines, l.Tag, len(p.pages) == len(signed))
			if best[i] == nil || weight(differ) < weight(best[i]) {
				best[i] = differ
				if len(differ) == 0 {
					left[i] = nil
				}
			}
		}
	}
	for i, o := range laid {
		v := &all[i]
		if o == nil || len(v.Printed) == 0 || v.Printed[0].Field == "text" {
			continue
		}
		if o.Relaid {
			best[i] = []Print{{Field: "layout", Look: true}}
		}
		v.Printed = append(v.Printed, best[i][:min(len(best[i]), mostDiffer)]...)
		if v.Valid {
			v.Reason = verdict(v.Printed)
			v.Valid = v.Reason == ""
		}
	}
	return nil
}
