package programmepage

import (
	"context"
	"image"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	docpage "lanyard/internal/page"
	"lanyard/internal/picture"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// The place of a picture in the form, in the window's units.
const (
	pictureWidth  = 96
	pictureHeight = 56
)

// chosenPicture is a picture as it will be kept, with how it looks in the form.
type chosenPicture struct {
	data  []byte
	small image.Image
}

// makePictures shows the pictures that badges and certificates have of the seminar, and takes others out of files. They are
// saved with the rest of the form.
func (s *seminarSheet) makePictures() {
	s.pictures = map[template.Source][]byte{}
	rows := map[template.Source]func(chosenPicture){}
	for _, source := range desk.PictureSources() {
		rows[source] = s.pictureRow(source)
	}
	p, of := s.page, s.base.ID
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (map[template.Source]chosenPicture, error) {
		kept, err := d.SeminarPictures(ctx, of)
		all := map[template.Source]chosenPicture{}
		for source, data := range kept {
			one := chosenPicture{data: data}
			if one.small, err = smallPicture(data); err != nil {
				return nil, err
			}
			all[source] = one
		}
		return all, err
	}, func(all map[template.Source]chosenPicture, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		for source, one := range all {
			if _, changed := s.pictures[source]; !changed {
				rows[source](one)
			}
		}
	})
}

// pictureRow adds the row of one picture, and gives what shows another in it.
func (s *seminarSheet) pictureRow(source template.Source) func(chosenPicture) {
	env, name := s.page.env, "picture_"+string(source)
	t, rtl := env.Lang.T, env.Lang.RTL()
	look := canvas.NewImageFromImage(nil)
	look.FillMode, look.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	var choose, remove *widgets.Button
	show := func(one chosenPicture) {
		s.fields[name].SetError("")
		look.Image = one.small
		look.Refresh()
		if one.data == nil {
			remove.Hide()
		} else {
			remove.Show()
		}
		s.column.Refresh()
	}
	change := func(one chosenPicture) {
		s.pictures[source] = one.data
		s.changes++
		show(one)
	}
	choose = widgets.NewButton(t("common.choose"), func() {
		env.Window.Canvas().Focus(choose) // the toolkit takes the focus from a button that is pressed
		env.OpenFile([]string{".png", ".jpg", ".jpeg", ".svg"}, func(path string) {
			task.Run(env.Context, env.Run, func(context.Context) (chosenPicture, error) { return readPicture(path) }, func(one chosenPicture, err error) {
				if err != nil {
					s.fields[name].SetError(env.Lang.Err(err))
					s.column.Refresh()
					return
				}
				change(one)
			})
		})
	})
	remove = widgets.NewButtonWithIcon(t("common.remove"), theme.Icon(theme.IconTrash), func() {
		change(chosenPicture{})
		env.Window.Canvas().Focus(choose) // the button that had the focus is gone
	})
	remove.Hide()
	s.inner[name] = choose
	s.add(name, t("designer.source."+string(source)), widgets.Row(rtl, theme.Space3, fyne.CanvasObject(widgets.Fixed(pictureWidth, pictureHeight, look)), choose, remove))
	return show
}

// readPicture reads a file as the desk keeps it.
func readPicture(path string) (chosenPicture, error) {
	f, err := os.Open(path)
	if err != nil {
		return chosenPicture{}, err
	}
	defer f.Close()
	file, err := picture.Read(f)
	if err != nil {
		return chosenPicture{}, err
	}
	one := chosenPicture{}
	if one.data, err = desk.ReadSeminarPicture(file); err == nil {
		one.small, err = smallPicture(one.data)
	}
	return one, err
}

// smallPicture draws a picture as it prints, on white paper, at twice the size of its place in the form.
func smallPicture(data []byte) (image.Image, error) {
	p, err := picture.Open(data)
	if err != nil {
		return nil, err
	}
	const dpi = 192
	size := docpage.Size{W: pictureWidth * 25.4 / dpi * 2, H: pictureHeight * 25.4 / dpi * 2}
	it, err := p.Item(size.W, size.H, docpage.Contain, "")
	if err != nil {
		return nil, err
	}
	paper := docpage.New(size)
	paper.Add(it)
	return raster.Render(typeset.New(), paper, dpi)
}
