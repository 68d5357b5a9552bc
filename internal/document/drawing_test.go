package document_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// drawn is the front of a badge by a template of some elements.
func drawn(t testing.TB, b document.Badge, o document.Options, elements ...template.Element) (*page.Page, []document.Warning) {
	t.Helper()
	o.Template = &template.Template{Schema: 1, ID: "test", Kind: template.Badge, Names: map[string]string{"en": "Test"},
		Size: template.Size{W: 100, H: 100}, Mirrored: true, Front: elements, Pictures: pictures(t)}
	doc, warnings := document.Badges([]document.Badge{b}, o)
	if len(doc.Pages) != 1 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	inside(t, typeset.New(), doc)
	return doc.Pages[0], warnings
}

func pictures(t testing.TB) map[string]template.Picture {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 3000, 2000))); err != nil {
		t.Fatal(err)
	}
	return map[string]template.Picture{
		"logo": {Type: "image/svg+xml", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H20V10z" fill="#0f766e"/></svg>`)},
		"bad":  {Type: "image/png", Data: out.Bytes()[:200]},
		"big":  {Type: "image/png", Data: out.Bytes()},
	}
}

func box(x, y, w, h float64) template.Place { return template.Place{X: x, Y: y, W: w, H: h} }

func contents(p *page.Page) []string {
	var all []string
	page.Each(p.Items, func(it page.Item) {
		if t, ok := it.(page.Text); ok {
			all = append(all, t.Content)
		}
	})
	return all
}

func leyla() document.Badge {
	return document.Badge{Seminar: seminar.Seminar{ID: "s", Titles: map[string]string{"en": "Heritage", "az": "İrs", "ar": "التراث"}, Zone: "Asia/Baku",
		Start: "2025-07-18", End: "2025-07-19", Venue: "Baku"}, Attendee: seminar.Attendee{ID: "leyla", GivenName: "Leyla", FamilyName: "Qafar-zadə",
		Country: "AZ", Language: "az"}, Category: seminar.Category{Name: "VIP", Colour: "#8a6d10"}, Code: "123456789012345678901234567890123",
		Answers: []document.Answer{{ID: "q1", Question: "Which language?", Text: "French"}}}
}

func TestElementsShowWhatTheirConditionsAllow(t *testing.T) {
	text := func(content string, show ...template.Condition) template.Element {
		return template.Element{Type: template.Text, Place: box(5, 5, 90, 10), Content: content, Show: show}
	}
	p, _ := drawn(t, leyla(), document.Options{},
		text("for vips", template.Condition{Variable: "category", Is: []string{"press", "vip"}}),
		text("for the press", template.Condition{Variable: "category", Is: []string{"press"}}),
		text("not for the press", template.Condition{Variable: "category", Is: []string{"press"}, Not: true}),
		text("for who has a position", template.Condition{Variable: "position"}),
		text("for who has none", template.Condition{Variable: "position", Not: true}),
		text("for French", template.Condition{Variable: "question:which language?", Is: []string{"french"}}, template.Condition{Variable: "country_code", Is: []string{"AZ"}}),
		text("for both at once", template.Condition{Variable: "category"}, template.Condition{Variable: "email"}),
		text("{position}, {organisation}"), text("{given_name} {family_name}"), text("Asked: {question:q1}"))
	want := []string{"for vips", "not for the press", "for who has none", "for French", "Leyla Qafar-zadə", "Asked: French"}
	if got := contents(p); !slices.Equal(got, want) {
		t.Errorf("shown are %q, not %q", got, want)
	}
}

