package journal

import "time"

// Clock is a hybrid logical clock: it follows the wall clock, and goes on from the highest value it has seen when the
// wall clock jumps back. Upper 48 bits are milliseconds since 1970, lower 16 a counter within one.
// Source: Kulkarni et al., "Logical Physical Clocks", 2014. It is not safe for concurrent use: a store has one writer.
type Clock struct {
	Now  func() time.Time
	last int64
}

const counterBits = 16

// NewClock starts a clock that has seen last.
func NewClock(now func() time.Time, last int64) *Clock { return &Clock{Now: now, last: last} }

// Next is the time of a new operation, and the wall clock's reading for it.
func (c *Clock) Next() (hlc int64, wall time.Time) {
	wall = c.Now()
	c.last = max(c.last+1, wall.UnixMilli()<<counterBits)
	return c.last, wall
}

// Seen moves the clock past an operation that came from elsewhere.
func (c *Clock) Seen(hlc int64) { c.last = max(c.last, hlc) }

// Last is the highest value given out or seen.
func (c *Clock) Last() int64 { return c.last }

// TimeOf is the wall-clock part of a hybrid logical time.
func TimeOf(hlc int64) time.Time { return time.UnixMilli(hlc >> counterBits) }
