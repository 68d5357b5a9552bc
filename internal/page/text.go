package page

// Family is a kind of typeface. Letters that the family lacks are taken from the other embedded fonts.
type Family uint8

// The families on board.
const (
	Sans  Family = iota // Noto Sans; Arabic in Noto Sans Arabic
	Serif               // Noto Serif; Arabic in Noto Naskh Arabic
	Naskh               // as Serif, for text that is foremost Arabic: line heights follow the Naskh
)

// Style is how text looks.
type Style struct {
	Family Family
	// Font is a font family of the user's that is tried before Family; "" is none.
	Font   string
	Bold   bool
	Italic bool
	// Size is the type size in points. MinSize, if between 0 and Size, is the size down to which a text that does not
	// fit its box is made smaller before it is wrapped or cut.
	Size    float64
	MinSize float64
	// Colour of the letters; the zero Colour means black, for a text that nobody can see helps nobody.
	Colour Colour
	// LineHeight is the distance of two baselines as a multiple of the type size; 0 means what the fonts ask for.
	LineHeight float64
}

// Align is where a line stands in the width of its box.
type Align uint8

// Alignments across. Start is the side at which the paragraph begins: left for Latin, right for Arabic.
const (
	Start Align = iota
	Centre
	End
	Left
	Right
)

// VAlign is where the lines stand in the height of their box.
type VAlign uint8

// Alignments down.
const (
	Top VAlign = iota
	Middle
	Bottom
)

// Direction is the direction of a paragraph.
type Direction uint8

// Directions. Auto takes it from the first strong letter of each paragraph (UAX #9, P2 and P3), and from the
// document's language nothing: a French name in an Arabic report still starts at the left unless told otherwise.
const (
	Auto Direction = iota
	LTR
	RTL
)

// Text is a box of text. Newlines separate paragraphs. A text that is too wide for its box is, in this order: made
// smaller down to Style.MinSize on one line, then wrapped over up to MaxLines lines as large as the box allows, then
// cut with an ellipsis, of which the setter warns. A text with MaxLines 0 wraps over as many lines as H holds (without
// limit when H is 0); with MaxLines 1 it never wraps.
type Text struct {
	X, Y, W, H float64
	Content    string
	Style      Style
	Align      Align
	VAlign     VAlign
	Direction  Direction
	MaxLines   int
	// WrapFirst wraps before making smaller: for paragraphs of prose, where the size should stay even.
	WrapFirst bool
	// Turn is how many quarter turns anticlockwise the text makes inside its box, for narrow column heads: with 1 it
	// reads upwards. X, Y, W and H stay those of the box on the page.
	Turn int
	// Language is a BCP 47 tag that chooses among a font's letter forms; usually empty.
	Language string
}

func (Text) item() {}
