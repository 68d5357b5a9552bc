package seminar

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// Certificate is issued once, with a serial number and a signature over a frozen snapshot.
type Certificate struct {
	ID             ID     `json:"id"`
	SeminarID      ID     `json:"seminar"`
	RegistrationID ID     `json:"registration"`
	Kind           string `json:"kind"` // the id of a CertificateKind; "" is KindAttendance, from before there were others
	Serial         string `json:"serial"`
	Snapshot       string `json:"snapshot"`  // the signed text
	Signature      []byte `json:"signature"` // Ed25519
	Frozen         string `json:"frozen"`    // what else stands on the page, a Frozen as JSON; "" on those from before it
	Issued         string `json:"issued"`    // RFC 3339
	Refers         string `json:"refers"`    // the serial number of the certificate that this one replaces
	Revoked        bool   `json:"revoked"`
	RevokedWhy     string `json:"revoked_why"`
	RevokedAt      string `json:"revoked_at"`  // RFC 3339
	ReplacedBy     string `json:"replaced_by"` // the serial number of the certificate that was issued in its place
}

// Of says whether a certificate is of a kind.
func (c Certificate) Of(kind string) bool {
	return c.Kind == kind || c.Kind == "" && kind == KindAttendance
}

// The kinds of certificate that have words of their own in every language. A seminar may make up others.
const (
	KindAttendance    = "attendance"
	KindParticipation = "participation" // of speakers
	KindAppreciation  = "appreciation"
)

// CertificateKind is one sort of certificate with what it asks of a person.
type CertificateKind struct {
	ID string `json:"id"` // lower case letters, digits and hyphens
	// Titles are what the page is called, by language tag; none are the words that the kind has in every language.
	Titles   map[string]string `json:"titles,omitempty"`
	Template string            `json:"template,omitempty"` // the id of its layout; "" is the standard one
	// Condition is an all/any table (see attendance.Condition). None asks to have checked in, and to have attended
	// Seminar.Percent of the sessions that count.
	Condition json.RawMessage `json:"condition,omitempty"`
}

// CertificateKinds are the kinds that the seminar issues, at least one.
func (s Seminar) CertificateKinds() []CertificateKind {
	if len(s.Kinds) == 0 {
		return []CertificateKind{{ID: KindAttendance}}
	}
	return s.Kinds
}

// CertificateKind gives a kind by its id; "" is the first.
func (s Seminar) CertificateKind(id string) (CertificateKind, error) {
	for _, k := range s.CertificateKinds() {
		if id == "" || strings.EqualFold(k.ID, id) {
			return k, nil
		}
	}
	return CertificateKind{}, NotFound("certificate kind", id)
}

// Title is the page's title in a language that it was given one in, or "".
func (k CertificateKind) Title(language string) string { return strings.TrimSpace(k.Titles[language]) }

var (
	kindID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)
	prefix = regexp.MustCompile(`^([A-Za-z0-9]([A-Za-z0-9-]{0,14}[A-Za-z0-9])?)?$`)
)

// MostKinds is how many kinds of certificate a seminar may have.
const MostKinds = 20

// CheckCertificates says what is wrong with the kinds and the prefix, conditions aside.
func (s Seminar) CheckCertificates() Problems {
	var p Problems
	seen := map[string]bool{}
	for _, k := range s.Kinds {
		switch {
		case !kindID.MatchString(k.ID):
			p = append(p, Errorf("certificate_kind", "“{kind}” cannot be a kind of certificate. Write it in small letters, digits and hyphens.").
				WithArg("kind", k.ID).WithField("certificates"))
		case seen[k.ID]:
			p = append(p, Errorf("certificate_kind_twice", "There is a kind of certificate “{kind}” already.").WithArg("kind", k.ID).WithField("certificates"))
		}
		seen[k.ID] = true
	}
	if len(s.Kinds) > MostKinds {
		p = append(p, Errorf("certificate_kinds", "A seminar has {most} kinds of certificate at the most.").
			WithArg("most", fmt.Sprint(MostKinds)).WithField("certificates"))
	}
	if !prefix.MatchString(s.SerialPrefix) {
		p = append(p, Errorf("serial_prefix", "“{prefix}” cannot stand before a serial number. Use up to 16 letters A to Z, digits and hyphens.").
			WithArg("prefix", s.SerialPrefix).WithField("serial_prefix"))
	}
	return p
}

// SerialNumber is prefix, year of the seminar, letter of the desk and counter: "ICESCO-2025-A-0012".
func (s Seminar) SerialNumber(desk string, n int) string {
	year := s.Start
	if len(year) > 4 {
		year = year[:4]
	}
	number := fmt.Sprintf("%s-%s-%04d", year, desk, n)
	if s.SerialPrefix != "" {
		return s.SerialPrefix + "-" + number
	}
	return number
}
