package desk

import (
	"context"
	"crypto/ed25519"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// Verification is what a certificate or a badge code proves. It shows enough to expose an edited copy.
type Verification struct {
	Valid   bool   `json:"valid"`
	Reason  string `json:"reason"` // "" if valid: unreadable, unknown_key, signature, revoked, malformed, forged, replaced, unknown
	Serial  string `json:"serial"`
	Name    string `json:"name"`
	Seminar string `json:"seminar"`
	Issued  string `json:"issued"`
	Revoked bool   `json:"revoked"`
}

// Verify checks the signed text of a certificate (from its QR code, or inside the bytes of its PDF file), or a badge
// code. The signature is checked with the keys of this workspace's seminars; the database adds only what was revoked.
func (d *Desk) Verify(ctx context.Context, text []byte) (Verification, error) {
	if signed, ok := seminar.FindSigned(text); ok {
		return d.verifyCertificate(ctx, signed)
	}
	return d.verifyBadge(ctx, string(text))
}

func (d *Desk) verifyCertificate(ctx context.Context, signed seminar.Signed) (Verification, error) {
	snap, err := seminar.ReadSnapshot(signed.Snapshot)
	if err != nil {
		return Verification{Reason: "unreadable"}, nil
	}
	v := Verification{Serial: snap.Serial, Name: snap.Name, Seminar: snap.Seminar, Issued: snap.Issued}
	seminars, err := d.Seminars(ctx)
	if err != nil {
		return v, err
	}
	v.Reason = "unknown_key"
	for _, s := range seminars {
		if len(s.SignKey) != ed25519.SeedSize {
			continue
		}
		public := ed25519.NewKeyFromSeed(s.SignKey).Public().(ed25519.PublicKey)
		if seminar.KeyMark(public) != snap.Key {
			continue
		}
		if !ed25519.Verify(public, []byte(signed.Snapshot), signed.Signature) {
			v.Reason = "signature"
			return v, nil
		}
		v.Valid, v.Reason = true, ""
	}
	if !v.Valid {
		return v, nil
	}
	known, err := bySerial(ctx, d, v.Serial)
	if err == nil && known.Revoked {
		v.Valid, v.Revoked, v.Reason = false, true, "revoked"
	}
	if seminar.CodeOf(err) == seminar.CodeNotFound {
		err = nil // issued at another desk: the signature alone proves it
	}
	return v, err
}

func (d *Desk) verifyBadge(ctx context.Context, raw string) (Verification, error) {
	v := Verification{Reason: "malformed"}
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
