package programmepage

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/internal/document"
	"lanyard/internal/document/wording"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// formPaper is the panel of the registration form on paper: its languages, what it asks beside the seminar's own questions, and
// the page itself.
type formPaper struct {
	page          *Page
	preview       *paper.Preview
	first, second *widgets.Select
	fields        *picks
	who           *widgets.Suggest // for whom it is filled in
	named         map[string]seminar.ID
	finding       task.Latest[[]seminar.RosterRow]
	column        *fyne.Container
}

// openForm shows the registration form on paper.
func (p *Page) openForm() {
	if p.env.Seminar().ID == "" || !p.env.Leaving() {
		return
	}
	l := p.env.Lang
	f := &formPaper{page: p, preview: paper.New(p.env)}
	var names []string
	for _, tag := range wording.Tags() {
		names = append(names, display.Self.Name(language.Make(tag)))
	}
	f.first, f.second = widgets.NewSelect(names, nil), widgets.NewSelect(append([]string{"–"}, names...), nil)
	f.first.SetSelectedIndex(max(0, slices.Index(wording.Tags(), wording.Base(l.Tag()))))
	f.second.SetSelectedIndex(0)
	var offered []pick
	for _, name := range document.FormFields() {
		offered = append(offered, pick{name, l.T("form." + name)})
	}
	f.fields = newPicks(l.RTL(), offered, document.FormFields())
	f.first.OnChanged = func(string) { f.show() }
	f.second.OnChanged, f.fields.changed = f.first.OnChanged, f.show
	labelled := func(key string, control fyne.CanvasObject) *widgets.FormField {
		one := widgets.NewFormField(l.T(key), control)
		one.RTL = l.RTL()
		return one
	}
	shut := func() { p.env.Panel(nil, nil) }
	f.column = widgets.Column(theme.Space3)
	f.makeWho(shut)
	f.column.Objects = []fyne.CanvasObject{labelled("programme.form.language", f.first), labelled("programme.form.second", f.second),
		labelled("programme.form.who", f.who.Content()), labelled("programme.form.fields", f.fields.content), widgets.Fixed(0, formPaperHeight, f.preview.Content())}
	foot := []fyne.CanvasObject{widgets.NewPrimary(l.T("programme.form.save"), "", f.save)}
	if f.preview.Prints() {
		foot = append([]fyne.CanvasObject{widgets.NewButtonWithIcon(l.T("programme.form.print"), theme.Icon(theme.IconPrint), f.print)}, foot...)
	}
	panel := widgets.NewSidePanel(l.T("programme.form"), f.column, shut, foot...)
	panel.RTL = l.RTL()
	p.env.Panel(panel, f.finding.Cancel)
	p.env.Window.Canvas().Focus(f.first)
	f.show()
}

const formPaperHeight = 420

// makeWho finds somebody for whom the form is filled in, to check and sign; while the entry is empty it is for anybody.
func (f *formPaper) makeWho(leave func()) {
	env := f.page.env
	f.who, f.named = widgets.NewSuggest(env.Lang.T("programme.form.who.find")), map[string]seminar.ID{}
	f.who.Entry.OnEscape, f.who.Resized, f.who.OnEnter = leave, f.column.Refresh, f.show
	f.who.OnTaken = func(string) { f.show() }
	f.who.Find = func(text string, offer func([]string)) {
		if strings.TrimSpace(text) == "" {
			f.finding.Cancel()
			offer(nil)
			f.show()
			return
		}
		d, of := env.Desk(), env.Seminar().ID
		f.finding.Run(env.Context, env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
			return d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: text, Limit: 8})
		}, func(rows []seminar.RosterRow, err error) {
			if err != nil {
				env.Fail(err)
				return
			}
			var names []string
			for _, r := range rows {
				name := widgets.Joined(" · ", r.Name(), r.BadgeNumber)
				f.named[name] = r.AttendeeID
				names = append(names, name)
			}
			offer(names)
		})
	}
}

// make makes the form as it is chosen.
func (f *formPaper) make() func(context.Context) (docpage.Document, error) {
	d, of, o := f.page.env.Desk(), f.page.env.Seminar().ID, f.preview.Options()
	tags := []string{wording.Tags()[max(0, f.first.SelectedIndex())]}
	if i := f.second.SelectedIndex(); i > 0 && wording.Tags()[i-1] != tags[0] {
		tags = append(tags, wording.Tags()[i-1])
	}
	chosen, whom := f.fields.chosen(), f.named[f.who.Entry.Text]
	return func(ctx context.Context) (docpage.Document, error) {
		form, err := d.FormFor(ctx, of, whom)
		if err != nil {
			return docpage.Document{}, err
		}
		form.Languages, form.Fields = tags, []string{}
		for _, name := range document.FormFields() { // in their own order
			if slices.Contains(chosen, name) {
				form.Fields = append(form.Fields, name)
			}
		}
		doc, _ := document.Form(form, o)
		return doc, nil
	}
}

func (f *formPaper) show() { f.preview.Show(f.make()) }

func (f *formPaper) save() {
	name, make := filing.Name("pdf", f.page.env.Lang.T("programme.form"), f.page.env.Seminar().Start), f.make()
	f.page.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		doc, err := make(ctx)
		if err != nil {
			return err
		}
		return f.preview.Write(ctx, path, doc, progress)
	})
}

func (f *formPaper) print() {
	env := f.page.env
	l := env.Lang
	task.Run(env.Context, env.Run, f.make(), func(doc docpage.Document, err error) {
		if err != nil {
			env.Fail(err)
			return
		}
		f.preview.PrintPages(paper.Pages{Name: l.T("programme.form"), Begun: l.T("programme.form.printing"), Out: l.T("programme.form.printed"), Doc: doc})
	})
}
