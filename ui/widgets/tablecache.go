package widgets

import (
	"context"

	"lanyard/ui/task"
)

const (
	tablePageSize  = 100
	tablePagesKept = 40
)

// pageCache keeps the pages of a table that were looked at last, and fetches the missing ones once.
type pageCache struct {
	runner  task.Runner
	fetch   func(ctx context.Context, offset, limit int) (TablePage, error)
	arrived func(TablePage)
	failed  func(error)

	ctx     context.Context
	cancel  context.CancelFunc
	pages   map[int][]TableRow
	order   []int // the page used longest ago first
	pending map[int]bool
}

// reset forgets everything; what is still under way is dropped when it arrives.
func (c *pageCache) reset() {
	if c.cancel != nil {
		c.cancel()
	}
	c.ctx, c.cancel = context.WithCancel(context.Background())
	c.pages, c.order, c.pending = map[int][]TableRow{}, nil, map[int]bool{}
}

// row gives a row if its page is here, and asks for the page if not.
func (c *pageCache) row(index int) (TableRow, bool) {
	page := index / tablePageSize
	rows, ok := c.pages[page]
	if !ok {
		c.ask(page)
		rows = c.pages[page] // the synchronous runner has it by now
	}
	if at := index % tablePageSize; at < len(rows) {
		return rows[at], true
	}
	return TableRow{}, false
}

func (c *pageCache) ask(page int) {
	if c.pending[page] || c.fetch == nil {
		return
	}
	c.pending[page] = true
	ctx := c.ctx
	task.Run(ctx, c.runner, func(ctx context.Context) (TablePage, error) {
		return c.fetch(ctx, page*tablePageSize, tablePageSize)
	}, func(got TablePage, err error) {
		if ctx.Err() != nil {
			return
		}
		delete(c.pending, page)
		if err != nil {
			// The page counts as fetched and empty: asking again at every frame would not help.
			c.pages[page] = nil
			if c.failed != nil {
				c.failed(err)
			}
			return
		}
		c.keep(page, got.Rows)
		c.arrived(got)
	})
}

func (c *pageCache) keep(page int, rows []TableRow) {
	c.pages[page] = rows
	c.order = append(c.order, page)
	if len(c.order) > tablePagesKept {
		delete(c.pages, c.order[0])
		c.order = c.order[1:]
	}
}
