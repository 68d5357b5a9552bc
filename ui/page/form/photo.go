package form

import (
	"bytes"
	"image"
	_ "image/jpeg" // the formats that a photo is kept in
	_ "image/png"

	"lanyard/internal/desk"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Picture unpacks a photo as it is kept; nil if there is none, or nobody can read it.
func Picture(data []byte) image.Image {
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return picture
}

const photoSize = 72

// photoField shows a person's photo, and takes another out of a file.
func (f *Form) photoField() *field {
	t, rtl := f.lang.T, f.lang.RTL()
	var data []byte
	avatar := widgets.NewAvatar("", nil, photoSize)
	var choose, remove *widgets.Button
	show := func(now []byte) {
		data = now
		avatar.Photo = Picture(now)
		avatar.Refresh()
		if len(now) == 0 {
			remove.Hide()
		} else {
			remove.Show()
		}
	}
	choose = widgets.NewButtonWithIcon(t("form.photo.choose"), theme.Icon(theme.IconCamera), func() { f.o.ChoosePhoto(show) })
	remove = widgets.NewButtonWithIcon(t("form.photo.remove"), theme.Icon(theme.IconTrash), func() { show(nil) })
	control := widgets.Row(rtl, theme.Space3, widgets.Fixed(photoSize, photoSize, avatar), choose, remove)
	one := f.labelled("photo", control, choose, &keys{})
	one.put = func(v desk.Form) {
		avatar.Name = v.Attendee.Name()
		show(v.Attendee.Photo)
	}
	one.take = func(v *desk.Form) { v.Attendee.Photo = data }
	return one
}