func TestTextsSpeakTheLanguagesOfTheDocumentAndThePerson(t *testing.T) {
	say := func(language string) template.Element {
		return template.Element{Type: template.Text, Place: box(5, 5, 90, 10), Content: "Seminar: {seminar}",
			Contents: map[string]string{"az": "Seminar: {seminar}!", "ar": "ندوة: {seminar}"}, Words: &template.Words{Size: 10, Language: language}}
	}
	for _, c := range []struct {
		doc, person string
		want        []string // in the document's language, the person's, both, Arabic
	}{
		{"en", "az", []string{"Seminar: Heritage", "Seminar: İrs!", "Seminar: Heritage · \u2068Seminar: İrs!\u2069", "ندوة: Heritage"}},
		{"az", "az", []string{"Seminar: İrs!", "Seminar: Heritage", "Seminar: İrs! · \u2068Seminar: Heritage\u2069", "ندوة: Heritage"}},
		{"en", "en", []string{"Seminar: Heritage", "Seminar: Heritage", "ندوة: Heritage"}},
		{"en", "de", []string{"Seminar: Heritage", "Seminar: Heritage", "ندوة: Heritage"}},
	} {
		b := leyla()
		b.Attendee.Language = c.person
		p, _ := drawn(t, b, document.Options{Lang: i18n.Open(c.doc)}, say(""), say(template.Person), say(template.Both), say("ar"))
		if got := contents(p); !slices.Equal(got, c.want) {
			t.Errorf("in %s for a person of %s: %q, not %q", c.doc, c.person, got, c.want)
		}
	}
}

func TestAMirroredPageCountsFromTheRight(t *testing.T) {
	elements := []template.Element{
		{Type: template.Box, Place: box(5, 10, 20, 5), Fill: "#112233"},
		{Type: template.Line, Place: box(5, 30, 20, 4), Stroke: "category"},
		{Type: template.Text, Place: box(5, 40, 20, 5), Content: "x"},
		{Type: template.QR, Place: box(5, 50, 30, 30), Content: "{badge_code}", Module: 0.5, Words: &template.Words{Size: 10, Align: "end", VAlign: "bottom"}},
	}
	ltr, _ := drawn(t, leyla(), document.Options{}, elements...)
	rtl, _ := drawn(t, leyla(), document.Options{Lang: i18n.Open(i18n.RTLTag)}, elements...)
	if a, b := ltr.Items[0].(page.Rect), rtl.Items[0].(page.Rect); a.X != 5 || b.X != 75 || a.Fill != page.RGB(0x11, 0x22, 0x33) {
		t.Errorf("boxes at %v and %v", a, b)
	}
	if a, b := ltr.Items[1].(page.Line), rtl.Items[1].(page.Line); a.X1 != 5 || a.X2 != 25 || b.X1 != 95 || b.X2 != 75 || a.Stroke != page.RGB(0x8a, 0x6d, 0x10) {
		t.Errorf("lines %v and %v", a, b)
	}
	if a, b := ltr.Items[2].(page.Text), rtl.Items[2].(page.Text); a.Align != page.Left || b.Align != page.Right {
		t.Errorf("texts begin at %v and %v", a.Align, b.Align)
	}
	// 21 modules and 8 of quiet zone, half a millimetre each.
	if a, b := ltr.Items[3].(page.QR), rtl.Items[3].(page.QR); a.Size != 14.5 || a.X != 35-14.5 || a.Y != 80-14.5 || b.X != 65 {
		t.Errorf("codes at %v %v and %v", a.X, a.Y, b.X)
	}
}

func TestElementsTurnAboutTheirMiddle(t *testing.T) {
	p, _ := drawn(t, leyla(), document.Options{}, template.Element{Type: template.Text, Place: box(20, 30, 40, 10), Rotation: 90, Content: "{given_name}"},
		template.Element{Type: template.Code128, Place: box(20, 60, 60, 12), Content: "A-0042"},
		template.Element{Type: template.Flag, Place: box(60, 5, 20, 20), Content: "{country_code}"})
	g, ok := p.Items[0].(page.Group)
	if !ok || g.Rotation != 90 || g.X != 40 || g.Y != 35 {
		t.Errorf("turned is %+v", p.Items[0])
	}
	if c, ok := p.Items[1].(page.Code128); !ok || c.Payload != "A-0042" || c.W != 60 {
		t.Errorf("the bar code is %+v", p.Items[1])
	}
	if f, ok := p.Items[2].(page.Image); !ok || f.W != 20 || f.H != 15 || f.Y != 7.5 {
		t.Errorf("the flag is %+v", p.Items[2])
	}
}

