package designerpage

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/internal/picture"
	"lanyard/ui/task"
)

// bounded reads a file, and no more than a byte beyond a bound: what is larger is refused by who looks at it.
func bounded(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// found is a picture of a file.
type found struct {
	name    string
	picture template.Picture
	w, h    float64 // of which only the proportion counts
}

// readPicture reads a picture's file. One that is too large, damaged or none is refused with what package picture or
// template says of it.
func readPicture(path string) (found, error) {
	data, err := bounded(path, template.MaxPicture)
	if err != nil {
		return found{}, err
	}
	f := found{name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), picture: template.Picture{Type: picture.TypeOf(data), Data: data}}
	if len(data) <= template.MaxPicture {
		if err := picture.Check(data); err != nil {
			return found{}, err
		}
		p, err := picture.Open(data)
		if err != nil {
			return found{}, err
		}
		f.w, f.h = p.W, p.H
	}
	alone := template.Template{Schema: template.Schema, ID: "picture", Kind: template.Badge, Names: map[string]string{"en": "picture"},
		Size: template.Size{W: 100, H: 100}, Pictures: map[string]template.Picture{f.name: f.picture}}
	return f, alone.Check()
}

// addPicture asks for a picture's file and puts it on the page.
func (p *Page) addPicture() {
	p.env.OpenFile([]string{".png", ".jpg", ".jpeg", ".svg"}, func(path string) {
		task.Run(p.env.Context, p.env.Run, func(context.Context) (found, error) { return readPicture(path) }, func(f found, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			if p.editor == nil { // it was left meanwhile
				return
			}
			one := edit.Default(template.Image, p.kind, p.editor.Template().Size, "")
			one.ID, one.Place = f.name, standing(f.w, f.h, p.editor.Template().Size)
			p.editor.AddPicture(one, f.name, f.picture)
			p.changed()
		})
	})
}

// standing is a box of a picture's shape in the middle of a page: not the whole of it.
func standing(w, h float64, page template.Size) template.Place {
	const share = 0.4
	k := share * min(page.W/w, page.H/h)
	return template.Place{X: (page.W - w*k) / 2, Y: (page.H - h*k) / 2, W: w * k, H: h * k}
}
