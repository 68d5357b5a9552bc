package desk

import (
	"context"
	"crypto/ed25519"
	"encoding/json"
	"strings"
	"time"

	"lanyard/internal/document/wording"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Issued is what issuing certificates did.
type Issued struct {
	Certificates []seminar.Certificate // new and old, in the order of the people
	NotEligible  []Eligibility
	Action       Action // of the new ones; "" if all were issued before
}

// IssueCertificates issues certificates of the first kind to some attendees, or to all for nil. Somebody who has one keeps
// it: a certificate is issued once.
func (d *Desk) IssueCertificates(ctx context.Context, of seminar.ID, attendees []seminar.ID) (Issued, error) {
	return d.IssueKind(ctx, of, "", attendees)
}

// IssueKind issues certificates of a kind; "" is the first.
func (d *Desk) IssueKind(ctx context.Context, of seminar.ID, kind string, attendees []seminar.ID) (Issued, error) {
	if err := d.Require(ctx, seminar.RightIssue); err != nil {
		return Issued{}, err
	}
	var done Issued
	wanted := map[seminar.ID]bool{}
	for _, id := range attendees {
		wanted[id] = true
	}
	action, err := d.write(ctx, func(c *change) error {
		done = Issued{}
		people, err := eligibility(ctx, c, of, kind, d.now())
		if err != nil {
			return err
		}
		press, err := c.press(ctx, of)
		if err != nil {
			return err
		}
		for _, p := range people {
			switch {
			case attendees != nil && !wanted[p.Row.AttendeeID]:
			case p.Certificate != nil:
				done.Certificates = append(done.Certificates, *p.Certificate)
			case !p.Eligible():
				done.NotEligible = append(done.NotEligible, p)
			default:
				if p.Why, err = nobodyAnyMore(ctx, c, p.Row.AttendeeID); err != nil {
					return err
				}
				if p.Why != nil {
					p.Lacks = []*seminar.Error{p.Why}
					done.NotEligible = append(done.NotEligible, p)
					continue
				}
				issued, err := press.issue(ctx, p, "")
				if err != nil {
					return err
				}
				done.Certificates = append(done.Certificates, issued)
			}
		}
		return nil
	})
	done.Action = action
	return done, err
}

// press issues the certificates of a seminar within one action.
type press struct {
	*change
	seminar seminar.Seminar
	desk    string
	key     ed25519.PrivateKey
	taken   map[string]bool // serial numbers that were ever given out, in any seminar, undone ones too
	now     time.Time
	// categories by id, and layouts by the id of the kind, as a snapshot names them.
	categories map[seminar.ID]seminar.Category
	layouts    map[string]string
	// initiatives are the titles of those put forward, by attendee.
	initiatives map[seminar.ID][]string
}

func (c *change) press(ctx context.Context, of seminar.ID) (*press, error) {
	s, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
	if err != nil {
		return nil, err
	}
	who, err := c.desk.Identity(ctx)
	if err != nil {
		return nil, err
	}
	if len(s.SignKey) != ed25519.SeedSize {
		return nil, noKey()
	}
	p := &press{change: c, seminar: s, desk: who.Desk, key: ed25519.NewKeyFromSeed(s.SignKey), taken: map[string]bool{},
		now: c.desk.now().UTC().Truncate(time.Second), layouts: map[string]string{}}
	if p.categories, err = c.desk.categoriesByID(ctx, of); err != nil {
		return nil, err
	}
	if p.initiatives, err = initiativesBy(ctx, c, of); err != nil {
		return nil, err
	}
	for _, k := range s.CertificateKinds() {
		kept, err := c.desk.keptLayout(ctx, k)
		if err != nil {
			return nil, err
		}
		p.layouts[k.ID] = kept.mark
	}
	given, err := everIssued(ctx, c)
	for _, one := range given {
		p.taken[strings.ToLower(one.serial)] = true
	}
	return p, err
}

// serial is the next number of this desk. Other seminars of the year count by themselves, so it may be theirs already.
func (p *press) serial(ctx context.Context) (string, error) {
	for {
		n, err := p.NextNumber(ctx, "certificate", p.seminar.ID)
		if err != nil {
			return "", err
		}
		serial := p.seminar.SerialNumber(p.desk, n)
		if key := strings.ToLower(serial); !p.taken[key] {
			p.taken[key] = true
			return serial, nil
		}
	}
}

// issue writes one certificate with its serial number, frozen snapshot and signature; refers is the serial number of the one
// it replaces, or "".
func (p *press) issue(ctx context.Context, to Eligibility, refers string) (seminar.Certificate, error) {
	none := seminar.Certificate{}
	kind, err := p.seminar.CertificateKind(to.Kind)
	if err != nil {
		return none, err
	}
	who, err := get[seminar.Attendee](ctx, p, seminar.EntityAttendee, to.Row.AttendeeID)
	if err != nil {
		return none, err
	}
	serial, err := p.serial(ctx)
	if err != nil {
		return none, err
	}
	cert := seminar.Certificate{ID: newID(), SeminarID: p.seminar.ID, RegistrationID: to.Row.RegistrationID, Kind: kind.ID,
		Serial: serial, Refers: refers, Issued: p.now.Format(time.RFC3339)}
	category := p.categories[to.Row.CategoryID]
	cert.Frozen, err = seminar.Frozen{GivenName: who.GivenName, FamilyName: who.FamilyName, Position: who.Position, Organisation: who.Organisation,
		Country: who.Country, Language: who.Language,
		CategoryID: to.Row.CategoryID, Category: category.Name, Colour: category.Colour, Titles: p.seminar.Titles, Venue: p.seminar.Venue, Organiser: p.seminar.Organiser,
		Signer: p.seminar.Signer, SignerAs: p.seminar.SignerAs, KindTitles: kind.Titles, Sessions: to.Sessions,
		Initiatives: p.initiatives[to.Row.AttendeeID], Pictures: p.seminar.Pictures()}.Text()
	if err != nil {
		return none, err
	}
	cert.Snapshot, err = seminar.Snapshot{Version: seminar.SnapshotVersion, Serial: serial, Name: who.Name(), Honorific: who.Honorific,
		Native: who.NativeName, Seminar: p.seminar.Title("en"), Start: p.seminar.Start, End: p.seminar.End, Minutes: to.Minutes, Of: to.Of,
		Kind: kind.ID, Title: titleIn(kind, "en"), Issued: cert.Issued, Refers: refers, Template: p.layouts[kind.ID],
		Data: seminar.Mark([]byte(cert.Frozen)), Key: seminar.KeyMark(p.key.Public().(ed25519.PublicKey))}.Text()
	if err != nil {
		return none, err
	}
	cert.Signature = ed25519.Sign(p.key, []byte(cert.Snapshot))
	body, err := fieldsOf(cert)
	if err != nil {
		return none, err
	}
	return cert, p.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityCertificate, journal.Add), Subject: cert.ID, Body: body})
}

