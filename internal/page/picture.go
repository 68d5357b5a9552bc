package page

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"math"

	"lanyard/internal/picture/size"
)

// Decode gives the picture, reading Data (PNG or JPEG) if Picture is not set. It fails on a picture that is damaged,
// empty or too large.
func (i Image) Decode() (image.Image, error) {
	if i.Picture != nil {
		if i.Picture.Bounds().Empty() {
			return nil, errors.New("page: the picture is empty")
		}
		return i.Picture, nil
	}
	i, err := i.Loaded()
	if err != nil {
		return nil, err
	}
	if _, err := i.Config(); err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(i.Data))
	if err != nil {
		return nil, size.Damaged(err)
	}
	return img, nil
}

// Loaded is the picture with its Data.
func (i Image) Loaded() (Image, error) {
	if i.Load == nil || i.Picture != nil {
		return i, nil
	}
	var err error
	if i.Data, err = i.Load(); err != nil {
		return i, fmt.Errorf("page: the picture cannot be read: %w", err)
	}
	return i, nil
}

// Config gives the size and the colours of Data without unpacking it. It fails on what is no PNG or JPEG, and on a picture
// that is empty or too large.
func (i Image) Config() (image.Config, error) {
	return size.Of(i.Data, "png", "jpeg")
}

// Frame is where a picture of a size in pixels is drawn so as to fit the box. With Cover it reaches beyond the box, which
// then clips it.
func (i Image) Frame(width, height int) (x, y, w, h float64) {
	if i.Fit == Stretch || width < 1 || height < 1 {
		return i.X, i.Y, i.W, i.H
	}
	scale := math.Min(i.W/float64(width), i.H/float64(height))
	if i.Fit == Cover {
		scale = math.Max(i.W/float64(width), i.H/float64(height))
	}
	w, h = float64(width)*scale, float64(height)*scale
	return i.X + (i.W-w)/2, i.Y + (i.H-h)/2, w, h
}
