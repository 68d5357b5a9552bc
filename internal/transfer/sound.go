package transfer

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// A workbook is looked over before it is read: the library that reads it stops at the first place that is not well
// formed and says nothing, so that half the people would be missing.
const (
	// densest is how many times larger than packed a part may be. Tables of names reach 20, zip bombs begin at 500.
	densest = 200
	// smallPart is the size below which a part may be as dense as it likes, in bytes.
	smallPart = 4 << 20
	// mostOthers is how large pictures, styles and whatever else a workbook has beside cells may be together, in bytes: they are
	// unpacked into memory.
	mostOthers = 64 << 20
	// deepest is how deep elements may stand in each other: in a list they reach ten.
	deepest = 100
)

var (
	errTooDense = errors.New("a part of the workbook is larger than any list")
	errEntities = errors.New("a part of the workbook defines entities")
	errTooDeep  = errors.New("the parts of this file are nested too deep")
)

// bearable says whether a part may be as large as it says.
func bearable(size, packed uint64) bool {
	return size <= MaxSize && size <= max(smallPart, packed*densest)
}

// sound says whether the parts of a workbook that hold its cells are whole, well formed, of bearable size, and without
// definitions of their own, which no spreadsheet program writes. It gives the merged cells on the way.
func sound(ctx context.Context, z *zip.Reader) (mergedCells, error) {
	var parts []*zip.File
	total, others := uint64(0), uint64(0)
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if !bearable(f.UncompressedSize64, f.CompressedSize64) {
			return nil, unreadable(errTooDense)
		}
		if path.Dir(name) != "xl/worksheets" && name != "xl/sharedstrings.xml" {
			if others += f.UncompressedSize64; others > mostOthers {
				return nil, unreadable(errTooDense)
			}
		}
		if path.Ext(name) != ".xml" || path.Dir(name) != "xl" && path.Dir(name) != "xl/worksheets" {
			continue
		}
		parts = append(parts, f)
		// A part that is larger than it says does not match its sum, and is not read beyond what it says.
		total += f.UncompressedSize64
		if total > MaxSize {
			return nil, unreadable(errTooDense)
		}
	}
	// The texts that cells share come before the sheets.
	slices.SortStableFunc(parts, func(a, b *zip.File) int { return strings.Count(a.Name, "/") - strings.Count(b.Name, "/") })
	var shared sharedTexts
	merged := mergedCells{}
	for _, f := range parts {
		cells, err := wellFormed(ctx, f, &shared)
		var damaged *seminar.Error
		if errors.As(err, &damaged) {
			return nil, err
		} else if err != nil {
			return nil, unreadable(err)
		}
		merged[strings.ToLower(f.Name)] = cells
	}
	return merged, ctx.Err()
}

// wellFormed reads a part to its end, and gives its merged cells.
func wellFormed(ctx context.Context, f *zip.File, shared *sharedTexts) ([]string, error) {
	part, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer part.Close()
	tokens := shallow{xml: xml.NewDecoder(part)} // twice as fast as a Decoder's Token
	cells := sharingCells{texts: shared}
	for n := 0; ; n++ {
		token, err := tokens.Token()
		if err == io.EOF && tokens.open == 0 {
			return cells.merged, nil
		}
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err == nil {
			err = cells.take(token)
		}
		if err != nil {
			return nil, err
		}
		if n%10000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// shallow gives the tokens of a part, and fails where it defines entities or is nested too deep.
type shallow struct {
	xml  *xml.Decoder
	open int
}

func (s *shallow) Token() (xml.Token, error) {
	token, err := s.xml.RawToken()
	switch token.(type) {
	case xml.StartElement:
		s.open++
	case xml.EndElement:
		s.open--
	case xml.Directive:
		return nil, errEntities
	}
	if s.open > deepest {
		return nil, errTooDeep
	}
	return token, err
}
