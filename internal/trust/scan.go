package trust

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"regexp"
	"strconv"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"

	"lanyard/internal/picture"
)

// IsPicture says whether some bytes are those of a picture that a camera or a scanner made, PNG or JPEG.
func IsPicture(data []byte) bool {
	kind := picture.TypeOf(data)
	return kind == picture.PNG || kind == picture.JPEG
}

// Scanned is the text of the QR code in a picture, PNG or JPEG; "" if none can be read. Errors: those of picture.Check, before
// anything too large is unpacked.
func Scanned(data []byte) (string, error) {
	if err := picture.Check(data); err != nil {
		return "", err
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	for _, longest := range longestSides {
		if text := codeIn(smaller(img, longest)); text != "" {
			return text, nil
		}
		if max(img.Bounds().Dx(), img.Bounds().Dy()) <= longest {
			break
		}
	}
	return "", nil
}

// longestSides are the sizes in pixels in which a picture is looked through: a certificate's code has more than a hundred modules
// a side and is a small part of the page, but the noise of a photo goes with its pixels.
var longestSides = []int{1800, 3600}

// smaller is a picture whose longer side has no more than so many pixels, in grey.
func smaller(img image.Image, longest int) *image.Gray {
	b := img.Bounds()
	k := min(1, float64(longest)/float64(max(b.Dx(), b.Dy())))
	grey := image.NewGray(image.Rect(0, 0, max(1, int(float64(b.Dx())*k)), max(1, int(float64(b.Dy())*k))))
	draw.Draw(grey, grey.Rect, image.White, image.Point{}, draw.Src) // under what is transparent
	draw.ApproxBiLinear.Scale(grey, grey.Rect, img, b, draw.Over, nil)
	return grey
}

// codeIn reads the code in a picture. The library may stumble over what is none.
func codeIn(img *image.Gray) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	source := gozxing.NewLuminanceSourceFromImage(img)
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	for _, binarizer := range []gozxing.Binarizer{gozxing.NewHybridBinarizer(source), gozxing.NewGlobalHistgramBinarizer(source)} {
		bits, err := gozxing.NewBinaryBitmap(binarizer)
		if err != nil {
			continue
		}
		if found, err := qrcode.NewQRCodeReader().Decode(bits, hints); err == nil {
			return found.GetText()
		}
	}
	return ""
}

// mostScans is how many pictures of a file are looked through: it is a certificate or a few.
const mostScans = 8

var (
	streamBegins = regexp.MustCompile(`>>\s*stream\r?\n`)
	ofPicture    = regexp.MustCompile(`/Subtype\s*/Image\b`)
)

// scansIn are the texts of the codes in the pictures of a PDF file, as a scanner makes it.
func scansIn(file []byte) []byte {
	var texts bytes.Buffer
	left := mostScans
	for _, at := range streamBegins.FindAllIndex(file, -1) {
		said := file[max(0, at[0]-mostSaid):at[0]]
		said = said[max(0, bytes.LastIndex(said, []byte(" obj"))):]
		if !ofPicture.Match(said) {
			continue
		}
		data := pictureOf(said, file[at[1]:])
		if data == nil {
			continue
		}
		if left--; left < 0 {
			break
		}
		if text, err := Scanned(data); err == nil && text != "" {
			texts.WriteString(text + "\n")
		}
	}
	return texts.Bytes()
}

// pictureOf is a picture of a PDF file as a file of its own: a JPEG is one, and what is packed with a predictor is the inside of a
// PNG. Others, such as those of a fax, are none.
func pictureOf(dict, rest []byte) []byte {
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		return nil
	}
	rest = rest[:end]
	if bytes.HasPrefix(rest, []byte("\xff\xd8\xff")) {
		return rest
	}
	colours := map[bool]byte{true: 2, false: 0}[bytes.Contains(dict, []byte("/DeviceRGB"))]
	if !bytes.Contains(dict, []byte("/FlateDecode")) || number(dict, "Predictor") < 10 || bytes.Contains(dict, []byte("/Indexed")) {
		return nil
	}
	head := binary.BigEndian.AppendUint32(nil, number(dict, "Width"))
	head = binary.BigEndian.AppendUint32(head, number(dict, "Height"))
	head = append(head, byte(number(dict, "BitsPerComponent")), colours, 0, 0, 0)
	data := []byte("\x89PNG\r\n\x1a\n")
	for _, part := range []struct {
		name string
		body []byte
	}{{"IHDR", head}, {"IDAT", rest}, {"IEND", nil}} {
		data = binary.BigEndian.AppendUint32(data, uint32(len(part.body)))
		named := append([]byte(part.name), part.body...)
		data = append(data, named...)
		data = binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(named))
	}
	return data
}

// number is a whole number in the words of an object, 0 where it has none.
func number(dict []byte, name string) uint32 {
	m := regexp.MustCompile(`/` + name + `\s+(\d{1,9})\b`).FindSubmatch(dict)
	if m == nil {
		return 0
	}
	n, _ := strconv.ParseUint(string(m[1]), 10, 32)
	return uint32(n)
}
