package trust

import (
	"errors"
	"fmt"
	"io"
	"strings"

	pdf "github.com/ledongthuc/pdf"
)

// paper is what can be read in a PDF file. A page is read when it is asked for, and not kept.
type paper struct {
	reader   *pdf.Reader
	keywords string
	pages    []place
	fonts    fonts
	whole    *string // the text of all pages, once it was asked for
	err      error   // nothing on the pages can be read; keywords may have been
}

// place is where a page stands in the tree of pages: so many are kept, and the pages may be large.
type place struct {
	kids pdf.Value
	at   int
}

const (
	mostPages  = 20_000
	mostDepth  = 32      // of the tree of pages
	mostText   = 1 << 20 // bytes of one page's text that are looked at
	mostWhole  = 1 << 24 // bytes of the text of all pages together, where they are looked at together
	mostStream = 4 << 20 // bytes of one page's instructions, unpacked: a certificate has a few thousand
)

// openPaper opens a file that anybody may have made: what cannot be read is an error of the paper, not a panic.
func openPaper(data []byte) (p *paper) {
	p = &paper{}
	defer broken(&p.err)
	if !sane(data) {
		p.err = errLarge
		return p
	}
	if p.reader, p.err = pdf.NewReader(limit(data), int64(len(data))); p.err == nil && nested(p.reader) {
		p.err = errLarge
	}
	if p.err == nil {
		p.keywords = p.reader.Trailer().Key("Info").Key("Keywords").Text()
	}
	return p
}

// broken turns a panic of the library into an error.
func broken(err *error) {
	if why := recover(); why != nil {
		*err = fmt.Errorf("reading a PDF file: %v", why)
	}
}

// find finds the pages, once there is something to compare them with.
func (p *paper) find() {
	if p.err != nil || p.pages != nil {
		return
	}
	defer broken(&p.err)
	left := 2 * mostPages // a tree may go in circles without coming to a page
	if p.walk(p.reader.Trailer().Key("Root").Key("Pages"), mostDepth, &left); len(p.pages) == 0 || len(p.pages) > mostPages || left < 0 {
		p.err = errors.New("reading a PDF file: no pages, or too many")
	}
}

// walk goes once through the tree of pages. The library's own way to a page passes all those before it.
func (p *paper) walk(node pdf.Value, depth int, left *int) {
	kids := node.Key("Kids")
	for i := 0; i < kids.Len() && depth > 0; i++ {
		if *left--; *left < 0 {
			return
		}
		switch kid := kids.Index(i); kid.Key("Type").Name() {
		case "Pages":
			p.walk(kid, depth-1, left)
		case "Page":
			p.pages = append(p.pages, place{kids, i})
		}
	}
}

// text is the text of a page, its lines as they were set.
func (p *paper) text(i int) (text string, err error) {
	defer broken(&err)
	one := pdf.Page{V: p.pages[i].kids.Index(p.pages[i].at)}
	known, err := p.fonts.of(one)
	if err != nil {
		return "", err
	}
	if n, ok := modest(one.V.Key("Contents"), mostStream); !ok || float64(n)*float64(p.fonts.letters) > mostLooks {
		return "", errLarge
	}
	text, err = one.GetPlainText(known)
	return text[:min(len(text), mostText)], err
}

// textOf is the text in which the i-th of n certificates is looked for. A file with a page for each has them in their order; in
// any other the whole text is looked through.
func (p *paper) textOf(i, n int) (string, error) {
	switch {
	case p.err != nil:
		return "", p.err
	case len(p.pages) == n:
		return p.text(i)
	}
	return p.all()
}

// all is the text of all pages.
func (p *paper) all() (string, error) {
	if p.whole != nil {
		return *p.whole, nil
	}
	var b strings.Builder
	for i := range p.pages {
		text, err := p.text(i)
		if err != nil {
			return "", err
		}
		if b.WriteString(text + "\n"); b.Len() > mostWhole {
			return "", errLarge
		}
	}
	whole := b.String()
	p.whole = &whole
	return whole, nil
}

var errLarge = errors.New("reading a PDF file: it unpacks to more than certificates have")

// modest is what a stream, or several, unpack to, and whether it is of a size that can be read: a megabyte can be packed into a
// thousandth of it.
func modest(v pdf.Value, most int64) (all int64, ok bool) {
	streams := []pdf.Value{v}
	if v.Kind() == pdf.Array {
		streams = nil
		for i := range v.Len() {
			streams = append(streams, v.Index(i))
		}
	}
	for _, s := range streams {
		n, ok := unpacked(s, most-all)
		if all += n; !ok {
			return all, false
		}
	}
	return all, true
}

// unpacked is how many bytes a stream unpacks to, and whether it can be and they are no more than most.
func unpacked(s pdf.Value, most int64) (int64, bool) {
	if s.Kind() != pdf.Stream {
		return 0, true
	}
	if !narrow(s) {
		return 0, false
	}
	r := s.Reader()
	defer r.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(r, most+1))
	return n, err == nil && n <= most
}
