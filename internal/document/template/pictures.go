package template

import (
	"errors"
	"maps"
	"slices"
	"strconv"

	"lanyard/internal/picture"
	"lanyard/internal/seminar"
)

// Types of pictures.
const (
	PNG  = picture.PNG
	JPEG = picture.JPEG
	SVG  = picture.SVG
)

// MaxPicture is the most bytes of a picture.
const MaxPicture = 10 << 20

// pictures looks at what each picture is and at how large it claims to be; one of pixels is not unpacked. What package picture
// says is told with its own code.
func (p *problems) pictures(all map[string]Picture) {
	if len(all) > MaxPictures {
		p.add(CodeMany, "pictures", "limit", strconv.Itoa(MaxPictures))
		return
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		here, one := within("pictures", name), all[name]
		p.long(here, name, maxName)
		p.choice(within(here, "type"), one.Type, PNG, JPEG, SVG)
		switch data := within(here, "data"); {
		case len(one.Data) == 0:
			p.add(CodeRequired, data)
		case len(one.Data) > MaxPicture:
			p.add(CodePictureLarge, data, "limit", strconv.Itoa(MaxPicture>>20))
		case picture.TypeOf(one.Data) != one.Type:
			p.add(CodePictureType, data, "value", one.Type)
		default:
			_, err := picture.Open(one.Data)
			var e *seminar.Error
			if errors.As(err, &e) {
				p.put(e.WithField(data))
			}
		}
	}
}
