package trust

import (
	"bytes"
	"errors"
	"fmt"

	pdf "github.com/ledongthuc/pdf"
)

// paper is what can be read in a PDF file.
type paper struct {
	keywords string
	pages    []string // the text of each page, its lines as they were set
	err      error    // the text could not be read; keywords may have been
}

// mostPages is how many pages of a file are read, and mostText how many bytes of one page's text are looked at.
const (
	mostPages = 20_000
	mostText  = 1 << 20
)

// readPaper reads a file that anybody may have made: what cannot be read is an error of the paper, not a panic.
func readPaper(data []byte) (p paper) {
	defer func() {
		if broken := recover(); broken != nil {
			p.pages, p.err = nil, fmt.Errorf("reading a PDF file: %v", broken)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return paper{err: err}
	}
	p.keywords = r.Trailer().Key("Info").Key("Keywords").Text()
	n := r.NumPage()
	if n < 1 || n > mostPages {
		p.err = errors.New("reading a PDF file: no pages, or too many")
		return p
	}
	for i := 1; i <= n; i++ {
		text, err := r.Page(i).GetPlainText(nil)
		if err != nil {
			p.pages, p.err = nil, err
			return p
		}
		p.pages = append(p.pages, text[:min(len(text), mostText)])
	}
	return p
}
