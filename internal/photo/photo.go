// Package photo makes the small picture of a person out of a file: upright, square, and small enough for the journal.
package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // a format that is read
	"io"
	"strconv"

	"github.com/disintegration/imaging"

	"lanyard/internal/seminar"
)

const (
	side     = 360      // pixels: a badge shows 30 mm at 300 dpi
	longest  = 40 << 20 // bytes of a file
	most     = 60e6     // pixels: an unpacked picture takes four bytes for each
	centreAt = 0.42     // of the height that is cut away, what goes above: faces are above the middle of a portrait
)

// Codes of files that cannot be used.
const (
	CodeFormat = "photo_format"
	CodeLarge  = "photo_large"
)

// Read reads a JPEG or PNG file and gives the photo as JPEG, at most seminar.MaxPhoto bytes: turned upright as its EXIF
// data says, cut to a square, and without any of that data, which may tell where it was taken. Errors: CodeFormat for
// what is no such picture, or a broken one; CodeLarge for what no camera makes.
func Read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, longest+1))
	if err != nil {
		return nil, err
	}
	if len(data) > longest {
		return nil, tooLarge()
	}
	// The size is looked at before the picture is unpacked, and the format before the library sees it: it reads others too.
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || format != "jpeg" && format != "png" || size.Width < 1 || size.Height < 1:
		return nil, badFormat().Because(err)
	case float64(size.Width)*float64(size.Height) > most:
		return nil, tooLarge()
	}
	picture, err := imaging.Decode(bytes.NewReader(data), imaging.AutoOrientation(true))
	if err != nil {
		return nil, badFormat().Because(err)
	}
	return encode(onWhite(imaging.Resize(square(picture), side, side, imaging.Lanczos)))
}

// square cuts a picture to a square.
func square(picture image.Image) image.Image {
	b := picture.Bounds()
	edge := min(b.Dx(), b.Dy())
	left := b.Min.X + (b.Dx()-edge)/2
	top := b.Min.Y + int(float64(b.Dy()-edge)*centreAt)
	return imaging.Crop(picture, image.Rect(left, top, left+edge, top+edge))
}

// onWhite lays what can be seen through on white: a JPEG would have it black.
func onWhite(picture image.Image) image.Image {
	b := picture.Bounds()
	return imaging.Overlay(imaging.New(b.Dx(), b.Dy(), color.White), picture, image.Point{}, 1)
}

// encode writes a picture as well as fits.
func encode(picture image.Image) ([]byte, error) {
	var out bytes.Buffer
	for quality := 88; quality >= 20; quality -= 8 {
		out.Reset()
		if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if out.Len() <= seminar.MaxPhoto {
			return out.Bytes(), nil
		}
	}
	return nil, tooLarge()
}

func badFormat() *seminar.Error {
	return seminar.Errorf(CodeFormat, "This file is no JPEG or PNG picture, or it is broken.")
}

func tooLarge() *seminar.Error {
	return seminar.Errorf(CodeLarge, "This picture is too large: at most {megabytes} MB and {megapixels} megapixels.").
		WithArg("megabytes", strconv.Itoa(longest>>20)).WithArg("megapixels", strconv.Itoa(most/1e6))
}
