package document

import (
	"encoding/json"
	"time"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// DossierPages makes the dossier on A4, upright.
func DossierPages(d Dossier, o Options) page.Document {
	k := o.kit()
	kind := k.T("privacy.dossier")
	doc := k.document(o, joined(" – ", kind, d.Name()), "", d.Name())
	s := dossier{k.sheet(&doc, page.A4, d.Name(), kind, joined(" · ", k.T("document.made", "date", k.day(d.Made), "time", k.Time(d.Made)), k.deskNamed(d.Desk)))}
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
		s.fields(a, "photo", "consent")
	}
	s.section(k.T("privacy.dossier.consents"), 20)
	for _, c := range d.Consents {
		s.consent(c)
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

// consent writes what somebody said to one thing, then how it was recorded and the words that they were shown.
func (s dossier) consent(c DossierConsent) {
	said := c.Said
	if c.To == "" {
		c.To = s.T("privacy.consent.data")
	}
	state := s.T("privacy.consent.none")
	if said.State != "" {
		state = s.T("privacy.consent." + string(said.State))
	}
	if said.Before != "" {
		state += " " + s.T("privacy.consent.before", "date", s.moment(said.Before))
	}
	how := ""
	if said.Where != "" {
		how = s.word("privacy.place.", string(said.Where))
	}
	s.line(joined("\n", c.To, c.Seminar), joined(" · ", state, s.moment(said.At), how, said.By, said.Desk))
	if said.Wording != "" {
		s.line(s.T("privacy.wording"), "“"+said.Wording+"”")
	}
	s.line(s.T("privacy.version"), said.Version)
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
