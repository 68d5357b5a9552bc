package pdf

import "lanyard/internal/page"

// codes works the QR codes of a document out, in their order, while its pages are being drawn: a code takes as long as
// the rest of a badge.
type codes struct{ next chan worked }

type worked struct {
	matrix *page.Matrix
	err    error
}

// workOut starts. Whoever takes fewer codes than there are leaves nothing running: the channel has room for all.
func workOut(doc *page.Document) codes {
	var all []page.QR
	for _, p := range doc.Pages {
		page.Each(p.Items, func(it page.Item) {
			if q, ok := it.(page.QR); ok {
				all = append(all, q)
			}
		})
	}
	c := codes{next: make(chan worked, len(all))}
	go func() {
		for _, q := range all {
			m, err := q.Modules()
			c.next <- worked{m, err}
			if err != nil {
				return // the document fails with it
			}
		}
	}()
	return c
}

// take is the code that comes next on the pages.
func (c codes) take() (*page.Matrix, error) {
	w := <-c.next
	return w.matrix, w.err
}
