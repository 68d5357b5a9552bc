package ui

import (
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/privacy"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// late erases again what has come of people who were anonymised, and says so.
func (w *Window) late() {
	task.Run(w.ctx, w.run, w.desk().EraseLate, func(done desk.Erased, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case done.People > 0:
			w.toasts.Push(widgets.Toast{Kind: widgets.KindAttention, Message: w.lang.N("privacy.late", done.People)})
		}
	})
}

// remind says of which seminars the day is over after which their people were to be anonymised. Nothing is done about it by
// itself: the key shows what would go, and asks.
func (w *Window) remind() {
	task.Run(w.ctx, w.run, w.desk().EraseDue, func(due []seminar.Seminar, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		for _, s := range due {
			day, _ := time.Parse(time.DateOnly, s.EraseAfter)
			w.toasts.Push(widgets.Toast{Kind: widgets.KindAttention, ActionLabel: w.lang.T("privacy.erase"), OnAction: func() { privacy.Erase(w.env(), desk.Erasure{SeminarID: s.ID}, nil) },
				Message: w.lang.T("privacy.due", "date", w.lang.LongDate(day), "seminar", s.Title(w.lang.Tag()))})
		}
	})
}
