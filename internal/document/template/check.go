package template

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Bounds of a template; lengths in millimetres, type sizes in points.
const (
	LeastPage   = 20.0
	MostPage    = 500.0
	MostAway    = 1000.0 // from the page's corner, for elements and their sides
	LeastSize   = 1.0
	MostSize    = 400.0
	MaxElements = 500 // of both sides, the texts of stacks counted
	MaxContent  = 4000
	MaxPictures = 50
	maxName     = 100
	maxTests    = 20
	maxFolds    = 8
)

var (
	idForm     = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`)
	colourForm = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
)

// Check says what is wrong with a template that was made in memory, as Parse does; nil is nothing.
func (t *Template) Check() error {
	var p problems
	p.check(t)
	return p.all.OrNil()
}

func (p *problems) check(t *Template) {
	p.number("schema", float64(t.Schema), 1, Schema)
	if !idForm.MatchString(t.ID) || strings.EqualFold(t.ID, string(NoBadge)) {
		p.add(CodeID, "id", "value", t.ID, "limit", "64")
	}
	p.choice("kind", string(t.Kind), string(Badge), string(Certificate))
	p.texts("names", t.Names, maxName)
	if strings.TrimSpace(t.Names["en"]) == "" {
		p.add(CodeRequired, "names.en")
	}
	p.number("size.w", t.Size.W, LeastPage, MostPage)
	p.number("size.h", t.Size.H, LeastPage, MostPage)
	p.long("stock", t.Stock, maxName)
	p.side("front", t.Front, t)
	p.side("back", t.Back, t)
	if len(t.Folds) > maxFolds {
		p.add(CodeMany, "folds", "limit", strconv.Itoa(maxFolds))
	}
	for i, f := range t.Folds {
		most := t.Size.H
		if f.Upright {
			most = t.Size.W
		}
		p.number(within(at("folds", i), "at"), f.At, 0, most)
	}
	p.pictures(t.Pictures)
}

func (p *problems) side(place string, all []Element, t *Template) {
	count := 0
	for _, e := range append(slices.Clone(t.Front), t.Back...) {
		count += 1 + len(e.Items)
	}
	if count > MaxElements {
		p.add(CodeMany, place, "limit", strconv.Itoa(MaxElements))
		return
	}
	ids := map[string]bool{}
	for i, e := range all {
		here := at(place, i)
		if e.ID != "" && ids[e.ID] {
			p.add(CodeTwice, within(here, "id"), "value", e.ID)
		}
		ids[e.ID] = true
		p.element(here, e, t)
	}
}

func (p *problems) element(place string, e Element, t *Template) {
	in := func(name string) string { return within(place, name) }
	p.long(in("id"), e.ID, maxName)
	p.choice(in("type"), string(e.Type), texts(Types())...)
	p.number(in("x"), e.X, -MostAway, MostAway)
	p.number(in("y"), e.Y, -MostAway, MostAway)
	p.number(in("w"), e.W, 0, MostAway)
	p.number(in("h"), e.H, 0, MostAway)
	p.number(in("rotation"), e.Rotation, -360, 360)
	p.conditions(in("show"), e.Show, t.Kind)
	p.content(in("content"), e.Content, t.Kind)
	p.contents(in("contents"), e.Contents, t.Kind)
	if e.Words != nil {
		p.words(in("words"), *e.Words)
	}
	for i, it := range e.Items {
		p.item(at(in("items"), i), it, t.Kind)
	}
	p.source(place, e, t)
	p.colour(in("fill"), e.Fill)
	p.colour(in("stroke"), e.Stroke)
	p.number(in("stroke_width"), e.StrokeWidth, 0, 50)
	p.number(in("radius"), e.Radius, 0, MostPage)
	p.number(in("dash"), e.Dash, 0, MostPage)
	p.number(in("module"), e.Module, 0, 50)
	p.choice(in("level"), e.Level, "", "L", "M", "Q", "H")
}

// source looks at what an element shows that is not text.
func (p *problems) source(place string, e Element, t *Template) {
	p.choice(within(place, "source"), string(e.Source), "", string(Photo), string(Logo), string(Signature), string(Background))
	p.choice(within(place, "fit"), string(e.Fit), "", string(Contain), string(Cover), string(Stretch))
	if _, there := t.Pictures[e.Picture]; e.Picture != "" && !there {
		p.add(CodePicture, within(place, "picture"), "value", e.Picture)
	}
	switch e.Type {
	case Image:
		if e.Picture == "" && e.Source == "" {
			p.add(CodeRequired, within(place, "picture"))
		}
	case QR, Code128, Flag:
		if e.Content == "" && len(e.Contents) == 0 {
			p.add(CodeRequired, within(place, "content"))
		}
	}
}

func (p *problems) item(place string, it Item, kind Kind) {
	p.content(within(place, "content"), it.Content, kind)
	p.contents(within(place, "contents"), it.Contents, kind)
	p.words(within(place, "words"), it.Words)
	p.number(within(place, "above"), it.Above, -MostPage, MostPage)
	p.content(within(place, "flag"), it.Flag, kind)
	p.conditions(within(place, "show"), it.Show, kind)
}

func (p *problems) words(place string, w Words) {
	in := func(name string) string { return within(place, name) }
	p.long(in("font"), w.Font, maxName)
	p.number(in("size"), w.Size, LeastSize, MostSize)
	p.number(in("floor"), w.Floor, 0, MostSize)
	p.number(in("one_line"), w.OneLine, 0, MostSize)
	p.number(in("line_height"), w.LineHeight, 0, 10)
	p.number(in("lines"), float64(w.Lines), 0, 1000)
	p.colour(in("colour"), w.Colour)
	p.choice(in("align"), w.Align, "", "start", "centre", "end", "left", "right")
	p.choice(in("valign"), w.VAlign, "", "top", "middle", "bottom")
	p.choice(in("direction"), w.Direction, "", "ltr", "rtl")
	if w.Language != "" && w.Language != Person && w.Language != Both {
		p.language(in("language"), w.Language)
	}
}

func (p *problems) conditions(place string, all []Condition, kind Kind) {
	if len(all) > maxTests {
		p.add(CodeMany, place, "limit", strconv.Itoa(maxTests))
		return
	}
	for i, c := range all {
		p.variable(within(at(place, i), "variable"), c.Variable, kind)
		if len(c.Is) > MaxElements {
			p.add(CodeMany, within(at(place, i), "is"), "limit", strconv.Itoa(MaxElements))
			continue
		}
		for j, is := range c.Is {
			p.long(at(within(at(place, i), "is"), j), is, maxName)
		}
	}
}

func (p *problems) contents(place string, all map[string]string, kind Kind) {
	for _, tag := range slices.Sorted(maps.Keys(all)) {
		p.language(within(place, tag), tag)
		p.content(within(place, tag), all[tag], kind)
	}
}

func (p *problems) content(place, text string, kind Kind) {
	p.long(place, text, MaxContent)
	c, closed := ParseContent(text)
	if !closed {
		p.add(CodeBrace, place)
	}
	for _, name := range c.Variables() {
		p.variable(place, name, kind)
	}
	if slices.Contains(c, Part{}) { // "{}" names nothing
		p.add(CodeVariable, place, "value", "")
	}
}

func (p *problems) variable(place, name string, kind Kind) {
	v, known := VariableNamed(name)
	switch {
	case !known:
		p.like(CodeVariable, CodeVariableLike, place, name, slices.Sorted(maps.Keys(byName())))
	case slices.Contains(both, kind) && !v.For(kind):
		p.add(CodeVariableKind, place, "value", name)
	}
}

func (p *problems) texts(place string, all map[string]string, limit int) {
	for _, tag := range slices.Sorted(maps.Keys(all)) {
		p.language(within(place, tag), tag)
		p.long(within(place, tag), all[tag], limit)
	}
}

func (p *problems) language(place, tag string) {
	if _, err := language.Parse(tag); err != nil {
		p.add(CodeLanguage, place, "value", tag)
	}
}

func (p *problems) long(place, text string, limit int) {
	if utf8.RuneCountInString(text) > limit {
		p.add(CodeLong, place, "limit", strconv.Itoa(limit))
	}
}

// number holds for no NaN.
func (p *problems) number(place string, n, least, most float64) {
	if !(n >= least && n <= most) {
		p.add(CodeRange, place, "value", decimal(n), "least", decimal(least), "most", decimal(most))
	}
}

func decimal(n float64) string {
	if math.IsNaN(n) {
		return "NaN"
	}
	return strconv.FormatFloat(n, 'g', 6, 64)
}

func (p *problems) choice(place, value string, known ...string) {
	if slices.Contains(known, value) {
		return
	}
	named := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return k == "" })
	if value == "" {
		p.add(CodeRequired, place)
		return
	}
	p.add(CodeChoice, place, "value", value, "choices", strings.Join(named, ", "))
}

func (p *problems) colour(place, value string) {
	if value == "" || value == "category" || value == "ink" || colourForm.MatchString(value) {
		return
	}
	p.add(CodeColour, place, "value", value, "choices", "category, ink")
}

func texts[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = string(v)
	}
	return out
}
