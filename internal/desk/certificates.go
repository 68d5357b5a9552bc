package desk

import (
	"context"
	"crypto/ed25519"
	"fmt"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Eligibility says whether a person has earned a certificate, and if not, why.
type Eligibility struct {
	Row         seminar.RosterRow
	Minutes     int // attended, of the sessions that count
	Of          int // minutes of the sessions that count
	Why         *seminar.Error
	Certificate *seminar.Certificate // issued before and not revoked
}

// Eligible says that a certificate may be issued.
func (e Eligibility) Eligible() bool { return e.Why == nil }

// Eligibility goes through every registration of a seminar, by family name.
func (d *Desk) Eligibility(ctx context.Context, of seminar.ID) ([]Eligibility, error) {
	return eligibility(ctx, d, of, d.now())
}

func eligibility(ctx context.Context, r Reader, of seminar.ID, now time.Time) ([]Eligibility, error) {
	hours, err := hoursOf(ctx, r, of, now, seminar.ByFamilyName)
	if err != nil {
		return nil, err
	}
	certificates, err := all[seminar.Certificate](ctx, r, seminar.EntityCertificate, of)
	if err != nil {
		return nil, err
	}
	as, err := aliased(ctx, r, of)
	if err != nil {
		return nil, err
	}
	issued := map[seminar.ID]*seminar.Certificate{} // of a merged person, the kept one's own before the others'
	for i, c := range certificates {
		if id := firstID(as[c.RegistrationID], c.RegistrationID); !c.Revoked && (issued[id] == nil || id == c.RegistrationID) {
			issued[id] = &certificates[i]
		}
	}
	people, asked := make([]Eligibility, len(hours.people)), conditions(hours.seminar, hours.of)
	for i, p := range hours.people {
		people[i] = Eligibility{Row: p.row, Minutes: p.minutes, Of: hours.of, Certificate: issued[p.row.RegistrationID],
			Why: notEligible(asked, p)}
	}
	return people, nil
}

// aliased gives the registrations of a seminar that stand in the roster as another one, and that one.
func aliased(ctx context.Context, r Reader, of seminar.ID) (map[seminar.ID]seminar.ID, error) {
	as := map[seminar.ID]seminar.ID{}
	err := r.EachAliased(ctx, of, func(registration, other seminar.ID) error { as[registration] = other; return nil })
	return as, err
}

// Issued is what issuing certificates did.
type Issued struct {
	Certificates []seminar.Certificate // new and old, in the order of the people
	NotEligible  []Eligibility
	Action       Action // of the new ones; "" if all were issued before
}

// IssueCertificates issues certificates to some attendees, or to all for nil. Somebody who has one keeps it: a
// certificate is issued once.
func (d *Desk) IssueCertificates(ctx context.Context, of seminar.ID, attendees []seminar.ID) (Issued, error) {
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
		people, err := eligibility(ctx, c, of, d.now())
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
				issued, err := c.issue(ctx, of, p)
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

// issue writes one certificate with its serial number, frozen snapshot and signature.
func (c *change) issue(ctx context.Context, of seminar.ID, p Eligibility) (seminar.Certificate, error) {
	s, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
	if err != nil {
		return seminar.Certificate{}, err
	}
	who, err := c.desk.Identity(ctx)
	if err != nil {
		return seminar.Certificate{}, err
	}
	n, err := c.NextNumber(ctx, "certificate", of)
	if err != nil {
		return seminar.Certificate{}, err
	}
	now := c.desk.now().UTC().Truncate(time.Second)
	cert := seminar.Certificate{ID: newID(), SeminarID: of, RegistrationID: p.Row.RegistrationID,
		Serial: fmt.Sprintf("%s-%s-%04d", s.Start[:4], who.Desk, n), Issued: now.Format(time.RFC3339)}
	key := ed25519.NewKeyFromSeed(s.SignKey)
	cert.Snapshot, err = seminar.Snapshot{Serial: cert.Serial, Name: p.Row.Name(), Native: p.Row.NativeName,
		Seminar: s.Title("en"), Start: s.Start, End: s.End, Minutes: p.Minutes, Issued: cert.Issued,
		Key: seminar.KeyMark(key.Public().(ed25519.PublicKey))}.Text()
	if err != nil {
		return cert, err
	}
	cert.Signature = ed25519.Sign(key, []byte(cert.Snapshot))
	body, err := fieldsOf(cert)
	if err != nil {
		return cert, err
	}
	return cert, c.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityCertificate, journal.Add), Subject: cert.ID, Body: body})
}

