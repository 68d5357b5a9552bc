package filing

import (
	"math"
	"strings"
	"unicode"
)

// Strength is how long a password would stand against somebody who has the file.
type Strength int

// The strengths, the weakest first.
const (
	Weak   Strength = iota // guessed within a day
	Fair                   // holds against a person
	Strong                 // holds against a machine
)

// StrengthOf judges a password by how many bits it takes to guess it letter by letter: each letter counts by the kinds of
// letters that the password has, and a letter that repeats or continues the one before counts little. It is a hint. With
// scrypt a machine tries some hundred passwords a second: 50 bits are a century for ten thousand of them, 60 out of reach.
func StrengthOf(password string) Strength {
	var lower, upper, digit, other bool
	letters, last := 0.0, rune(-1)
	for _, r := range password {
		lower = lower || unicode.IsLower(r)
		upper = upper || unicode.IsUpper(r)
		digit = digit || unicode.IsDigit(r)
		other = other || !unicode.IsLetter(r) && !unicode.IsDigit(r)
		if step := r - last; step >= -1 && step <= 1 {
			letters += 0.2
		} else {
			letters++
		}
		last = r
	}
	size := 0.0
	for _, k := range []struct {
		has bool
		n   float64
	}{{lower, 26}, {upper, 26}, {digit, 10}, {other, 20}} {
		if k.has {
			size += k.n
		}
	}
	if size == 0 {
		return Weak
	}
	bits := letters * math.Log2(size)
	if words := len(strings.Fields(password)); words > 1 { // words are guessed as words: about 13 bits each
		bits = min(bits, float64(words)*13)
	}
	switch {
	case bits < 50:
		return Weak
	case bits < 60:
		return Fair
	}
	return Strong
}
