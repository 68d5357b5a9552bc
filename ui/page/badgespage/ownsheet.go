package badgespage

import (
	"context"
	"errors"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	stocks "lanyard/internal/document/stock"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ownSheet is a sheet of one's own in the panel, with a picture of it as it is measured.
type ownSheet struct {
	env     *page.Env
	base    seminar.SheetMeasures
	name    *widgets.Entry
	entries map[string]*widgets.Entry // by the JSON name of the measure
	fields  map[string]*widgets.FormField
	column  *fyne.Container
	picture *fyne.Container
	panel   *widgets.SidePanel
	then    func(stocks.Stock)
}

// measure is one of what a ruler says, by the name that it has in JSON.
type measure struct {
	name string
	get  func(seminar.SheetMeasures) float64
	set  func(*seminar.SheetMeasures, float64)
}

func length(name string, of func(*seminar.SheetMeasures) *float64) measure {
	return measure{name, func(m seminar.SheetMeasures) float64 { return *of(&m) }, func(m *seminar.SheetMeasures, v float64) { *of(m) = v }}
}

func count(name string, of func(*seminar.SheetMeasures) *int) measure {
	return measure{name, func(m seminar.SheetMeasures) float64 { return float64(*of(&m)) }, func(m *seminar.SheetMeasures, v float64) {
		if *of(m) = int(v); float64(*of(m)) != v { // no whole number: none that there can be
			*of(m) = 0
		}
	}}
}

// measures stand two to a line, in this order.
var measures = []measure{
	length("width", func(m *seminar.SheetMeasures) *float64 { return &m.Width }), length("height", func(m *seminar.SheetMeasures) *float64 { return &m.Height }),
	count("columns", func(m *seminar.SheetMeasures) *int { return &m.Columns }), count("rows", func(m *seminar.SheetMeasures) *int { return &m.Rows }),
	length("left", func(m *seminar.SheetMeasures) *float64 { return &m.Left }), length("top", func(m *seminar.SheetMeasures) *float64 { return &m.Top }),
	length("label_width", func(m *seminar.SheetMeasures) *float64 { return &m.LabelWidth }), length("label_height", func(m *seminar.SheetMeasures) *float64 { return &m.LabelHeight }),
	length("gap_across", func(m *seminar.SheetMeasures) *float64 { return &m.GapAcross }), length("gap_down", func(m *seminar.SheetMeasures) *float64 { return &m.GapDown }),
	length("corner", func(m *seminar.SheetMeasures) *float64 { return &m.Corner }),
}

// measureSheet asks for a sheet of one's own, beginning with the measures of another; then gets the one that was added.
func measureSheet(env *page.Env, base stocks.Stock, then func(stocks.Stock)) {
	l := env.Lang
	f := &ownSheet{env: env, base: base.Measured(), entries: map[string]*widgets.Entry{}, fields: map[string]*widgets.FormField{},
		column: widgets.Column(theme.Space2), picture: container.NewStack(), then: then}
	hint := widgets.Quiet(l.T("badges.own.hint"))
	hint.RTL = l.RTL()
	f.column.Add(hint)
	f.column.Add(widgets.Fixed(0, ownPicture, f.picture))
	f.name = f.entry("name", "")
	f.column.Add(f.fields["name"])
	for i := 0; i < len(measures); i += 2 {
		var pair []fyne.CanvasObject
		for _, m := range measures[i:min(i+2, len(measures))] {
			f.entry(m.name, strconv.FormatFloat(math.Round(m.get(f.base)*100)/100, 'f', -1, 64))
			pair = append(pair, widgets.Fixed((widgets.PanelWidth-2*theme.Space4-theme.Space2)/2, 0, f.fields[m.name]))
		}
		f.column.Add(widgets.Row(l.RTL(), theme.Space2, pair...))
	}
	f.draw()
	f.panel = widgets.NewSidePanel(l.T("badges.own.title"), f.column, f.leave, widgets.NewButton(l.T("common.cancel"), f.leave),
		widgets.NewPrimary(l.T("badges.own.save"), theme.IconSave, f.save))
	f.panel.RTL = l.RTL()
	env.Guard(f.panel, func() bool { return f.name.Text != "" })
	env.Panel(f.panel, nil)
	env.Window.Canvas().Focus(f.name)
}

// ownPicture is the height of the picture.
const ownPicture float32 = 130

func (f *ownSheet) entry(name, text string) *widgets.Entry {
	l := f.env.Lang
	e := widgets.NewEntry("", false)
	e.Text = text
	e.OnEnter, e.OnEscape = f.save, f.leave
	e.OnChanged = func(string) {
		f.fields[name].SetError("")
		f.column.Refresh() // without the error the field is lower
		f.draw()
	}
	field := widgets.NewFormField(l.T("badges.own."+name), e)
	field.RTL = l.RTL()
	f.entries[name], f.fields[name] = e, field
	return e
}

// read is the sheet as it is written; what is no number is NaN, or none of something.
func (f *ownSheet) read() seminar.Sheet {
	s := seminar.Sheet{Name: f.name.Text}
	for _, m := range measures {
		v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(f.entries[m.name].Text), ",", ".", 1), 64)
		if err != nil {
			v = math.NaN()
		}
		m.set(&s.Measures, v)
	}
	return s
}

// draw shows the sheet, if it is one that can be.
func (f *ownSheet) draw() {
	s := f.read()
	s.Name = "1" // it may come last
	f.picture.Objects = nil
	if len(desk.ValidateSheet(s)) == 0 {
		one := stocks.Of(s).Picture()
		img, err := raster.Render(typeset.New(), one, float64(ownPicture)*2*25.4/max(one.H, one.W))
		if err == nil {
			shown := canvas.NewImageFromImage(img)
			shown.FillMode, shown.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
			f.picture.Objects = []fyne.CanvasObject{shown}
		}
	}
	f.picture.Refresh()
}

// leave closes the form without keeping the sheet.
func (f *ownSheet) leave() {
	if f.panel.Leaving() {
		f.env.Panel(nil, nil)
	}
}

func (f *ownSheet) save() {
	type added struct {
		sheet  seminar.Sheet
		action desk.Action
	}
	s := f.read()
	page.Do(f.env, func(ctx context.Context, d *desk.Desk) (added, error) {
		one, action, err := d.AddSheet(ctx, s)
		return added{one, action}, err
	}, func(a added, err error) {
		if err != nil {
			f.problems(err)
			return
		}
		f.env.Panel(nil, nil)
		f.then(stocks.Of(a.sheet))
		f.env.Done(f.env.Lang.T("badges.own.added", "name", a.sheet.Name), a.action)
	})
}

// problems shows what is wrong at its field; the first of them has the keys.
func (f *ownSheet) problems(err error) {
	var all seminar.Problems
	if !errors.As(err, &all) {
		f.env.Fail(err)
		return
	}
	for i, e := range all {
		f.fields[e.Field].SetError(f.env.Lang.Err(e))
		if i == 0 {
			f.env.Window.Canvas().Focus(f.entries[e.Field])
		}
	}
	f.column.Refresh()
}

// removeSheet takes a sheet of one's own away.
func removeSheet(env *page.Env, s stocks.Stock) {
	page.Do(env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.RemoveSheet(ctx, seminar.ID(s.Name))
	},
		func(a desk.Action, err error) {
			if err != nil {
				env.Fail(err)
				return
			}
			env.Done(env.Lang.T("badges.own.removed", "name", s.Title), a)
		})
}
