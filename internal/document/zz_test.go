package document_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/typeset"
)

func TestZZ(t *testing.T) {
	badges := newStage(t, "en").badges(1000)
	setter := typeset.New()
	doc, _ := document.Badges(badges, document.Options{Lang: i18n.Open("en"), Created: made, Setter: setter})
	sz := func(keep func(page.Item) bool) int {
		d := doc
		d.Pages = nil
		for _, p := range doc.Pages {
			q := page.New(p.Size)
			for _, it := range p.Items {
				if keep(it) {
					q.Items = append(q.Items, it)
				}
			}
			d.Pages = append(d.Pages, q)
		}
		var out bytes.Buffer
		pdf.Write(&out, setter, &d)
		return out.Len()
	}
	all := sz(func(page.Item) bool { return true })
	fmt.Println("all", all)
	fmt.Println("none", sz(func(page.Item) bool { return false }))
	fmt.Println("qr", all-sz(func(i page.Item) bool { _, ok := i.(page.QR); return !ok }))
	fmt.Println("text", all-sz(func(i page.Item) bool { _, ok := i.(page.Text); return !ok }))
	fmt.Println("arabic", all-sz(func(i page.Item) bool {
		x, ok := i.(page.Text)
		if !ok { return true }
		for _, r := range x.Content { if r >= 0x600 && r < 0x700 { return false } }
		return true
	}))
	fmt.Println("image", all-sz(func(i page.Item) bool { _, ok := i.(page.Image); return !ok }))
	// header only
	fmt.Println("head", all-sz(func(i page.Item) bool { x, ok := i.(page.Text); return !(ok && x.Y < 32) }))
	_ = zlib.BestSpeed
}
