package desk_test

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	pict "lanyard/internal/picture"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

const redLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#ff0000"/></svg>`

func (h *hall) setPicture(source template.Source, file []byte) desk.Action {
	h.t.Helper()
	action, err := h.SetSeminarPicture(ctx, h.of, source, file)
	if err != nil {
		h.t.Fatal(err)
	}
	return action
}

func (h *hall) pictures() map[template.Source][]byte {
	h.t.Helper()
	all, err := h.SeminarPictures(ctx, h.of)
	if err != nil {
		h.t.Fatal(err)
	}
	return all
}

// shows is a layout that is nothing but one picture of the seminar.
func shows(source template.Source, kind template.Kind) *template.Template {
	return &template.Template{Schema: template.Schema, ID: "shows", Kind: kind, Names: map[string]string{"en": "Shows"}, Size: template.Size{W: 20, H: 20},
		Front: []template.Element{{Type: template.Image, Source: source, Place: template.Place{W: 20, H: 20}}}}
}

func TestASeminarsPictureIsOnItsBadgesUntilItIsUndone(t *testing.T) {
	h := open(t)
	row := h.register("Anar").Row
	middle := func() color.RGBA {
		t.Helper()
		badges, err := h.BadgesFor(ctx, h.of, []seminar.RosterRow{row})
		if err != nil {
			t.Fatal(err)
		}
		setter := typeset.New()
		doc, warnings := document.Badges(badges, document.Options{Template: shows(template.Logo, template.Badge), Setter: setter})
		if len(warnings) > 0 {
			t.Fatalf("%+v", warnings)
		}
		img, err := raster.Render(setter, doc.Pages[0], 50)
		if err != nil {
			t.Fatal(err)
		}
		return img.RGBAAt(img.Rect.Dx()/2, img.Rect.Dy()/2)
	}
	white, red := color.RGBA{255, 255, 255, 255}, color.RGBA{255, 0, 0, 255}
	if got := middle(); got != white {
		t.Fatalf("without a logo there is %v", got)
	}
	action := h.setPicture(template.Logo, []byte(redLogo))
	if got := middle(); got != red {
		t.Errorf("with a red logo there is %v", got)
	}
	h.undo(string(action))
	if got := middle(); got != white || len(h.pictures()) != 0 {
		t.Errorf("after undo there is %v", got)
	}
	h.setPicture(template.Logo, []byte(redLogo)) // again, of pieces that are here
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	s.Venue, s.Logo = "Elsewhere", nil // a form that was opened before
	if _, err := h.SaveSeminar(ctx, s); err != nil {
		t.Fatal(err)
	}
	if got := middle(); got != red {
		t.Errorf("a saved seminar lost its logo: %v", got)
	}
	gone := h.setPicture(template.Logo, nil)
	if got := middle(); got != white {
		t.Errorf("taken away, there is %v", got)
	}
	h.undo(string(gone))
	if got := middle(); got != red {
		t.Errorf("back again, there is %v", got)
	}
	h.well()
}

