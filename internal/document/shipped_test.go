package document_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// portrait is a photo of somebody who gave one: a head and shoulders before a wall.
func portrait(t testing.TB, seed int) []byte {
	t.Helper()
	const side = 360
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	wall := color.RGBA{uint8(196 + seed*7%40), 206, uint8(200 + seed*13%40), 255}
	draw.Draw(img, img.Bounds(), image.NewUniform(wall), image.Point{}, draw.Src)
	for y := range side {
		for x := range side {
			dx, dy := float64(x-side/2), float64(y-150)
			sx, sy := float64(x-side/2), float64(y-side-20)
			switch {
			case dx*dx/75/75+dy*dy/95/95 < 1 && y > 95+(x-side/2)*(x-side/2)/300:
				img.SetRGBA(x, y, color.RGBA{224 - uint8(seed*5%30), 180, 150, 255})
			case dx*dx/88/88+(dy+12)*(dy+12)/105/105 < 1:
				img.SetRGBA(x, y, color.RGBA{60, 44, uint8(36 + seed*11%40), 255})
			case sx*sx/150/150+sy*sy/130/130 < 1:
				img.SetRGBA(x, y, color.RGBA{40, uint8(70 + seed*17%60), 110, 255})
			}
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 80}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sitter is somebody whom a template must suit.
type sitter struct {
	name     string
	attendee seminar.Attendee
	category string
	photo    bool
}

func sitters() []sitter {
	return []sitter{
		{"short", seminar.Attendee{GivenName: "Li", FamilyName: "Na", Position: "Editor", Organisation: "UNESCO", Country: "CN", Language: "en"}, "press", false},
		{"long", seminar.Attendee{Honorific: "Prof. Dr", GivenName: "Abdurrahman Muhammadiqbolzoda", FamilyName: "Sultonmuhammadov-Rahmatullozoda", NativeName: "Абдурраҳмон Муҳаммадиқболзода Султонмуҳаммадов",
			Position: "Deputy Head of the Department of International Cultural Cooperation", Organisation: "Ministry of Culture, Youth and Sports of the Republic of Tajikistan", Country: "TJ", Language: "tg"}, "head", false},
		{"cyrillic", seminar.Attendee{GivenName: "Әлия", FamilyName: "Қасымова", Position: "Жетекші ғылыми қызметкер", Organisation: "Әл-Фараби атындағы ҚазҰУ", Country: "KZ", Language: "kk"}, "speaker", false},
		{"arabic", seminar.Attendee{GivenName: "عبد الرحمن", FamilyName: "المنصوري", Position: "مدير قسم الثقافة", Organisation: "الإيسيسكو", Country: "MA", Language: "ar"}, "moderator", false},
		{"two scripts", seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar-zadə", NativeName: "ليلى قفارزاده", Position: "Head of Department", Organisation: "Mədəniyyət Nazirliyi", Country: "AZ", Language: "az"}, "delegate", false},
		{"bare", seminar.Attendee{GivenName: "Zere"}, "", false},
		{"photo", seminar.Attendee{GivenName: "Béatrice", FamilyName: "Lefèvre", Position: "Directrice adjointe", Organisation: "Institut du patrimoine", Country: "FR", Language: "fr"}, "guest", true},
		{"vip", seminar.Attendee{Honorific: "H.E.", GivenName: "Abdulhakeem", FamilyName: "Al-Senan", NativeName: "عبد الحكيم السنان", Position: "Ambassador Extraordinary and Plenipotentiary",
			Organisation: "Embassy of the Kingdom of Bahrain", Country: "BH", Language: "ar"}, "vip", true},
	}
}

// posed are the pages of people by a template, with what their codes say.
func posed(t testing.TB, tpl *template.Template, people []sitter, tag string, setter *typeset.Setter) (page.Document, []document.Warning, []string) {
	t.Helper()
	payloads, draw := posing(t, tpl, people, tag, setter)
	doc, warnings := draw()
	return doc, warnings, payloads
}

// posing is posed with the drawing left to do.
func posing(t testing.TB, tpl *template.Template, people []sitter, tag string, setter *typeset.Setter) (payloads []string, draw func() (page.Document, []document.Warning)) {
	t.Helper()
	s := newStage(t, tag)
	o := document.Options{Lang: i18n.Open(tag), Created: made, Setter: setter, Template: tpl, Sheet: document.NoSheet()}
	var badges []document.Badge
	var certs []document.Certificate
	for i, v := range people {
		v.attendee.ID = seminar.ID(v.name)
		b := s.badge(i, v.attendee, v.category, "az")
		b.Sessions = s.programme(t, 1)
		if v.photo {
			b.Photo = portrait(t, i)
		}
		c := s.certificate(i, v.attendee)
		badges, certs = append(badges, b), append(certs, c)
		if tpl.Kind == template.Badge {
			payloads = append(payloads, b.Code)
		} else {
			payloads = append(payloads, c.Payload)
		}
	}
	if tpl.Kind == template.Badge {
		return payloads, func() (page.Document, []document.Warning) { return document.Badges(badges, o) }
	}
	return payloads, func() (page.Document, []document.Warning) { return document.Certificates(certs, o) }
}

func shippedTemplates() []*template.Template {
	return slices.Concat(document.Shipped(template.Badge), document.Shipped(template.Certificate))
}

// TestWhatIsShownIsPrinted holds the preview of every shipped template against poppler's painting of the file, reads both
// codes, and finds the names in the file.
func TestWhatIsShownIsPrinted(t *testing.T) {
	for _, tpl := range shippedTemplates() {
		for _, tag := range []string{"en", i18n.RTLTag} {
			t.Run(tpl.ID+"/"+tag, func(t *testing.T) {
				people := sitters()
				switch {
				case tag != "en":
					people = people[3:5] // the Arabic one and the one of two scripts
				case tpl.Kind == template.Certificate:
					people = people[:6] // the others have a photo, which no certificate shows
				}
				setter := typeset.New()
				doc, warnings, payloads := posed(t, tpl, people, tag, setter)
				for _, w := range warnings {
					t.Errorf("a warning that nobody needs: %+v", w)
				}
				inside(t, setter, doc)
				file := write(t, setter, doc)
				pages := readBack(t, file)
				stem := strings.TrimSuffix(file, ".pdf")
				finer := 3
				if tpl.Kind == template.Certificate {
					finer = 2 // there is less ink on their pages, and much more paper
				}
				run(t, "pdftoppm", "-r", strconv.Itoa(150*finer), file, stem)
				for i, v := range people {
					printed := coarser(t, fmt.Sprintf("%s-%d.ppm", stem, i+1), finer)
					shown, err := raster.Render(setter, doc.Pages[i], 150)
					if err != nil {
						t.Fatal(err)
					}
					if share := differing(shown, printed); share > 0.01 {
						t.Errorf("%s: %.2f %% of the pixels differ", v.name, 100*share)
					}
					for _, want := range []string{v.attendee.GivenName, v.attendee.FamilyName, v.attendee.NativeName} {
						if want = unbroken(want); !strings.Contains(unbroken(pages[i]), want) {
							t.Errorf("%s: the page says %q, not %q", v.name, pages[i], want)
						}
					}
					for kind, img := range map[string]*image.RGBA{"shown": shown, "printed": printed} {
						if kind == "shown" && i > 0 && os.Getenv("LANYARD_KEEP") == "" {
							continue // one is enough: codes differ in their squares, not in how they are painted
						}
						picture := fmt.Sprintf("%s-%s-%d.ppm", stem, kind, i+1)
						save(t, picture, img)
						if got := run(t, "zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture); !strings.Contains(got, payloads[i]+"\n") {
							t.Errorf("%s: the code of %s reads %q", v.name, filepath.Base(picture), got)
						}
					}
				}
			})
		}
	}
}

// differing is the share of pixels in which one of the colours differs by more than 64 of 255, a quarter of a pixel of black
// ink. Poppler moves letters to the next quarter of a pixel across and to a whole one down, so that the greys at their edges
// are others than ours, which stand where they stand; it paints two or three times as fine for that to matter less. Ink that one has
// and the other has not differs by more.
func differing(shown *image.RGBA, printed *image.RGBA) float64 {
	const far = 64
	box := shown.Bounds().Intersect(printed.Bounds()) // half a pixel at the edge is a pixel or none
	n := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			a, b := shown.RGBAAt(x, y), printed.RGBAAt(x, y)
			if apart(a.R, b.R) > far || apart(a.G, b.G) > far || apart(a.B, b.B) > far {
				n++
			}
		}
	}
	return float64(n) / float64(box.Dx()*box.Dy())
}

func apart(a, b uint8) uint8 { return max(a, b) - min(a, b) }

// coarser reads a picture of poppler's (a binary PPM) that is so many times finer than the preview.
func coarser(t testing.TB, file string, finer int) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, most int
	if _, err := fmt.Sscanf(string(data[:min(64, len(data))]), "P6\n%d %d\n%d\n", &w, &h, &most); err != nil || most != 255 {
		t.Fatalf("%s is no picture: %v", file, err)
	}
	pixels := data[len(data)-3*w*h:]
	out := image.NewRGBA(image.Rect(0, 0, w/finer, h/finer))
	for y := range h / finer {
		for x := range w / finer {
			var sum [3]int
			for i := range finer {
				row := pixels[3*((finer*y+i)*w+finer*x):][:3*finer]
				for ; len(row) > 0; row = row[3:] {
					sum[0], sum[1], sum[2] = sum[0]+int(row[0]), sum[1]+int(row[1]), sum[2]+int(row[2])
				}
			}
			at := out.PixOffset(x, y)
			for c, v := range sum {
				out.Pix[at+c] = uint8((v + finer*finer/2) / (finer * finer))
			}
			out.Pix[at+3] = 255
		}
	}
	return out
}

