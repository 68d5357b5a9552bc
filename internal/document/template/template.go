// Package template is the layout of a badge or a certificate as data: a page in millimetres with elements on it, each at a
// place, and variables in their texts that package document fills. A template is one JSON file with its pictures inside.
package template

import "slices"

// Schema is the version of the file's form. A file of a higher one is refused: what it says might not be drawn.
const Schema = 1

// Kind is what a template makes.
type Kind string

// The kinds.
const (
	Badge       Kind = "badge"
	Certificate Kind = "certificate"
)

// Template is one layout. Lengths are millimetres from the top left corner of its page, type sizes are points.
type Template struct {
	Schema int    `json:"schema"`
	ID     string `json:"id"` // of a shipped one a name such as "a6-portrait"
	Kind   Kind   `json:"kind"`
	// Names are what people call it, by language tag; "en" is there always.
	Names map[string]string `json:"names"`
	Size  Size              `json:"size"`
	// Mirrored turns the page for a language that is written from the right: lengths then count from the right edge.
	Mirrored bool      `json:"mirrored,omitempty"`
	Front    []Element `json:"front"` // drawn in their order: a later one covers an earlier one
	Back     []Element `json:"back,omitempty"`
	Folds    []Fold    `json:"folds,omitempty"`
	// Stock names the sheet that it is printed on unless somebody chooses another.
	Stock string `json:"stock,omitempty"`
	// Pictures are the files inside, by the names that elements use.
	Pictures map[string]Picture `json:"pictures,omitempty"`
}

