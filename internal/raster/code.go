package raster

import "lanyard/internal/page"

func (c *canvas) qr(q page.QR) error {
	m, err := q.Modules()
	if err != nil {
		return err
	}
	var ground figure
	ground.rounded(q.X, q.Y, q.Size, q.Size, 0, false)
	c.fill(&ground, q.Background)
	colour := q.Colour
	if !colour.Visible() {
		colour = page.Black
	}
	s := q.Size / float64(m.Side()+2*page.QuietZone)
	var f figure
	for _, b := range m.Blocks() {
		f.rounded(q.X+float64(b.X+page.QuietZone)*s, q.Y+float64(b.Y+page.QuietZone)*s, float64(b.W)*s, float64(b.H)*s, 0, false)
	}
	c.fill(&f, colour)
	return nil
}

func (c *canvas) bars(b page.Code128) error {
	bars, length, err := b.Bars()
	if err != nil {
		return err
	}
	colour := b.Colour
	if !colour.Visible() {
		colour = page.Black
	}
	side := b.W / float64(length)
	var f figure
	for _, bar := range bars {
		f.rounded(b.X+float64(bar.X+page.BarQuiet)*side, b.Y, float64(bar.W)*side, b.H, 0, false)
	}
	c.fill(&f, colour)
	return nil
}
