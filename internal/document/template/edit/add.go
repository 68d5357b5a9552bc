package edit

import (
	"lanyard/internal/document/template"
)

// Add puts an element on the side in view, above all others, and selects it. Its id is made from the one it has or its type.
func (e *Editor) Add(one template.Element) bool { return e.add([]template.Element{one}, nil, nil) }

// AddPicture puts a picture's file into the template, and an element that shows it on the page.
func (e *Editor) AddPicture(one template.Element, name string, p template.Picture) bool {
	one.Picture = name
	return e.add([]template.Element{one}, map[string]template.Picture{name: p}, nil)
}

// add puts elements above all others and selects them, with the pictures that they show. A picture of a name that stands for
// another one gets a name of its own.
func (e *Editor) add(all []template.Element, pictures map[string]template.Picture, shift func(*template.Element)) bool {
	return e.step("", func(t *template.Template) {
		names := keep(t, pictures)
		var ids []string
		side := t.Side(e.now.back)
		for _, one := range all {
			one = cloneElement(one)
			if shift != nil {
				shift(&one)
			}
			if to, ok := names[one.Picture]; ok {
				one.Picture = to
			}
			if one.ID == "" {
				one.ID = string(one.Type)
			}
			one.ID = free(side, stem(one.ID))
			one.Place = tidied(one.Place)
			side = append(side, one)
			ids = append(ids, one.ID)
		}
		e.side(t, side)
		e.now.selected = ids
	})
}

// keep puts pictures into a template and says under which names.
func keep(t *template.Template, pictures map[string]template.Picture) map[string]string {
	names := map[string]string{}
	for name, p := range pictures {
		to := name
		for n := 2; ; n++ {
			old, there := t.Pictures[to]
			if !there || old.Type == p.Type && string(old.Data) == string(p.Data) {
				break
			}
			to = numbered(name, n)
		}
		if t.Pictures == nil {
			t.Pictures = map[string]template.Picture{}
		}
		t.Pictures[to] = p
		names[name] = to
	}
	return names
}

// Default is an element of a type, of a size that suits a page, in its middle. words is what a new text says.
func Default(of template.Type, kind template.Kind, page template.Size, words string) template.Element {
	e := template.Element{ID: string(of), Type: of}
	e.W, e.H = page.W*0.6, 10
	text := func(content string, size float64) template.Item {
		return template.Item{Content: content, Words: template.Words{Size: size, Floor: size / 2, Lines: 2, Align: "centre", Colour: ink}}
	}
	switch of {
	case template.Text:
		e.Content, e.Words = words, &template.Words{Size: 14, Floor: 7, Align: "centre", VAlign: "middle", Colour: ink}
	case template.Stack:
		e.W, e.H = page.W*0.8, page.H*0.3
		name := text("{first_line}", 30)
		name.Words.Bold = true
		e.Items = []template.Item{name, text("{second_line}", 22), text("{organisation}", 11)}
		e.Words = &template.Words{Size: 12, VAlign: "middle"}
	case template.Image:
		e.W, e.H = 30, 30
	case template.QR:
		e.W, e.H, e.Content = 25, 25, "{badge_code}"
		if kind == template.Certificate {
			e.W, e.H, e.Content, e.Level = 35, 35, "{payload}", "L"
		}
	case template.Code128:
		e.W, e.H, e.Content = 45, 12, "{badge_number}"
		if kind == template.Certificate {
			e.Content = "{serial}"
		}
	case template.Flag:
		e.W, e.H, e.Content = 12, 9, "{country_code}"
	case template.Line:
		e.H, e.Stroke, e.StrokeWidth = 0, ink, 0.3
	case template.Box:
		e.H, e.Stroke, e.StrokeWidth, e.Radius = 25, ink, 0.3, 2
	case template.Band:
		e.W, e.H, e.Content = page.W, 12, "{category}"
	case template.Programme:
		e.W, e.H = page.W-2*Margin, page.H*0.6
		e.Words = &template.Words{Size: 11, Floor: 7, Colour: ink}
	}
	e.W, e.H = min(e.W, page.W), min(e.H, page.H)
	e.X, e.Y = (page.W-e.W)/2, (page.H-e.H)/2
	if of == template.Band {
		e.Y = page.H - e.H
	}
	e.Place = tidied(e.Place)
	return e
}

// ink is the black of the shipped templates.
const ink = "#1b1f1d"
