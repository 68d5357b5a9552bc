package page

import (
	"errors"
	"fmt"
	"math/bits"

	goqr "github.com/piglig/go-qr"
)

// Level is how much damage a QR code survives.
type Level uint8

// Levels of error correction. Medium (15 %) is the zero value: the 33 digits of a badge then fit the smallest symbol.
const (
	Medium   Level = iota // 15 %
	Low                   // 7 %
	Quartile              // 25 %
	High                  // 30 %
)

// QR is a QR code in a square of side Size, the quiet zone of four modules included, drawn as vectors in Colour (the
// zero Colour means black) on Background (the zero Colour leaves the paper as it is).
type QR struct {
	X, Y, Size float64
	Payload    string
	Level      Level
	Colour     Colour
	Background Colour
	// Made is what Modules gave, so that it is not worked out again; it may be nil.
	Made *Matrix
}

// QuietZone is the clear margin around a code, in modules, that ISO/IEC 18004 asks for.
const QuietZone = 4

// Matrix is a QR code's dark modules.
type Matrix struct {
	side int
	dark []uint64 // a bit a module
}

// Modules works the code out. A payload of digits only takes the numeric mode: up to 34 of them make a symbol of
// version 1 at level Medium. It fails on an empty payload and on one too long for any symbol.
func (q QR) Modules() (*Matrix, error) {
	if q.Made != nil {
		return q.Made, nil
	}
	if q.Payload == "" {
		return nil, errors.New("page: a QR code needs something to say")
	}
	level := map[Level]goqr.Ecc{Medium: goqr.Medium, Low: goqr.Low, Quartile: goqr.Quartile, High: goqr.High}[q.Level]
	segments, err := goqr.MakeSegments(q.Payload)
	if err != nil {
		return nil, fmt.Errorf("page: QR code: %w", err)
	}
	mask := -1 // the best of the eight
	if len(q.Payload) > longPayload {
		mask = anyMask
	}
	code, err := goqr.EncodeSegments(segments, level, goqr.MinVersion, goqr.MaxVersion, mask, true)
	if err != nil {
		return nil, fmt.Errorf("page: QR code: %w", err)
	}
	m := &Matrix{side: code.Size()}
	m.dark = make([]uint64, (m.side*m.side+63)/64)
	for y := range m.side {
		for x := range m.side {
			// Modules are as good as random: a processor would guess wrong at every second branch.
			bit := uint64(0)
			if code.Module(x, y) {
				bit = 1
			}
			at := y*m.side + x
			m.dark[at/64] |= bit << (at % 64)
		}
	}
	return m, nil
}

// A long payload, such as a signature in letters, is as good as random, and so no mask leaves it more regular than another:
// ISO/IEC 18004's search for the best takes as long as all else on a certificate and changes nothing to be measured.
const (
	longPayload = 200 // bytes
	anyMask     = 3
)

// Side is the number of modules along an edge, without the quiet zone: 21 for version 1.
func (m *Matrix) Side() int { return m.side }

// Dark says whether the module at column x and row y is dark.
func (m *Matrix) Dark(x, y int) bool {
	at := y*m.side + x
	return m.dark[at/64]>>(at%64)&1 != 0
}

// Blocks gives the dark modules as few rectangles that do not overlap, in modules from the top left dark corner
// (quiet zone not counted): runs along a row, joined with the equal runs below them.
func (m *Matrix) Blocks() []Block {
	blocks := make([]Block, 0, m.side*m.side/6)
	// The runs of the row above and of this one, by where they begin: the block that each is a part of, counted from 1.
	above, here := make([]int, m.side), make([]int, m.side)
	for y := range m.side {
		clear(here)
		row := y * m.side
		end := row + m.side
		for at := m.next(row, end, 0); at < end; {
			start := at - row
			at = m.next(at, end, ^uint64(0))
			wide := uint8(at - row - start)
			at = m.next(at, end, 0)
			if i := above[start]; i > 0 && blocks[i-1].W == wide {
				blocks[i-1].H++
				here[start] = i
				continue
			}
			blocks = append(blocks, Block{X: uint8(start), Y: uint8(y), W: wide, H: 1})
			here[start] = len(blocks)
		}
		above, here = here, above
	}
	return blocks
}

// next is the first dark module at or behind a place in the order of reading, or the first light one where all bits of light
// are set; end if there is none before it.
func (m *Matrix) next(at, end int, light uint64) int {
	for at < end {
		if left := (m.dark[at/64] ^ light) >> (at % 64); left != 0 {
			return min(end, at+bits.TrailingZeros64(left))
		}
		at = at/64*64 + 64
	}
	return end
}

// Block is a rectangle of dark modules. No symbol has more than 177 of them along an edge.
type Block struct{ X, Y, W, H uint8 }

func (QR) item() {}
