package settingspage

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing"
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
	looking task.Latest[[]printing.Printer]
	asking  task.Latest[printing.Printer]
}

func (p *Page) newPrinter() *printer {
	r := &printer{Page: p, press: paper.NewPress(p.env, ""), entry: widgets.NewEntry("", false), found: widgets.TextColumn(theme.Space2, cardWidth-2*theme.Space4)}
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
	buttons := widgets.Row(rtl, theme.Space2, widgets.NewButton(t("settings.printer.test"), func() {
		if r.press.Prints() {
			r.press.PrintTest()
		}
	}), widgets.NewButton(t("settings.printer.look"), r.load))
	return []fyne.CanvasObject{r.field, r.found, buttons, at}
}

// choose makes a printer this desk's; "" is none.
func (r *printer) choose(uri string) {
	if uri == r.env.Setting(page.SettingPrinter) {
		return
	}
	r.env.SetSetting(page.SettingPrinter, uri)
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
				err = p.Trouble()
			}
			if err != nil {
				r.field.SetError(l.Err(err))
				return
			}
			r.field.SetHint(l.T("settings.printer.state." + string(p.State)))
		})
}
