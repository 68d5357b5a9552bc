package page

import (
	"context"
	"image"
	"io"
	"os"

	"lanyard/internal/photo"
	"lanyard/ui/dialogs"
	"lanyard/ui/task"
)

// proposed is a picture with the part of it that makes the best photo.
type proposed struct {
	picture *image.NRGBA
	part    image.Rectangle
}

// ChoosePhoto asks for a picture and for the part of it that is kept, and hands over the photo. Formats that are not read
// are on offer too: choosing one says what to do.
func (e *Env) ChoosePhoto(then func(data []byte)) {
	e.OpenFile([]string{".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"}, func(path string) {
		e.CropPhoto(func() (io.ReadCloser, error) { return os.Open(path) }, then)
	})
}

// CropPhoto asks for the part of a picture that is kept, and hands over the photo.
func (e *Env) CropPhoto(open func() (io.ReadCloser, error), then func(data []byte)) {
	task.Run(e.Context, e.Run, func(context.Context) (proposed, error) {
		f, err := open()
		if err != nil {
			return proposed{}, err
		}
		defer f.Close()
		picture, err := photo.Open(f)
		if err != nil {
			return proposed{}, err
		}
		return proposed{picture, photo.Frame(picture)}, nil
	}, func(p proposed, err error) {
		if err != nil {
			e.Fail(err)
			return
		}
		e.crop(p, then)
	})
}

// crop asks for the part that is kept.
func (e *Env) crop(p proposed, then func(data []byte)) {
	within := p.picture.Bounds()
	dialogs.Crop{Lang: e.Lang, Canvas: e.Window.Canvas(), Picture: p.picture, Part: p.part,
		Fit: func(x, y, width float64) image.Rectangle { return photo.Fit(within, x, y, width) },
		Chosen: func(part image.Rectangle) {
			data, err := photo.Cut(p.picture, part)
			if err != nil {
				e.Fail(err)
				return
			}
			then(data)
		}}.Show()
}
