package programmepage

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// sessionRow is one session: when, what and where.
type sessionRow struct {
	widget.BaseWidget
	rtl               bool
	time, title, meta *widgets.Text
	kind              *widgets.StatusPill
}

func newSessionRow(rtl bool) *sessionRow {
	r := &sessionRow{rtl: rtl, time: widgets.NewText("", theme.SectionSize, theme.Text), title: widgets.Section(""), meta: widgets.Quiet(""),
		kind: widgets.NewStatusPill(widgets.KindNeutral, "")}
	r.ExtendBaseWidget(r)
	return r
}

// show fills the row; the first of a day names it.
func (r *sessionRow) show(l *i18n.Lang, s seminar.Session, of seminar.Seminar, first bool) {
	zone := of.Location()
	r.time.SetText(l.Time(s.Start.In(zone)) + " – " + l.Time(s.End.In(zone)))
	r.title.SetText(s.Title)
	var meta []string
	if first && of.Start != of.End {
		meta = append(meta, l.Date(s.Start.In(zone)))
	}
	meta = append(meta, nonEmpty(s.Room, strings.Join(s.Speakers, ", "))...)
	if s.Capacity > 0 {
		meta = append(meta, l.T("programme.places", "n", strconv.Itoa(s.Capacity)))
	}
	if s.Counts {
		meta = append(meta, l.T("programme.counts.short"))
	}
	r.meta.SetText(strings.Join(meta, " · "))
	r.kind.Word = l.T("common.kind." + string(s.Kind))
	r.kind.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *sessionRow) CreateRenderer() fyne.WidgetRenderer {
	r.meta.Lines = 1
	text := widgets.Column(0, r.title, r.meta)
	return widget.NewSimpleRenderer(widgets.Inset(theme.Space3, theme.Space2,
		widgets.Edge(r.rtl, nil, nil, widgets.Fixed(150, 0, r.time), r.kind, text)))
}
