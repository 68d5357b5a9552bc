package seminar_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"lanyard/internal/seminar"
)

var key = []byte("a key of thirty-two bytes, nearly")

// whole reads a code as one number.
func whole(t *testing.T, code string) *big.Int {
	t.Helper()
	n, ok := new(big.Int).SetString(code, 10)
	if !ok {
		t.Fatalf("%q is not a number", code)
	}
	return n
}

func TestACodeIsVersionRandomMACAndCheckDigits(t *testing.T) {
	for random := range uint64(200) {
		code := seminar.CodeFor(key, random*7_919_000_000_000_123)
		if len(code) != 33 || code[0] != '1' {
			t.Fatalf("code %s", code)
		}
		if n := new(big.Int).Mod(whole(t, code), big.NewInt(97)); n.Int64() != 1 {
			t.Errorf("%s leaves %d modulo 97", code, n)
		}
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(code[:16]))
		m := new(big.Int).Mod(new(big.Int).SetBytes(mac.Sum(nil)), big.NewInt(1e15))
		if want := fmt.Sprintf("%015d", m); code[16:31] != want {
			t.Errorf("%s: MAC %s, want %s", code, code[16:31], want)
		}
		if got := seminar.CheckCode(key, code); got != seminar.CodeGenuine {
			t.Errorf("%s is %d", code, got)
		}
	}
}

func TestAMisreadCodeIsMalformed(t *testing.T) {
	code := seminar.CodeFor(key, 123_456_789_012_345)
	for i := range code {
		for d := byte('0'); d <= '9'; d++ {
			if other := code[:i] + string(d) + code[i+1:]; d != code[i] && seminar.CheckCode(key, other) != seminar.CodeMalformed {
				t.Errorf("digit %d read as %c passes", i, d)
			}
		}
		if i > 0 && code[i] != code[i-1] {
			swapped := code[:i-1] + string(code[i]) + string(code[i-1]) + code[i+1:]
			if seminar.CheckCode(key, swapped) != seminar.CodeMalformed {
				t.Errorf("digits %d and %d swapped pass", i-1, i)
			}
		}
	}
	for _, other := range []string{"", "A-012", code[:32], code + "0", " " + code[1:], code[:32] + "x", code[:30] + "٣" + code[32:]} {
		if got := seminar.CheckCode(key, other); got != seminar.CodeMalformed {
			t.Errorf("%q is %d", other, got)
		}
	}
}

// checked adds check digits to 31 digits, as anybody can.
func checked(t *testing.T, body string) string {
	t.Helper()
	n := new(big.Int).Mod(whole(t, body+"00"), big.NewInt(97)).Int64()
	return body + fmt.Sprintf("%02d", 98-n)
}

func TestAForgedCodeIsToldFromAForeignReading(t *testing.T) {
	code := seminar.CodeFor(key, 42)
	if got := seminar.CheckCode([]byte("another seminar's key"), code); got != seminar.CodeForged {
		t.Errorf("another seminar's code is %d, want forged", got)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		guess := checked(t, fmt.Sprintf("1%015d%015d", r.Uint64N(1e15), r.Uint64N(1e15)))
		if got := seminar.CheckCode(key, guess); got != seminar.CodeForged {
			t.Errorf("a guess with right check digits, %s, is %d", guess, got)
		}
	}
	if got := seminar.CheckCode(key, checked(t, "2"+code[1:31])); got != seminar.CodeForged {
		t.Errorf("a code of another version is %d", got)
	}
}

func TestNewCodesAreGenuineAndDiffer(t *testing.T) {
	seen := map[string]bool{}
	for range 500 {
		code, err := seminar.NewCode(key)
		if err != nil || seen[code] || seminar.CheckCode(key, code) != seminar.CodeGenuine {
			t.Fatalf("%s, %v", code, err)
		}
		seen[code] = true
	}
}
