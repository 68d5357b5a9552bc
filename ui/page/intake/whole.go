package intake

import (
	"cmp"
	"slices"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
)

// fate is what becomes of a row.
type fate string

const (
	fateNew     fate = "new"
	fateChanged fate = "changed" // the list says otherwise than what is here
	fateSame    fate = "same"
	fateMissing fate = "missing" // somebody of an earlier list whom this one leaves out
	fateSkipped fate = "skipped"
	fateRefused fate = "refused"
	fateOdd     fate = "odd" // whatever becomes of it, there is something to look at
)

// fates are those that rows can be shown by, in their order.
func fates() []fate {
	return []fate{fateNew, fateChanged, fateSame, fateMissing, fateSkipped, fateRefused, fateOdd}
}

// entry is one row of the preview: it points into what was read, so that a hundred thousand of them are quick.
type entry struct {
	row  int // of the list; 0 for somebody who is not on it
	fate fate
	at   int // in the people, the skipped rows or those who are missing; -1 of a row without a name
}

// whole is a list that was read, and what would become of everybody in it if people who are here are changed. It is not changed
// once it is made, and may be read from any goroutine.
type whole struct {
	people   transfer.Result
	report   desk.ImportReport
	columns  []shownColumn
	entries  []entry
	by       map[fate][]int // indices of entries
	changes  map[int][]desk.ImportChange
	problems map[int][]transfer.Problem
	warnings map[int][]desk.ImportWarning
	twins    map[int]desk.ImportTwin // the likeliest one
}

func newWhole(people transfer.Result, report desk.ImportReport) *whole {
	w := &whole{people: people, report: report, columns: columnsOf(people.People), by: map[fate][]int{}, changes: map[int][]desk.ImportChange{}, problems: map[int][]transfer.Problem{},
		warnings: map[int][]desk.ImportWarning{}, twins: map[int]desk.ImportTwin{}}
	for _, c := range report.Changes {
		w.changes[c.Row] = append(w.changes[c.Row], c)
	}
	for _, p := range report.Errors {
		w.problems[p.Row] = append(w.problems[p.Row], p)
	}
	for _, v := range report.Warnings {
		w.warnings[v.Row] = append(w.warnings[v.Row], v)
	}
	for _, t := range report.Twins {
		if t.Score > w.twins[t.Row].Score {
			w.twins[t.Row] = t
		}
	}
	w.sort()
	for i, e := range w.entries {
		w.by[e.fate] = append(w.by[e.fate], i)
		if len(w.problems[e.row])+len(w.warnings[e.row]) > 0 || w.twins[e.row].Score > 0 {
			w.by[fateOdd] = append(w.by[fateOdd], i)
		}
	}
	return w
}

// sort makes the entries, in the order of the list; those who are not on it come last.
func (w *whole) sort() {
	listed := map[int]bool{}
	add := func(row int, f fate, at int) {
		listed[row] = true
		w.entries = append(w.entries, entry{row, f, at})
	}
	for i, p := range w.people.People {
		f := fateRefused
		switch w.report.Became[p.Row] {
		case desk.BecameNew:
			f = fateNew
		case desk.BecameChanged:
			f = fateChanged
		case desk.BecameUnchanged:
			f = fateSame
		}
		add(p.Row, f, i)
	}
	for i, s := range w.report.Skipped {
		add(s.Row, fateSkipped, i)
	}
	for row := range w.problems {
		if !listed[row] {
			add(row, fateRefused, -1)
		}
	}
	slices.SortStableFunc(w.entries, func(a, b entry) int { return cmp.Compare(a.row, b.row) })
	for i, m := range w.report.Missing {
		if m.Row == 0 {
			w.entries = append(w.entries, entry{0, fateMissing, i})
		}
	}
}

// count is how many rows are shown for a fate; "" is all.
func (w *whole) count(f fate) int {
	if f == "" {
		return len(w.entries)
	}
	return len(w.by[f])
}

// taken is how many people are taken in or changed.
func (w *whole) taken(update bool) int {
	n := w.report.Created
	if update {
		n += w.report.Updated
	}
	return n
}
