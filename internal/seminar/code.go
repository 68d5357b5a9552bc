package seminar

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"math/big"
	"strings"
)

// A badge code is 33 digits and nothing personal: 1 of version, 15 random, 15 of an HMAC-SHA-256 (key of the seminar;
// over version and random), 2 check digits (mod 97, as ISO 7064 has them). Digits survive a scanner that types
// through another keyboard layout, and 33 of them fit the smallest QR code at level M.
const (
	CodeLength  = 33
	codeVersion = "1"
	partLength  = 15
)

// NewCode makes a badge code for a seminar's key. It fails only if the system has no randomness.
func NewCode(key []byte) (string, error) {
	n, err := rand.Int(rand.Reader, new(big.Int).Exp(big.NewInt(10), big.NewInt(partLength), nil))
	if err != nil {
		return "", err
	}
	return CodeFor(key, n.Uint64()), nil
}

// CodeFor is the badge code of one random part (taken mod 10^15): the same one each time, for samples and tests.
func CodeFor(key []byte, random uint64) string {
	head := codeVersion + fmt.Sprintf("%015d", random%1e15)
	body := head + codeMAC(key, head)
	return body + checkDigits(body)
}

// CodeCheck is what the digits of a code say by themselves.
type CodeCheck int

// What a code can be.
const (
	CodeMalformed CodeCheck = iota // not 33 digits, or the check digits are wrong: a misread
	CodeForged                     // well formed, but not made with this seminar's key
	CodeGenuine                    // made with this seminar's key, whether or not we know the badge
)

// CheckCode tells a misread, a forged and a genuine code apart, without the database.
func CheckCode(key []byte, code string) CodeCheck {
	if len(code) != CodeLength || strings.Trim(code, "0123456789") != "" ||
		checkDigits(code[:CodeLength-2]) != code[CodeLength-2:] {
		return CodeMalformed
	}
	head := code[:1+partLength]
	if code[:1] != codeVersion || !hmac.Equal([]byte(codeMAC(key, head)), []byte(code[1+partLength:CodeLength-2])) {
		return CodeForged
	}
	return CodeGenuine
}

func codeMAC(key []byte, head string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(head))
	n := new(big.Int).SetBytes(m.Sum(nil))
	n.Mod(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(partLength), nil))
	return fmt.Sprintf("%015d", n.Uint64())
}

// checkDigits makes the whole number congruent to 1 modulo 97, so that any single misread digit and any swap of two
// neighbours shows.
func checkDigits(digits string) string {
	r := 0
	for _, d := range digits + "00" {
		r = (r*10 + int(d-'0')) % 97
	}
	return fmt.Sprintf("%02d", 98-r)
}