func TestAStackClosesItsGapsAndFits(t *testing.T) {
	stack := func(items ...template.Item) template.Element {
		return template.Element{Type: template.Stack, Place: box(5, 10, 90, 40), Items: items}
	}
	item := func(content string, above float64) template.Item {
		return template.Item{Content: content, Above: above, Words: template.Words{Size: 20, Floor: 5, Lines: 2}}
	}
	p, _ := drawn(t, leyla(), document.Options{}, stack(item("{honorific}", 5), item("{given_name}", 5), item("{position}", 7), item("{family_name}", 3)))
	first, second := p.Items[0].(page.Text), p.Items[1].(page.Text)
	if len(p.Items) != 2 || first.Y != 10 || second.Y != first.Y+first.H+3 {
		t.Errorf("%d texts, at %v and %v", len(p.Items), first.Y, second.Y)
	}
	long := strings.Repeat("Abdurrahman ", 12)
	prose := template.Item{Content: long, Words: template.Words{Size: 20, Floor: 18, Lines: 6, WrapFirst: true}}
	p, warnings := drawn(t, leyla(), document.Options{}, stack(prose, prose, item("{given_name}", 3)))
	last := p.Items[len(p.Items)-1].(page.Text)
	if last.Content != "Leyla" || last.Y+last.H > 50.1 || last.Style.Size >= 20 || len(warnings) > 0 {
		t.Errorf("%q ends at %.1f in %.1f points, warnings %v", last.Content, last.Y+last.H, last.Style.Size, warnings)
	}
}

func TestPicturesOfTemplates(t *testing.T) {
	picture := func(e template.Element) template.Element {
		e.Type, e.Place = template.Image, box(10, 10, 25.4, 25.4)
		return e
	}
	b := leyla()
	b.Photo = portrait(t, 1)
	logo := pictures(t)["logo"].Data
	p, warnings := drawn(t, b, document.Options{Pictures: map[template.Source][]byte{template.Signature: logo}},
		picture(template.Element{Picture: "logo"}), picture(template.Element{Picture: "big"}), picture(template.Element{Picture: "bad"}),
		picture(template.Element{Source: template.Photo, Fit: template.Cover, Radius: 3}), picture(template.Element{Source: template.Signature}),
		picture(template.Element{Source: template.Logo}))
	if len(warnings) != 1 || warnings[0].Code != document.WarnPicture {
		t.Errorf("warnings %+v", warnings)
	}
	if len(p.Items) != 4 {
		t.Fatalf("%d items", len(p.Items))
	}
	if g, ok := p.Items[0].(page.Group); !ok || g.Key == "" || g.Clip.X != 10 {
		t.Errorf("the SVG is %+v", p.Items[0])
	}
	if c, err := p.Items[1].(page.Image).Config(); err != nil || c.Width != 300 {
		t.Errorf("an inch of a large picture has %d pixels: %v", c.Width, err)
	}
	if g, ok := p.Items[2].(page.Group); !ok || g.Clip == nil || g.Clip.Radius != 3 || len(g.Items) != 1 {
		t.Errorf("the photo is %+v", p.Items[2])
	}
	b.Photo = b.Photo[:30]
	if p, warnings := drawn(t, b, document.Options{}, picture(template.Element{Source: template.Photo})); len(p.Items) != 0 || len(warnings) != 1 {
		t.Errorf("of a broken photo %d items and warnings %+v", len(p.Items), warnings)
	}
}

func TestShippedTemplatesAreGood(t *testing.T) {
	if b, c := document.Shipped(template.Badge), document.Shipped(template.Certificate); len(b) < 6 || len(c) < 4 {
		t.Fatalf("%d badges and %d certificates", len(b), len(c))
	}
	for _, tpl := range shippedTemplates() {
		data, err := tpl.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := template.Parse(data); err != nil {
			t.Errorf("%s: %v", tpl.ID, err)
		}
		for _, tag := range []string{"en", "az"} {
			if tpl.Names[tag] == "" {
				t.Errorf("%s has no name in %s", tpl.ID, tag)
			}
		}
		if got, ok := document.ShippedNamed(strings.ToUpper(tpl.ID)); !ok || got != tpl {
			t.Errorf("%s is not found", tpl.ID)
		}
	}
}
