package page

import (
	"context"
	"os"

	"lanyard/internal/photo"
	"lanyard/ui/task"
)

// ChoosePhoto asks for a picture and hands over the photo in it, as it is kept.
func (e *Env) ChoosePhoto(then func(data []byte)) {
	e.OpenFile([]string{".jpg", ".jpeg", ".png"}, func(path string) {
		task.Run(e.Context, e.Run, func(context.Context) ([]byte, error) {
			f, err := os.Open(path)
			if err != nil {
				return nil, err
			}
			defer f.Close()
			return photo.Read(f)
		}, func(data []byte, err error) {
			if err != nil {
				e.Fail(err)
				return
			}
			then(data)
		})
	})
}
