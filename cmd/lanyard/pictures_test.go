package main_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"lanyard/ui/page"
)

// TestPicturesOfEveryPage takes the pictures that the documentation shows, as `make screenshots` does.
func TestPicturesOfEveryPage(t *testing.T) {
	dir := t.TempDir()
	d := build(t)
	t.Setenv("LANYARD", d.window)
	d.run("../../.ci/tour", filepath.Join(dir, "pictures"), "light")
	pictures := map[string]image.Image{}
	names := []string{"desk-ready", "desk-answer", "twins", "lists", "kiosk"}
	for _, n := range page.Names() {
		names = append(names, string(n))
	}
	for _, n := range names {
		pictures[n] = read(t, filepath.Join(dir, "pictures", n+"-light.png"))
	}
	for i, a := range names {
		for _, b := range names[:i] {
			if part := differing(pictures[a], pictures[b]); part < 0.01 {
				t.Errorf("%s and %s show the same: they differ in %.2f%%", a, b, 100*part)
			}
		}
	}
}

func read(t *testing.T, file string) image.Image {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// differing is the part of two pictures of one size that is not the same.
func differing(a, b image.Image) float64 {
	n, box := 0, a.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(box.Dx()*box.Dy())
}
