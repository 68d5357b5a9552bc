package attendeespage

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// show is what was found: a row a file, and the photo in front large beside them.
func (k *photos) show() {
	p := k.page
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	k.list, k.large = widgets.NewPickList(), container.NewStack()
	k.list.Ticks, k.list.RTL = true, rtl
	k.list.Ticked = func(file string) bool { v := k.line(file); return v != nil && v.ticked }
	k.list.OnToggled = k.toggled
	k.list.OnMoved = func(int) { k.enlarge() }
	k.list.OnEscape = p.leavePhotos
	k.keep = widgets.NewPrimary("", theme.IconSave, k.run)
	title := widgets.Title(t("attendees.photos.title", "name", k.name))
	title.RTL = rtl
	hint := widgets.Quiet(t("attendees.photos.hint"))
	hint.Lines, hint.RTL = 2, rtl
	buttons := []fyne.CanvasObject{widgets.NewButton(t("common.cancel"), p.leavePhotos), k.keep}
	if slices.ContainsFunc(k.lines, func(v photoLine) bool { return v.newest }) {
		buttons = append([]fyne.CanvasObject{widgets.NewButton(t("attendees.photos.newest"), k.takeNewest)}, buttons...)
	}
	head := widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, theme.Space2, buttons...), title)
	k.counts = widgets.Flow(rtl, theme.Space2)
	top := widgets.Column(theme.Space3, head, k.counts, hint)
	side := widgets.Padded(theme.Space3, widgets.Column(theme.Space3, widgets.Fixed(largePhoto, largePhoto*4/3, k.large),
		widgets.NewButtonWithIcon(t("attendees.photos.who"), theme.Icon(theme.IconSearch), k.choose),
		widgets.NewButtonWithIcon(t("attendees.photos.crop"), theme.Icon(theme.IconEdit), k.crop)))
	k.refresh()
	p.put(widgets.Edge(rtl, container.NewVBox(top, widgets.Fixed(0, theme.Space1, container.NewStack())), nil, nil, widgets.Fixed(largePhoto+2*theme.Space3, 0, side), k.list))
	k.list.Take()
}

// largePhoto is the width of the photo beside the list, in device-independent pixels.
const largePhoto float32 = 240

// refresh shows the rows as they are now.
func (k *photos) refresh() {
	items := make([]widgets.PickItem, len(k.lines))
	for i, v := range k.lines {
		items[i] = k.item(v)
	}
	k.list.Set(items)
	k.counts.Objects = k.pills()
	k.counts.Refresh()
	n := len(k.chosen())
	k.keep.SetText(k.page.env.Lang.N("attendees.photos.keep", n))
	if n == 0 {
		k.keep.Disable()
	} else {
		k.keep.Enable()
	}
	k.enlarge()
}

// enlarge shows the photo in front.
func (k *photos) enlarge() {
	k.large.Objects = nil
	if i := k.list.Cursor; i >= 0 && i < len(k.lines) && k.lines[i].photo != nil {
		picture := canvas.NewImageFromImage(form.Picture(k.lines[i].photo))
		picture.FillMode, picture.ScaleMode, picture.CornerRadius = canvas.ImageFillContain, canvas.ImageScaleSmooth, theme.Radius
		k.large.Objects = []fyne.CanvasObject{picture}
	}
	k.large.Refresh()
}

func (k *photos) line(file string) *photoLine {
	for i := range k.lines {
		if k.lines[i].file == file {
			return &k.lines[i]
		}
	}
	return nil
}

// toggled keeps a photo or not. Of one that is nobody's yet, it is asked whose it is.
func (k *photos) toggled(i int) {
	v := &k.lines[i]
	if v.who == nil && len(v.others) > 0 { // whose it is is known, and this is the one of them
		k.settle(v, v.candidates[0])
		k.refresh()
		return
	}
	if v.who == nil {
		k.choose()
		return
	}
	on := !v.ticked
	k.only(v.who.AttendeeID)
	v.ticked = on
	k.refresh()
}

// only keeps no other photo of somebody: a person has one.
func (k *photos) only(id seminar.ID) {
	for i := range k.lines {
		if who := k.lines[i].who; who != nil && who.AttendeeID == id {
			k.lines[i].ticked = false
		}
	}
}

// choose asks whose the photo in front is: the people it may be first, and whoever is searched for.
func (k *photos) choose() {
	if k.list == nil || k.list.Cursor < 0 || k.list.Cursor >= len(k.lines) || k.lines[k.list.Cursor].photo == nil {
		return
	}
	v, env := &k.lines[k.list.Cursor], k.page.env
	t, rtl, of := env.Lang.T, env.Lang.RTL(), env.Seminar().ID
	var shown []seminar.RosterRow
	var finding task.Latest[[]seminar.RosterRow]
	shut := func() { env.Panel(nil, nil) }
	list := widgets.NewResultList(func(i int, _ widgets.Result) {
		one := shown[i]
		shut()
		k.settle(v, one)
		k.refresh()
		k.list.Take()
	})
	list.RTL = rtl
	offer := func(rows []seminar.RosterRow) {
		shown = rows
		results := make([]widgets.Result, len(rows))
		for i, r := range rows {
			results[i] = widgets.Result{ID: string(r.AttendeeID), Title: r.Name(), Native: ownScript(r), Meta: r.Organisation, Tag: r.BadgeNumber, Flag: form.Flag(r.Country)}
		}
		list.Set(results)
	}
	entry := widgets.NewScanEntry(t("attendees.search"))
	entry.RTL = rtl
	entry.OnChanged = func(typed string) {
		if typed = strings.TrimSpace(typed); typed == "" { // the space that opened the panel is typed too
			finding.Cancel()
			offer(v.candidates)
			return
		}
		finding.Run(env.Context, env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
			return k.desk.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: typed, Limit: 20})
		}, func(rows []seminar.RosterRow, err error) {
			if err != nil {
				env.Fail(err)
				return
			}
			offer(rows)
		})
	}
	entry.OnSubmitted = func(string) { list.Choose() }
	entry.OnUp, entry.OnDown, entry.OnEscape = func() { list.Step(-1) }, func() { list.Step(1) }, shut
	offer(v.candidates)
	body := widgets.Edge(rtl, widgets.Inset(0, theme.Space2, entry), nil, nil, nil, widgets.Fixed(0, 420, list))
	panel := widgets.NewSidePanel(t("attendees.photos.who"), body, shut, widgets.NewButton(t("common.cancel"), shut))
	panel.RTL = rtl
	env.Panel(panel, finding.Cancel)
	entry.Take()
}
