package picture

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"

	"github.com/fyne-io/oksvg"

	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

const (
	longestSVG = 4 << 20 // bytes: a drawing, not a photo in disguise
	elements   = 50_000  // what a drawing may have, its copies by <use> counted
	corners    = 400_000 // numbers in all of its paths together
	deepest    = 200     // elements inside each other
	farthest   = 1e7     // of the page's corner, in an SVG's own units: the library's numbers end soon after
	leastPage  = 1e-4    // width and height of a page in these units
	mostPage   = 1e6
)

// drawing is an SVG that can be drawn.
type drawing struct {
	icon  *oksvg.SvgIcon
	parts []part
	plain bool // it can be said in parts
}

func isSVG(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.Contains(head, []byte("<svg")) || bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("<?xml"))
}

func badSVG(why error) error {
	return seminar.Errorf(CodeSVG, "This SVG picture is damaged, or nothing is in it.").Because(why)
}

func tooManyParts() error {
	return seminar.Errorf(CodeParts, "This SVG picture has too many parts to be printed. Please use a PNG of it.")
}

func badSize() error {
	return seminar.Errorf(CodeSize, "This SVG picture has no size that can be drawn: it is nothing, or beyond reason. Please save it again, its page as large as the drawing.")
}

func loop() error {
	return seminar.Errorf(CodeLoop, "This SVG picture contains itself, and would never end. Please save it again, or use a PNG of it.")
}

func uses(element string) error {
	return seminar.Errorf(CodeUses, "This SVG picture uses <{element}>, which cannot be drawn. Please save its text as paths, or use a PNG of it.").
		WithArg("element", element)
}

// unread are elements that would be left out of the drawing, so that it would not show what it is meant to.
var unread = map[string]bool{"text": true, "image": true, "mask": true, "pattern": true, "filter": true, "foreignObject": true,
	"script": true, "clipPath": true, "symbol": true, "marker": true}

// readSVG reads an SVG after a look at what it is made of: no entities, no copies of copies, no program.
func readSVG(data []byte) (*drawing, error) {
	if len(data) > longestSVG {
		return nil, size.TooLarge()
	}
	if err := inspect(data); err != nil {
		return nil, err
	}
	icon, err := parseSVG(repaired(data))
	if err != nil {
		return nil, badSVG(err)
	}
	if v := icon.ViewBox; !(v.W >= leastPage && v.W <= mostPage && v.H >= leastPage && v.H <= mostPage) {
		return nil, badSize()
	}
	if len(icon.SVGPaths) == 0 {
		return nil, badSVG(errors.New("nothing to draw"))
	}
	d := &drawing{icon: icon}
	d.parts, d.plain, err = d.partsOf()
	if err == nil && d.plain && !d.shows() {
		err = badSize()
	}
	if err == nil && !d.plain {
		_, err = d.painted(10, 10) // whether it can be painted at all
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

var (
	evenScale = regexp.MustCompile(`scale\(\s*([-+.\deE]+)\s*\)`)
	relative  = regexp.MustCompile(`\s(width|height)\s*=\s*["'][\d.]+%["']`)
)

// repaired works around two slips of the library: a scale of one number leaves it no height, and a size in per cent makes it
// pass the view box over.
func repaired(data []byte) []byte {
	data = evenScale.ReplaceAll(data, []byte("scale($1,$1)"))
	return relative.ReplaceAll(data, nil)
}

// parseSVG has the library read the file. Numbers beyond reason make it panic.
func parseSVG(data []byte) (icon *oksvg.SvgIcon, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("picture: svg: %v", r)
		}
	}()
	return oksvg.ReadIconStream(bytes.NewReader(data), oksvg.IgnoreErrorMode)
}
