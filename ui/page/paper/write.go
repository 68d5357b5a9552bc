package paper

import (
	"context"
	"io"

	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/ui/task"
)

// Write writes a document to a file, whole or not at all, and lets go of its pages; a context that ends leaves the file as it was.
func (p *Press) Write(ctx context.Context, path string, doc docpage.Document, progress task.Progress) error {
	progress(0.1, p.env.Lang.N("common.count.pages", len(doc.Pages)))
	err := filing.Write(path, func(w io.Writer) error {
		if err := pdf.Spend(cancelled{ctx, w}, p.setter, &doc); err != nil {
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
