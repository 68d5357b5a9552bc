package edit

import (
	"encoding/json"
	"strconv"
	"strings"

	"lanyard/internal/document/template"
)

// clip is what is copied, as text: another window, or another day, can paste it.
type clip struct {
	Lanyard  int                         `json:"lanyard_elements"` // template.Schema
	Elements []template.Element          `json:"elements"`
	Pictures map[string]template.Picture `json:"pictures,omitempty"`
}

// Copy gives what is selected as text for the clipboard, "" for nothing.
func (e *Editor) Copy() string {
	c := clip{Lanyard: template.Schema, Elements: e.Chosen()}
	if len(c.Elements) == 0 {
		return ""
	}
	for _, one := range c.Elements {
		if p, ok := e.Template().Pictures[one.Picture]; ok {
			if c.Pictures == nil {
				c.Pictures = map[string]template.Picture{}
			}
			c.Pictures[one.Picture] = p
		}
	}
	text, err := json.Marshal(c)
	if err != nil { // of a number that JSON cannot write, which no element of an editor has
		return ""
	}
	return string(text)
}

// Paste puts what the clipboard has on the side in view and selects it: elements that were copied, a little beside the first
// if they would lie on it, or else the text itself as a text element. The error says what is wrong with the elements, as
// template.Parse does.
func (e *Editor) Paste(text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	var c clip
	if json.Unmarshal([]byte(text), &c) != nil || c.Lanyard == 0 {
		words := strings.NewReplacer("{", "{{").Replace(text)
		if r := []rune(words); len(r) > template.MaxContent {
			words = string(r[:template.MaxContent])
		}
		e.Add(Default(template.Text, e.Template().Kind, e.Template().Size, words))
		return nil
	}
	if err := e.pasted(c); err != nil {
		return err
	}
	const beside = 5.0
	steps := 0.0
	for e.covers(c.Elements, steps*beside) {
		steps++
	}
	e.add(c.Elements, c.Pictures, func(one *template.Element) {
		one.X, one.Y, one.Locked = one.X+steps*beside, one.Y+steps*beside, false
	})
	return nil
}

// pasted reads what was copied as strictly as a template's file: anybody may have written it.
func (e *Editor) pasted(c clip) error {
	t := e.Template()
	whole := template.Template{Schema: c.Lanyard, ID: "pasted", Kind: t.Kind, Names: map[string]string{"en": "pasted"}, Size: t.Size,
		Front: c.Elements, Pictures: c.Pictures}
	return whole.Check()
}

// covers says whether elements, moved by a distance, would lie exactly on one that is there.
func (e *Editor) covers(all []template.Element, by float64) bool {
	for _, one := range all {
		p := tidied(template.Place{X: one.X + by, Y: one.Y + by, W: one.W, H: one.H})
		for _, there := range e.Elements() {
			if there.Type == one.Type && there.Place == p {
				return true
			}
		}
	}
	return false
}

// Duplicate puts a copy of what is selected a little beside it.
func (e *Editor) Duplicate() bool {
	all := e.Chosen()
	if len(all) == 0 {
		return false
	}
	const beside = 5.0
	return e.add(all, nil, func(one *template.Element) { one.X, one.Y, one.Locked = one.X+beside, one.Y+beside, false })
}

func numbered(name string, n int) string { return name + "-" + strconv.Itoa(n) }
