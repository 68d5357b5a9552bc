package programmepage

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// sheet is a form in the panel: fields by the names that problems carry.
type sheet struct {
	page   *Page
	fields map[string]*widgets.FormField
	column []fyne.CanvasObject
	first  fyne.Focusable
	save   func()
}

func (p *Page) sheet() *sheet { return &sheet{page: p, fields: map[string]*widgets.FormField{}} }

func (s *sheet) add(name, label string, control fyne.CanvasObject) {
	f := widgets.NewFormField(label, control)
	s.fields[name] = f
	s.column = append(s.column, f)
}

func (s *sheet) entry(name, label, text string) *widgets.Entry {
	e := widgets.NewEntry("", false)
	e.Text = text
	e.OnEscape = s.close
	e.OnEnter = func() { s.save() }
	if s.first == nil {
		s.first = e
	}
	s.add(name, label, e)
	return e
}

func (s *sheet) close() {
	s.page.list.UnselectAll()
	s.page.env.Panel(nil, nil)
}

// open shows the sheet; more are buttons beside the one that saves.
func (s *sheet) open(title string, more ...fyne.CanvasObject) {
	save := widget.NewButton(s.page.env.Lang.T("common.save"), func() { s.save() })
	save.Importance = widget.HighImportance
	s.page.env.Panel(widgets.NewSidePanel(title, widgets.Column(theme.Space3, s.column...), s.close, append(more, save)...), nil)
	if s.first != nil && s.page.env.Window != nil {
		s.page.env.Window.Canvas().Focus(s.first)
	}
}

// problems puts each problem beside its field; false if the error is something else.
func (s *sheet) problems(err error) bool {
	for _, f := range s.fields {
		f.SetError("")
	}
	var all seminar.Problems
	if !errors.As(err, &all) {
		return false
	}
	for _, e := range all {
		if f := s.fields[e.Field]; f != nil {
			f.SetError(s.page.env.Lang.Err(e))
		}
	}
	return true
}

// blank is a new session after the last one.
func (p *Page) blank() seminar.Session {
	of := p.env.Seminar()
	day, err := time.ParseInLocation(time.DateOnly, of.Start, of.Location())
	if err != nil {
		day = p.env.Desk().Now()
	}
	start := day.Add(9 * time.Hour)
	if n := len(p.sessions); n > 0 {
		start = p.sessions[n-1].End
	}
	return seminar.Session{SeminarID: of.ID, Kind: seminar.KindPanel, Start: start, End: start.Add(time.Hour), Counts: true, Position: len(p.sessions) + 1}
}

const localTime = "2006-01-02 15:04"

