package page

import (
	"errors"
	"fmt"

	"github.com/boombuler/barcode/code128"
)

// Code128 is a bar code (ISO/IEC 15417) that fills its box, the quiet zones of ten modules at either end included, drawn as
// vectors in Colour (the zero Colour means black). Digits take the dense code set C. Text below it is a matter of its own.
type Code128 struct {
	X, Y, W, H float64
	Payload    string
	Colour     Colour
}

// BarQuiet is the clear margin at either end of a bar code, in modules, that ISO/IEC 15417 asks for.
const BarQuiet = 10

// Bar is a dark bar: its left edge, the quiet zone not counted, and its width, in modules.
type Bar struct{ X, W int }

// Bars works the code out: its bars from left to right, and its length in modules, both quiet zones included. It fails on an
// empty payload, on one of more than 80 characters, and on one that is not ASCII.
func (c Code128) Bars() (bars []Bar, length int, err error) {
	if c.Payload == "" {
		return nil, 0, errors.New("page: a bar code needs something to say")
	}
	code, err := code128.Encode(c.Payload)
	if err != nil {
		return nil, 0, fmt.Errorf("page: bar code: %w", err)
	}
	length = code.Bounds().Dx()
	dark := func(x int) bool { r, _, _, _ := code.At(x, 0).RGBA(); return r == 0 }
	for x := 0; x < length; x++ {
		if !dark(x) {
			continue
		}
		start := x
		for x < length && dark(x) {
			x++
		}
		bars = append(bars, Bar{X: start, W: x - start})
	}
	return bars, length + 2*BarQuiet, nil
}

func (Code128) item() {}
