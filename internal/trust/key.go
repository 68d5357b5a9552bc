package trust

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base32"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"regexp"
	"strings"

	"lanyard/internal/seminar"
)

// Key is the public key of a seminar, with which anybody can check its certificates.
type Key struct {
	Public ed25519.PublicKey
	// Seminar is what the file says the key is for. It is a label: whose the key is, only who gave it can say.
	Seminar string
}

// CodeKey is the code of the error for what holds no public key.
const CodeKey = "certificate_key"

// KeyOf is the public key of a seminar; false for one that signs nothing.
func KeyOf(s seminar.Seminar) (Key, bool) {
	if len(s.SignKey) != ed25519.SeedSize {
		return Key{}, false
	}
	return Key{ed25519.NewKeyFromSeed(s.SignKey).Public().(ed25519.PublicKey), s.Title("en")}, true
}

// Mark is the short name of the key that stands in what it signed.
func (k Key) Mark() string { return seminar.KeyMark(k.Public) }

// Fingerprint is the SHA-256 of the key in groups of four, to be compared by eye or by telephone.
func (k Key) Fingerprint() string {
	h := sha256.Sum256(k.Public)
	digits := hex.EncodeToString(h[:])
	groups := make([]string, 0, len(digits)/4)
	for i := 0; i < len(digits); i += 4 {
		groups = append(groups, digits[i:i+4])
	}
	return strings.Join(groups, " ")
}

var (
	bare    = base32.StdEncoding.WithPadding(base32.NoPadding)
	keyText = regexp.MustCompile(`(?i)LK1\.([A-Z2-7]{52})(?:[^A-Z2-7]|$)`)
)

// Text is the key for a QR code: "LK1." and its 32 bytes in base32.
func (k Key) Text() string { return "LK1." + bare.EncodeToString(k.Public) }

// File is the key as a file: PEM with a SubjectPublicKeyInfo (RFC 8410), which openssl reads too, after lines for people.
func (k Key) File() ([]byte, error) {
	der, err := x509.MarshalPKIXPublicKey(k.Public)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "Public key of the certificates of: %s\nSHA-256: %s\n", oneLine(k.Seminar), k.Fingerprint())
	err = pem.Encode(&b, &pem.Block{Type: "PUBLIC KEY", Bytes: der})
	return b.Bytes(), err
}

// oneLine keeps a title from adding lines, or a key, to the file.
func oneLine(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "-----", "–")
}

// ReadKeys reads the keys in a file, one or several, or in the text of a QR code.
func ReadKeys(data []byte) ([]Key, error) {
	var keys []Key
	for rest := data; ; {
		label := labelOf(rest)
		block, after := pem.Decode(rest)
		if block == nil {
			break
		}
		rest = after
		if block.Type != "PUBLIC KEY" {
			continue
		}
		parsed, err := x509.ParsePKIXPublicKey(block.Bytes)
		if public, ok := parsed.(ed25519.PublicKey); err == nil && ok {
			keys = append(keys, Key{public, label})
		}
	}
	for _, m := range keyText.FindAllSubmatch(data, -1) {
		if public, err := bare.DecodeString(strings.ToUpper(string(m[1]))); err == nil {
			keys = append(keys, Key{Public: public})
		}
	}
	if len(keys) == 0 {
		return nil, seminar.Errorf(CodeKey, "There is no public key of a seminar in it.")
	}
	return keys, nil
}

// labelOf is the title that stands before the next key.
func labelOf(data []byte) string {
	head, _, _ := bytes.Cut(data, []byte("-----BEGIN"))
	const before = "Public key of the certificates of: "
	i := bytes.LastIndex(head, []byte(before))
	if i < 0 {
		return ""
	}
	line, _, _ := bytes.Cut(head[i+len(before):], []byte("\n"))
	return strings.ToValidUTF8(strings.TrimSpace(string(line)), "")
}