func TestAPictureThatCannotBeUsedChangesNothing(t *testing.T) {
	h := open(t)
	h.setPicture(template.Signature, []byte(redLogo))
	before, err := h.Operations(ctx, desk.OperationFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := png.Encode(&whole, image.NewGray(image.Rect(0, 0, 90, 90))); err != nil {
		t.Fatal(err)
	}
	for code, file := range map[string][]byte{pict.CodeFormat: []byte("no picture"), pict.CodeDamaged: whole.Bytes()[:whole.Len()-20],
		pict.CodeLarge: make([]byte, 41<<20)} {
		if _, err := h.SetSeminarPicture(ctx, h.of, template.Signature, file); seminar.CodeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
	if _, err := h.SetSeminarPicture(ctx, h.of, template.Photo, whole.Bytes()); seminar.CodeOf(err) != desk.CodeSeminarPicture {
		t.Errorf("a photo: %v", err)
	}
	after, err := h.Operations(ctx, desk.OperationFilter{})
	if err != nil || len(after) != len(before) || string(h.pictures()[template.Signature]) != redLogo {
		t.Errorf("%d operations, then %d, %v", len(before), len(after), err)
	}
}

func TestALargePictureIsMadeSmallerForEveryDesk(t *testing.T) {
	h := open(t)
	noise, r := image.NewNRGBA(image.Rect(0, 0, 2000, 1000)), rand.New(rand.NewPCG(5, 6))
	for i := range noise.Pix {
		noise.Pix[i] = byte(r.IntN(256))
	}
	var file bytes.Buffer
	if err := png.Encode(&file, noise); err != nil {
		t.Fatal(err)
	}
	h.setPicture(template.Background, file.Bytes())
	kept := h.pictures()[template.Background]
	size, kind, err := image.DecodeConfig(bytes.NewReader(kept))
	if err != nil || kind != "png" || size.Width > 1200 || size.Width < 200 || len(kept) > 400<<10 {
		t.Errorf("%d bytes, %s %dx%d, %v", len(kept), kind, size.Width, size.Height, err)
	}
	if k := float64(size.Width) / float64(size.Height); k < 1.98 || k > 2.02 {
		t.Errorf("it is %dx%d now", size.Width, size.Height)
	}
}

const blueLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0000ff"/></svg>`

// TestACertificateKeepsThePicturesThatItWasIssuedWith: the paper is out there, and a copy of it must look the same.
func TestACertificateKeepsThePicturesThatItWasIssuedWith(t *testing.T) {
	h := open(t)
	h.attended("Anar", "Leyla")
	h.setPicture(template.Signature, []byte(redLogo))
	h.setPicture(template.Logo, []byte(redLogo))
	h.change(func(s *seminar.Seminar) { s.Signer, s.Percent = "Leyla Əliyeva", 0 })
	people, err := h.Eligibility(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	preview, err := h.CertificatePreview(ctx, h.of, people[0])
	if err != nil || len(preview.Pictures) != 2 {
		t.Fatalf("a preview has %d pictures, %v", len(preview.Pictures), err)
	}
	issued := h.issue("")
	h.setPicture(template.Signature, []byte(blueLogo))
	h.setPicture(template.Logo, nil)
	h.setPicture(template.Background, []byte(blueLogo))
	h.change(func(s *seminar.Seminar) { s.Signer = "Somebody else" })
	pages, err := h.CertificatePages(ctx, h.of, issued)
	if err != nil || len(pages) != 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, p := range pages {
		if len(p.Pictures) != 2 || string(p.Pictures[template.Signature]) != redLogo || string(p.Pictures[template.Logo]) != redLogo {
			t.Errorf("%s has %d pictures now: %s", p.Serial, len(p.Pictures), p.Pictures)
		}
	}
	again, _, err := h.Reissue(ctx, issued[0].Serial, "")
	if err != nil {
		t.Fatal(err)
	}
	if pages, err = h.CertificatePages(ctx, h.of, []seminar.Certificate{again}); err != nil || len(pages[0].Pictures) != 2 || string(pages[0].Pictures[template.Signature]) != blueLogo {
		t.Errorf("issued anew it has %s, %v", pages[0].Pictures, err)
	}
}

// TestACertificateFromBeforePicturesWereFrozen shows those of the seminar, but the signature of nobody else.
func TestACertificateFromBeforePicturesWereFrozen(t *testing.T) {
	h := open(t)
	h.attended("Anar")
	h.setPicture(template.Signature, []byte(redLogo))
	h.setPicture(template.Logo, []byte(redLogo))
	h.change(func(s *seminar.Seminar) { s.Signer, s.Percent = "Leyla Əliyeva", 0 })
	issued := h.issue("")
	if len(issued) != 1 {
		t.Fatalf("%d issued", len(issued))
	}
	issued[0] = unfrozen(t, issued[0])
	for signer, want := range map[string]int{"Leyla Əliyeva": 2, "Somebody else": 1} {
		h.change(func(s *seminar.Seminar) { s.Signer = signer })
		pages, err := h.CertificatePages(ctx, h.of, issued)
		if err != nil {
			t.Fatal(err)
		}
		if got := pages[0].Pictures; pages[0].Signer != "Leyla Əliyeva" || len(got) != want || got[template.Logo] == nil {
			t.Errorf("signed by %s: %d pictures, want %d", signer, len(got), want)
		}
	}
}

// unfrozen is a certificate as it was before it held its pictures.
func unfrozen(t *testing.T, c seminar.Certificate) seminar.Certificate {
	t.Helper()
	var frozen map[string]json.RawMessage
	if err := json.Unmarshal([]byte(c.Frozen), &frozen); err != nil {
		t.Fatal(err)
	}
	delete(frozen, "pictures")
	text, err := json.Marshal(frozen)
	if err != nil {
		t.Fatal(err)
	}
	snap, err := seminar.ReadSnapshot(c.Snapshot)
	if err != nil {
		t.Fatal(err)
	}
	c.Frozen, snap.Data = string(text), seminar.Mark(text)
	if c.Snapshot, err = snap.Text(); err != nil {
		t.Fatal(err)
	}
	return c
}
