package seminar

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"regexp"
)

// Snapshot is what a certificate says, frozen when it was issued, with enough of it to expose an edited copy.
type Snapshot struct {
	Serial  string `json:"s"`
	Name    string `json:"n"`
	Native  string `json:"o,omitempty"`
	Seminar string `json:"t"`
	Start   string `json:"d"`
	End     string `json:"e"`
	Minutes int    `json:"m"`
	Issued  string `json:"i"` // RFC 3339
	Key     string `json:"k"` // mark of the key that signs
}

// Text is the text that is signed.
func (s Snapshot) Text() (string, error) { b, err := json.Marshal(s); return string(b), err }

// ReadSnapshot reads it back.
func ReadSnapshot(text string) (Snapshot, error) {
	var s Snapshot
	return s, json.Unmarshal([]byte(text), &s)
}

// KeyMark is the short name of a public key: the first eight bytes of its SHA-256, in hexadecimal.
func KeyMark(key ed25519.PublicKey) string { h := sha256.Sum256(key); return hex.EncodeToString(h[:8]) }

// Signed is the snapshot of a certificate with its signature.
type Signed struct {
	Snapshot  string
	Signature []byte
}

var (
	signedText = regexp.MustCompile(`LC1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})`)
	base64URL  = base64.RawURLEncoding
)

// SignedText is a certificate in the letters that a QR code and the keywords of a PDF file carry unharmed:
// "LC1.", the snapshot, ".", the Ed25519 signature, both in base64url.
func SignedText(c Certificate) string {
	return "LC1." + base64URL.EncodeToString([]byte(c.Snapshot)) + "." + base64URL.EncodeToString(c.Signature)
}

// FindSigned finds the signed text in what a camera read, or in the bytes of a PDF file.
func FindSigned(text []byte) (Signed, bool) {
	m := signedText.FindSubmatch(text)
	if m == nil {
		return Signed{}, false
	}
	snapshot, err1 := base64URL.DecodeString(string(m[1]))
	signature, err2 := base64URL.DecodeString(string(m[2]))
	return Signed{string(snapshot), signature}, err1 == nil && err2 == nil
}
