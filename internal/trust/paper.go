package trust

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	pdf "github.com/ledongthuc/pdf"
)

// paper is what can be read in a PDF file.
type paper struct {
	reader   *pdf.Reader
	keywords string
	pages    []string // the text of each page, its lines as they were set
	err      error    // the text could not be read; keywords may have been
}

const (
	mostPages  = 20_000
	mostText   = 1 << 20 // bytes of one page's text that are looked at
	mostStream = 4 << 20 // bytes of one page's instructions, unpacked: a certificate has a few thousand
)

// openPaper opens a file that anybody may have made: what cannot be read is an error of the paper, not a panic.
func openPaper(data []byte) (p *paper) {
	p = &paper{}
	defer p.broken()
	if p.reader, p.err = pdf.NewReader(bytes.NewReader(data), int64(len(data))); p.err == nil {
		p.keywords = p.reader.Trailer().Key("Info").Key("Keywords").Text()
	}
	return p
}

// broken turns a panic of the library into an error of the paper.
func (p *paper) broken() {
	if why := recover(); why != nil {
		p.pages, p.err = nil, fmt.Errorf("reading a PDF file: %v", why)
	}
}

// read reads the text of the pages, once there is something to compare it with.
func (p *paper) read() {
	if p.err != nil || p.pages != nil {
		return
	}
	defer p.broken()
	n := p.reader.NumPage()
	if n < 1 || n > mostPages {
		p.err = errors.New("reading a PDF file: no pages, or too many")
		return
	}
	pages := make([]string, n)
	for i := range pages {
		one := p.reader.Page(i + 1)
		if !modest(one) {
			p.err = errors.New("reading a PDF file: a page unpacks to more than a certificate has")
			return
		}
		if pages[i], p.err = one.GetPlainText(nil); p.err != nil {
			return
		}
		pages[i] = pages[i][:min(len(pages[i]), mostText)]
	}
	p.pages = pages
}

// modest says that what a page and its fonts unpack to is of a size that can be read: a megabyte can be packed into a
// thousandth of it.
func modest(p pdf.Page) bool {
	streams := []pdf.Value{p.V.Key("Contents")}
	if c := streams[0]; c.Kind() == pdf.Array {
		streams = nil
		for i := range c.Len() {
			streams = append(streams, c.Index(i))
		}
	}
	for _, name := range p.Fonts() {
		streams = append(streams, p.Font(name).V.Key("ToUnicode"))
	}
	left := int64(mostStream)
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		r := s.Reader()
		n, err := io.Copy(io.Discard, io.LimitReader(r, left+1))
		r.Close()
		if left -= n; err != nil || left < 0 {
			return false
		}
	}
	return true
}
