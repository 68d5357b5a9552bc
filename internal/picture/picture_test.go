package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"
	"time"

	"lanyard/internal/page"
	"lanyard/internal/picture"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// claimed is a PNG of one row that says it is w by h pixels.
func claimed(t testing.TB, w, h uint32) []byte {
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

func photo(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * 7)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// nested is a drawing of copies of copies, two to a level.
func nested(levels int) string {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><g id="a0"><path d="M0 0H1V1z"/></g>`)
	for i := 1; i <= levels; i++ {
		before := string(rune('a'+(i-1)%26)) + "x"
		b.WriteString(`<g id="` + string(rune('a'+i%26)) + `x"><use href="#` + before + `"/><use href="#` + before + `"/></g>`)
	}
	b.WriteString(`</defs><use href="#ax"/></svg>`)
	return b.String()
}

// sized is a small drawing on a page that is said.
func sized(page string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + page + `><path d="M0 0H1V1z"/></svg>`)
}

func TestBadPicturesAreRefusedBeforeTheyTakeMemory(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">`
	whole := photo(t, 600, 400)
	cases := map[string]struct {
		data []byte
		code string
	}{
		"200 megapixels":          {claimed(t, 20000, 10000), picture.CodeLarge},
		"4 billion a side":        {claimed(t, 1<<31-1, 1<<31-1), picture.CodeDamaged},
		"no size":                 {claimed(t, 0, 10), picture.CodeDamaged},
		"41 MB":                   {append(claimed(t, 10, 10), make([]byte, 41<<20)...), picture.CodeLarge},
		"truncated JPEG":          {whole[:len(whole)/2], picture.CodeDamaged},
		"head of a JPEG":          {whole[:12], picture.CodeDamaged},
		"one row of many":         {claimed(t, 8, 500), picture.CodeDamaged},
		"nothing":                 {nil, picture.CodeFormat},
		"a letter":                {[]byte("Dear Leyla,"), picture.CodeFormat},
		"a web page":              {[]byte("<!doctype html><p>"), picture.CodeFormat},
		"half an SVG":             {[]byte(head + `<path d="M0 0H`), picture.CodeSVG},
		"an empty SVG":            {[]byte(head + `</svg>`), picture.CodeSVG},
		"no size of an SVG":       {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0H1V1z"/></svg>`), picture.CodeSize},
		"a billion laughs":        {[]byte(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>` + head + `<path d="&b;"/></svg>`), picture.CodeSVG},
		"copies of copies":        {[]byte(nested(60)), picture.CodeParts},
		"a deep well":             {[]byte(head + strings.Repeat("<g>", 5000) + strings.Repeat("</g>", 5000) + `</svg>`), picture.CodeParts},
		"many copies":             {[]byte(head + `<defs><g id="a">` + strings.Repeat(`<path d="M0 0H1V1z"/>`, 1000) + `</g></defs>` + strings.Repeat(`<use href="#a"/>`, 1000) + `</svg>`), picture.CodeParts},
		"dashes of nothing":       {[]byte(head + `<path d="M0 0H9" stroke="red" stroke-dasharray="0 0"/></svg>`), picture.CodeSVG},
		"many dashes":             {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90000 90000"><path d="M0 0H90000" stroke="red" stroke-dasharray="0.01"/></svg>`), ""},
		"text":                    {[]byte(head + `<text>Baku</text></svg>`), picture.CodeUses},
		"a program":               {[]byte(head + `<script>alert(1)</script></svg>`), picture.CodeUses},
		"numbers of no use":       {[]byte(head + `<path d="M NaN 0 L 1e400 2"/></svg>`), picture.CodeSize},
		"1e9 mm":                  {sized(`width="1e9mm" height="1e9mm"`), picture.CodeSize},
		"a page of 1e9":           {sized(`viewBox="0 0 1e9 1e9"`), picture.CodeSize},
		"0":                       {sized(`width="0" height="0" viewBox="0 0 10 10"`), picture.CodeSize},
		"negative":                {sized(`width="-5" height="5" viewBox="0 0 10 10"`), picture.CodeSize},
		"NaN":                     {sized(`width="NaN" height="NaN" viewBox="0 0 10 10"`), picture.CodeSize},
		"a negative page":         {sized(`viewBox="0 0 -10 10"`), picture.CodeSize},
		"a page of NaN":           {sized(`viewBox="0 0 NaN NaN"`), picture.CodeSize},
		"far away":                {sized(`viewBox="1e6 1e6 10 10"`), picture.CodeSize},
		"a speck":                 {sized(`viewBox="0 0 9e5 9e5"`), picture.CodeSize},
		"around the world":        {[]byte(head + `<path d="M0 0H1e9V1e9z"/></svg>`), picture.CodeSize},
		"itself":                  {[]byte(head + `<g id="a"><path d="M0 0H1V1z"/><use href="#a"/></g></svg>`), picture.CodeLoop},
		"itself, set aside":       {[]byte(head + `<defs><g id="a"><path d="M0 0H1V1z"/><use href="#a"/></g></defs><use href="#a"/></svg>`), picture.CodeLoop},
		"a use of itself":         {[]byte(head + `<path d="M0 0H1V1z"/><use id="u" href="#u"/></svg>`), picture.CodeLoop},
		"each other":              {[]byte(head + `<g id="a"><path d="M0 0H1V1z"/><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`), picture.CodeUses},
		"a page in a page":        {[]byte(head + `<svg viewBox="0 0 1 1"><path d="M0 0H1V1z"/></svg></svg>`), picture.CodeUses},
		"entities, written small": {[]byte(`<!DOCTYPE svg [<!entity a "ha">]>` + head + `<path d="M0 0H1V1z"/></svg>`), picture.CodeSVG},
		"a picture elsewhere":     {[]byte(head + `<image href="file:///etc/passwd"/></svg>`), picture.CodeUses},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			err := picture.Check(c.data)
			took := time.Since(began)
			runtime.ReadMemStats(&after)
			if got := seminar.CodeOf(err); got != c.code {
				t.Errorf("%v (%s), not %s", err, got, c.code)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 64 {
				t.Errorf("it took %d MB", mb)
			}
			if took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 200 100">
<g transform="translate(100 50) scale(2)"><circle r="20" fill="#0f766e"/><path d="M-10 0 L10 0" stroke="white" stroke-width="4"/></g>
<rect x="0" y="0" width="200" height="100" fill="none" stroke="#111" stroke-width="4"/></svg>`

const shaded = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs><linearGradient id="g"><stop offset="0" stop-color="#000"/>
<stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="200" height="100" fill="url(#g)"/></svg>`

func TestDrawingsAreDrawn(t *testing.T) {
	for name, c := range map[string]struct {
		svg    string
		shapes bool
		at     map[image.Point]color.RGBA // by millimetre
	}{
		"logo": {logo, true, map[image.Point]color.RGBA{{50, 12}: {15, 118, 110, 255}, {51, 25}: {255, 255, 255, 255}, {20, 25}: {255, 255, 255, 255},
			{50, 0}: {17, 17, 17, 255}, {70, 25}: {255, 255, 255, 255}}},
		"shaded": {shaded, false, map[image.Point]color.RGBA{{2, 25}: {5, 5, 5, 255}, {98, 25}: {250, 250, 250, 255}}},
	} {
		p, err := picture.Open([]byte(c.svg))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		it, err := p.Item(100, 50, page.Contain, name)
		if err != nil {
			t.Fatal(err)
		}
		if _, shapes := it.(page.Group); shapes != c.shapes {
			t.Errorf("%s is shapes: %v", name, shapes)
		}
		img, err := raster.Render(typeset.New(), page.New(page.Size{W: 100, H: 50}).Add(it), 254)
		if err != nil {
			t.Fatal(err)
		}
		for at, want := range c.at {
			got := img.RGBAAt(at.X*10, at.Y*10+2)
			for i, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
				if d < -8 || d > 8 {
					t.Errorf("%s at %v is %v, not %v (%d)", name, at, got, want, i)
					break
				}
			}
		}
	}
}

func TestLargePicturesBecomeAsSmallAsTheirPlace(t *testing.T) {
	data := photo(t, 3000, 2000)
	p, err := picture.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	small, err := p.Item(25.4, 25.4, page.Contain, "")
	if err != nil {
		t.Fatal(err)
	}
	c, err := small.(page.Image).Config()
	if err != nil || c.Width != 300 || c.Height != 200 {
		t.Errorf("an inch is %d × %d pixels: %v", c.Width, c.Height, err)
	}
	large, err := p.Item(290, 190, page.Contain, "")
	if err != nil || !bytes.Equal(large.(page.Image).Data, data) {
		t.Errorf("a picture that is no larger than its place was changed: %v", err)
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte(logo))
	f.Add([]byte(shaded))
	f.Add([]byte(nested(4)))
	f.Add(sized(`width="1e9mm" height="-1" viewBox="0 0 NaN 1e-9"`))
	f.Add([]byte(`<svg viewBox="0 0 9 9"><defs><g id="a"><path d="M0 0H9V9z"/></g></defs><g transform="scale(3)"><use href="#a"/></g></svg>`))
	f.Add(photo(f, 20, 20))
	f.Add(claimed(f, 8, 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		if picture.Check(data) != nil {
			return
		}
		p, err := picture.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Item(10, 10, page.Cover, ""); err != nil {
			t.Fatal(err)
		}
	})
}
