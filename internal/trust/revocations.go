package trust

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"io"
	"strings"

	"lanyard/internal/seminar"
)

// Revocations is the list of a seminar's certificates that no longer hold, signed with the seminar's key. It says what was
// known when it was made, and nothing of later.
type Revocations struct {
	Format  string    `json:"format"` // revocationsFormat
	Seminar string    `json:"seminar"`
	Key     string    `json:"key"`  // mark of the key that signs
	Made    string    `json:"made"` // RFC 3339
	Revoked []Revoked `json:"revoked"`
}

// Revoked is one certificate that no longer holds.
type Revoked struct {
	Serial     string `json:"serial"`
	When       string `json:"when,omitempty"` // RFC 3339, where it is known
	Why        string `json:"why"`
	ReplacedBy string `json:"replaced_by,omitempty"`
}

const revocationsFormat = "lanyard-revocations-1"

// CodeRevocations is the code of the error for what is no list of revoked certificates, or not one that was signed.
const CodeRevocations = "certificate_revocations"

// signedList is the file: the list, and the signature over its compact JSON.
type signedList struct {
	Revocations
	Signature []byte `json:"signature"`
}

// text is what is signed: the list on one line, in the order of the fields.
func (r Revocations) text() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(r)
	return bytes.TrimSpace(b.Bytes()), err
}

// File is the list as a file, signed with the seed of the seminar's key.
func (r Revocations) File(seed []byte) ([]byte, error) {
	private := ed25519.NewKeyFromSeed(seed)
	r.Format, r.Key = revocationsFormat, seminar.KeyMark(private.Public().(ed25519.PublicKey))
	if r.Revoked == nil {
		r.Revoked = []Revoked{}
	}
	text, err := r.text()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = e.Encode(signedList{r, ed25519.Sign(private, text)})
	return b.Bytes(), err
}

// ReadRevocations reads a list and checks that one of the keys signed it: a list that anybody can write would take anybody's
// certificate away.
func ReadRevocations(data []byte, keys []Key) (Revocations, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var list signedList
	if err := d.Decode(&list); err != nil || list.Format != revocationsFormat {
		return Revocations{}, seminar.Errorf(CodeRevocations, "This is no list of revoked certificates.").Because(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Revocations{}, seminar.Errorf(CodeRevocations, "This is no list of revoked certificates.")
	}
	text, err := list.text()
	if err != nil {
		return Revocations{}, err
	}
	for _, k := range keys {
		if k.Mark() == list.Key && ed25519.Verify(k.Public, text, list.Signature) {
			return list.Revocations, nil
		}
	}
	return Revocations{}, seminar.Errorf(CodeRevocations, "This list of revoked certificates was signed by none of the keys, or was changed since.")
}

// find gives what the list says of a serial number.
func (r Revocations) find(serial string) (Revoked, bool) {
	for _, one := range r.Revoked {
		if strings.EqualFold(one.Serial, serial) {
			return one, true
		}
	}
	return Revoked{}, false
}
