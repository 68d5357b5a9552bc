package deskpage

import (
	"context"
	"image"
	"image/color"
	_ "image/jpeg" // photos are JPEG or PNG
	_ "image/png"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// standing is where a person stands on the list of this desk, as a pill says it.
func (p *Page) standing(r seminar.RosterRow) (widgets.Kind, string) {
	return page.Standing(p.env.Lang, p.list, p.known.seminar, r, p.env.Desk().Now())
}

// show shows a person's card; what the row does not hold follows when it is read.
func (p *Page) show(r seminar.RosterRow) {
	p.subject = &r
	p.setRight(p.card(r, person{}))
	showing, d, of := p.showing, p.env.Desk(), p.known.seminar.ID
	p.person.Run(p.env.Context, p.env.Run, func(ctx context.Context) (person, error) { return readPerson(ctx, d, of, r.AttendeeID) },
		func(read person, err error) {
			if err == nil && p.showing == showing {
				p.setRight(p.card(r, read))
			}
		})
}

// card draws a person.
func (p *Page) card(r seminar.RosterRow, read person) fyne.CanvasObject {
	l, rtl, a := p.env.Lang, p.env.Lang.RTL(), read.Attendee
	name := cardText(r.Name(), theme.NameSize, theme.Text, 2, rtl)
	name.Style.Bold, name.Least = true, theme.SectionSize
	words := widgets.Column(0, name)
	if own := native(r.Name(), r.NativeName); own != "" {
		words.Add(cardText(own, theme.TitleSize, theme.QuietText, 1, rtl))
	}
	avatar := widgets.NewAvatar(r.Name(), form.Picture(a.Photo), 96)
	top := widgets.Edge(rtl, nil, nil, p.before(container.NewVBox(avatar), theme.Space4), nil, words)
	column := widgets.Column(theme.Space3, top)
	if text := widgets.Joined(" · ", a.Position, r.Organisation); text != "" {
		column.Add(cardText(text, theme.SectionSize, theme.Text, 2, rtl))
	}
	if r.Country != "" {
		column.Add(p.countryLine(r.Country))
	}
	pill := widgets.NewStatusPill(p.standing(r))
	pill.RTL = rtl
	line := widgets.Row(rtl, theme.Space4)
	if c := p.category(r.CategoryID); c.ID != "" {
		band := widgets.NewCategoryBand(c.Name, colour(c.Colour))
		band.RTL = rtl
		line.Add(band)
	}
	line.Add(pill)
	column.Add(line)
	if a.DeskNote != "" || r.Attention {
		note := a.DeskNote
		if note == "" {
			note = l.T("common.warning")
		}
		text := cardText(note, theme.SectionSize, theme.AttentionText, 3, rtl)
		icon := widget.NewIcon(theme.IconIn(theme.IconAlert, theme.AttentionText))
		column.Add(widgets.Edge(rtl, nil, nil, p.before(container.NewVBox(widgets.Fixed(theme.Space5, theme.Space5, icon)), theme.Space2), nil, text))
	}
	if facts := p.facts(r, read); facts != nil {
		column.Add(widgets.Rule())
		column.Add(facts)
	}
	return widgets.NewCard(widgets.Edge(rtl, nil, p.cardButtons(r), nil, nil, container.NewVScroll(column)))
}

func (p *Page) cardButtons(r seminar.RosterRow) fyne.CanvasObject {
	l := p.env.Lang
	label := l.T("desk.check_in")
	if p.way == seminar.Exit {
		label = l.T("desk.check_out")
	}
	in := widgets.NewPrimary(label+"  ⏎", theme.IconCheck, func() { p.checkin(r) })
	badge := widgets.NewButtonWithIcon(p.badgeWords("desk.badge"), theme.Icon(theme.IconBadges), func() { p.makeBadges(r); p.take() })
	edit := widgets.NewButtonWithIcon(l.T("common.edit")+"  Ctrl+I", theme.Icon(theme.IconEdit), func() { p.edit(r.AttendeeID) })
	badge.Importance, edit.Importance = widget.LowImportance, widget.LowImportance
	return widgets.Row(l.RTL(), theme.Space2, in, badge, edit)
}

func (p *Page) countryLine(code string) fyne.CanvasObject {
	rtl := p.env.Lang.RTL()
	name := cardText(p.env.Lang.Country(code), theme.BodySize, theme.QuietText, 1, rtl)
	img := p.flag(code)
	if img == nil {
		return name
	}
	flag := canvas.NewImageFromImage(img)
	flag.FillMode, flag.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	return widgets.Edge(rtl, nil, nil, p.before(widgets.Fixed(24, 18, flag), theme.Space2), nil, name)
}

// flag is a country's flag, read once.
func (p *Page) flag(code string) image.Image {
	img, known := p.flags[code]
	if !known {
		img = form.Flag(code)
		p.flags[code] = img
	}
	return img
}

// before puts an empty gap behind an object that stands before another, in the direction of reading.
func (p *Page) before(o fyne.CanvasObject, gap float32) fyne.CanvasObject {
	left, right := float32(0), gap
	if p.env.Lang.RTL() {
		left, right = gap, 0
	}
	return container.New(layout.NewCustomPaddedLayout(0, 0, left, right), o)
}

// cardText is a text that wraps rather than widen the card.
func cardText(text string, size float32, colour fyne.ThemeColorName, lines int, rtl bool) *widgets.Text {
	t := widgets.NewText(text, size, colour)
	t.Lines, t.MinWidth, t.RTL = lines, 48, rtl
	return t
}

// colour reads #rrggbb; nil is the colour of lines.
func colour(hex string) color.Color {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		return nil
	}
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
