package attendeespage

import (
	"context"
	"errors"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// pairing is the search for people who are registered twice, in the place of the page: the pairs proposed at the start,
// the one in front compared at the end.
type pairing struct {
	page    *Page
	job     *task.Job
	flags   map[string]image.Image
	chosen  bool             // somebody chose the two: nothing was looked for, and nothing comes after them
	found   []desk.Duplicate // as they were looked for, the likeliest first
	steps   []step           // what was decided since
	open    []desk.Duplicate // those of found that are not decided
	looked  int              // how many people were compared
	list    *widgets.PairList
	count   *widgets.Text
	body    *fyne.Container // the list and the pair in front, or why there is none
	columns fyne.CanvasObject
	pane    *fyne.Container    // the pair in front
	bar     *fyne.Container    // what can be decided
	opens   [2]*widgets.Button // each opens one of the two
	text    *container.Scroll
	drawn   string    // the pair that the text is of
	shown   *compared // nil until the pair in front is read
	second  bool      // the second of the pair in front stays
	loading task.Latest[*compared]
	busy    bool // a decision is being written
}

// findTwins looks for people who are registered twice. Nothing is changed by it.
func (p *Page) findTwins() {
	of := p.env.Seminar().ID
	if of == "" || p.known.total == 0 || !p.leavePanel() {
		return
	}
	k := p.beginTwins()
	card := k.working()
	d, q := p.env.Desk(), p.question()
	q.filter = seminar.RosterFilter{SeminarID: of, ListID: p.known.list, Order: seminar.ByFamilyName}
	type searched struct {
		pairs  []desk.Duplicate
		looked int
	}
	k.job = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) (searched, error) {
		l, looked := p.env.Lang, 0
		found, err := d.Duplicates(ctx, of, func(done, total int) {
			looked = total
			progress(float64(done)/float64(max(1, total)), l.T("common.progress", "done", l.Number(done), "total", l.Number(total)))
		})
		if err == nil && len(found) > 0 {
			found, err = ordered(ctx, d, q, found)
		}
		return searched{found, looked}, err
	}, card.Set, func(s searched, err error) {
		if p.pairing != k {
			return // given up meanwhile
		}
		k.job = nil
		if err != nil {
			p.leaveTwins()
			if !errors.Is(err, context.Canceled) {
				p.env.Fail(err)
			}
			return
		}
		k.found, k.looked = s.pairs, s.looked
		k.show()
	})
}

// compare shows two people beside each other, whether or not they look alike.
func (p *Page) compare(a, b seminar.ID) {
	if !p.leavePanel() {
		return
	}
	d, q := p.env.Desk(), p.question()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]desk.Duplicate, error) {
		some, err := rows(ctx, d, q, texts([]seminar.ID{a, b}))
		if err == nil && len(some) != 2 {
			err = seminar.NotFound("attendee", string(b))
		}
		if err != nil {
			return nil, err
		}
		return []desk.Duplicate{inOrder(desk.Duplicate{A: some[0], B: some[1]})}, nil
	}, func(pair []desk.Duplicate, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		k := p.beginTwins()
		k.chosen, k.found = true, pair
		k.show()
	})
}

func (p *Page) beginTwins() *pairing {
	p.leaveImport()
	p.leaveTwins()
	p.leavePhotos()
	p.env.Window.Canvas().Unfocus() // the table is not there to hear keys
	p.pairing = &pairing{page: p, flags: map[string]image.Image{}}
	return p.pairing
}

// leaveTwins goes back to the list; what was decided stays.
func (p *Page) leaveTwins() {
	k := p.pairing
	if k == nil {
		return
	}
	if k.job != nil {
		k.job.Cancel()
	}
	k.loading.Cancel()
	p.pairing = nil
	p.put(nil)
	p.take()
}

// working is how far the search is.
func (k *pairing) working() *widgets.ProgressCard {
	t := k.page.env.Lang.T
	card := widgets.NewProgressCard(t("attendees.twins.looking"), t("common.cancel"), k.page.leaveTwins)
	card.RTL = k.page.env.Lang.RTL()
	k.page.put(container.NewCenter(widgets.Fixed(480, 0, card)))
	return card
}

// ordered reads the people of the pairs as they stand on the first list, and puts first in each the one who should stay.
func ordered(ctx context.Context, d *desk.Desk, q *question, found []desk.Duplicate) ([]desk.Duplicate, error) {
	var ids []seminar.ID
	for _, v := range found {
		ids = append(ids, v.A.AttendeeID, v.B.AttendeeID)
	}
	slices.Sort(ids)
	some, err := rows(ctx, d, q, texts(slices.Compact(ids)))
	if err != nil {
		return nil, err
	}
	by := make(map[seminar.ID]seminar.RosterRow, len(some))
	for _, r := range some {
		by[r.AttendeeID] = r
	}
	for i, v := range found {
		if a, ok := by[v.A.AttendeeID]; ok {
			v.A = a
		}
		if b, ok := by[v.B.AttendeeID]; ok {
			v.B = b
		}
		found[i] = inOrder(v)
	}
	return found, nil
}

// inOrder puts first who should stay: who has arrived, holds a badge, is confirmed, of whom more is known.
func inOrder(v desk.Duplicate) desk.Duplicate {
	if weight(v.B) > weight(v.A) {
		v.A, v.B = v.B, v.A
	}
	return v
}

func weight(r seminar.RosterRow) int {
	w := 0
	for _, text := range []string{r.NativeName, r.Organisation, r.Email, r.Country, string(r.DelegationID)} {
		if text != "" {
			w++
		}
	}
	for i, yes := range []bool{r.Status == seminar.Confirmed, r.Prints > 0, r.Presence.Arrived} {
		if yes {
			w += 10 << i
		}
	}
	return w
}

// nobody says that there is no pair to decide, and what to do next.
func (k *pairing) nobody() fyne.CanvasObject {
	l := k.page.env.Lang
	title, text := l.T("attendees.twins.none.title"), l.N("attendees.twins.none.text", k.looked)
	if k.decided() > 0 {
		title, text = l.T("attendees.twins.all.title"), l.T("attendees.twins.all.text")
	}
	return widgets.NewEmptyState(theme.IconCheck, title, text, l.T("attendees.twins.back"), k.page.leaveTwins)
}
