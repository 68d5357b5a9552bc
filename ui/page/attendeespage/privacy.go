package attendeespage

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/page/privacy"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// privacyKey opens what concerns the privacy of the person in the panel, or of the one in front in the table.
func (p *Page) privacyKey() {
	id := p.shown
	if id == "" {
		return
	}
	p.openPrivacy(id)
}

func (p *Page) openPrivacy(id seminar.ID) {
	if !p.env.Leaving() {
		return
	}
	of := p.env.Seminar().ID
	type private struct {
		form     desk.Form
		consents []seminar.Consent
	}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (private, error) {
		f, err := p.env.Desk().Person(ctx, of, id)
		if err != nil {
			return private{}, err
		}
		all, err := p.env.Desk().Consents(ctx, of, id)
		return private{f, all}, err
	}, func(v private, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.privacyPanel(v.form, v.consents)
	})
}

// privacyPanel is what somebody agreed to, all that is kept about them, and the way to have it forgotten.
func (p *Page) privacyPanel(f desk.Form, consents []seminar.Consent) {
	l := p.env.Lang
	a := f.Attendee
	content := widgets.Column(theme.Space4)
	if a.Anonymised != "" {
		content.Add(p.said(l.T("privacy.anonymised", "date", p.onDay(a.Anonymised))))
	}
	consent := p.newConsent(f, consents)
	content.Add(widgets.Column(theme.Space3, p.heading("privacy.consent"), consent.content()))
	language := p.dossierLanguage()
	save := widgets.NewButtonWithIcon(l.T("privacy.dossier.save"), theme.Icon(theme.IconSave), func() { p.saveDossier(a, i18n.DocumentLanguages()[language.SelectedIndex()].Tag) })
	content.Add(widgets.Column(theme.Space3, p.heading("privacy.dossier"), p.said(l.T("privacy.dossier.hint")), language, widgets.Row(l.RTL(), 0, save)))
	if a.Anonymised == "" {
		erase := widgets.NewButtonWithIcon(l.T("privacy.erase"), theme.Icon(theme.IconShield), func() {
			privacy.Erase(p.env, desk.Erasure{Attendees: []seminar.ID{a.ID}}, nil)
		})
		content.Add(widgets.Column(theme.Space3, p.heading("privacy.erase.title"), p.said(l.T("privacy.erase.hint")), widgets.Row(l.RTL(), 0, erase)))
	}
	shut := func() { p.env.Panel(nil, nil); p.take() }
	consent.shut = shut
	var panel *widgets.SidePanel
	leave := func() {
		if panel.Leaving() {
			shut()
		}
	}
	record := widgets.NewPrimary(l.T("privacy.record"), "", consent.record)
	panel = widgets.NewSidePanel(widgets.Joined(" · ", l.T("privacy.title"), a.Name()), content, leave, widgets.NewButton(l.T("common.cancel"), leave), record)
	panel.RTL, panel.Submit = l.RTL(), consent.record
	p.env.Guard(panel, consent.changed)
	p.env.Panel(panel, nil)
	consent.state.Focus(p.env.Window.Canvas())
}

// dossierLanguage chooses among the languages of documents: whoever asks what is kept about them need not speak the window's.
func (p *Page) dossierLanguage() *widgets.Select {
	choice, own := widgets.NewSelect(nil, nil), 0
	for i, one := range i18n.DocumentLanguages() {
		choice.Options = append(choice.Options, one.Name)
		if one.Tag == p.env.Lang.Tag() {
			own = i
		}
	}
	choice.SetSelectedIndex(own)
	return choice
}

func (p *Page) heading(key string) fyne.CanvasObject {
	h := widgets.Section(p.env.Lang.T(key))
	h.RTL = p.env.Lang.RTL()
	return h
}

func (p *Page) said(text string) fyne.CanvasObject {
	t := widgets.Quiet(text)
	t.Lines, t.RTL = 4, p.env.Lang.RTL()
	return t
}

// onDay is the day of a moment (RFC 3339), in the seminar's zone.
func (p *Page) onDay(moment string) string {
	at, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return moment
	}
	return p.env.Lang.LongDate(at.In(p.env.Seminar().Location())) // with its year: a consent outlives the seminar
}

// saveDossier writes all that is kept about somebody, as PDF or as JSON by the ending of the file's name.
func (p *Page) saveDossier(a seminar.Attendee, language string) {
	uipage.With(p.env, seminar.RightExport, func(d *desk.Desk) {
		p.env.SaveFile("dossier.pdf", func(ctx context.Context, path string, _ task.Progress) error {
			of, err := d.Dossier(ctx, a.ID, language)
			if err != nil {
				return err
			}
			return filing.Write(path, func(w io.Writer) error {
				if strings.EqualFold(filepath.Ext(path), ".json") {
					return of.JSON(w)
				}
				o := p.press.Options()
				o.Lang = i18n.OpenDocument(language)
				doc := document.DossierPages(of, o)
				return pdf.Write(w, o.Setter, &doc)
			})
		})
	})
}
