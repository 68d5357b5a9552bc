package designerpage

import (
	"context"
	"math"
	"slices"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	docpage "lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// sheet shows the paper that the template prints on, in the place of the template: with its neighbours, cut marks and folds.
type sheet struct {
	on      bool
	start   int  // the first cell that is free, from 1
	full    bool // all cells are filled, with the people of the seminar
	preview *widgets.PagePreview
	latest  task.Latest[drawn]
}

func newSheet(rtl bool) *sheet {
	s := &sheet{start: 1, full: true, preview: widgets.NewPagePreview(nil)}
	s.preview.RTL = rtl
	s.preview.Hide()
	return s
}

// showSheet goes from the template to the sheet that it prints on, or back.
func (p *Page) showSheet(on bool) {
	if p.sheet.on == on {
		return
	}
	p.sheet.on = on
	canvas := p.env.Window.Canvas()
	if on {
		p.stage.release(false)
		p.editor.Select()
		canvas.Unfocus()
		p.stage.Hide()
		p.sheet.preview.Show()
		p.changed()
		return
	}
	p.sheet.latest.Cancel()
	p.sheet.preview.Hide()
	p.stage.Show()
	p.say(widgets.KindNeutral, "", "")
	p.changed()
	p.render()
	if p.front {
		canvas.Focus(p.stage)
	}
}

// paper is the sheet that badges are printed on: the template's own, or else this desk's.
func (p *Page) paper() document.Sheet {
	name := p.editor.Template().Stock
	if name == "" {
		name = p.env.Setting(paper.SettingSheet)
	}
	if s, ok := document.SheetNamed(name); ok {
		return s
	}
	return document.NoSheet()
}

// order is a sheet that is to be drawn.
type order struct {
	data    data
	people  int // at most, with whom the page is shown first
	but     *seminar.RosterRow
	of      seminar.ID
	options document.Options
	room    [2]float64 // for the picture, in pixels
}

// drawSheet draws the sheet off the UI thread.
func (p *Page) drawSheet() {
	t, s := p.editor.Template(), p.paper()
	o := order{data: p.data, people: 1, but: p.who.row, of: p.env.Seminar().ID, options: p.press.Options()}
	o.options.Template, o.options.Sheet, o.options.Side = t, s, document.Front
	if p.editor.Back() {
		o.options.Side = document.Back
	}
	p.sheet.start = min(max(p.sheet.start, 1), max(s.Cells(), 1))
	o.options.StartCell = p.sheet.start
	if p.sheet.full && s.Cells() > 0 {
		o.people = s.Cells() - p.sheet.start + 1
	}
	size, scale := p.sheet.preview.Size(), p.env.Window.Canvas().Scale()
	o.room = [2]float64{float64(size.Width * scale), float64(size.Height * scale)}
	d := p.env.Desk()
	p.sheet.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (drawn, error) { return o.draw(ctx, d) },
		func(got drawn, err error) {
			if err != nil {
				p.tell(err)
				return
			}
			p.sheet.preview.Set(got.image, 1, 1)
			p.warned(got.warnings)
		})
}

// draw makes the page as printing does, and paints it as large as there is room.
func (o order) draw(ctx context.Context, d *desk.Desk) (drawn, error) {
	var doc docpage.Document
	var warnings []document.Warning
	if o.options.Template.Kind == template.Certificate {
		doc, warnings = document.Certificates([]document.Certificate{o.data.certificate}, o.options)
	} else {
		badges, err := o.badges(ctx, d)
		if err != nil {
			return drawn{}, err
		}
		doc, warnings = document.Badges(badges, o.options)
	}
	if len(doc.Pages) == 0 {
		return drawn{warnings: warnings}, nil // it has no such side
	}
	one := doc.Pages[0]
	dpi := math.Min(o.room[0]/one.W, o.room[1]/one.H) * inch
	img, err := raster.Render(o.options.Setter, one, math.Min(math.Max(dpi, leastDPI), mostDPI))
	if err != nil {
		return drawn{}, err
	}
	return drawn{image: img, warnings: warnings}, nil
}

// badges are those on the sheet: that of whom the page is shown with, then the people of the seminar.
func (o order) badges(ctx context.Context, d *desk.Desk) ([]document.Badge, error) {
	all := []document.Badge{o.data.badge}
	if o.people < 2 || o.of == "" {
		return all, nil
	}
	rows, err := d.Roster(ctx, roster(o.of, ""))
	if err != nil {
		return nil, err
	}
	if o.but != nil {
		rows = slices.DeleteFunc(rows, func(r seminar.RosterRow) bool { return r.AttendeeID == o.but.AttendeeID })
	}
	others, err := d.BadgesFor(ctx, o.of, rows[:min(len(rows), o.people-1)])
	return append(all, others...), err
}
