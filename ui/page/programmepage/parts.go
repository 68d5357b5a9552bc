package programmepage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// The parts of a seminar that the page shows, one at a time.
const (
	partSessions    = "sessions"
	partLists       = "lists"
	partCategories  = "categories"
	partDelegations = "delegations"
	partQuestions   = "questions"
	partInitiatives = "initiatives"
)

func partNames() []string {
	return []string{partSessions, partLists, partCategories, partDelegations, partInitiatives, partQuestions}
}

// part is one of them besides the sessions, which have their agenda.
type part struct {
	name   string
	entity seminar.Entity
	icon   theme.IconName
	items  func() []item
	edit   func(i int)
	add    func()
	head   fyne.CanvasObject // above the rows, nil for none
}

func (p *Page) makeParts() {
	at := func(edit func(int), n func() int) func(int) {
		return func(i int) {
			if i >= 0 && i < n() {
				edit(i)
			}
		}
	}
	p.others = map[string]part{
		partLists: {partLists, seminar.EntityList, theme.IconDoor, p.listItems,
			at(func(i int) { p.editList(p.now.lists[i]) }, func() int { return len(p.now.lists) }), p.addList, nil},
		partCategories: {partCategories, seminar.EntityCategory, theme.IconCard, p.categoryItems,
			at(func(i int) { p.editCategory(p.now.categories[i]) }, func() int { return len(p.now.categories) }), p.addCategory, nil},
		partDelegations: {partDelegations, seminar.EntityDelegation, theme.IconFlag, p.delegationItems,
			at(func(i int) { p.editDelegation(p.now.delegations[i]) }, func() int { return len(p.now.delegations) }), p.addDelegation, p.partyHead()},
		partInitiatives: {partInitiatives, seminar.EntityInitiative, theme.IconLightbulb, p.initiativeItems,
			at(func(i int) { p.editInitiative(p.said.lines[i].Initiative) }, func() int { return len(p.said.lines) }), p.addInitiative, p.saidHead()},
		partQuestions: {partQuestions, seminar.EntityQuestion, theme.IconHelp, p.questionItems,
			at(func(i int) { p.editQuestion(p.now.questions[i]) }, func() int { return len(p.now.questions) }), p.addQuestion, nil},
	}
	var segments []widgets.Segment
	for _, name := range partNames() {
		segments = append(segments, widgets.Segment{ID: name, Label: p.env.Lang.T("programme.part." + name)})
	}
	p.tabs = widgets.NewSegmented(segments, partSessions, p.turnTo)
	p.tabs.RTL = p.env.Lang.RTL()
	p.shelf = newShelf(p.env, p.openShelf)
}

// part is the part in front; its name is "" for the sessions.
func (p *Page) part() part { return p.others[p.tabs.Selected] }

// turnTo brings a part to the front.
func (p *Page) turnTo(name string) {
	if !p.env.Leaving() {
		p.tabs.Selected = p.turnedTo
		p.tabs.Refresh()
		return
	}
	if p.turnedTo = name; p.sheet != nil {
		p.sheet.close()
	}
	if p.writing() || p.party.members != nil || p.party.away {
		p.env.Panel(nil, nil)
	}
	p.shelf.items, p.shelf.at = nil, -1
	p.shelf.ScrollToTop()
	p.turned = true
	p.load()
}

// turn brings the next part to the front, or the one before.
func (p *Page) turn(by int) {
	names := partNames()
	i := slices.Index(names, p.tabs.Selected) + by
	p.tabs.Select(names[(i+len(names))%len(names)])
}

// showPart fills the page with the part in front.
func (p *Page) showPart() {
	t, one := p.env.Lang.T, p.part()
	p.addButton.SetText(t("programme." + one.name + ".add"))
	items := one.items()
	p.shelf.show(items)
	p.body.Objects = []fyne.CanvasObject{p.shelfRows}
	searched := one.name == partInitiatives && len(p.now.book.Lines) > 0 // some, though none of them may be among those looked for
	if one.head != nil {
		p.body.Objects = []fyne.CanvasObject{p.headed(one)}
	}
	if len(items) == 0 && !searched {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(one.icon, t("programme."+one.name+".none"), t("programme."+one.name+".none.text"),
			t("programme."+one.name+".add"), one.add)}
	}
	if one.name == partQuestions && (len(items) > 0 || p.sheet != nil) {
		p.body.Objects = []fyne.CanvasObject{p.asked}
		p.preview.follow()
	}
	p.moving.Hidden = len(items) < 2
	p.body.Refresh()
}

