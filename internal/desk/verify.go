package desk

import (
	"context"
	"slices"

	"lanyard/internal/attendance"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

// Verification is what a certificate or a badge code proves.
type Verification = trust.Verification

// Verify checks the signed text of a certificate (from its QR code, inside the bytes of its PDF file, or in a picture of it, PNG
// or JPEG), or a badge code. The signature is checked with the keys of this workspace's seminars; the database adds only what was revoked.
func (d *Desk) Verify(ctx context.Context, text []byte) (Verification, error) {
	return d.VerifyWith(ctx, text, nil)
}

// VerifyWith is Verify with lists of revoked certificates that another desk made.
func (d *Desk) VerifyWith(ctx context.Context, text []byte, lists []trust.Revocations) (Verification, error) {
	keys, err := d.Keys(ctx)
	if err != nil {
		return Verification{}, err
	}
	checker := trust.Checker{Keys: keys, Lists: lists, Known: d.known(ctx), Again: d.again(ctx)}
	v, found, err := checker.Check(text)
	if found || err != nil || trust.IsPDF(text) || v.Reason == trust.NoCode {
		return v, err
	}
	if trust.IsPicture(text) {
		scanned, err := trust.Scanned(text)
		if err != nil {
			return v, err
		}
		text = []byte(scanned)
	}
	return d.verifyBadge(ctx, string(text))
}

// Keys are the public keys of this workspace's seminars.
func (d *Desk) Keys(ctx context.Context) ([]trust.Key, error) {
	seminars, err := d.Seminars(ctx)
	if err != nil {
		return nil, err
	}
	var keys []trust.Key
	for _, s := range seminars {
		if k, ok := trust.KeyOf(s); ok {
			keys = append(keys, k)
		}
	}
	return keys, nil
}

// known adds what the workspace knows of certificates whose signature holds. It reads them once, for a file may have many.
func (d *Desk) known(ctx context.Context) func(*Verification) error {
	var bySerial map[string]seminar.Certificate
	return func(v *Verification) error {
		if bySerial == nil {
			bySerial = map[string]seminar.Certificate{}
			certificates, err := all[seminar.Certificate](ctx, d, seminar.EntityCertificate, "")
			if err != nil {
				return err
			}
			for _, c := range certificates {
				bySerial[c.Serial] = c
			}
		}
		switch c, here := bySerial[v.Serial]; {
		case here && c.Revoked:
			v.Valid, v.Revoked, v.Reason = false, true, trust.IsRevoked
			v.Why, v.RevokedAt, v.ReplacedBy = c.RevokedWhy, c.RevokedAt, c.ReplacedBy
		case !here: // issued at another desk, whose signature alone proves it; or undone here
			return d.undone(ctx, v)
		}
		return nil
	}
}

// again gives certificates as they were issued, by serial number: those that are here, and of which all that was printed is.
func (d *Desk) again(ctx context.Context) func([]string) (map[string]document.Certificate, error) {
	return func(serials []string) (map[string]document.Certificate, error) {
		certificates, err := all[seminar.Certificate](ctx, d, seminar.EntityCertificate, "")
		if err != nil {
			return nil, err
		}
		of := map[seminar.ID][]seminar.Certificate{}
		for _, c := range certificates {
			if !slices.Contains(serials, c.Serial) {
				continue
			}
			snap, err := seminar.ReadSnapshot(c.Snapshot)
			if err != nil {
				continue
			}
			if _, whole := c.ReadFrozen(snap); whole {
				of[c.SeminarID] = append(of[c.SeminarID], c)
			}
		}
		known := map[string]document.Certificate{}
		for id, some := range of {
			pages, err := d.CertificatePages(ctx, id, some)
			if seminar.CodeOf(err) == CodePictureWaiting {
				continue // its signed text is still held against the page
			}
			if err != nil {
				return nil, err
			}
			for _, p := range pages {
				known[p.Serial] = p
			}
		}
		return known, nil
	}
}

// undone says of a certificate that is not here whether it once was.
func (d *Desk) undone(ctx context.Context, v *Verification) error {
	every, err := everIssued(ctx, d)
	for _, one := range every {
		if one.serial == v.Serial {
			v.Valid, v.Reason = false, trust.Undone
		}
	}
	return err
}

func (d *Desk) verifyBadge(ctx context.Context, raw string) (Verification, error) {
	v := Verification{Reason: trust.Malformed}
	for _, code := range attendance.Codes(raw) {
		owners, err := d.Codes(ctx, code)
		if err != nil {
			return v, err
		}
		for _, o := range owners {
			if o.Kind != CodeBadge && o.Kind != CodeRevoked {
				continue
			}
			s, err := d.Seminar(ctx, o.SeminarID)
			if err != nil {
				return v, err
			}
			f, err := d.Person(ctx, o.SeminarID, o.AttendeeID)
			v = Verification{Valid: o.Kind == CodeBadge, Name: f.Attendee.Name(), Seminar: s.Title("en"),
				Serial: f.Registration.BadgeNumber, Revoked: o.Kind == CodeRevoked}
			if v.Revoked {
				v.Reason = "replaced"
			}
			return v, err
		}
		seminars, err := d.Seminars(ctx)
		if err != nil {
			return v, err
		}
		for _, s := range seminars {
			switch seminar.CheckCode(s.CodeKey, code) {
			case seminar.CodeGenuine: // printed at a desk that we have not heard from
				return Verification{Valid: true, Reason: "unknown", Seminar: s.Title("en")}, nil
			case seminar.CodeForged:
				v.Reason = "forged"
			}
		}
	}
	return v, nil
}
