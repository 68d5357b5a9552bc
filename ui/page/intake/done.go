package intake

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/export"
	"lanyard/internal/filing"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// drawDone says what is left to do after a list was taken in, and names whom it is about.
func (k *Intake) drawDone() fyne.CanvasObject {
	l, report := k.Env.Lang, k.whole.report
	rtl := l.RTL()
	k.next = widgets.NewPrimary(l.T("common.done"), "", k.leave)
	left := widgets.Column(theme.Space4)
	thing := func(title, text string, button *widgets.Button) {
		notice := widgets.NewNotice(widgets.KindAttention, title, text)
		notice.RTL = rtl
		left.Add(widgets.Column(theme.Space2, notice, widgets.Flow(rtl, theme.Space2, button)))
	}
	if n := len(k.whole.problems); n > 0 {
		thing(l.N("intake.problems.left", n), l.T("intake.problems.text"), k.problemsButton())
	}
	if report.TwinsLeft {
		thing(l.T("intake.twins_left"), "",
			widgets.NewButtonWithIcon(l.T("attendees.twins.find")+"  Ctrl+D", theme.Icon(theme.IconMerge), k.Twins))
	}
	title := l.N("intake.done", report.Created+report.Updated)
	above := []fyne.CanvasObject{k.head(title, k.next), left}
	if k.whole.count(fateOdd) == 0 {
		return page(above, widgets.Column(0), nil)
	}
	return page(above, k.peopleTable(), nil)
}

// lacks says whether something is left to do when the list is taken in.
func (w *whole) lacks() bool { return len(w.problems) > 0 || w.report.TwinsLeft }

func (k *Intake) problemsButton() *widgets.Button {
	return widgets.NewButtonWithIcon(k.Env.Lang.T("intake.problems.save")+"  Ctrl+S", theme.Icon(theme.IconDownload), k.SaveProblems)
}

// SaveProblems writes the rows with which something is wrong into a file, for somebody to correct and import again.
func (k *Intake) SaveProblems() {
	if k.working != nil || k.step != stepPeople && k.step != stepDone || len(k.whole.problems) == 0 {
		return
	}
	l, p := k.Env.Lang, export.Problems{Lang: k.Env.Lang, List: k.list, Report: k.whole.report}
	name := filing.Name("xlsx", strings.TrimSuffix(k.list.Name, filepath.Ext(k.list.Name)), l.T("export.problems"))
	k.Env.SaveFile(name, func(ctx context.Context, path string, _ task.Progress) error {
		return filing.Write(path, func(w io.Writer) error {
			_, err := p.Write(ctx, w, path)
			return err
		})
	})
}
