package pdf

import (
	"bytes"
	"fmt"
	"github.com/klauspost/compress/zlib"
	"io"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf16"
)

// gofpdf describes every font for all 65,536 characters that its coding could have, and a reader that opens a page goes
// through all of them, for every font and on every page: a page took poppler a quarter of a second to search. trim leaves
// the characters that the document has.

var fontMap = regexp.MustCompile(`/(CIDToGIDMap|ToUnicode) (\d+) 0 R`)

// fontDict is how long the dictionary of a font is at most: no picture or page need be looked through.
const fontDict = 4096

// charset is what the texts of a document have of characters.
type charset struct {
	blocks []int  // of 256 characters each, in order
	beyond []rune // beyond the basic plane: the first has the code surrogates, the next the one after it
}

// surrogates are the codes of characters beyond the basic plane, first and last.
const surrogates, lastSurrogate = 0xD800, 0xDFFF

// trim shortens the maps of the fonts to the characters that are used.
func trim(objects []object, used charset) error {
	if len(used.blocks) == 0 {
		return nil
	}
	at := make(map[int]int, len(objects))
	for i, o := range objects {
		at[o.number] = i
	}
	for _, o := range objects {
		if len(o.text) > fontDict {
			continue
		}
		for _, m := range fontMap.FindAllSubmatch(o.text, -1) {
			number, err := strconv.Atoi(string(m[2]))
			i, ok := at[number]
			if err != nil || !ok {
				return errShape
			}
			if string(m[1]) == "ToUnicode" {
				objects[i].text, err = restream(objects[i].text, func(b []byte) ([]byte, error) { return ranges(b, used) })
			} else {
				objects[i].text, err = restream(objects[i].text, func(b []byte) ([]byte, error) { return shorten(b, used.blocks[len(used.blocks)-1]) })
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// restream changes the stream of an object.
func restream(text []byte, change func([]byte) ([]byte, error)) ([]byte, error) {
	dict, rest, found := bytes.Cut(text, streamBegins)
	end := bytes.LastIndex(rest, streamEnds)
	if !found || end < 0 {
		return nil, errShape
	}
	stream, err := change(rest[:end])
	if err != nil {
		return nil, err
	}
	dict = bytes.Replace(dict, []byte("/Length "+strconv.Itoa(end)), []byte("/Length "+strconv.Itoa(len(stream))), 1)
	return slices.Concat(dict, streamBegins, stream, rest[end:]), nil
}

// ranges says what the characters mean, a range a block, and one by one beyond the basic plane.
func ranges(cmap []byte, used charset) ([]byte, error) {
	const all = "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange"
	if !bytes.Contains(cmap, []byte(all)) {
		return nil, errShape
	}
	var out bytes.Buffer
	for some := range slices.Chunk(used.blocks, 100) { // the standard has no more at once
		fmt.Fprintf(&out, "%d beginbfrange\n", len(some))
		for _, b := range some {
			fmt.Fprintf(&out, "<%02X00> <%02XFF> <%02X00>\n", b, b, b)
		}
		out.WriteString("endbfrange\n")
	}
	code := surrogates
	for some := range slices.Chunk(used.beyond, 100) {
		fmt.Fprintf(&out, "%d beginbfchar\n", len(some))
		for _, c := range some {
			high, low := utf16.EncodeRune(c)
			fmt.Fprintf(&out, "<%04X> <%04X%04X>\n", code, high, low)
			code++
		}
		out.WriteString("endbfchar\n")
	}
	return bytes.Replace(cmap, []byte(all), bytes.TrimSuffix(out.Bytes(), []byte("\n")), 1), nil
}

// shorten cuts the map of characters to glyphs behind its last block.
func shorten(packed []byte, last int) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	whole, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(whole[:min(len(whole), 2*256*(last+1))]); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return out.Bytes(), nil
}

// codeOf is the code of a character beyond the basic plane; 0 if a document has more of them than there are codes.
func (w *writer) codeOf(c rune) rune {
	i := slices.Index(w.beyond, c)
	if i < 0 {
		if i = len(w.beyond); i > lastSurrogate-surrogates {
			return 0
		}
		w.beyond = append(w.beyond, c)
	}
	return surrogates + rune(i)
}

func (w *writer) used() charset {
	used := charset{beyond: w.beyond}
	for b, is := range w.blocks {
		if is {
			used.blocks = append(used.blocks, b)
		}
	}
	if len(used.blocks) == 0 && len(used.beyond) > 0 {
		used.blocks = []int{0} // the maps need one
	}
	return used
}
