// Package photo makes the small picture of a person out of a file: upright, three to four as passports have it, with the
// face where a face belongs, and small enough for the journal. What a camera wrote into the file is left behind.
package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"io"

	"github.com/disintegration/imaging"

	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

const (
	width  = 420  // pixels of a photo: 35 mm at 300 dpi
	height = 560  // and of its height: 45 mm
	inHand = 1600 // pixels of the longer side of a picture that is being cut
)

// Codes of files that cannot be used.
const (
	CodeHEIC   = "photo_heic"
	CodeMoving = "photo_moving"
)

// Read reads a file as Open does and gives the photo in it, cut where Frame says.
func Read(r io.Reader) ([]byte, error) {
	picture, err := Open(r)
	if err != nil {
		return nil, err
	}
	return Cut(picture, Frame(picture))
}

// Open reads a JPEG, PNG or WebP file: turned upright as its EXIF data says, without any of that data, which may tell where
// it was taken, and no larger than a screen. Errors: CodeHEIC and CodeMoving for pictures that are not read though people
// have them; those of package size for what is no picture, a broken one, and what no camera makes.
func Open(r io.Reader) (*image.NRGBA, error) {
	data, err := io.ReadAll(io.LimitReader(r, size.MaxFile+1))
	if err != nil {
		return nil, err
	}
	switch {
	case isHEIC(data):
		return nil, seminar.Errorf(CodeHEIC, "Pictures in the HEIC format of phones cannot be read. Open it on a computer and save it as JPEG, or have the phone take JPEG: Settings, Camera, Formats, Most Compatible.")
	case isMoving(data):
		return nil, seminar.Errorf(CodeMoving, "This picture moves. Save one moment of it as JPEG or PNG.")
	}
	// The size is looked at before the picture is unpacked, and the format before the library sees it: it reads others too.
	if _, err := size.Of(data, "jpeg", "png", "webp"); err != nil {
		return nil, err
	}
	picture, err := imaging.Decode(bytes.NewReader(data), imaging.AutoOrientation(true))
	if err != nil {
		return nil, size.Damaged(err)
	}
	return onWhite(imaging.Fit(picture, inHand, inHand, imaging.Lanczos)), nil
}

// Cut gives a part of a picture as a photo, a JPEG of at most seminar.MaxPhoto bytes. Frame and Fit make parts.
func Cut(picture image.Image, part image.Rectangle) ([]byte, error) {
	cut := imaging.Crop(picture, part)
	if cut.Rect.Empty() {
		return nil, size.Damaged(nil)
	}
	for w, h := width, height; w >= 90; w, h = w*3/4, h*3/4 {
		small := imaging.Resize(cut, min(w, max(cut.Rect.Dx(), 1)), min(h, max(cut.Rect.Dy(), 1)), imaging.Lanczos)
		if data := encode(small); data != nil {
			return data, nil
		}
	}
	return nil, size.TooLarge()
}

// encode writes a picture as well as fits; nil if it does not fit well.
func encode(picture image.Image) []byte {
	var out bytes.Buffer
	for quality := 88; quality >= 40; quality -= 8 {
		out.Reset()
		if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality}); err != nil {
			return nil
		}
		if out.Len() <= seminar.MaxPhoto {
			return out.Bytes()
		}
	}
	return nil
}

// onWhite lays what can be seen through on white: a JPEG would have it black.
func onWhite(picture image.Image) *image.NRGBA {
	b := picture.Bounds()
	return imaging.Overlay(imaging.New(b.Dx(), b.Dy(), color.White), picture, image.Point{}, 1)
}

// isHEIC looks for the brands of pictures in an ISO media file (ISO/IEC 23008-12, and AVIF, which is packed the same way).
func isHEIC(data []byte) bool {
	if len(data) < 12 || string(data[4:8]) != "ftyp" {
		return false
	}
	switch string(data[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis":
		return true
	}
	return false
}

// isMoving looks for the flag of an animation in a WebP file (bit 1 of the VP8X chunk), and takes every GIF for one.
func isMoving(data []byte) bool {
	if bytes.HasPrefix(data, []byte("GIF8")) {
		return true
	}
	return len(data) > 20 && string(data[:4]) == "RIFF" && string(data[8:16]) == "WEBPVP8X" && data[20]&2 != 0
}

// Small is a kept photo so many pixels high, for a row of a list; nil if nobody can read it.
func Small(data []byte, high int) image.Image {
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return imaging.Resize(picture, 0, high, imaging.Box)
}
