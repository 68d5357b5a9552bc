package main

import (
	"image"
	"image/png"
	"os"
	"strings"
	"testing"
)

func TestASeminarsPictureGoesIntoTheFilesOfBadges(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla", "--family", "Qafar-zadə")
	d.want(0, nil, "templates", "import", d.put("own.json", `{"schema": 1, "id": "own", "kind": "badge", "names": {"en": "Own"}, "size": {"w": 90, "h": 54},
		"front": [{"type": "image", "x": 5, "y": 5, "w": 40, "h": 20, "source": "logo"}]}`))
	f, err := os.Create(d.file("logo.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 123, 61))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	shown := func() bool {
		t.Helper()
		d.want(0, nil, "badges", "--only", "all", "--template", "own", "--out", d.file("b.pdf"))
		return strings.Contains(d.tool("pdfimages", "-list", d.file("b.pdf")), " 123 ")
	}
	if shown() {
		t.Error("there is a picture before there is one")
	}
	var done struct {
		Bytes  int
		Action string
	}
	if d.want(0, &done, "seminars", "picture", "logo", d.file("logo.png")); done.Bytes == 0 || !shown() {
		t.Errorf("%+v, shown %v", done, shown())
	}
	d.wantError(1, "picture_format", "seminars", "picture", "logo", d.put("text.png", "no picture"))
	d.wantError(3, "not_found", "seminars", "picture", "logo", d.file("nowhere.png"))
	d.wantError(2, "usage", "seminars", "picture", "photo", d.file("logo.png"))
	d.wantError(2, "usage", "seminars", "picture", "logo")
	if !shown() {
		t.Error("a refused picture took the place of the one before")
	}
	if d.want(0, nil, "seminars", "picture", "logo", "--remove"); shown() {
		t.Error("it was not taken away")
	}
	if d.want(0, nil, "undo", done.Action); shown() {
		t.Error("undone, and there")
	}
}
