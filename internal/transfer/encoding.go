package transfer

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode/utf32"

	"lanyard/internal/seminar"
)

// The names of the encodings that are found out, as reports and Options have them.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	W1251   = "windows-1251" // Russian
	W1252   = "windows-1252" // French, English
	W1254   = "windows-1254" // Turkish, Azerbaijani before ə
	W1256   = "windows-1256" // Arabic, Persian
	KOI8R   = "koi8-r"       // Russian, of older systems
	CP866   = "ibm866"       // Russian, of DOS
)

// Encodings are those that a list offers; any other name of the WHATWG encoding standard can be read too.
func Encodings() []string {
	return []string{UTF8, UTF16LE, UTF16BE, W1251, W1252, W1254, W1256, KOI8R, "koi8-u", CP866, "windows-1250", "windows-1253", "windows-1255",
		"windows-1257", "iso-8859-5", "iso-8859-6", "macintosh", "x-mac-cyrillic", "gb18030", "big5", "shift_jis", "euc-kr"}
}

// named gives an encoding by the many ways to write its name.
func named(name string) (string, encoding.Encoding, bool) {
	n := strings.ToLower(strings.TrimSpace(name))
	switch plain := strings.NewReplacer("-", "", "_", "", " ", "").Replace(n); plain {
	case "utf8", "utf8sig", "utf8bom":
		return UTF8, nil, true
	case "utf16":
		n = UTF16LE
	case "ansi":
		n = W1252
	default:
		if code, ok := strings.CutPrefix(plain, "windows"); ok {
			plain = code
		}
		if code := strings.TrimPrefix(plain, "cp"); len(code) == 4 && strings.HasPrefix(code, "125") {
			n = "windows-" + code
		}
	}
	e, err := htmlindex.Get(n)
	if err != nil {
		e, err = htmlindex.Get(strings.ReplaceAll(n, "_", "-"))
	}
	if err != nil {
		return "", nil, false
	}
	canonical, err := htmlindex.Name(e)
	if err != nil || canonical == "replacement" || canonical == "x-user-defined" {
		return "", nil, false
	}
	return canonical, e, true
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
				"“{encoding}” is not an encoding that can be read here. Choose UTF-8, UTF-16, windows-1251, windows-1254, windows-1256 or KOI8-R.").WithArg("encoding", asked)
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
		name   string
		set    *charmap.Charmap
		script *unicode.RangeTable // that whole words are in; nil if its letters stand among plain ones
		common string              // its letters that are in most words
	}{{W1252, charmap.Windows1252, nil, ""}, {W1254, charmap.Windows1254, nil, ""},
		{W1251, charmap.Windows1251, unicode.Cyrillic, "оеаинтрсвл"}, {KOI8R, charmap.KOI8R, unicode.Cyrillic, "оеаинтрсвл"},
		{CP866, charmap.CodePage866, unicode.Cyrillic, "оеаинтрсвл"}, {W1256, charmap.Windows1256, unicode.Arabic, "اليمنرةدت"}} {
		if score := plausible(sample, c.set, c.script, c.common); best == c.name || score > most {
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
