package desk

import (
	"context"
	"time"

	"lanyard/internal/seminar"
)

// Eligibility says whether a person has earned a certificate of a kind, and if not, why.
type Eligibility struct {
	Row     seminar.RosterRow
	Kind    string // the id of the kind
	Minutes int    // attended, of the sessions that count
	Of      int    // minutes of the sessions that count
	Why     *seminar.Error
	// Lacks is all that is missing, the nearest first: Why and what else.
	Lacks       []*seminar.Error
	Sessions    []string             // titles of those attended, in the order of the programme
	Certificate *seminar.Certificate // issued before and not revoked
}

// Eligible says that a certificate may be issued.
func (e Eligibility) Eligible() bool { return e.Why == nil }

// Eligibility goes through every registration of a seminar, by family name, for the first of its kinds of certificate.
func (d *Desk) Eligibility(ctx context.Context, of seminar.ID) ([]Eligibility, error) {
	return d.EligibilityFor(ctx, of, "")
}

// EligibilityFor goes through every registration for a kind of certificate; "" is the first. Errors: seminar.CodeNotFound,
// and the condition's own.
func (d *Desk) EligibilityFor(ctx context.Context, of seminar.ID, kind string) ([]Eligibility, error) {
	return eligibility(ctx, d, of, kind, d.now())
}

func eligibility(ctx context.Context, r Reader, of seminar.ID, kind string, now time.Time) ([]Eligibility, error) {
	hours, err := hoursOf(ctx, r, of, now, seminar.ByFamilyName)
	if err != nil {
		return nil, err
	}
	asked, err := askedBy(ctx, r, hours, kind)
	if err != nil {
		return nil, err
	}
	issued, err := issuedOf(ctx, r, of, asked.kind.ID)
	if err != nil {
		return nil, err
	}
	people := make([]Eligibility, len(hours.people))
	for i, p := range hours.people {
		people[i] = Eligibility{Row: p.row, Kind: asked.kind.ID, Minutes: p.minutes, Of: hours.of, Certificate: issued[p.row.RegistrationID],
			Lacks: asked.lacks(p), Sessions: p.attended()}
		if len(people[i].Lacks) > 0 {
			people[i].Why = people[i].Lacks[0]
		}
	}
	return people, nil
}

// issuedOf gives the certificates of a kind that hold, by registration; of a merged person, the kept one's own before the
// others'.
func issuedOf(ctx context.Context, r Reader, of seminar.ID, kind string) (map[seminar.ID]*seminar.Certificate, error) {
	certificates, err := all[seminar.Certificate](ctx, r, seminar.EntityCertificate, of)
	if err != nil {
		return nil, err
	}
	as, err := aliased(ctx, r, of)
	if err != nil {
		return nil, err
	}
	issued := map[seminar.ID]*seminar.Certificate{}
	for i, c := range certificates {
		id := firstID(as[c.RegistrationID], c.RegistrationID)
		if !c.Revoked && c.Of(kind) && (issued[id] == nil || id == c.RegistrationID) {
			issued[id] = &certificates[i]
		}
	}
	return issued, nil
}

// aliased gives the registrations of a seminar that stand in the roster as another one, and that one.
func aliased(ctx context.Context, r Reader, of seminar.ID) (map[seminar.ID]seminar.ID, error) {
	as := map[seminar.ID]seminar.ID{}
	err := r.EachAliased(ctx, of, func(registration, other seminar.ID) error { as[registration] = other; return nil })
	return as, err
}
