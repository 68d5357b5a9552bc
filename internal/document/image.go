package document

import (
	"lanyard/internal/document/template"
	"lanyard/internal/page"
)

// image draws a picture in its box, its corners rounded if the element says so.
func (m *maker) image(on surface, f filled) {
	data, key := m.pictureOf(f)
	if len(data) == 0 {
		return
	}
	i := page.Image{X: on.left(f.X, f.W), Y: f.Y, W: f.W, H: f.H, Data: data, Key: key, Fit: fits[f.Fit]}
	if f.Radius > 0 {
		on.Add(page.Group{Items: []page.Item{i}, Clip: &page.Rect{X: i.X, Y: i.Y, W: i.W, H: i.H, Radius: f.Radius}})
	} else {
		on.Add(i)
	}
	if f.Stroke != "" {
		on.Add(page.Rect{X: i.X, Y: i.Y, W: i.W, H: i.H, Radius: f.Radius, Stroke: colourOf(f.Stroke, f.subject), StrokeWidth: f.StrokeWidth})
	}
}

var fits = map[template.Fit]page.Fit{template.Contain: page.Contain, template.Cover: page.Cover, template.Stretch: page.Stretch}

// pictureOf is the picture that an element shows: what its source names, else the one in the template.
func (m *maker) pictureOf(f filled) (data []byte, key string) {
	switch f.Source {
	case "":
	case template.Photo:
		data = f.subject.photo
	default:
		data = m.options.Pictures[f.Source]
	}
	if len(data) == 0 {
		data = f.layout.Pictures[f.Picture].Data
	}
	return data, ""
}