// edit opens a session in the panel; one without an id is new.
func (p *Page) edit(v seminar.Session) {
	if p.env.Seminar().ID == "" {
		return
	}
	t := p.env.Lang.T
	zone := p.env.Seminar().Location()
	s := p.sheet()
	title := s.entry("title", t("programme.title"), v.Title)
	kinds := make([]string, 0, 8)
	for _, k := range seminar.SessionKinds() {
		kinds = append(kinds, t("common.kind."+string(k)))
	}
	kind := widget.NewSelect(kinds, nil)
	kind.SetSelected(t("common.kind." + string(v.Kind)))
	s.add("kind", t("programme.kind"), kind)
	start := s.entry("start", t("programme.start"), v.Start.In(zone).Format(localTime))
	end := s.entry("end", t("programme.end"), v.End.In(zone).Format(localTime))
	room := s.entry("room", t("programme.room"), v.Room)
	speakers := s.entry("speakers", t("programme.speakers"), strings.Join(v.Speakers, "; "))
	s.fields["speakers"].Hint = t("programme.speakers.hint")
	capacity := s.entry("capacity", t("programme.capacity"), strconv.Itoa(v.Capacity))
	counts := widget.NewCheck(t("programme.counts"), nil)
	counts.Checked = v.Counts
	s.column = append(s.column, counts)
	s.save = func() {
		now := v
		now.Title, now.Room, now.Counts = strings.TrimSpace(title.Text), strings.TrimSpace(room.Text), counts.Checked
		if i := kind.SelectedIndex(); i >= 0 {
			now.Kind = seminar.SessionKinds()[i]
		}
		now.Start, _ = time.ParseInLocation(localTime, strings.TrimSpace(start.Text), zone)
		now.End, _ = time.ParseInLocation(localTime, strings.TrimSpace(end.Text), zone)
		now.Speakers = nil
		for _, name := range strings.Split(speakers.Text, ";") {
			if name = strings.TrimSpace(name); name != "" {
				now.Speakers = append(now.Speakers, name)
			}
		}
		var err error
		if now.Capacity, err = strconv.Atoi(strings.TrimSpace(capacity.Text)); err != nil {
			now.Capacity = -1
		}
		if s.problems(desk.ValidateSession(now).OrNil()) {
			return
		}
		p.act(t("programme.saved", "title", now.Title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			_, action, err := d.SaveSession(ctx, now)
			return action, err
		}, s.close)
	}
	var more []fyne.CanvasObject
	if v.ID != "" {
		more = append(more, widget.NewButtonWithIcon(t("common.remove"), theme.Icon(theme.IconTrash), p.remove))
	}
	s.open(t("programme.session"), more...)
}

func (p *Page) blankSeminar() seminar.Seminar {
	zone := time.Local.String()
	if zone == "Local" {
		zone = "UTC"
	}
	today := p.env.Desk().Now().Format(time.DateOnly)
	return seminar.Seminar{Start: today, End: today, Zone: zone, SeriesID: p.env.Seminar().SeriesID}
}

// editSeminar opens a seminar's own particulars; one without an id is new.
func (p *Page) editSeminar(v seminar.Seminar) {
	t := p.env.Lang.T
	s := p.sheet()
	titles := map[string]*widgets.Entry{}
	for _, l := range []string{"en", "az", "ru", "ar", "fr"} {
		name := "title_" + l
		if l == "en" {
			name = "title"
		}
		titles[l] = s.entry(name, t("programme.title_in", "language", l), v.Titles[l])
	}
	start, end := s.entry("start", t("programme.first_day"), v.Start), s.entry("end", t("programme.last_day"), v.End)
	zone, venue := s.entry("zone", t("programme.zone"), v.Zone), s.entry("venue", t("programme.venue"), v.Venue)
	organiser := s.entry("organiser", t("programme.organiser"), v.Organiser)
	signer, signerAs := s.entry("signer", t("programme.signer"), v.Signer), s.entry("signer_as", t("programme.signer_as"), v.SignerAs)
	percent := s.entry("percent", t("programme.percent"), strconv.Itoa(v.Percent))
	s.save = func() {
		now := v
		now.Titles = map[string]string{}
		for l, e := range titles {
			if text := strings.TrimSpace(e.Text); text != "" {
				now.Titles[l] = text
			}
		}
		now.Start, now.End, now.Zone = strings.TrimSpace(start.Text), strings.TrimSpace(end.Text), strings.TrimSpace(zone.Text)
		now.Venue, now.Organiser, now.Signer, now.SignerAs = venue.Text, organiser.Text, signer.Text, signerAs.Text
		now.Percent, _ = strconv.Atoi(strings.TrimSpace(percent.Text))
		if s.problems(desk.ValidateSeminar(now).OrNil()) {
			return
		}
		added := now.ID == ""
		id := now.ID
		p.act(t("programme.saved", "title", now.Title(p.env.Lang.Tag())), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			if !added {
				return d.SaveSeminar(ctx, now)
			}
			done, action, err := d.AddSeminar(ctx, now)
			id = done.ID
			return action, err
		}, func() { s.close(); p.env.SetSeminar(id) })
	}
	s.open(t("common.word.seminar"))
}
