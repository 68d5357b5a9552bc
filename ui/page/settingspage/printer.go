package settingspage

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/printing"
	"lanyard/internal/printing/plain"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// printer is the printer of this desk: its address, those of this computer to choose from, how it is, a test page.
type printer struct {
	*Page
	press   *paper.Press
	entry   *widgets.Entry
	field   *widgets.FormField
	found   *fyne.Container
	trays   *fyne.Container // where the printer has a choice
	looking task.Latest[[]printing.Printer]
	asking  task.Latest[printing.Printer]
}

func (p *Page) newPrinter() *printer {
	r := &printer{Page: p, press: paper.NewPress(p.env, ""), entry: widgets.NewEntry("", false), found: widgets.TextColumn(theme.Space2, cardWidth-2*theme.Space4), trays: container.NewStack()}
	r.field = widgets.NewFormField(p.env.Lang.T("settings.printer.address"), r.entry)
	r.field.RTL = p.env.Lang.RTL()
	r.entry.Text = p.env.Setting(page.SettingPrinter)
	save := func() { r.choose(strings.TrimSpace(r.entry.Text)) }
	r.entry.OnEnter, r.entry.OnLeave = save, save
	r.entry.OnEscape = func() { r.entry.SetText(p.env.Setting(page.SettingPrinter)) }
	return r
}

func (r *printer) fields() []fyne.CanvasObject {
	t, rtl := r.env.Lang.T, r.env.Lang.RTL()
	var segments []widgets.Segment
	for _, where := range []string{page.PrintNowhere, page.PrintInKiosk, page.PrintEverywhere} {
		segments = append(segments, widgets.Segment{ID: where, Label: t("settings.printer.at_checkin." + where)})
	}
	chosen := r.env.Setting(page.SettingPrintCheckin)
	if chosen == "" {
		chosen = page.PrintInKiosk
	}
	choice := widgets.NewSegmented(segments, chosen, func(value string) { r.env.SetSetting(page.SettingPrintCheckin, value) })
	choice.RTL = rtl
	at := widgets.NewFormField(t("settings.printer.at_checkin"), choice)
	at.RTL = rtl
	buttons := widgets.Flow(rtl, theme.Space2, widgets.NewButton(t("settings.printer.test"), func() {
		if r.press.Prints() {
			r.press.PrintTest()
		}
	}), widgets.NewButton(t("settings.printer.look"), r.load), widgets.NewButton(t("paper.prints"), r.press.ShowPrints))
	return []fyne.CanvasObject{r.field, r.found, buttons, at, r.trays, r.sheets(), r.copies(),
		r.moved(page.SettingPrintRight, "settings.printer.right"), r.moved(page.SettingPrintDown, "settings.printer.down")}
}

// sheets is whether a badge with a back is one sheet or two.
func (r *printer) sheets() fyne.CanvasObject {
	t := r.env.Lang.T
	chosen := "one"
	if r.env.Setting(page.SettingPrintSheets) == "two" {
		chosen = "two"
	}
	choice := widgets.NewSegmented([]widgets.Segment{{ID: "one", Label: t("settings.printer.sheets.one")}, {ID: "two", Label: t("settings.printer.sheets.two")}},
		chosen, func(value string) { r.env.SetSetting(page.SettingPrintSheets, value) })
	return r.labelled("settings.printer.sheets", choice)
}

func (r *printer) copies() fyne.CanvasObject {
	var segments []widgets.Segment
	for _, n := range []string{"1", "2", "3"} {
		segments = append(segments, widgets.Segment{ID: n, Label: n})
	}
	return r.labelled("settings.printer.copies", widgets.NewSegmented(segments, cmp.Or(r.env.Setting(page.SettingPrintCopies), "1"),
		func(value string) { r.env.SetSetting(page.SettingPrintCopies, value) }))
}

func (r *printer) labelled(key string, choice *widgets.Segmented) *widgets.FormField {
	choice.RTL = r.env.Lang.RTL()
	f := widgets.NewFormField(r.env.Lang.T(key), choice)
	f.RTL = choice.RTL
	return f
}

// farthest is how far the print can be moved, in millimetres: farther is a mistake of whoever typed it.
const farthest = 30

