package programmepage

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// agendaRow is one line of the agenda: a session with when, what and where, or the name of a day.
type agendaRow struct {
	widget.BaseWidget
	agenda            *agenda
	line              line
	time, title, meta *widgets.Text
	day               *widgets.Text
	kind, warning     *widgets.StatusPill
	back, mark, rule  *canvas.Rectangle
	session, heading  *fyne.Container
	hovered           bool
}

func newAgendaRow(a *agenda) *agendaRow {
	rtl := a.env.Lang.RTL()
	r := &agendaRow{agenda: a, time: widgets.NewText("", theme.SectionSize, theme.Text), title: widgets.Section(""), meta: widgets.Quiet(""),
		day: widgets.Section(""), kind: widgets.NewStatusPill(widgets.KindNeutral, ""), warning: widgets.NewStatusPill(widgets.KindAttention, ""),
		back: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	r.meta.Lines = 1
	for _, t := range []*widgets.Text{r.time, r.title, r.meta, r.day} {
		t.RTL = rtl
	}
	r.kind.RTL, r.warning.RTL = rtl, rtl
	r.time.MinWidth, r.back.CornerRadius, r.mark.CornerRadius = 48, theme.Radius, 2
	pills := widgets.Row(rtl, theme.Space2, r.warning, r.kind)
	r.session = widgets.Inset(theme.Space3, theme.Space2, widgets.Edge(rtl, nil, nil, widgets.Fixed(150, 0, r.time), pills,
		container.NewVBox(widgets.Spring(), widgets.Column(0, r.title, r.meta), widgets.Spring())))
	r.heading = widgets.Inset(theme.Space3, theme.Space2, r.day)
	r.ExtendBaseWidget(r)
	return r
}

func (r *agendaRow) show(l line) {
	r.line = l
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *agendaRow) Tapped(*fyne.PointEvent) {
	if r.line.session < 0 {
		return
	}
	r.agenda.take()
	r.agenda.point(r.line.session)
	r.agenda.open(r.line.session)
}

// MouseIn implements desktop.Hoverable.
func (r *agendaRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *agendaRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *agendaRow) MouseOut() { r.hovered = false; r.Refresh() }

// fill puts a session's words into the row.
func (r *agendaRow) fill(s seminar.Session) {
	l, zone := r.agenda.env.Lang, r.agenda.of.Location()
	r.time.SetText(l.Time(s.Start.In(zone)) + " – " + l.Time(s.End.In(zone)))
	r.title.SetText(s.Title)
	places, counts := "", ""
	if s.Capacity > 0 {
		places = l.T("programme.places", "n", strconv.Itoa(s.Capacity))
	}
	if s.Counts {
		counts = l.T("programme.counts.short")
	}
	r.meta.SetText(widgets.Joined(" · ", s.Room, strings.Join(s.Speakers, ", "), places, counts))
	r.meta.Hidden = r.meta.Text == "" // the title stands in the middle then
	r.kind.Word, r.kind.Icon = l.T("common.kind."+string(s.Kind)), kindIcon(s.Kind)
	r.kind.Refresh()
	r.warning.Word, r.warning.Hidden = r.line.warning, r.line.warning == ""
	r.warning.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *agendaRow) CreateRenderer() fyne.WidgetRenderer {
	v := &rowView{row: r}
	v.Refresh()
	return v
}

type rowView struct{ row *agendaRow }

func (v *rowView) Destroy() {}

func (v *rowView) Objects() []fyne.CanvasObject {
	r := v.row
	return []fyne.CanvasObject{r.back, r.rule, r.mark, r.session, r.heading}
}

func (v *rowView) MinSize() fyne.Size { return fyne.NewSize(100, dayHeight) }

func (v *rowView) Layout(s fyne.Size) {
	r := v.row
	put := func(o fyne.CanvasObject, x, y, w, h float32) { o.Move(fyne.NewPos(x, y)); o.Resize(fyne.NewSize(w, h)) }
	x := float32(0)
	if r.agenda.env.Lang.RTL() {
		x = s.Width - 3
	}
	put(r.back, 0, 0, s.Width, s.Height-1)
	put(r.mark, x, theme.Space3, 3, s.Height-2*theme.Space3)
	put(r.rule, 0, s.Height-1, s.Width, 1)
	put(r.session, 0, 0, s.Width, s.Height)
	h := r.heading.MinSize().Height
	put(r.heading, 0, s.Height-h, s.Width, h)
}

func (v *rowView) Refresh() {
	r, a := v.row, v.row.agenda
	session := r.line.session >= 0 && r.line.session < len(a.sessions)
	r.session.Hidden, r.heading.Hidden = !session, session
	if session {
		r.fill(a.sessions[r.line.session])
	} else {
		r.day.SetText(r.line.day)
	}
	here := session && r.line.session == a.at
	r.back.FillColor, r.mark.FillColor, r.rule.FillColor = nil, theme.Color(theme.Accent), theme.Color(theme.Line)
	switch {
	case here:
		r.back.FillColor = theme.Color(theme.AccentWash)
	case session && r.hovered:
		r.back.FillColor = theme.Color(theme.Hover)
	}
	r.mark.Hidden = !here || !a.focused
	for _, o := range v.Objects() {
		o.Refresh()
	}
	v.Layout(r.Size())
}
