package page

import (
	"errors"
	"fmt"

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
			if at := y*m.side + x; code.Module(x, y) {
				m.dark[at/64] |= 1 << (at % 64)
			}
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
	blocks := make([]Block, 0, m.side*m.side/4)
	// The runs of the row above and of this one, by where they begin: the block that each is a part of, counted from 1.
	above, here := make([]int, m.side), make([]int, m.side)
	for y := range m.side {
		clear(here)
		for x := 0; x < m.side; x++ {
			if !m.Dark(x, y) {
				continue
			}
			start := x
			for x < m.side && m.Dark(x, y) {
				x++
			}
			if i := above[start]; i > 0 && blocks[i-1].W == x-start {
				blocks[i-1].H++
				here[start] = i
				continue
			}
			blocks = append(blocks, Block{X: start, Y: y, W: x - start, H: 1})
			here[start] = len(blocks)
		}
		above, here = here, above
	}
	return blocks
}

// Block is a rectangle of dark modules.
type Block struct{ X, Y, W, H int }

func (QR) item() {}
