package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

// Revocations is the list of a seminar's certificates that no longer hold, as this desk knows them: the revoked, and those
// whose issue was undone, for their paper may be out there.
func (d *Desk) Revocations(ctx context.Context, of seminar.ID) (trust.Revocations, error) {
	s, err := d.Seminar(ctx, of)
	if err != nil {
		return trust.Revocations{}, err
	}
	certificates, err := all[seminar.Certificate](ctx, d, seminar.EntityCertificate, s.ID)
	if err != nil {
		return trust.Revocations{}, err
	}
	list := trust.Revocations{Seminar: s.Title("en"), Made: d.now().UTC().Format(time.RFC3339)}
	here := map[string]bool{}
	for _, c := range certificates {
		if here[c.Serial] = true; c.Revoked {
			list.Revoked = append(list.Revoked, trust.Revoked{Serial: c.Serial, When: c.RevokedAt, Why: c.RevokedWhy, ReplacedBy: c.ReplacedBy})
		}
	}
	every, err := everIssued(ctx, d)
	for _, one := range every {
		if one.seminar == s.ID && !here[one.serial] {
			list.Revoked = append(list.Revoked, trust.Revoked{Serial: one.serial, Why: "its issue was taken back"})
			here[one.serial] = true
		}
	}
	slices.SortFunc(list.Revoked, func(a, b trust.Revoked) int { return strings.Compare(a.Serial, b.Serial) })
	return list, err
}

// RevocationFile is the list signed, as a file. Errors: those of Revocations, and certificate_no_key.
func (d *Desk) RevocationFile(ctx context.Context, of seminar.ID) ([]byte, error) {
	s, err := d.Seminar(ctx, of)
	if err != nil {
		return nil, err
	}
	if _, ok := trust.KeyOf(s); !ok {
		return nil, noKey()
	}
	list, err := d.Revocations(ctx, s.ID)
	if err != nil {
		return nil, err
	}
	return list.File(s.SignKey)
}

// Key is the public key of a seminar's certificates. Errors: seminar.CodeNotFound, certificate_no_key.
func (d *Desk) Key(ctx context.Context, of seminar.ID) (trust.Key, error) {
	s, err := d.Seminar(ctx, of)
	if err != nil {
		return trust.Key{}, err
	}
	k, ok := trust.KeyOf(s)
	if !ok {
		return k, noKey()
	}
	return k, nil
}

func noKey() error {
	return seminar.Errorf("certificate_no_key", "This seminar has no key to sign its certificates with.")
}
