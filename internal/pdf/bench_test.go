package pdf_test

import (
	"fmt"
	"io"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/typeset"
)

// badges are A6 badges: a band in the category's colour, the seminar, a name, an organisation, a QR code, and with
// arabic the name in its own script.
func badges(n int, arabic bool) *page.Document {
	doc := &page.Document{Title: "Badges", Created: made}
	family := []string{"Əliyeva", "Рахмонов", "Gʻulomov", "Нұрғалиұлы", "Lefèvre", "Nguyễn", "Өмүрбекова", "Hüseynov"}
	given := []string{"Şəmsəddin", "Айгүл", "Oʻtkir", "Қайрат", "Béatrice", "Thị Ánh", "Ҷамшед"}
	own := []string{"عبد الحكيم السنان", "محمد بن راشد", "ليلى الهاشمي", "يوسف القرضاوي", "فاطمة الزهراء"}
	for i := range n {
		p := doc.NewPage(page.A6)
		p.Fill(0, 0, 105, 22, page.RGB(13, 71, 161))
		p.Add(page.Text{X: 8, Y: 4, W: 89, H: 14, Content: "Regional seminar of the organisation, Bakı 2026", Align: page.Centre,
			VAlign: page.Middle, MaxLines: 2, Style: page.Style{Size: 13, MinSize: 9, Bold: true, Colour: page.White}})
		p.Add(page.Text{X: 8, Y: 34, W: 89, H: 16, Content: fmt.Sprintf("%s %s %d", given[i%7], family[i/7%8], i), Align: page.Centre,
			VAlign: page.Middle, MaxLines: 1, Style: page.Style{Size: 26, MinSize: 12, Bold: true}})
		if arabic {
			p.Add(page.Text{X: 8, Y: 52, W: 89, H: 14, Content: own[i%5], Align: page.Centre, MaxLines: 1,
				Style: page.Style{Size: 22, MinSize: 12}})
		}
		p.Add(page.Text{X: 8, Y: 68, W: 89, H: 10, Content: fmt.Sprintf("Ministry of Education, department %d", i%40),
			Align: page.Centre, MaxLines: 1, Style: page.Style{Size: 12, MinSize: 8}})
		p.Code(35, 90, 35, fmt.Sprintf("1%032d", (i+1)*7919*104729))
		p.Add(page.Text{X: 8, Y: 132, W: 89, H: 8, Content: "DELEGATE", Align: page.Centre, MaxLines: 1,
			Style: page.Style{Size: 14, Bold: true}})
	}
	return doc
}

func BenchmarkBadges(b *testing.B) {
	for _, v := range []struct {
		name   string
		n      int
		arabic bool
	}{{"one", 1, false}, {"thousand", 1000, false}, {"thousand_arabic", 1000, true}} {
		b.Run(v.name, func(b *testing.B) {
			doc := badges(v.n, v.arabic)
			for b.Loop() {
				var size counter
				if err := pdf.Write(&size, typeset.New(), doc); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(size), "bytes")
			}
			b.ReportMetric(float64(v.n*b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

var _ io.Writer = new(counter)