// initiativesBy are the titles of the initiatives of a seminar, by who put them forward, of a merged person under the kept one.
func initiativesBy(ctx context.Context, r Reader, of seminar.ID) (map[seminar.ID][]string, error) {
	list, err := all[seminar.Initiative](ctx, r, seminar.EntityInitiative, of)
	titles := map[seminar.ID][]string{}
	for _, i := range list {
		if i.AttendeeID == "" || i.Title == "" {
			continue
		}
		who, err := r.Aliases(ctx, i.AttendeeID)
		if err != nil {
			return nil, err
		}
		if len(who) > 0 {
			titles[who[0]] = append(titles[who[0]], i.Title)
		}
	}
	return titles, err
}

// titleIn is what a kind of certificate is called in a language: as the seminar says, or as the language does; "" if neither.
func titleIn(kind seminar.CertificateKind, tag string) string {
	if title := kind.Title(tag); title != "" {
		return title
	}
	words, ok := wording.In(tag)
	if !ok || len(kind.Titles) > 0 && kind.ID != seminar.KindAttendance && kind.ID != seminar.KindParticipation && kind.ID != seminar.KindAppreciation {
		return ""
	}
	return words.Titles.Of(kind.ID)
}

// given is a serial number that was given out once.
type given struct {
	operation string
	serial    string
	seminar   seminar.ID
}

// everIssued gives the certificates that were ever issued, those too whose issue was undone.
func everIssued(ctx context.Context, r Reader) ([]given, error) {
	ops, err := r.Operations(ctx, OperationFilter{Kinds: []journal.Kind{journal.KindOf(seminar.EntityCertificate, journal.Add)}})
	if err != nil {
		return nil, err
	}
	var every []given
	for _, o := range ops {
		var body struct {
			Serial    string     `json:"serial"`
			SeminarID seminar.ID `json:"seminar"`
		}
		if json.Unmarshal(o.Says(), &body) == nil && body.Serial != "" {
			every = append(every, given{o.ID, body.Serial, body.SeminarID})
		}
	}
	return every, nil
}
