package livepage

import (
	"math"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// pace says how fast the desks work: four facts side by side, and under them what was refused and why.
type pace struct {
	env     *page.Env
	content *fyne.Container
	facts   []fact
	refused *widgets.Text
	k       float32
}

// fact is a number with its word and a remark, smaller than a Figure.
type fact struct{ value, label, note *widgets.Text }

func (f fact) texts() []*widgets.Text { return []*widgets.Text{f.value, f.label, f.note} }

func newPace(env *page.Env) *pace {
	p := &pace{env: env, refused: widgets.NewText("", theme.BodySize, theme.QuietText), k: 1}
	p.refused.MinWidth, p.refused.RTL = -1, env.Lang.RTL()
	objects := []fyne.CanvasObject{p.refused}
	for _, key := range []string{"busiest", "slowest", "average", "per_minute"} {
		f := fact{widgets.NewText("", theme.SectionSize, theme.Text), widgets.NewText(env.Lang.T("live."+key), theme.CaptionSize, theme.QuietText),
			widgets.NewText("", theme.CaptionSize, theme.QuietText)}
		f.value.Style.Bold = true
		for _, t := range f.texts() {
			t.MinWidth, t.RTL = -1, env.Lang.RTL()
			objects = append(objects, t)
		}
		p.facts = append(p.facts, f)
	}
	p.content = container.New(p, objects...)
	return p
}

func (p *pace) show(l desk.Live) {
	lang, v := p.env.Lang, l.Pace
	facts := [4][2]string{{none}, {none}, {none}, {none}}
	if v.Scans > 0 {
		facts[0] = [2]string{lang.Time(v.Busiest.From), lang.N("live.scans", v.Busiest.Count)}
		facts[1] = [2]string{lang.Time(v.Slowest.From), lang.N("live.scans", v.Slowest.Count)}
	}
	if v.Scans > 1 {
		facts[2] = [2]string{between(lang, v.Average), lang.T("live.median", "time", between(lang, v.Median))}
	}
	if l.Today {
		facts[3] = [2]string{strconv.FormatFloat(v.PerMinute, 'f', 1, 64), lang.T("live.ten_minutes")}
	}
	for i, f := range p.facts {
		f.value.SetText(facts[i][0])
		f.note.SetText(facts[i][1])
	}
	p.refused.SetText(refusals(lang, v))
}

// none stands where there is no figure.
const none = "–"

// between is a time between two scans: in seconds, or in minutes from two of them on.
func between(lang *i18n.Lang, d time.Duration) string {
	if seconds := int(math.Round(d.Seconds())); seconds < 120 {
		return lang.T("live.seconds", "n", seconds)
	}
	return lang.Hours(int(math.Round(d.Minutes())))
}

// refusals says how many were refused, and why.
func refusals(lang *i18n.Lang, v desk.LivePace) string {
	if v.Refused == 0 {
		return lang.T("live.none_refused")
	}
	var why []string
	for _, r := range v.RefusedBy {
		reason := r.Key
		if key := "common.reason." + r.Key; lang.Has(key) {
			reason = lang.T(key)
		}
		why = append(why, reason+" "+lang.Number(r.Count))
	}
	return lang.N("live.refused", v.Refused) + " " + strings.Join(why, " · ")
}

func (p *pace) scale(k float32) {
	p.k = k
	for _, f := range p.facts {
		f.value.TextSize, f.label.TextSize, f.note.TextSize = theme.SectionSize*k, theme.CaptionSize*k, theme.CaptionSize*k
		for _, t := range f.texts() {
			t.Refresh()
		}
	}
	p.refused.TextSize = theme.BodySize * k
	p.refused.Refresh()
}

// MinSize implements fyne.Layout.
func (p *pace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 64) }

// Layout implements fyne.Layout.
func (p *pace) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	k, gap := p.k, theme.Space3*p.k
	w := (size.Width - gap*float32(len(p.facts)-1)) / float32(len(p.facts))
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		if p.refused.RTL {
			x = size.Width - x - w
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	for i, f := range p.facts {
		x := float32(i) * (w + gap)
		place(f.value, x, 0, w, 25*k)
		place(f.label, x, 25*k, w, 17*k)
		place(f.note, x, 42*k, w, 17*k)
	}
	place(p.refused, 0, size.Height-20*k, size.Width, 20*k)
}
