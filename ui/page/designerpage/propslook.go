package designerpage

import (
	"maps"
	"slices"
	"strings"

	"lanyard/internal/document/template"
	"lanyard/ui/widgets"
)

// buildImage has which picture, and how it meets its box.
func (p *props) buildImage() {
	t := p.page.env.Lang.T
	p.heading("designer.picture")
	var all []option
	for _, s := range sources() {
		all = append(all, option{"source " + string(s), t("designer.source." + string(s))})
	}
	for _, name := range slices.Sorted(maps.Keys(p.page.editor.Template().Pictures)) {
		all = append(all, option{"picture " + name, name})
	}
	get := func() string {
		if one := p.one(); one.Source != "" {
			return "source " + string(one.Source)
		}
		return "picture " + p.one().Picture
	}
	p.add(p.choice(t("designer.picture.which"), all, get, func(v string) {
		p.set("", func(e *template.Element) {
			source, isSource := strings.CutPrefix(v, "source ")
			e.Source, e.Picture = template.Source(source), ""
			if !isSource {
				e.Source, e.Picture = "", strings.TrimPrefix(v, "picture ")
			}
		})
	}))
	p.add(p.choice(t("designer.fit"), []option{{"", t("designer.fit.contain")}, {"cover", t("designer.fit.cover")}, {"stretch", t("designer.fit.stretch")}},
		func() string { return strings.Replace(string(p.one().Fit), "contain", "", 1) },
		func(v string) { p.set("", func(e *template.Element) { e.Fit = template.Fit(v) }) }))
}

// buildFigure has colours, lines and corners of what has them.
func (p *props) buildFigure(one template.Element) {
	t := p.page.env.Lang.T
	none := []option{{"", t("designer.colour.none")}, {"category", t("designer.colour.category")}}
	fill := func() {
		p.add(p.colour(t("designer.fill"), none, func() string { return p.one().Fill },
			func(v string) { p.set("fill", func(e *template.Element) { e.Fill = v }) }))
	}
	stroke := func() {
		p.add(p.colour(t("designer.stroke"), none, func() string { return p.one().Stroke },
			func(v string) { p.set("stroke", func(e *template.Element) { e.Stroke = v }) }))
	}
	width := func() *widgets.FormField {
		return p.number(t("designer.stroke_width"), 0, 50, 0.1, func() float64 { return p.one().StrokeWidth },
			func(v float64) { p.set("stroke width", func(e *template.Element) { e.StrokeWidth = v }) })
	}
	radius := func() *widgets.FormField {
		return p.number(t("designer.radius"), 0, template.MostPage, 0.5, func() float64 { return p.one().Radius },
			func(v float64) { p.set("radius", func(e *template.Element) { e.Radius = v }) })
	}
	switch one.Type {
	case template.Box:
		p.heading("designer.figure")
		fill()
		stroke()
		p.pair(width(), radius())
	case template.Image:
		stroke()
		p.pair(width(), radius())
	case template.Line:
		p.heading("designer.figure")
		stroke()
		p.pair(width(), p.number(t("designer.dash"), 0, template.MostPage, 0.5, func() float64 { return p.one().Dash },
			func(v float64) { p.set("dash", func(e *template.Element) { e.Dash = v }) }))
	case template.QR:
		fill()
		p.add(p.choice(t("designer.level"), []option{{"L", t("designer.level.l")}, {"", t("designer.level.m")}, {"Q", t("designer.level.q")}, {"H", t("designer.level.h")}},
			func() string { return strings.Replace(p.one().Level, "M", "", 1) },
			func(v string) { p.set("", func(e *template.Element) { e.Level = v }) }))
	}
}
