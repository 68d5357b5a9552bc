// Package pwg writes pictures of pages as PWG Raster (PWG 5102.4-2012), which label printers and others without a PDF
// interpreter print.
package pwg

import (
	"encoding/binary"
	"fmt"
	"image"
	"io"
	"math"
)

// Colour is what a pixel is made of, named as in pwg-raster-document-type-supported.
type Colour string

// The colours that are written.
const (
	SRGB  Colour = "srgb_8"
	Grey  Colour = "sgray_8"
	Black Colour = "black_1" // a bit a pixel, for thermal printers
)

// Options are those of all pages.
type Options struct {
	DPI      int // dots per inch
	Colour   Colour
	TwoSided bool   // the sheet turns over along its long edge
	Back     string // pwg-raster-document-sheet-back: how a printer wants the back; "" is normal
	Media    string // a size's name; may be ""
	Pages    int    // 0 is not known
}

// Encoder writes one page after the other.
type Encoder struct {
	w     io.Writer
	o     Options
	pages int
}

// NewEncoder makes one; nothing is written before the first page.
func NewEncoder(w io.Writer, o Options) *Encoder { return &Encoder{w: w, o: o} }

// Page writes the next page. It fails on an empty picture, on a colour that is none, and when the writer does.
func (e *Encoder) Page(img image.Image) error {
	box := img.Bounds()
	if box.Empty() || e.o.DPI < 1 {
		return fmt.Errorf("pwg: a page of %d × %d pixels at %d dpi cannot be written", box.Dx(), box.Dy(), e.o.DPI)
	}
	if e.o.Colour != SRGB && e.o.Colour != Grey && e.o.Colour != Black {
		return fmt.Errorf("pwg: %q is no colour", e.o.Colour)
	}
	var out []byte
	if e.pages == 0 {
		out = append(out, "RaS2"...)
	}
	e.pages++
	across, along := e.transforms()
	out = append(out, e.header(box.Dx(), box.Dy(), across, along)...)
	y := func(i int) int {
		if along < 0 {
			return box.Max.Y - 1 - i
		}
		return box.Min.Y + i
	}
	for i := 0; i < box.Dy(); {
		line := e.line(img, y(i), across < 0)
		n := 1
		for n < 256 && i+n < box.Dy() && string(e.line(img, y(i+n), across < 0)) == string(line) {
			n++
		}
		out = append(out, byte(n-1))
		out = pack(out, line, e.unit())
		i += n
	}
	_, err := e.w.Write(out)
	return err
}

// transforms are how the next page lies: the back of a sheet as the printer wants it (PWG 5102.4, table 10).
func (e *Encoder) transforms() (across, along int) {
	across, along = 1, 1
	if !e.o.TwoSided || e.pages%2 == 1 { // this one is a front: it has been counted
		return
	}
	switch e.o.Back {
	case "flipped":
		along = -1
	case "rotated":
		across, along = -1, -1
	}
	return
}

// unit is how many bytes a run is made of: a pixel, or eight of them.
func (e *Encoder) unit() int {
	if e.o.Colour == SRGB {
		return 3
	}
	return 1
}

// line is one line of pixels, backwards or not.
func (e *Encoder) line(img image.Image, y int, backwards bool) []byte {
	box := img.Bounds()
	var out []byte
	if e.o.Colour == Black {
		out = make([]byte, (box.Dx()+7)/8)
	} else {
		out = make([]byte, 0, box.Dx()*e.unit())
	}
	rgba, fast := img.(*image.RGBA)
	for i := range box.Dx() {
		x := box.Min.X + i
		if backwards {
			x = box.Max.X - 1 - i
		}
		var r, g, b byte
		if fast {
			at := rgba.PixOffset(x, y)
			r, g, b = rgba.Pix[at], rgba.Pix[at+1], rgba.Pix[at+2]
		} else {
			r16, g16, b16, _ := img.At(x, y).RGBA()
			r, g, b = byte(r16>>8), byte(g16>>8), byte(b16>>8)
		}
		if e.o.Colour == SRGB {
			out = append(out, r, g, b)
			continue
		}
		grey := byte((299*int(r) + 587*int(g) + 114*int(b) + 500) / 1000) // Rec. 601
		switch {
		case e.o.Colour == Grey:
			out = append(out, grey)
		case grey < 128:
			out[i/8] |= 0x80 >> (i % 8)
		}
	}
	return out
}

// pack appends a line in runs: n-1 and a unit that comes n times, or 257-n and n units that differ (PWG 5102.4, 4.3.3).
func pack(out, line []byte, unit int) []byte {
	const longest = 128
	n := len(line) / unit
	at := func(i int) string { return string(line[i*unit : (i+1)*unit]) }
	for i := 0; i < n; {
		run := 1
		for run < longest && i+run < n && at(i+run) == at(i) {
			run++
		}
		if run > 1 || i+1 == n {
			out = append(append(out, byte(run-1)), line[i*unit:(i+1)*unit]...)
			i += run
			continue
		}
		for run = 1; run < longest && i+run < n && (i+run+1 >= n || at(i+run) != at(i+run+1)); run++ {
		}
		if run == 1 {
			out = append(append(out, 0), line[i*unit:(i+1)*unit]...)
		} else {
			out = append(append(out, byte(257-run)), line[i*unit:(i+run)*unit]...)
		}
		i += run
	}
	return out
}

// header is the page header of 1796 bytes (PWG 5102.4, table 1).
func (e *Encoder) header(width, height, across, along int) []byte {
	h := make([]byte, 1796)
	put := func(at, n int) { binary.BigEndian.PutUint32(h[at:], uint32(int32(n))) }
	copy(h, "PwgRaster")
	bits, space, colours := 24, 19, 3 // sRGB
	switch e.o.Colour {
	case Grey:
		bits, space, colours = 8, 18, 1
	case Black:
		bits, space, colours = 1, 3, 1
	}
	if e.o.TwoSided {
		put(272, 1)
	}
	put(276, e.o.DPI)
	put(280, e.o.DPI)
	points := func(pixels int) int { return int(math.Round(float64(pixels) * 72 / float64(e.o.DPI))) }
	put(352, points(width))
	put(356, points(height))
	put(372, width)
	put(376, height)
	put(384, bits/colours) // bits a colour
	put(388, bits)
	put(392, (width*bits+7)/8)
	put(400, space)
	put(420, colours)
	put(452, e.o.Pages)
	put(456, across)
	put(460, along)
	if e.o.Colour != Black {
		put(480, 0xffffff) // what an alternate primary is made of; white, as of none
	}
	copy(h[1732:1732+63], e.o.Media)
	return h
}
