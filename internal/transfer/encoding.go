package transfer

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	utf "golang.org/x/text/encoding/unicode"

	"lanyard/internal/seminar"
)

// The names of the encodings, as reports and Options have them.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	W1251   = "windows-1251" // Russian
	W1252   = "windows-1252" // French, English
	W1254   = "windows-1254" // Turkish, Azerbaijani before ə
)

// named gives an encoding by the many ways to write its name.
func named(name string) (string, encoding.Encoding, bool) {
	n := strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name))
	switch n {
	case "utf8", "utf8sig", "utf8bom":
		return UTF8, nil, true
	case "utf16le", "utf16":
		return UTF16LE, utf.UTF16(utf.LittleEndian, utf.IgnoreBOM), true
	case "utf16be":
		return UTF16BE, utf.UTF16(utf.BigEndian, utf.IgnoreBOM), true
	case "windows1251", "cp1251", "1251":
		return W1251, charmap.Windows1251, true
	case "windows1252", "cp1252", "1252", "latin1", "iso88591", "ansi":
		return W1252, charmap.Windows1252, true
	case "windows1254", "cp1254", "1254", "latin5", "iso88599":
		return W1254, charmap.Windows1254, true
	}
	return "", nil, false
}

// decode gives a file's text and the name of its encoding, without byte order mark. asked may be "" or "auto".
func decode(data []byte, asked string) (string, string, error) {
	marked := ""
	for _, m := range []struct{ name, mark string }{{UTF8, "\xef\xbb\xbf"}, {"utf-32", "\xff\xfe\x00\x00"}, {UTF16LE, "\xff\xfe"}, {UTF16BE, "\xfe\xff"}} {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			marked, data = m.name, data[len(m.mark):]
			break
		}
	}
	name := marked
	switch {
	case name != "": // a mark says more than a person does
	case asked != "" && !strings.EqualFold(asked, "auto"):
		known, _, ok := named(asked)
		if !ok {
			return "", "", seminar.Errorf(CodeUnknownEncoding,
				"“{encoding}” is not an encoding that can be read here. Choose UTF-8, UTF-16, windows-1251, windows-1252 or windows-1254.").WithArg("encoding", asked)
		}
		name = known
	default:
		name = detect(data)
	}
	if name == "utf-32" {
		text, err := utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewDecoder().Bytes(data)
		return checked(string(text), name, err)
	}
	_, enc, _ := named(name)
	if enc == nil {
		return checked(string(data), name, nil)
	}
	text, err := enc.NewDecoder().Bytes(data)
	return checked(strings.TrimPrefix(string(text), "\ufeff"), name, err)
}

// checked refuses a text with places that its encoding does not know, and says where the first one is.
func checked(text, name string, err error) (string, string, error) {
	if err != nil {
		return "", "", notAList().Because(err)
	}
	at := strings.IndexByte(text, 0)
	for i, r := range text {
		if r != utf8.RuneError {
			continue
		}
		// A replacement character that was written as such in UTF-8 is somebody else's loss, not an error of this file.
		if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 || name != UTF8 {
			if at < 0 || i < at {
				at = i
			}
			break
		}
	}
	if at < 0 {
		return text, name, nil
	}
	before := text[:at]
	line := 1 + strings.Count(before, "\n")
	column := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	return "", "", seminar.Errorf(CodeEncoding,
		"The text cannot be read at line {line}, column {column}: it is not valid {encoding}. Choose another encoding, or save the file again as UTF-8.").
		WithArg("line", strconv.Itoa(line)).WithArg("column", strconv.Itoa(column)).WithArg("encoding", name)
}

// detect finds the encoding of bytes without a mark.
func detect(data []byte) string {
	sample := data[:min(len(data), 1<<20)]
	if name := wide(sample); name != "" {
		return name
	}
	if utf8.Valid(data) {
		return UTF8
	}
	// A UTF-8 file with a broken place has far more whole letters than broken ones; in a single-byte encoding
	// neighbours that look like one UTF-8 letter are an accident.
	whole, broken := 0, 0
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			broken++
		} else if size > 1 {
			whole++
		}
		rest = rest[size:]
	}
	if whole > broken {
		return UTF8
	}
	best, most := W1252, 0
	for _, c := range []struct {
		name string
		set  *charmap.Charmap
	}{{W1252, charmap.Windows1252}, {W1254, charmap.Windows1254}, {W1251, charmap.Windows1251}} {
		if score := plausible(data, c.set, c.name == W1251); best == c.name || score > most {
			best, most = c.name, score
		}
	}
	return best
}

// wide tells UTF-16 by its zero bytes: every comma, space and line end has one, always on the same side.
func wide(data []byte) string {
	if len(data) < 4 || len(data)%2 != 0 && len(data) < 1<<20 {
		return ""
	}
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	few := len(data) / 40
	switch {
	case zeros[1] > few && zeros[1] > 8*zeros[0] && broad(data, 0):
		return UTF16LE
	case zeros[0] > few && zeros[0] > 8*zeros[1] && broad(data, 1):
		return UTF16BE
	}
	return ""
}

// broad says whether most line ends are two bytes wide, the low byte on a side: a stray zero in a file of single bytes
// has no company.
func broad(data []byte, side int) bool {
	wide, narrow := 0, 0
	for i, b := range data {
		if b != '\n' && b != '\r' {
			continue
		}
		if other := i ^ 1; i%2 == side && other < len(data) && data[other] == 0 {
			wide++
		} else {
			narrow++
		}
	}
	return wide >= narrow
}

// plausible weighs how much a decoding looks like writing of the languages concerned: Russian words are Cyrillic
// throughout, French and Turkish ones mix plain and marked letters, and the letters in which windows-1252 and 1254
// differ are Turkish or Azerbaijani rather than Icelandic.
func plausible(data []byte, set *charmap.Charmap, cyrillic bool) int {
	score, plain, marked := 0, 0, 0
	capitals := 0 // capitals after small letters inside a word
	small := false
	word := func() {
		switch {
		case marked == 0:
		case cyrillic && plain == 0 && marked > 1:
			score += 2 * marked
		case cyrillic && plain > 0:
			score -= 2 * marked
		case !cyrillic && plain == 0 && marked > 1:
			score -= 2 * marked
		case !cyrillic && plain > 0 && marked <= 2*plain:
			score += 2 * marked
		}
		score -= capitals
		plain, marked, capitals, small = 0, 0, 0, false
	}
	for _, b := range data {
		r := set.DecodeByte(b)
		if !unicode.IsLetter(r) {
			word()
			if b >= 0x80 && !strings.ContainsRune("«»“”‘’„–—…№·\u00a0", r) {
				score--
			}
			continue
		}
		if unicode.IsUpper(r) && small {
			capitals++
		}
		small = unicode.IsLower(r)
		if b < 0x80 {
			plain++
			continue
		}
		marked++
		if !cyrillic {
			if strings.ContainsRune("ğışĞİŞ", r) {
				score++
			} else if strings.ContainsRune("ðýþÐÝÞ", r) {
				score--
			}
		}
	}
	word()
	return score
}
