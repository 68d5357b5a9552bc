package printing

import (
	"bytes"
	"context"
	"image/jpeg"
	"slices"

	"lanyard/internal/printing/pwg"
)

// The formats that documents are sent in, the best first.
const (
	formatPDF  = "application/pdf"
	formatPWG  = "image/pwg-raster"
	formatJPEG = "image/jpeg" // a single page
)

// finest is the resolution in dots per inch beyond which a badge is not painted: it only takes longer.
const finest = 600

// rasterWishes are how a printer takes PWG raster (PWG 5102.4, 4.2).
type rasterWishes struct {
	types []string // such as srgb_8
	dpi   []int
	back  string // how the back of a sheet lies
}

// wants is a document in the format that the printer prefers, or takes. A printer that says nothing gets a PDF.
func (p Printer) wants(ctx context.Context, d Document, o Options) (format string, data []byte, err error) {
	takes := func(format string) bool { return slices.Contains(p.formats, format) }
	painted := d.Paint != nil && d.Pages > 0
	raster := painted && takes(formatPWG)
	switch {
	case raster && p.preferred == formatPWG:
		format = formatPWG
	case takes(formatPDF), len(p.formats) == 0:
		return formatPDF, d.PDF, nil
	case raster:
		format = formatPWG
	case painted && d.Pages == 1 && takes(formatJPEG):
		format = formatJPEG
	default:
		return "", nil, refused(p.called(), "no PDF")
	}
	var b bytes.Buffer
	if format == formatJPEG {
		img, err := d.Paint(0, finest/2)
		if err == nil {
			err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 95})
		}
		return format, b.Bytes(), err
	}
	w := pwg.Options{DPI: p.raster.resolution(), Colour: p.raster.colour(), TwoSided: o.TwoSided, Back: p.raster.back, Media: o.Media, Pages: d.Pages}
	e := pwg.NewEncoder(&b, w)
	for i := range d.Pages {
		if err := ctx.Err(); err != nil {
			return "", nil, err
		}
		img, err := d.Paint(i, float64(w.DPI))
		if err == nil {
			err = e.Page(img)
		}
		if err != nil {
			return "", nil, err
		}
	}
	return format, b.Bytes(), nil
}

// resolution is 300 dots per inch where that is possible, or the next finer one, or the finest.
func (r rasterWishes) resolution() int {
	best := 0
	for _, dpi := range slices.Sorted(slices.Values(r.dpi)) {
		if dpi <= finest {
			best = dpi
		}
		if dpi >= finest/2 {
			break
		}
	}
	if best == 0 {
		return finest / 2
	}
	return best
}

// colour is the best of those that the printer has.
func (r rasterWishes) colour() pwg.Colour {
	for _, c := range []pwg.Colour{pwg.SRGB, pwg.Grey, pwg.Black} {
		if slices.Contains(r.types, string(c)) {
			return c
		}
	}
	return pwg.SRGB // which each has to have (PWG 5100.14) unless it says otherwise
}