// moved is by how much everything on the paper is moved; a number with a sign, in millimetres.
func (r *printer) moved(setting, key string) fyne.CanvasObject {
	l := r.env.Lang
	e := widgets.NewEntry("", false)
	e.Text = r.env.Setting(setting)
	f := widgets.NewFormField(l.T(key), e)
	f.Hint, f.RTL = l.T("settings.printer.moved"), l.RTL()
	save := func() {
		text := strings.NewReplacer(",", ".", "−", "-").Replace(strings.TrimSpace(e.Text))
		if text == r.env.Setting(setting) {
			return
		}
		if n, err := strconv.ParseFloat(text, 64); text != "" && (err != nil || !(n >= -farthest && n <= farthest)) {
			f.SetError(l.T("settings.printer.moved.bad", "most", l.Number(farthest)))
			r.content.Refresh()
			return
		}
		f.SetError("")
		f.SetHint(l.T("common.saved"))
		r.content.Refresh()
		r.env.SetSetting(setting, text)
	}
	e.OnEnter, e.OnLeave = save, save
	e.OnEscape = func() { f.SetError(""); e.SetText(r.env.Setting(setting)) }
	return f
}

// offer shows the trays that a printer has, if there is a choice.
func (r *printer) offer(p printing.Printer) {
	l := r.env.Lang
	r.trays.RemoveAll()
	if len(p.Trays) < 2 {
		return
	}
	names, at := []string{l.T("settings.printer.tray.auto")}, 0
	for i, tray := range p.Trays {
		names = append(names, plain.Tray(l, tray))
		if tray == r.env.Setting(page.SettingPrintTray) {
			at = i + 1
		}
	}
	choice := widgets.NewSelect(names, nil)
	choice.SetSelectedIndex(at)
	choice.OnChanged = func(string) {
		tray := ""
		if i := choice.SelectedIndex(); i > 0 {
			tray = p.Trays[i-1]
		}
		r.env.SetSetting(page.SettingPrintTray, tray)
	}
	f := widgets.NewFormField(l.T("settings.printer.tray"), choice)
	f.RTL = l.RTL()
	r.trays.Add(f)
}

// says is how a printer is: what it does, what it reports, which paper lies in it.
func (r *printer) says(p printing.Printer) string {
	l := r.env.Lang
	reasons := plain.Reasons(l, p.Reasons)
	lies := ""
	if len(p.Paper) > 0 {
		var sizes []string
		for _, name := range p.Paper {
			sizes = append(sizes, printing.MediaName(name))
		}
		lies = l.T("settings.printer.paper", "sizes", strings.Join(sizes, ", "))
	}
	return widgets.Joined(" · ", l.T("settings.printer.state."+string(p.State)), strings.Join(reasons, ", "), lies)
}

// choose makes a printer this desk's; "" is none.
func (r *printer) choose(uri string) {
	if uri == r.env.Setting(page.SettingPrinter) {
		return
	}
	r.env.SetSetting(page.SettingPrinter, uri)
	r.env.SetSetting(page.SettingPrintTray, "") // of the printer before
	r.trays.RemoveAll()
	r.ask()
	r.content.Refresh()
}

// load reads how the printer is, and which ones this computer has.
func (r *printer) load() {
	r.ask()
	r.looking.Run(r.env.Context, r.env.Run, r.env.Printing.Printers, func(all []printing.Printer, err error) {
		l := r.env.Lang
		r.found.RemoveAll()
		if err != nil || len(all) == 0 {
			r.found.Add(widgets.Quiet(l.T("settings.printer.none_found")))
		}
		for _, one := range all {
			name := one.Info
			if name == "" {
				name = one.Name
			}
			r.found.Add(widgets.NewButton(l.T("settings.printer.choose", "name", name), func() {
				r.entry.SetText(one.URI)
				r.choose(one.URI)
			}))
			r.found.Add(widgets.Caption(r.says(one)))
		}
		r.content.Refresh()
	})
}

// ask shows how the printer is.
func (r *printer) ask() {
	l, uri := r.env.Lang, r.env.Setting(page.SettingPrinter)
	r.field.SetError("")
	if uri == "" {
		r.asking.Cancel()
		r.field.SetHint(l.T("settings.printer.none"))
		return
	}
	r.field.SetHint(l.T("settings.printer.asking"))
	r.asking.Run(r.env.Context, r.env.Run, func(ctx context.Context) (printing.Printer, error) { return r.env.Printing.Printer(ctx, uri) },
		func(p printing.Printer, err error) {
			if err == nil {
				r.offer(p)
				err = p.Trouble()
			}
			if err != nil {
				r.field.SetError(l.Err(plain.Error(l, err)))
			} else {
				r.field.SetHint(r.says(p))
			}
			r.content.Refresh()
		})
}
