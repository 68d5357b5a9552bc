package trust

import (
	"bytes"
	"crypto/ed25519"
	"slices"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// Checker checks certificates with what somebody has: keys, and lists of revoked certificates that were read with them.
type Checker struct {
	Keys  []Key
	Lists []Revocations
	// Known, if not nil, adds what a workspace knows of a certificate whose signature holds.
	Known func(*Verification) error
	// Again, if not nil, gives certificates as they were issued, by serial number: those of which all that was printed is known.
	// The pages of a file are held against them.
	Again func(serials []string) (map[string]document.Certificate, error)
}

// Check checks what is in a text (typed, pasted, or scanned from the code), or in the bytes of a PDF file or of a picture, PNG or
// JPEG. false says that there is no certificate in it. Errors: those of picture.Check, of a picture.
func (c Checker) Check(data []byte) (Verification, bool, error) {
	if IsPicture(data) {
		text, err := Scanned(data)
		if err != nil || text == "" {
			return Verification{Reason: NoCode}, false, err
		}
		return c.scan([]byte(text))
	}
	if !IsPDF(data) {
		signed := seminar.AllSigned([]byte(seminar.Unbroken(string(data))))
		return c.all(signed, nil)
	}
	p := openPaper(data)
	signed := seminar.AllSigned([]byte(p.keywords)) // a file that was saved anew may have packed it away
	if len(signed) == 0 {
		signed = seminar.AllSigned(data)
	}
	if len(signed) == 0 {
		if text := scansIn(data); len(text) > 0 {
			return c.scan(text)
		}
	}
	return c.all(signed, p)
}

// scan checks what was read in a picture of the page. What else the page says, nobody can read but by eye.
func (c Checker) scan(text []byte) (Verification, bool, error) {
	v, found, err := c.all(seminar.AllSigned([]byte(seminar.Unbroken(string(text)))), nil)
	looked := func(v *Verification) {
		if v.Signed != nil {
			v.Printed = []Print{{Field: "text", Signed: v.Signed.Name, Look: true}}
		}
	}
	looked(&v)
	for i := range v.All {
		looked(&v.All[i])
	}
	return v, found, err
}

// IsPDF says whether some bytes are those of a PDF file.
func IsPDF(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) }

func (c Checker) all(signed []seminar.Signed, p *paper) (Verification, bool, error) {
	if len(signed) == 0 {
		return Verification{Reason: Malformed}, false, nil
	}
	all := make([]Verification, len(signed))
	for i, one := range signed {
		v, err := c.one(one)
		if err != nil {
			return v, true, err
		}
		if v.Signed != nil && p != nil {
			p.find()
			if v.Printed = p.compare(one, i, len(signed)); v.Valid {
				v.Reason = verdict(v.Printed)
				v.Valid = v.Reason == ""
			}
		}
		all[i] = v
	}
	if p != nil {
		if err := c.again(p, signed, all); err != nil {
			return all[0], true, err
		}
	}
	v := all[max(0, slices.IndexFunc(all, func(v Verification) bool { return !v.Valid }))]
	if len(all) > 1 {
		v.All = all
	}
	return v, true, nil
}

// one checks a single signed text.
func (c Checker) one(signed seminar.Signed) (Verification, error) {
	snap, err := seminar.ReadSnapshot(signed.Snapshot)
	if err != nil {
		return Verification{Reason: Unreadable}, nil
	}
	v := Verification{Reason: UnknownKey, Serial: snap.Serial, Name: snap.Name, Seminar: snap.Seminar, Issued: snap.Issued, Claims: FactsOf(snap)}
	for _, k := range c.Keys {
		if k.Mark() != snap.Key {
			continue
		}
		if v.Reason = Signature; ed25519.Verify(k.Public, []byte(signed.Snapshot), signed.Signature) {
			v.Valid, v.Reason, v.Signed, v.Claims = true, "", v.Claims, nil
			break
		}
	}
	if !v.Valid {
		return v, nil
	}
	for _, l := range c.Lists {
		if r, ok := l.find(snap.Serial); ok && l.Key == snap.Key {
			v.Valid, v.Revoked, v.Reason = false, true, IsRevoked
			v.Why, v.RevokedAt, v.ReplacedBy = r.Why, r.When, r.ReplacedBy
		}
	}
	if c.Known == nil || !v.Valid {
		return v, nil
	}
	return v, c.Known(&v)
}
