package programmepage

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// NewSeminar opens the form of a new seminar, in the series of the one in front.
func (p *Page) NewSeminar() { p.editSeminar(p.blank()) }

// blank is a new seminar as the form begins with it.
func (p *Page) blank() seminar.Seminar {
	of := p.env.Seminar()
	zone := of.Zone
	if zone == "" {
		zone = localZone()
	}
	today := p.env.Desk().Now().Format(time.DateOnly)
	return seminar.Seminar{Start: today, End: today, Zone: zone, SeriesID: of.SeriesID, Venue: of.Venue, Organiser: of.Organiser,
		Percent: seminar.DefaultPercent, WaitingList: true}
}

// titleLanguages are those that a title can be given in, the interface's own first.
func (p *Page) titleLanguages() []string {
	all := []string{p.env.Lang.Tag()}
	for _, l := range []string{"en", "az", "ru", "ar", "fr"} {
		if !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return slices.DeleteFunc(all, func(l string) bool { return strings.HasPrefix(l, "x-") })
}

// seminarSheet is the form of a seminar.
type seminarSheet struct {
	*sheet
	base             seminar.Seminar
	titles           map[string]*widgets.Entry
	start, end       *widgets.Entry
	zone             *widgets.Suggest
	venue, organiser *widgets.Entry
	signer, signerAs *widgets.Entry
	percent          *widgets.Entry
	eraseAfter       *widgets.Entry
	late             *widgets.Entry
	missing          *widgets.Select
	layout           *layoutChoice
	pictures         map[template.Source][]byte // that were chosen or taken away (nil), and are not saved yet
	changes          int                        // of the pictures
	capacity         *widgets.Entry
	waiting          *widgets.Check
	approval         *widgets.Check
	series           *widgets.Suggest
	origin           *origin // what a new one is made of, nil for nothing
}

// missingExits are the rules that close a stay whose exit nobody recorded, as the form offers them.
func missingExits() []seminar.MissingExit {
	return []seminar.MissingExit{seminar.ExitWithDay, seminar.ExitWithSession}
}

// makePercent asks what earns a certificate, and says below it what that means.
func (s *seminarSheet) makePercent() {
	t := s.page.env.Lang.T
	s.percent = s.entry("percent", t("programme.percent"), strconv.Itoa(s.base.Percent))
	field := s.fields["percent"]
	s.percent.OnChanged = func(text string) {
		field.SetError("")
		switch n, err := strconv.Atoi(strings.TrimSpace(text)); {
		case err != nil || n < 0 || n > 100:
			field.SetHint("")
		case n == 0:
			field.SetHint(t("programme.percent.none"))
		default:
			field.SetHint(t("programme.percent.some", "percent", strconv.Itoa(n)))
		}
	}
	s.percent.OnChanged(s.percent.Text)
}

// makeAttendance asks from when on somebody is late, and when a stay ends whose exit nobody recorded.
func (s *seminarSheet) makeAttendance() {
	t := s.page.env.Lang.T
	late := ""
	if s.base.LateAfter != nil {
		late = strconv.Itoa(*s.base.LateAfter)
	}
	s.late = s.entry("late_after", t("programme.late_after"), late)
	s.late.PlaceHolder = strconv.Itoa(seminar.DefaultLateAfter)
	s.missing = widgets.NewSelect([]string{t("programme.missing_exit.day"), t("programme.missing_exit.session")}, nil)
	s.missing.SetSelectedIndex(max(0, slices.Index(missingExits(), s.base.MissingExit)))
	s.add("missing_exit", t("programme.missing_exit"), s.missing)
}

// editSeminar opens a seminar's own particulars; one without an id is new. What a new one can wait for is folded away.
func (p *Page) editSeminar(v seminar.Seminar) { p.editSeminarOf(v, nil) }

func (p *Page) editSeminarOf(v seminar.Seminar, from *origin) {
	if !p.env.Leaving() {
		return
	}
	t := p.env.Lang.T
	s := &seminarSheet{sheet: p.newSheet(), base: v, origin: from, titles: map[string]*widgets.Entry{}}
	languages := p.titleLanguages()
	if v.ID == "" {
		s.makeOrigin()
	}
	s.titles[languages[0]] = s.entry("title", t("programme.title"), v.Titles[languages[0]])
	var first, last *widgets.FormField
	s.start, first = s.dayField("start", t("programme.first_day"), v.Start)
	s.end, last = s.dayField("end", t("programme.last_day"), v.End)
	s.beside(first, last)
	s.makeZone(v.Zone)
	s.venue, s.organiser = s.entry("venue", t("programme.venue"), v.Venue), s.entry("organiser", t("programme.organiser"), v.Organiser)
	rest := widgets.Column(theme.Space3)
	shown := s.column
	s.column = rest
	for _, l := range languages[1:] {
		s.titles[l] = s.entry("title_"+l, t("programme.title_in", "language", display.Self.Name(language.Make(l))), v.Titles[l])
	}
	s.signer, s.signerAs = s.entry("signer", t("programme.signer"), v.Signer), s.entry("signer_as", t("programme.signer_as"), v.SignerAs)
	s.makePlaces()
	s.makePercent()
	s.layout = p.newLayoutChoice(t("programme.layout.standard"), v.BadgeTemplate, false)
	s.add("badge_template", t("programme.layout"), s.layout.Select)
	s.makeAttendance()
	s.eraseAfter, _ = s.dayField("erase_after", t("privacy.after"), v.EraseAfter)
	if v.ID != "" {
		s.makePictures()
	}
	s.column = shown
	if v.ID == "" {
		var more *widgets.Button
		more = widgets.NewButtonWithIcon(t("form.more"), theme.Icon(theme.IconChevronDown), func() {
			more.Hide()
			rest.Show()
			shown.Refresh()
			p.env.Window.Canvas().Focus(s.titles[languages[1]])
		})
		rest.Hide()
		s.column.Add(widgets.Row(p.env.Lang.RTL(), 0, more))
	}
	s.column.Add(rest)
	s.save = s.submit
	s.filled = func() any {
		texts := []string{s.start.Text, s.end.Text, s.zone.Entry.Text, s.venue.Text, s.organiser.Text, s.signer.Text, s.signerAs.Text, s.percent.Text,
			s.late.Text, s.missing.Selected, s.layout.Selected, s.places(), s.eraseAfter.Text}
		for _, l := range languages {
			texts = append(texts, s.titles[l].Text)
		}
		return append(texts, strconv.Itoa(s.changes))
	}
	title := "programme.seminar"
	if v.ID == "" {
		title = "programme.add_seminar"
	}
	var more []fyne.CanvasObject
	if v.ID != "" {
		more = append(more, widgets.NewButtonWithIcon(t("programme.template.save"), theme.Icon(theme.IconDownload), s.saveTemplate))
	}
	s.open(t(title), more...)
}
