package seminar

import (
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"regexp"
	"strings"
	"unicode"
)

// Signed is the snapshot of a certificate with its signature.
type Signed struct {
	Snapshot  string
	Signature []byte
}

var (
	signedText = regexp.MustCompile(`LC1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{86})|(?i:LC2\.([A-Z2-7]+)\.([A-Z2-7]{103}))`)
	base64URL  = base64.RawURLEncoding
	base32Bare = base32.StdEncoding.WithPadding(base32.NoPadding)
)

// SignedText is a certificate in the letters that a QR code and the keywords of a PDF file carry unharmed: "LC2.", the
// snapshot, ".", the Ed25519 signature, both in base32 without padding (RFC 4648). A QR code takes 5.5 bits for each of its
// letters, and eight for one of base64; and neither case nor a broken line harms them. Certificates of the first version
// keep "LC1." and base64url, as they were printed.
func SignedText(c Certificate) string {
	if s, err := ReadSnapshot(c.Snapshot); err == nil && s.Version >= SnapshotVersion {
		return "LC2." + base32Bare.EncodeToString([]byte(c.Snapshot)) + "." + base32Bare.EncodeToString(c.Signature)
	}
	return "LC1." + base64URL.EncodeToString([]byte(c.Snapshot)) + "." + base64URL.EncodeToString(c.Signature)
}

// FindSigned finds the first signed text in what a camera read, or in the bytes of a PDF file.
func FindSigned(text []byte) (Signed, bool) {
	all := AllSigned(text)
	if len(all) == 0 {
		return Signed{}, false
	}
	return all[0], true
}

// AllSigned finds every signed text once, in their order: a file holds as many as it has certificates.
func AllSigned(text []byte) []Signed {
	var all []Signed
	seen := map[string]bool{}
	for _, m := range signedText.FindAllSubmatch(text, -1) {
		var one Signed
		var snapshot []byte
		var err1, err2 error
		if m[1] != nil {
			snapshot, err1 = base64URL.DecodeString(string(m[1]))
			one.Signature, err2 = base64URL.DecodeString(string(m[2]))
		} else {
			snapshot, err1 = base32Bare.DecodeString(string(bytes.ToUpper(m[3])))
			one.Signature, err2 = base32Bare.DecodeString(string(bytes.ToUpper(m[4])))
		}
		one.Snapshot = string(snapshot)
		if key := one.Snapshot + string(one.Signature); err1 == nil && err2 == nil && !seen[key] {
			seen[key] = true
			all = append(all, one)
		}
	}
	return all
}

// Unbroken is a text that somebody pasted or scanned, without the spaces and line ends that came into it on the way.
func Unbroken(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}
