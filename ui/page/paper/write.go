package paper

import (
	"context"
	"io"
	"strings"
	"unicode"

	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/ui/task"
)

// Write writes a document to a file, whole or not at all; a context that ends leaves the file as it was.
func (p *Press) Write(ctx context.Context, path string, doc docpage.Document, progress task.Progress) error {
	progress(0.1, p.env.Lang.N("common.count.pages", len(doc.Pages)))
	err := filing.Write(path, func(w io.Writer) error {
		if err := pdf.Write(cancelled{ctx, w}, p.setter, &doc); err != nil {
			return err
		}
		progress(0.8, "")
		return ctx.Err()
	})
	if err == nil {
		progress(1, "")
	}
	return err
}

// cancelled is a writer that stops when its context ends.
type cancelled struct {
	ctx context.Context
	io.Writer
}

// Write implements io.Writer.
func (c cancelled) Write(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Writer.Write(b)
}

// FileName makes a name that every file system takes, such as "badges-2025-07-18.pdf", out of parts of which some may be
// empty. Letters of every script stay.
func FileName(extension string, parts ...string) string {
	clean := make([]string, 0, len(parts))
	for _, part := range parts {
		part = strings.Map(func(r rune) rune {
			switch {
			case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '-', r == '_':
				return unicode.ToLower(r)
			case unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsSymbol(r):
				return '-'
			}
			return -1
		}, part)
		if part = strings.Trim(part, "-"); part != "" {
			clean = append(clean, part)
		}
	}
	return strings.Join(clean, "-") + "." + extension
}
