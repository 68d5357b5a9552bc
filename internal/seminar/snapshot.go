package seminar

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// SnapshotVersion is the version of the snapshots that are signed now. Those of the first, which had none, still verify.
const SnapshotVersion = 2

// Snapshot is what a certificate says, frozen when it was issued, with enough of it to expose an edited copy. Its keys have
// one letter, for all of it stands in a QR code.
type Snapshot struct {
	Version   int    `json:"v,omitempty"` // 0 is the first
	Serial    string `json:"s"`
	Name      string `json:"n"`
	Honorific string `json:"h,omitempty"`
	Native    string `json:"o,omitempty"` // the name in the person's own script
	Seminar   string `json:"t"`
	Start     string `json:"d"` // first day, 2006-01-02
	End       string `json:"e"`
	Minutes   int    `json:"m"`           // attended, of the sessions that count
	Of        int    `json:"a,omitempty"` // minutes of those sessions
	Kind      string `json:"c,omitempty"`
	Title     string `json:"l,omitempty"` // of the page, in English
	Issued    string `json:"i"`           // RFC 3339
	Refers    string `json:"r,omitempty"` // the serial number of the certificate that this one replaces
	Template  string `json:"p,omitempty"` // id of the layout and, after an @, the mark of its file
	Data      string `json:"f,omitempty"` // mark of the Frozen text: the rest that is printed
	Key       string `json:"k"`           // mark of the key that signs
}

// Text is the text that is signed: always the same for the same snapshot.
func (s Snapshot) Text() (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(s.Version == 0) // as the first version had it
	if err := e.Encode(s); err != nil {
		return "", err
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// ReadSnapshot reads it back. From the second version on a text that says anything beside, or says it twice or otherwise, is
// refused: what a reader sees is all that was signed.
func ReadSnapshot(text string) (Snapshot, error) {
	var s Snapshot
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return s, err
	}
	if s.Version == 0 {
		return s, nil
	}
	if s.Version != SnapshotVersion {
		return s, fmt.Errorf("a snapshot of version %d", s.Version)
	}
	if again, err := s.Text(); err != nil || again != text {
		return s, fmt.Errorf("the snapshot is not in its own form")
	}
	return s, nil
}

// FormalName is the name with the honorific before it, as the page calls the person.
func (s Snapshot) FormalName() string { return formal(s.Honorific, s.Name) }

// Frozen is what else stands on a certificate, kept so that the same page can be made again whatever was changed since. It
// stays in the workspace; the snapshot holds its mark.
type Frozen struct {
	GivenName    string            `json:"given_name"`
	FamilyName   string            `json:"family_name"`
	Position     string            `json:"position"`
	Organisation string            `json:"organisation"`
	Country      string            `json:"country"`
	Language     string            `json:"language"`
	CategoryID   ID                `json:"category_id"`
	Category     string            `json:"category"`
	Colour       string            `json:"colour"` // of the category
	Titles       map[string]string `json:"titles"` // of the seminar
	Venue        string            `json:"venue"`
	Organiser    string            `json:"organiser"`
	Signer       string            `json:"signer"`
	SignerAs     string            `json:"signer_as"`
	KindTitles   map[string]string `json:"kind_titles"`           // of the page, where the seminar gave it some
	Sessions     []string          `json:"sessions"`              // attended, in the order of the programme
	Initiatives  []string          `json:"initiatives,omitempty"` // titles of those that the person put forward, in their order
	// Pictures are the pieces of the seminar's pictures, each named by what is in it, by their sources in a template; nil where
	// they were not frozen yet.
	Pictures map[string][]ID `json:"pictures"`
}

// Text is the frozen data as it is kept.
func (f Frozen) Text() (string, error) { b, err := json.Marshal(f); return string(b), err }

// ReadFrozen gives what was frozen with a certificate; false if nothing was, or if it is not what was signed.
func (c Certificate) ReadFrozen(s Snapshot) (Frozen, bool) {
	var f Frozen
	if c.Frozen == "" || Mark([]byte(c.Frozen)) != s.Data || json.Unmarshal([]byte(c.Frozen), &f) != nil {
		return Frozen{}, false
	}
	return f, true
}

// Mark is the short name of some bytes: the first eight of their SHA-256, in hexadecimal.
func Mark(data []byte) string { h := sha256.Sum256(data); return hex.EncodeToString(h[:8]) }

// KeyMark is the short name of a public key.
func KeyMark(key ed25519.PublicKey) string { return Mark(key) }
