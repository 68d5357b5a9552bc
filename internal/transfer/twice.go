package transfer

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// encodedOnce undoes what happens to a UTF-8 text that some program took for another encoding and wrote as UTF-8 once more:
// "BÃ©atrice", "РђР»РёРµРІ". Any other text does not become whole UTF-8 that way, and stays as it is.
func encodedOnce(text string) string {
	for _, set := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1251} {
		if once, ok := backInto(text, set); ok {
			return once
		}
	}
	return text
}

// backInto is a text in the bytes of an encoding, if those are UTF-8 beyond ASCII.
func backInto(text string, set *charmap.Charmap) (string, bool) {
	var bytes []byte
	wide := false
	for _, r := range text {
		b, ok := set.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xa0 { // what the encoding leaves free is passed on
			b, ok = byte(r), true
		}
		if !ok {
			return "", false
		}
		bytes, wide = append(bytes, b), wide || b >= 0x80
	}
	return string(bytes), wide && utf8.Valid(bytes)
}
