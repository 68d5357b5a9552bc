package size_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"testing"
	"time"

	"lanyard/internal/page"
	"lanyard/internal/photo"
	"lanyard/internal/picture"
	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

// claimed is a PNG of one row that says it is w by h pixels.
func claimed(t *testing.T, w, h uint32) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 8, 1))); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	binary.BigEndian.PutUint32(data[16:], w)
	binary.BigEndian.PutUint32(data[20:], h)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestOneFaultHasOneSentenceWhereverThePictureIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		file []byte
		code string
	}{"200 megapixels": {claimed(t, 20_000, 10_000), size.CodeLarge}, "too many bytes": {append(claimed(t, 8, 1), make([]byte, size.MaxFile)...), size.CodeLarge},
		"one row of many": {claimed(t, 8, 500), size.CodeDamaged}, "no size": {claimed(t, 0, 9), size.CodeDamaged}} {
		began := time.Now()
		_, photoErr := photo.Read(bytes.NewReader(c.file))
		_, pageErr := page.Image{Data: c.file}.Decode()
		for path, err := range map[string]error{"photo": photoErr, "page": pageErr, "picture": picture.Check(c.file)} {
			if seminar.CodeOf(err) != c.code || err.Error() != photoErr.Error() {
				t.Errorf("%s as %s: %v", name, path, err)
			}
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	for path, err := range map[string]error{"page": func() error { _, err := page.Image{Data: []byte("Dear Leyla")}.Config(); return err }(), "picture": picture.Check([]byte("Dear Leyla"))} {
		if seminar.CodeOf(err) != size.CodeFormat {
			t.Errorf("a letter as %s: %v", path, err)
		}
	}
}
