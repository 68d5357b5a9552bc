// Package size looks at how large a picture claims to be before anybody unpacks it: a small file may claim to be enormous.
// All that read pictures ask here, so that one fault has one code and one sentence.
package size

import (
	"bytes"
	"image"
	_ "image/jpeg" // formats that are measured
	_ "image/png"
	"slices"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp"

	"lanyard/internal/seminar"
)

// Codes of pictures that cannot be used.
const (
	CodeFormat  = "picture_format"
	CodeLarge   = "picture_large"
	CodeDamaged = "picture_damaged"
)

// MaxFile is the most bytes of a file.
const MaxFile = 40 << 20

// most is the most pixels: an unpacked picture takes up to four bytes for each.
const most = 60e6

// Of measures a picture of one of some formats, as package image names them: "png", "jpeg", "webp". Errors: CodeFormat for what
// is none of them, CodeLarge for one of more than 40 MB or 60 megapixels, CodeDamaged for one whose head is broken.
func Of(data []byte, formats ...string) (image.Config, error) {
	if len(data) > MaxFile {
		return image.Config{}, TooLarge()
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err == image.ErrFormat || err == nil && !slices.Contains(formats, format):
		return c, NoFormat(formats...)
	case err != nil || c.Width < 1 || c.Height < 1:
		return c, Damaged(err)
	case float64(c.Width)*float64(c.Height) > most:
		return c, TooLarge()
	}
	return c, nil
}

// NoFormat says that a file is no picture of some formats.
func NoFormat(formats ...string) *seminar.Error {
	return seminar.Errorf(CodeFormat, "This file is no picture that can be read here: {formats}.").WithArg("formats", strings.ToUpper(strings.Join(formats, ", ")))
}

// Damaged says that a picture is broken.
func Damaged(why error) *seminar.Error {
	return seminar.Errorf(CodeDamaged, "This picture is damaged: its end may be missing. Please save it again.").Because(why)
}

// TooLarge says that a picture is beyond what is unpacked.
func TooLarge() *seminar.Error {
	return seminar.Errorf(CodeLarge, "This picture is too large: at most {megabytes} MB and {megapixels} megapixels.").
		WithArg("megabytes", strconv.Itoa(MaxFile>>20)).WithArg("megapixels", strconv.Itoa(most/1e6))
}
