package transfer

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"lanyard/internal/seminar"
)

// sniffed is how much of a text decides its delimiter, in bytes.
const sniffed = 64 << 10

// widest is how many columns a list has at the most: as many as a spreadsheet.
const widest = 16384

// delimiterOf finds what separates the cells: the character that gives most rows the same number of cells, two at least.
func delimiterOf(text, name string) rune {
	candidates := []rune{',', ';', '\t', '|'}
	if strings.EqualFold(filepath.Ext(name), ".tsv") {
		candidates = []rune{'\t', ',', ';', '|'}
	}
	best, most := candidates[0], 0.0
	head := text[:min(len(text), sniffed)]
	for _, d := range candidates {
		p := csvParser{text: head, delimiter: d, line: 1}
		rows, alike := 0, map[int]int{} // by width
		for rows < 50 {
			cells, _, ok := p.row()
			if !ok {
				break
			}
			if blank(cells) {
				continue
			}
			rows++
			alike[len(cells)]++
		}
		for width, n := range alike {
			if score := 100*float64(n)/float64(rows) + float64(min(width, 40)); width > 1 && score > most {
				best, most = d, score
			}
		}
	}
	return best
}

// parseCSV splits a text into rows. Cells may be quoted, with doubled quotation marks and line ends inside; a quotation
// mark elsewhere is a letter like any other.
func parseCSV(text, name string, opt Options, most int) ([]Row, rune, error) {
	p := csvParser{text: text, line: 1, delimiter: opt.Delimiter}
	if rest, ok := cutPrefixFold(text, "sep="); ok && len(rest) > 1 && (rest[1] == '\r' || rest[1] == '\n') {
		if p.delimiter == 0 {
			p.delimiter = rune(rest[0]) // Excel's own word for it
		}
		p.row()
	} else if p.delimiter == 0 {
		p.delimiter = delimiterOf(text, name)
	}
	var rows []Row
	var taken room
	for most == 0 || len(rows) < most {
		if len(rows)%1000 == 0 {
			if err := opt.Context.Err(); err != nil {
				return nil, 0, err
			}
			if opt.Progress != nil {
				opt.Progress(len(rows), 0)
			}
		}
		cells, line, ok := p.row()
		if !ok {
			break
		}
		if len(cells) > widest {
			return nil, 0, notAList()
		}
		if !blank(cells) {
			if err := taken.take(len(cells)); err != nil {
				return nil, 0, err
			}
			rows = append(rows, Row{Number: line, Cells: cells})
		}
	}
	if p.open > 0 {
		return nil, 0, seminar.Errorf(CodeQuote, "A quotation mark opened at line {line} is never closed. Correct the file and try again.").
			WithArg("line", strconv.Itoa(p.open))
	}
	return rows, p.delimiter, nil
}

// csvParser walks through a text.
type csvParser struct {
	text      string
	at        int
	delimiter rune
	line      int
	open      int      // line of the quotation mark that is still open, 0 if none
	cells     []string // of the row that is being read
}

// row gives the next row's cells and the line that it starts at; false at the end.
func (p *csvParser) row() ([]string, int, bool) {
	if p.at >= len(p.text) {
		return nil, 0, false
	}
	start := p.line
	p.cells = p.cells[:0]
	for {
		cell, last := p.cell()
		p.cells = append(p.cells, cell)
		if last || len(p.cells) > widest {
			return slices.Clone(p.cells), start, true
		}
	}
}

// cell gives the next cell, and whether it ends its row.
func (p *csvParser) cell() (string, bool) {
	if p.at < len(p.text) && p.text[p.at] == '"' {
		return p.quoted()
	}
	return p.plain()
}

func (p *csvParser) quoted() (string, bool) {
	var b strings.Builder
	p.open = p.line
	p.at++
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '"' && strings.HasPrefix(p.text[p.at+1:], `"`):
			b.WriteByte('"')
			p.at += 2
		case c == '"':
			p.open = 0
			p.at++
			rest, last := p.plain()
			return b.String() + rest, last
		case c == '\n' || c == '\r':
			p.newline()
			b.WriteByte('\n')
		default:
			b.WriteByte(c)
			p.at++
		}
	}
	return b.String(), true
}

// plain reads up to the end of the cell: an unquoted cell, or what follows a closing quotation mark (nothing, in a
// well-made file).
func (p *csvParser) plain() (string, bool) {
	begin := p.at
	for p.at < len(p.text) {
		c := p.text[p.at]
		if rune(c) == p.delimiter {
			p.at++
			return p.text[begin : p.at-1], false
		}
		if c == '\n' || c == '\r' {
			cell := p.text[begin:p.at]
			p.newline()
			return cell, true
		}
		p.at++
	}
	return p.text[begin:], true
}

// newline steps over LF, CR LF or CR.
func (p *csvParser) newline() {
	if strings.HasPrefix(p.text[p.at:], "\r\n") {
		p.at++
	}
	p.at++
	p.line++
}

// blank says whether a row holds nothing but spaces, and separators that this list does not use.
func blank(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, " ,;|\t\r\n\u00a0") != "" {
			return false
		}
	}
	return true
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
