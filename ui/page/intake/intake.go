// Package intake takes a list of people in, in the place of a page: it is chosen, its columns are looked at, then what would
// become of everybody in it; nothing is changed before the last step, and that one can be taken back.
package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// Extensions are the endings of the files that can be taken in.
func Extensions() []string {
	return []string{".csv", ".tsv", ".txt", ".xlsx", ".ods", ".json", ".vcf"}
}

// Room is what the page gives, in whose place an intake stands.
type Room struct {
	Env   *uipage.Env
	Put   func(fyne.CanvasObject) // shows it where the page is
	Leave func()                  // it is over
	Twins func()                  // it is over, and people who are registered twice are looked for
}

// step is where somebody is on the way.
type step string

const (
	stepSource  step = "source"
	stepColumns step = "columns"
	stepPeople  step = "people"
	stepDone    step = "done" // it was taken in, and something is left to do
)

// steps are those that lead to the list being taken in.
func steps() []step { return []step{stepSource, stepColumns, stepPeople} }

// Intake is one list on its way in. What it knows stands apart from the widgets, which are made anew for each step and in
// another language or theme. Its methods are called on the UI thread.
type Intake struct {
	Room
	desk  *desk.Desk // in the hands of somebody who may import
	of    seminar.ID
	front bool // the page is to be seen
	over  bool
	step  step

	read    // the list
	reading task.Latest[read]
	problem error // why the list cannot be read as was chosen
	cursor  int   // the column that was sent somewhere last, and stays in front; -1 for none

	job     *task.Job
	working *widgets.ProgressCard // nil unless long work is under way
	whole   *whole                // nil until the whole list is read
	update  bool                  // change people who are here already
	only    fate                  // the rows that are shown; "" is all
	earlier []desk.ImportDone
	looking task.Latest[[]desk.ImportDone]
	undoing bool // an earlier import is being taken back
	paneled bool // the panel shows something of the step

	table *widgets.DataTable // of the step
	next  *widgets.Button    // what Enter goes on with
	ask   fyne.Focusable     // what has to be answered before that can be pressed; may be nil
}

// New begins an intake with the choice of a list. The desk is in the hands of somebody who may import.
func New(room Room, d *desk.Desk) *Intake {
	k := &Intake{Room: room, desk: d, of: room.Env.Seminar().ID, step: stepSource, front: true}
	k.draw()
	k.look()
	return k
}

// Of is the seminar whose people it takes in.
func (k *Intake) Of() seminar.ID { return k.of }

// Move goes on in another room, whose page was made anew.
func (k *Intake) Move(room Room) {
	k.Room = room
	k.draw()
}

// Show tells that the page came to the front, or that it left it.
func (k *Intake) Show(front bool) {
	k.front = front
	if front {
		k.look()
		k.Take()
	}
}

// Changed tells that the workspace changed.
func (k *Intake) Changed() {
	if k.step == stepSource || k.step == stepDone {
		k.look()
	}
}

// Close gives the list up; nothing was changed by it. A list that is on its way into the workspace leaves nothing there.
func (k *Intake) Close() {
	k.over = true
	k.reading.Cancel()
	k.looking.Cancel()
	if k.job != nil {
		k.job.Cancel()
	}
}

// Back goes a step back, and from the first one leaves.
func (k *Intake) Back() {
	switch {
	case k.working != nil:
		k.stop()
	case k.step == stepSource, k.step == stepDone:
		k.leave()
	default:
		k.goTo(steps()[slices.Index(steps(), k.step)-1])
	}
}

// Next goes on, as the button that stands out does.
func (k *Intake) Next() {
	if k.next != nil && !k.next.Disabled() {
		k.next.Tapped(nil)
	}
}

func (k *Intake) leave() {
	k.Close()
	k.Leave()
}

func (k *Intake) goTo(s step) {
	k.step, k.cursor = s, -1
	k.draw()
}

// draw shows the step anew.
func (k *Intake) draw() {
	k.table, k.next, k.ask = nil, nil, nil
	if k.paneled {
		k.Env.Panel(nil, nil)
	}
	switch {
	case k.over:
		return
	case k.working != nil:
		k.Put(k.drawWorking())
	case k.step == stepColumns:
		k.Put(k.drawColumns())
	case k.step == stepPeople:
		k.Put(k.drawPeople())
	case k.step == stepDone:
		k.Put(k.drawDone())
	default:
		k.Put(k.drawSource())
	}
	k.Take()
}

// Take gives the focus to what Enter goes on with or, where that cannot be pressed yet, to what is asked, or to the table. Whoever
// sends columns somewhere stays among them.
func (k *Intake) Take() {
	canvas := k.Env.Window.Canvas()
	switch {
	case !k.front:
	case k.step == stepColumns && k.cursor >= 0 && k.table != nil:
		k.table.Take()
	case k.next != nil && !k.next.Disabled():
		canvas.Focus(k.next)
	case k.ask != nil:
		canvas.Focus(k.ask)
	case k.table != nil && k.table.Total() > 0:
		k.table.Take()
	default:
		canvas.Unfocus()
	}
}