// CertificatePages gathers what the pages of certificates show.
func (d *Desk) CertificatePages(ctx context.Context, of seminar.ID, certificates []seminar.Certificate) ([]document.Certificate, error) {
	hours, err := hoursOf(ctx, d, of, d.now(), seminar.ByFamilyName)
	if err != nil {
		return nil, err
	}
	pages := make([]document.Certificate, 0, len(certificates))
	for _, c := range certificates {
		r, err := get[seminar.Registration](ctx, d, seminar.EntityRegistration, c.RegistrationID)
		if err != nil {
			return nil, err
		}
		a, err := get[seminar.Attendee](ctx, d, seminar.EntityAttendee, r.AttendeeID)
		if err != nil {
			return nil, err
		}
		page := document.Certificate{Seminar: hours.seminar, Attendee: a, Of: hours.of, Serial: c.Serial,
			Signer: hours.seminar.Signer, SignerAs: hours.seminar.SignerAs, Payload: seminar.SignedText(c)}
		// What was certified counts, not what was changed since.
		if snap, err := seminar.ReadSnapshot(c.Snapshot); err == nil {
			page.Minutes = snap.Minutes
			page.Seminar, page.Attendee = asCertified(hours.seminar, a, snap)
			if issued, err := time.Parse(time.RFC3339, snap.Issued); err == nil {
				page.Issued = issued.In(hours.seminar.Location())
			}
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// asCertified gives a seminar and a person the names and days that were signed.
func asCertified(s seminar.Seminar, a seminar.Attendee, snap seminar.Snapshot) (seminar.Seminar, seminar.Attendee) {
	if a.Name() != snap.Name {
		a.GivenName, a.FamilyName = snap.Name, ""
	}
	a.NativeName = snap.Native
	if s.Title("en") != snap.Seminar {
		s.Titles = map[string]string{"en": snap.Seminar}
	}
	s.Start, s.End = snap.Start, snap.End
	return s, a
}

// CertificatePreview is the page that somebody would get, before anything is issued.
func (d *Desk) CertificatePreview(ctx context.Context, of seminar.ID, e Eligibility) (document.Certificate, error) {
	if e.Certificate != nil {
		pages, err := d.CertificatePages(ctx, of, []seminar.Certificate{*e.Certificate})
		if err != nil {
			return document.Certificate{}, err
		}
		return pages[0], nil
	}
	f, err := d.Person(ctx, of, e.Row.AttendeeID)
	if err != nil {
		return document.Certificate{}, err
	}
	s, err := d.Seminar(ctx, of)
	return document.Certificate{Seminar: s, Attendee: f.Attendee, Of: e.Of, Minutes: e.Minutes, Signer: s.Signer,
		SignerAs: s.SignerAs, Issued: d.now().In(s.Location())}, err
}

// RevokeCertificate takes a certificate back, for a reason that Verify will give.
func (d *Desk) RevokeCertificate(ctx context.Context, serial, why string) (seminar.Certificate, Action, error) {
	if err := d.Require(ctx, seminar.RightIssue); err != nil {
		return seminar.Certificate{}, "", err
	}
	var now seminar.Certificate
	action, err := d.write(ctx, func(c *change) error {
		before, err := bySerial(ctx, c, serial)
		if err != nil {
			return err
		}
		now = before
		now.Revoked, now.RevokedWhy = true, why
		_, err = c.set(ctx, seminar.EntityCertificate, before.ID, before, now)
		return err
	})
	return now, action, err
}

func bySerial(ctx context.Context, r Reader, serial string) (seminar.Certificate, error) {
	certificates, err := all[seminar.Certificate](ctx, r, seminar.EntityCertificate, "")
	if err != nil {
		return seminar.Certificate{}, err
	}
	return find(certificates, "certificate", serial, func(c seminar.Certificate) (seminar.ID, string) { return c.ID, c.Serial })
}
