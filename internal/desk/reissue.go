package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

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
		now.Revoked, now.RevokedWhy, now.RevokedAt = true, why, c.moment()
		if before.Revoked {
			now.RevokedAt = before.RevokedAt // only the reason is another
		}
		_, err = c.set(ctx, seminar.EntityCertificate, before.ID, before, now)
		return err
	})
	return now, action, err
}

// moment is now, as documents keep it.
func (c *change) moment() string {
	return c.desk.now().UTC().Truncate(time.Second).Format(time.RFC3339)
}

// Reissue issues a certificate anew, with what is known of the person and the seminar now, and revokes the one before as
// replaced by it; both in one action, which can be undone. It does not ask again whether it was earned: that was settled when
// the first was issued. Errors: seminar.CodeNotFound, CodeReissue.
func (d *Desk) Reissue(ctx context.Context, serial, why string) (seminar.Certificate, Action, error) {
	if err := d.Require(ctx, seminar.RightIssue); err != nil {
		return seminar.Certificate{}, "", err
	}
	var again seminar.Certificate
	action, err := d.write(ctx, func(c *change) error {
		before, err := bySerial(ctx, c, serial)
		if err != nil {
			return err
		}
		if before.Revoked {
			return seminar.Errorf(CodeReissue, "Certificate {serial} was revoked. Issue a new one to whoever has earned it.").WithArg("serial", before.Serial)
		}
		if err := bearsName(before); err != nil {
			return err
		}
		to, err := c.holder(ctx, before)
		if err != nil {
			return err
		}
		press, err := c.press(ctx, before.SeminarID)
		if err != nil {
			return err
		}
		if again, err = press.issue(ctx, to, before.Serial); err != nil {
			return err
		}
		now := before
		now.Revoked, now.RevokedWhy, now.RevokedAt, now.ReplacedBy = true, why, c.moment(), again.Serial
		_, err = c.set(ctx, seminar.EntityCertificate, before.ID, before, now)
		return err
	})
	return again, action, err
}

// CodeReissue is the code of the error for a certificate that cannot be issued anew.
const CodeReissue = "certificate_reissue"

// holder is the person whose certificate it is, as they stand now; of a merged one, the kept person.
func (c *change) holder(ctx context.Context, cert seminar.Certificate) (Eligibility, error) {
	kind := cert.Kind
	if kind == "" {
		kind = seminar.KindAttendance
	}
	s, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, cert.SeminarID)
	if err != nil {
		return Eligibility{}, err
	}
	if _, err := s.CertificateKind(kind); err != nil {
		return Eligibility{}, err
	}
	people, err := eligibility(ctx, c, cert.SeminarID, kind, c.desk.now())
	if err != nil {
		return Eligibility{}, err
	}
	as, err := aliased(ctx, c, cert.SeminarID)
	if err != nil {
		return Eligibility{}, err
	}
	id := firstID(as[cert.RegistrationID], cert.RegistrationID)
	i := slices.IndexFunc(people, func(e Eligibility) bool { return e.Row.RegistrationID == id })
	switch {
	case i < 0:
		return Eligibility{}, seminar.NotFound("attendee", cert.Serial)
	case people[i].Row.Status == seminar.Cancelled:
		return Eligibility{}, seminar.Errorf(CodeReissue, "The registration was cancelled: certificate {serial} can be revoked, not issued anew.").
			WithArg("serial", cert.Serial)
	}
	return people[i], nil
}

// bearsName says of a certificate whose holder was anonymised that its page cannot be made any more. The one that was handed
// out proves itself, by its own signature.
func bearsName(c seminar.Certificate) error {
	if c.Snapshot != "" {
		return nil
	}
	return seminar.Errorf(CodeAnonymous, "The holder of certificate {serial} was anonymised: its page cannot be made again. The one that was handed out stays valid.").
		WithArg("serial", c.Serial)
}

// nobodyAnyMore says of somebody who was anonymised that there is no name to certify; nil for everybody else.
func nobodyAnyMore(ctx context.Context, r Reader, attendee seminar.ID) (*seminar.Error, error) {
	who, err := get[seminar.Attendee](ctx, r, seminar.EntityAttendee, attendee)
	if err != nil || who.Anonymised == "" {
		return nil, err
	}
	return seminar.Errorf("anonymous_holder", "{name} was anonymised: there is no name to certify.").WithArg("name", who.Name()), nil
}

func bySerial(ctx context.Context, r Reader, serial string) (seminar.Certificate, error) {
	certificates, err := all[seminar.Certificate](ctx, r, seminar.EntityCertificate, "")
	if err != nil {
		return seminar.Certificate{}, err
	}
	return find(certificates, "certificate", strings.TrimSpace(serial), func(c seminar.Certificate) (seminar.ID, string) { return c.ID, c.Serial })
}
