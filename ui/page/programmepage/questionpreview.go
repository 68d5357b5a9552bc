package programmepage

import (
	"maps"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// questionPreview is the form as a desk will see it, beside the list of questions: it can be tried, and follows every letter
// that is typed into a question.
type questionPreview struct {
	page     *Page
	answers  *form.Answers
	given    map[seminar.ID]string
	category *widgets.Select
	shown    []seminar.Question
	column   *fyne.Container
	content  fyne.CanvasObject
}

func newQuestionPreview(p *Page) *questionPreview {
	v := &questionPreview{page: p, given: map[seminar.ID]string{}, column: widgets.Column(theme.Space3)}
	v.category = widgets.NewSelect(nil, nil)
	title := widgets.Section(p.env.Lang.T("programme.question.preview"))
	title.RTL = p.env.Lang.RTL()
	v.content = widgets.NewCard(widgets.Edge(p.env.Lang.RTL(), widgets.Column(theme.Space2, title, widgets.Rule()), nil, nil, nil,
		container.NewVScroll(widgets.Inset(theme.Space1, theme.Space3, v.column))))
	return v
}

// questions are those that the form shows, with the one that is being edited as it stands in the panel.
func (v *questionPreview) questions() []seminar.Question {
	all := slices.Clone(v.page.now.questions)
	if s := v.page.asking; s != nil && s.sheet == v.page.sheet {
		now, _ := s.value()
		if i := slices.IndexFunc(all, func(q seminar.Question) bool { return now.ID != "" && q.ID == now.ID }); i >= 0 {
			all[i] = now
		} else {
			now.ID = "new"
			all = append(all, now)
		}
	}
	return all
}

// follow shows the form as it is now; what was answered in it stays.
func (v *questionPreview) follow() {
	all := v.questions()
	if v.answers != nil && reflect.DeepEqual(all, v.shown) {
		return
	}
	l := v.page.env.Lang
	v.shown = all
	if v.answers != nil {
		maps.Copy(v.given, v.answers.Value())
	}
	var here []seminar.Question
	for _, q := range all {
		if q.Shown(seminar.InForm) {
			here = append(here, q)
		}
	}
	v.column.RemoveAll()
	if slices.ContainsFunc(all, func(q seminar.Question) bool {
		return slices.ContainsFunc(q.When, func(c seminar.Condition) bool { return c.Question == "" })
	}) {
		v.column.Add(v.categories())
	}
	v.answers = form.NewAnswers(l, desk.Asking{Questions: here, Category: v.chosen()})
	v.answers.Set(v.given)
	v.column.Add(v.answers.Content())
	v.column.Refresh()
}

// categories is the category to try the form with.
func (v *questionPreview) categories() fyne.CanvasObject {
	var names []string
	for _, c := range v.page.now.categories {
		names = append(names, c.Name)
	}
	v.category.OnChanged = nil
	at := max(0, v.category.SelectedIndex())
	v.category.SetOptions(names)
	if len(names) > 0 {
		v.category.SetSelectedIndex(min(at, len(names)-1))
	}
	v.category.OnChanged = func(string) {
		v.shown = nil
		v.follow()
	}
	f := widgets.NewFormField(v.page.env.Lang.T("form.category"), v.category)
	f.RTL = v.page.env.Lang.RTL()
	return f
}

func (v *questionPreview) chosen() seminar.ID {
	all := v.page.now.categories
	if len(all) == 0 {
		return ""
	}
	return all[max(0, min(v.category.SelectedIndex(), len(all)-1))].ID
}

// besidePreview lays the list of questions beside the preview of their form, both of them beside the panel while it is open.
type besidePreview struct{ page *Page }

const (
	previewWidth float32 = 380
	listLeast    float32 = 260
)

// MinSize implements fyne.Layout.
func (l *besidePreview) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(listLeast+theme.Space4+240, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (l *besidePreview) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room, rtl := size.Width, l.page.env.Lang.RTL()
	if l.page.sheet != nil {
		room = max(listLeast+theme.Space4+240, room-widgets.PanelWidth)
	}
	preview := min(previewWidth, (room-theme.Space4)/2)
	list := room - preview - theme.Space4
	x := func(at, w float32) float32 {
		if rtl {
			return size.Width - at - w
		}
		return at
	}
	objects[0].Resize(fyne.NewSize(list, size.Height))
	objects[0].Move(fyne.NewPos(x(0, list), 0))
	objects[1].Resize(fyne.NewSize(preview, size.Height))
	objects[1].Move(fyne.NewPos(x(list+theme.Space4, preview), 0))
}

// beside makes room for the panel, or takes it back.
func (p *Page) beside() {
	if p.part().name == partQuestions {
		p.showPart()
	}
}
