package trust

import (
	"bytes"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"time"

	pdf "github.com/ledongthuc/pdf"
)

// The library that reads PDF files believes what they say of themselves: how many objects there are, where the table before this
// one is, how wide a row is, how many letters follow. A file that anybody may have made is held to what a certificate can need.
const (
	mostObjects = 1 << 20 // of a file, which the library keeps a table of
	mostColumns = 1 << 16 // bytes of a row of a predictor
	mostLetters = 1 << 17 // of the table by which a font's letters are read
	mostLooks   = 2e9     // bytes of a page's instructions, each looked for in a table of letters
	mostTime    = 5 * time.Second
	moreTime    = time.Second // for each megabyte
)

// limited reads a file until its time is over: a file may lead the library in circles, from which only this leads out.
type limited struct {
	data *bytes.Reader
	end  time.Time
}

func limit(data []byte) io.ReaderAt {
	return &limited{bytes.NewReader(data), time.Now().Add(mostTime + time.Duration(len(data)>>20)*moreTime)}
}

// ReadAt implements io.ReaderAt. It panics where the time is over, for the library goes on after an error; openPaper and the others
// who call the library make an error of it.
func (l *limited) ReadAt(p []byte, off int64) (int, error) {
	if time.Now().After(l.end) {
		panic(errLarge)
	}
	return l.data.ReadAt(p, off)
}

// between is what may stand between two words of a PDF file, and before a number.
const between = `(?:[\x00\s]|%[^\r\n]*[\r\n])*`

var (
	counts  = regexp.MustCompile(`/(?:S|#53)(?:i|#69)(?:z|#7[Aa])(?:e|#65)` + between + `\+?(\d+)`)
	arrays  = regexp.MustCompile(`/(?:W|#57|(?:I|#49)(?:n|#6[Ee])(?:d|#64)(?:e|#65)(?:x|#78))` + between + `\[([^\]]*)\]`)
	digits  = regexp.MustCompile(`\d+`)
	tables  = regexp.MustCompile(`(?:^|[^a-z])xref[\x00\s]`)
	section = regexp.MustCompile(`^[\x00\s]*(\d+)[\x00\s]+(\d+)[\x00\s]`)
	entry   = regexp.MustCompile(`^[\x00\s]*\d+[\x00\s]+\d+[\x00\s]+[nf]`)
)

// sane says whether the tables of a file's objects are of a size that can be kept.
func sane(data []byte) bool {
	few := func(text []byte, most int) bool {
		n, err := strconv.Atoi(string(text))
		return err == nil && n <= most
	}
	for _, m := range counts.FindAllSubmatch(data, -1) {
		if !few(m[1], mostObjects) {
			return false
		}
	}
	for _, m := range arrays.FindAllSubmatch(data, -1) {
		for _, n := range digits.FindAll(m[1], -1) {
			if !few(n, mostObjects) {
				return false
			}
		}
	}
	for _, at := range tables.FindAllIndex(data, -1) {
		if !saneTable(data[at[1]:], few) {
			return false
		}
	}
	return true
}

// saneTable says whether the sections of a table of objects, each with the number of its first and how many there are, are of
// such a size. A comment in it, which could hide a number, is in no file that a program writes.
func saneTable(data []byte, few func([]byte, int) bool) bool {
	for {
		m := section.FindSubmatchIndex(data)
		if m == nil {
			return !bytes.HasPrefix(bytes.TrimLeft(data, "\x00\t\n\f\r "), []byte("%"))
		}
		if !few(data[m[2]:m[3]], mostObjects) || !few(data[m[4]:m[5]], mostObjects) {
			return false
		}
		n, _ := strconv.Atoi(string(data[m[4]:m[5]]))
		data = data[m[5]:]
		for range n {
			one := entry.FindIndex(data)
			if one == nil { // what is no table the library refuses by itself
				return !bytes.HasPrefix(bytes.TrimLeft(data, "\x00\t\n\f\r 0123456789"), []byte("%"))
			}
			data = data[one[1]:]
		}
	}
}

var (
	letters = regexp.MustCompile(`(?:^|[\x00\s])(\d{1,6})[\x00\s]+begin(?:bfchar|bfrange|codespacerange)`)
	begins  = regexp.MustCompile(`begin(?:bfchar|bfrange|codespacerange)`)
	long    = regexp.MustCompile(`<[^<>]{65,}|\([^()]{129,}`) // a ligature has a few letters
)

// lettersOf is how many letters the tables of a font, of which the stream has no more than so many bytes, say that there are; false
// for more than a font has. The library takes as many as are announced, whether they are there or not, and looks through all for each.
func lettersOf(font pdf.Value, most int64) (int, bool) {
	all := font.Key("Encoding").Key("Differences").Len()
	if table := font.Key("ToUnicode"); table.Kind() == pdf.Stream {
		r := table.Reader()
		defer r.Close()
		text, err := io.ReadAll(io.LimitReader(r, most))
		announced := letters.FindAllSubmatch(text, -1)
		if err != nil || long.Match(text) || len(announced) != len(begins.FindAll(text, -1)) {
			return 0, false
		}
		for _, m := range announced {
			n, _ := strconv.Atoi(string(m[1]))
			all += n
		}
	}
	return all, all <= mostLetters
}

// narrow says whether the rows of a stream's predictor are of a width that can be kept.
func narrow(s pdf.Value) bool {
	param := s.Key("DecodeParms")
	if param.Kind() != pdf.Array {
		return param.Key("Columns").Int64() <= mostColumns && param.Key("Columns").Int64() >= 0
	}
	for i := range param.Len() {
		if n := param.Index(i).Key("Columns").Int64(); n < 0 || n > mostColumns {
			return false
		}
	}
	return true
}

// nested says whether an object of a file is in a stream that is itself in a stream, which no file may have (ISO 32000-1, 7.5.7).
// The library would look for one in the other until the stack is full, which nothing recovers from. It does not show its table.
func nested(r *pdf.Reader) bool {
	table := reflect.ValueOf(r).Elem().FieldByName("xref")
	for i := range table.Len() {
		if one := table.Index(i); one.FieldByName("inStream").Bool() {
			at := one.FieldByName("stream").FieldByName("id").Uint()
			if at < uint64(table.Len()) && table.Index(int(at)).FieldByName("inStream").Bool() {
				return true
			}
		}
	}
	return false
}
