package transfer

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// A workbook is looked over before it is read: the library that reads it stops at the first place that is not well
// formed and says nothing, so that half the people would be missing.
const (
	// densest is how many times larger than packed a part may be. Tables of names reach 20, zip bombs begin at 500.
	densest = 200
	// smallPart is the size below which a part may be as dense as it likes, in bytes.
	smallPart = 4 << 20
)

var (
	errTooDense = errors.New("a part of the workbook is larger than any list")
	errEntities = errors.New("a part of the workbook defines entities")
)

// bearable says whether a part may be as large as it says.
func bearable(size, packed uint64) bool {
	return size <= MaxSize && size <= max(smallPart, packed*densest)
}

// sound says whether the parts of a workbook that hold its cells are whole, well formed, of bearable size, and without
// definitions of their own, which no spreadsheet program writes.
func sound(ctx context.Context, data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return unreadable(err)
	}
	var parts []*zip.File
	total := uint64(0)
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if path.Ext(name) != ".xml" || path.Dir(name) != "xl" && path.Dir(name) != "xl/worksheets" {
			continue
		}
		parts = append(parts, f)
		// A part that is larger than it says does not match its sum, and is not read beyond what it says.
		total += f.UncompressedSize64
		if total > MaxSize || !bearable(f.UncompressedSize64, f.CompressedSize64) {
			return unreadable(errTooDense)
		}
	}
	for _, f := range parts {
		if err := wellFormed(ctx, f); err != nil {
			return unreadable(err)
		}
	}
	return ctx.Err()
}

// wellFormed reads a part to its end.
func wellFormed(ctx context.Context, f *zip.File) error {
	part, err := f.Open()
	if err != nil {
		return err
	}
	defer part.Close()
	tokens := xml.NewDecoder(part)
	open := 0
	for n := 0; ; n++ {
		token, err := tokens.RawToken() // twice as fast as Token, which would count for us
		if err == io.EOF && open == 0 {
			return nil
		}
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			open++
		case xml.EndElement:
			open--
		case xml.Directive:
			return errEntities
		}
		if n%10000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}