// save writes a picture as a binary PPM: packing it takes longer than reading the code on it.
func save(t testing.TB, file string, img *image.RGBA) {
	t.Helper()
	box := img.Bounds()
	out := fmt.Appendf(nil, "P6\n%d %d\n255\n", box.Dx(), box.Dy())
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for row := img.Pix[img.PixOffset(box.Min.X, y):][:4*box.Dx()]; len(row) > 0; row = row[4:] {
			out = append(out, row[:3]...)
		}
	}
	if err := os.WriteFile(file, out, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFamilyThatIsNotHereIsSaidOnce(t *testing.T) {
	tpl := *document.Shipped(template.Badge)[0]
	tpl.Front = append(slices.Clone(tpl.Front), template.Element{ID: "own", Type: template.Text, Place: template.Place{X: 5, Y: 5, W: 50, H: 8},
		Content: "{name}", Words: &template.Words{Size: 10, Floor: 3, Font: "Comic Sans"}})
	_, warnings, _ := posed(t, &tpl, sitters()[:3], "en", typeset.New())
	if len(warnings) != 1 || warnings[0].Code != document.WarnFont || !strings.Contains(warnings[0].Message, "Comic Sans") {
		t.Errorf("%+v", warnings)
	}
}

func TestABackThatIsNotThereIsSaid(t *testing.T) {
	s := newStage(t, "en")
	for id, want := range map[string]int{"insert-90x54": 1, "a6-portrait": 0} {
		tpl, _ := document.ShippedNamed(id)
		doc, warnings := document.Badges(s.badges(2), document.Options{Template: tpl, Side: document.Both, Sheet: document.NoSheet()})
		if len(warnings) != want || want > 0 && (warnings[0].Code != document.WarnBack || len(doc.Pages) != 2) {
			t.Errorf("%s: %d pages, %+v", id, len(doc.Pages), warnings)
		}
	}
}