// headed is the rows between the head of their part and what can be done with them, made once: what has the focus in the head
// keeps it.
func (p *Page) headed(one part) fyne.CanvasObject {
	if p.heads[one.name] == nil {
		rows := container.NewStack(p.shelfRows)
		if one.name == partInitiatives {
			rows.Add(p.said.none)
		}
		foot := widgets.Column(0, widgets.Rule(), p.underRows(one.name))
		p.heads[one.name] = widgets.Edge(p.env.Lang.RTL(), one.head, foot, nil, nil, rows)
	}
	return p.heads[one.name]
}

// addOne opens the form of a new thing of the part in front.
func (p *Page) addOne() {
	switch one := p.part(); {
	case p.env.Seminar().ID == "", !p.env.Leaving():
	case one.name == "":
		p.add()
	default:
		one.add()
	}
}

// openOne opens the thing under the cursor.
func (p *Page) openOne() {
	if p.part().name != "" {
		p.openShelf(p.shelf.at)
		return
	}
	p.open(p.agenda.at)
}

// openShelf opens a thing of a part besides the sessions.
func (p *Page) openShelf(at int) {
	if p.env.Leaving() {
		p.part().edit(at)
	}
}

// moveOne brings the thing under the cursor one place up or down.
func (p *Page) moveOne(by int) { p.step(func() { p.moveBy(by) }) }

func (p *Page) moveBy(by int) {
	one := p.part()
	if one.name == "" {
		p.move(by)
		return
	}
	i, j := p.shelf.at, p.shelf.at+by
	if i < 0 || i >= len(p.shelf.items) || j < 0 || j >= len(p.shelf.items) {
		return
	}
	var ids []seminar.ID
	for _, v := range p.shelf.items {
		ids = append(ids, v.id)
	}
	ids[i], ids[j] = ids[j], ids[i]
	if one.name == partInitiatives {
		ids = p.amongAll(ids[i], ids[j])
	}
	p.stepBy(p.shelf.items[i].id, p.env.Lang.T("programme.moved", "title", p.shelf.items[i].title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.Reorder(ctx, one.entity, ids)
	})
}

// removeOne takes the thing under the cursor away; undo brings it back.
func (p *Page) removeOne() {
	one, i := p.part(), p.shelf.at
	switch {
	case !p.env.Leaving():
	case one.name == "":
		p.remove()
	case i >= 0 && i < len(p.shelf.items):
		p.drop(one.entity, p.shelf.items[i].id, p.shelf.items[i].title)
	}
}

func (p *Page) drop(e seminar.Entity, id seminar.ID, title string) {
	if p.sheet != nil {
		p.sheet.close()
	}
	message := p.env.Lang.T("programme.removed", "title", title)
	if n := p.now.sizes[id].Registered; n > 0 { // a delegation
		message += " " + p.env.Lang.N("programme.delegation.left", n)
	}
	p.act(message, func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.Remove(ctx, e, id) }, p.shelf.take)
}

// openPart shows the form of one thing of a part, with the way to remove one that is there already.
func (s *sheet) openPart(title string, e seminar.Entity, id seminar.ID, name string) {
	s.of = id
	var more []fyne.CanvasObject
	if id != "" {
		more = append(more, widgets.NewButtonWithIcon(s.page.env.Lang.T("common.remove"), theme.Icon(theme.IconTrash), func() { s.page.drop(e, id, name) }))
	}
	s.open(title, more...)
}

// kept closes the form of a thing that was saved and puts the cursor on it.
func (s *sheet) kept(id seminar.ID) {
	s.close()
	s.page.fresh = id
	s.page.takeRows()
}
