package document

import (
	"fmt"

	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/picture"
)

// image draws a picture in its box, its corners rounded if the element says so.
func (m *maker) image(on surface, f filled) {
	it := m.pictureOf(f)
	if it == nil {
		return
	}
	x := on.left(f.X, f.W)
	it = page.Moved(it, x, f.Y)
	if f.Radius > 0 {
		it = page.Group{Items: []page.Item{it}, Clip: &page.Rect{X: x, Y: f.Y, W: f.W, H: f.H, Radius: f.Radius}}
	}
	on.Add(it)
	if f.Stroke != "" {
		on.Add(page.Rect{X: x, Y: f.Y, W: f.W, H: f.H, Radius: f.Radius, Stroke: colourOf(f.Stroke, f.subject), StrokeWidth: f.StrokeWidth})
	}
}

var fits = map[template.Fit]page.Fit{template.Cover: page.Cover, template.Stretch: page.Stretch}

// pictureKey is a picture that many pages show, in a box of a size.
type pictureKey struct {
	first *byte
	size  int
	w, h  float64
	fit   template.Fit
}

// pictureOf is the picture that an element shows, for a box at 0, 0: what its source names, else the one in the template;
// nil where there is none.
func (m *maker) pictureOf(f filled) page.Item {
	var data []byte
	switch f.Source {
	case "":
	case template.Photo:
		if it, ok := m.photo(f); ok {
			return it
		}
	default:
		if data = m.options.Pictures[f.Source]; len(data) == 0 {
			data = f.subject.pictures[f.Source]
		}
	}
	if len(data) == 0 {
		data = f.layout.Pictures[f.Picture].Data
	}
	if len(data) == 0 {
		return nil
	}
	key := pictureKey{&data[0], len(data), f.W, f.H, f.Fit}
	it, ok := m.pictures[key]
	if !ok {
		it = m.prepared(f, data)
		m.pictures[key] = it
	}
	return it
}

// photo is the attendee's, as it is: photos are kept small, and each is somebody else's. false says that there is none.
func (m *maker) photo(f filled) (page.Item, bool) {
	s := f.subject
	i := page.Image{W: f.W, H: f.H, Data: s.photo, Fit: fits[f.Fit]}
	if s.photoOf != nil {
		i.Load, i.Key = s.photoOf, "photo "+string(s.attendee.ID)
	} else if len(s.photo) == 0 {
		return nil, false
	}
	loaded, err := i.Loaded()
	if err == nil {
		_, err = picture.Open(loaded.Data)
	}
	if err != nil {
		m.unseen(s, err)
		return nil, true
	}
	return i, true
}

// prepared makes a picture ready for all pages that show it; one that cannot be drawn is left out, and the warning says so.
func (m *maker) prepared(f filled, data []byte) page.Item {
	p, err := picture.Open(data)
	if err == nil {
		var it page.Item
		if it, err = p.Item(f.W, f.H, fits[f.Fit], fmt.Sprintf("%s %p %gx%g %s", f.layout.ID, &data[0], f.W, f.H, f.Fit)); err == nil {
			return it
		}
	}
	m.unseen(f.subject, err)
	return nil
}

func (m *maker) unseen(s *subject, err error) {
	m.all = append(m.all, Warning{AttendeeID: s.attendee.ID, Code: WarnPicture, Message: joined(": ", s.attendee.Name(), m.Err(err))})
}