// Size is a width and a height in millimetres.
type Size struct {
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// Picture is a picture inside a template: PNG, JPEG or SVG. In JSON its bytes are base64.
type Picture struct {
	Type string `json:"type"` // "image/png", "image/jpeg", "image/svg+xml"
	Data []byte `json:"data"`
}

// Fold is a line at which the paper is folded: level, At millimetres from the top, or upright, At millimetres from the left.
type Fold struct {
	Upright bool    `json:"upright,omitempty"`
	At      float64 `json:"at"`
}

// Type is what an element draws.
type Type string

// The types of elements.
const (
	Text    Type = "text"    // Content with its variables
	Stack   Type = "stack"   // Items below each other; empty ones collapse, and all shrink together until they fit
	Image   Type = "image"   // Picture, or what Source names
	QR      Type = "qr"      // Content as a QR code, its quiet zone inside the box
	Code128 Type = "code128" // Content as a bar code
	Flag    Type = "flag"    // of the country in Content, 4 to 3, with a hairline
	Line    Type = "line"    // from the box's top left to its bottom right corner
	Box     Type = "box"     // filled, outlined or both
	Band    Type = "band"    // in the colour of the category, with Content in the ink that reads best on it
	// Programme is the seminar's sessions with their times, in letters as large as hold all of them, from Words.Size down to
	// Words.Floor.
	Programme Type = "programme"
)

// Types are all of them, in the order a menu offers them.
func Types() []Type { return []Type{Text, Stack, Image, QR, Code128, Flag, Line, Box, Band, Programme} }

// Source is a picture that comes with the data.
type Source string

// The sources.
const (
	Photo      Source = "photo"      // of the attendee
	Logo       Source = "logo"       // of the organiser
	Signature  Source = "signature"  // of who signs
	Background Source = "background" // of the seminar
)

// Element is one thing on a page.
type Element struct {
	ID   string `json:"id,omitempty"` // unique on its page; a designer names what it selected by it
	Type Type   `json:"type"`
	Place
	// Rotation is in degrees clockwise about the middle of the box.
	Rotation float64 `json:"rotation,omitempty"`
	// Show are the conditions of which all must hold; none: always shown.
	Show   []Condition `json:"show,omitempty"`
	Locked bool        `json:"locked,omitempty"` // the designer does not move it

	// Content is text with variables in braces: "{given_name} {family_name}"; "{{" is a brace. Contents replace it where the
	// document speaks one of their languages.
	Content  string            `json:"content,omitempty"`
	Contents map[string]string `json:"contents,omitempty"`
	Words    *Words            `json:"words,omitempty"` // how text looks; nil is 12 points of black sans

	Items []Item `json:"items,omitempty"` // of a stack

	Picture string `json:"picture,omitempty"` // a name in Template.Pictures
	Source  Source `json:"source,omitempty"`
	Fit     Fit    `json:"fit,omitempty"`

	Fill        string  `json:"fill,omitempty"` // "#rrggbb", or "category" for its colour; "" is none
	Stroke      string  `json:"stroke,omitempty"`
	StrokeWidth float64 `json:"stroke_width,omitempty"`
	Radius      float64 `json:"radius,omitempty"`
	Dash        float64 `json:"dash,omitempty"`
	Level       string  `json:"level,omitempty"` // of a QR code: "L", "M" (the default), "Q", "H"
	// Module, of a QR code, is the side of one of its squares in millimetres that is large enough. A short code then does not
	// fill the box: it stands where the align and valign of Words say.
	Module float64 `json:"module,omitempty"`
}

// Place is where an element is, before it is turned.
type Place struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// Fit says how a picture meets a box of another shape.
type Fit string

// The ways.
const (
	Contain Fit = "contain" // the whole picture, centred; the default
	Cover   Fit = "cover"   // the whole box, the picture's edges cut off
	Stretch Fit = "stretch" // both, out of proportion
)

// Item is one text of a stack, as wide as the stack.
type Item struct {
	Content  string            `json:"content"`
	Contents map[string]string `json:"contents,omitempty"`
	Words    Words             `json:"words"`
	Above    float64           `json:"above,omitempty"` // air over it in millimetres; the first shown has none
	// Flag is the country whose flag stands before the text, usually "{country_code}".
	Flag string      `json:"flag,omitempty"`
	Show []Condition `json:"show,omitempty"`
}

// Words is how text looks.
type Words struct {
	// Font is "sans", "serif", "naskh", or the family of a font file that the workspace has; "" is sans.
	Font   string  `json:"font,omitempty"`
	Size   float64 `json:"size"`
	Floor  float64 `json:"floor,omitempty"` // the size down to which text is made smaller before it is wrapped or cut; 0: never
	Bold   bool    `json:"bold,omitempty"`
	Italic bool    `json:"italic,omitempty"`
	// Colour is "#rrggbb"; "" is black, "ink" is black or white as it reads on the category's colour, "category" that colour.
	Colour     string  `json:"colour,omitempty"`
	Align      string  `json:"align,omitempty"`  // "start" (the default), "centre", "end", "left", "right"
	VAlign     string  `json:"valign,omitempty"` // "top" (the default), "middle", "bottom"
	LineHeight float64 `json:"line_height,omitempty"`
	Lines      int     `json:"lines,omitempty"` // at most; 0: as many as the box holds
	// OneLine is the size in points down to which it stays on one line rather than wrap; 0: wrap by the other rules.
	OneLine float64 `json:"one_line,omitempty"`
	// WrapFirst wraps before making smaller.
	WrapFirst bool   `json:"wrap_first,omitempty"`
	Language  string `json:"language,omitempty"`  // a BCP 47 tag, Person or Both; "" is the document's
	Direction string `json:"direction,omitempty"` // "ltr", "rtl"; "" is that of the first strong letter
}

// Languages of a text that are no tags.
const (
	// Person is the attendee's language; on a document in that language it is English. A text that would say the same as in
	// the document's is left out.
	Person = "person"
	// Both is the document's language and, after a dot on the same line, the attendee's.
	Both = "both"
)

// Condition is one test of the data.
type Condition struct {
	// Variable is what is looked at: a variable such as "category", "country_code" or "position".
	Variable string `json:"variable"`
	// Is holds if the variable's value is one of these, whatever the case; without any it holds if there is a value.
	Is []string `json:"is,omitempty"`
	// Not turns the answer round.
	Not bool `json:"not,omitempty"`
}

// Ref names a template for a category: its id, or NoBadge.
type Ref string

// NoBadge is the choice of a category whose people get none.
const NoBadge Ref = "none"

// Side gives the elements of a side.
func (t *Template) Side(back bool) []Element {
	if back {
		return t.Back
	}
	return t.Front
}

// Fonts are the families of font files that the texts of both sides name, each once.
func (t *Template) Fonts() []string {
	var all []string
	add := func(w *Words) {
		if w != nil && !slices.Contains([]string{"", "sans", "serif", "naskh"}, w.Font) && !slices.Contains(all, w.Font) {
			all = append(all, w.Font)
		}
	}
	for _, e := range slices.Concat(t.Front, t.Back) {
		add(e.Words)
		for _, it := range e.Items {
			add(&it.Words)
		}
	}
	return all
}
