package pdf

import "lanyard/internal/page"

// codes works the QR codes of a document out and traces them, in their order, while its pages are being drawn: a code takes
// as long as the rest of a badge.
type codes struct {
	next chan traced
	done chan struct{}
}

// traced is a code as the instructions that draw its modules, a unit of length a module, from its top left dark corner.
type traced struct {
	side int // of the code, in modules
	path []byte
	err  error
}

// ahead is how many codes wait to be drawn at most.
const ahead = 16

// workOut lets go of the pages as it goes.
func workOut(pages []*page.Page) codes {
	c := codes{next: make(chan traced, ahead), done: make(chan struct{})}
	go func() {
		for i, p := range pages {
			pages[i] = nil
			page.Each(p.Items, func(it page.Item) {
				if q, ok := it.(page.QR); ok {
					c.give(trace(q))
				}
			})
		}
	}()
	return c
}

func (c codes) give(t traced) {
	select {
	case c.next <- t:
	case <-c.done:
	}
}

func trace(q page.QR) traced {
	m, err := q.Modules()
	if err != nil {
		return traced{err: err}
	}
	blocks := m.Blocks()
	const usual = len("77 77 2 1 re\n")
	path := make([]byte, 0, len(blocks)*usual)
	for _, b := range blocks {
		for _, n := range [4]uint8{b.X, b.Y, b.W, b.H} {
			path = appendSmall(path, n)
		}
		path = append(path, "re\n"...)
	}
	return traced{side: m.Side(), path: path}
}

// appendSmall appends a number and a space.
func appendSmall(buf []byte, n uint8) []byte {
	if n >= 100 {
		buf = append(buf, '0'+n/100)
	}
	if n >= 10 {
		buf = append(buf, '0'+n/10%10)
	}
	return append(buf, '0'+n%10, ' ')
}

// take is the code that comes next on the pages.
func (c codes) take() traced { return <-c.next }

// end tells that no more codes are taken.
func (c codes) end() { close(c.done) }
