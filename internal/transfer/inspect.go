package transfer

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// sampleRows is how many rows a person looks at to see whether a file is read right.
const sampleRows = 50

// Found is what a file is taken for, to be looked at and changed before it is read: the choices go into Options, and
// the file is inspected again.
type Found struct {
	Table                // with the first rows alone
	Sheets      []string // of a workbook
	System      string   // as Mapping has it
	Fields      []Field  // by column
	Fingerprint string   // of the headers, under which a mapping is kept
	Named       bool     // a column holds names; without one nothing can be taken in
}

// Inspect finds out what a file is and what its columns hold, by its first rows. Options are as for Read, with its errors; that
// no column holds names is none.
func Inspect(data []byte, name string, opt Options) (Found, error) {
	t, sheets, err := read(data, name, opt, sampleRows)
	if err != nil {
		return Found{}, err
	}
	m, err := Recognise(t)
	return Found{Table: t, Sheets: sheets, System: m.System, Fields: m.Fields, Fingerprint: t.Fingerprint(), Named: err == nil}, nil
}

// Fingerprint is the same for tables with the same headers, in whichever order, and for the problems of such a list. Columns
// without a header do not count.
func (t Table) Fingerprint() string {
	var words []string
	for _, h := range t.Headers {
		if !added(h) && fold(h) != "" {
			words = append(words, fold(h))
		}
	}
	slices.Sort(words)
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return hex.EncodeToString(sum[:16])
}
