package initiative

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// fill writes an initiative into the fields; who is whom it calls its author.
func (f *Form) fill(v seminar.Initiative, who string) {
	if v.AttendeeID != "" {
		f.people[who] = seminar.RosterRow{AttendeeID: v.AttendeeID, DelegationID: v.DelegationID}
	}
	f.who.SetText(who)
	f.title.SetText(v.Title)
	f.text.SetText(v.Text)
	f.theme.SetText(v.Theme)
	f.delegation.SetSelectedIndex(max(0, slices.Index(f.delegations, string(v.DelegationID))))
	f.session.SetSelectedIndex(max(0, slices.Index(f.sessions, string(v.SessionID))))
	f.language.SetSelectedIndex(max(0, slices.Index(f.languages, v.Language)))
	f.status.SetSelectedIndex(max(0, slices.Index(seminar.InitiativeStatuses(), v.Status)))
	f.chosen = v.DelegationID != "" && v.ID != ""
	f.reflect()
}

// value is the initiative as it is written.
func (f *Form) value() seminar.Initiative {
	v := f.base
	v.Title, v.Text, v.Theme = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.text.Text), strings.TrimSpace(f.theme.Entry.Text)
	who := strings.TrimSpace(f.who.Entry.Text)
	v.AttendeeID, v.By = "", who
	if r, known := f.people[who]; known && who != "" {
		v.AttendeeID = r.AttendeeID
	}
	pick := func(of []string, at int) string { return of[max(0, min(at, len(of)-1))] }
	v.DelegationID = seminar.ID(pick(f.delegations, f.delegation.SelectedIndex()))
	v.SessionID = seminar.ID(pick(f.sessions, f.session.SelectedIndex()))
	v.Language = pick(f.languages, f.language.SelectedIndex())
	v.Status = seminar.InitiativeStatuses()[max(0, f.status.SelectedIndex())]
	return v
}

// find looks for attendees; whoever is not found can be written all the same.
func (f *Form) find(text string, offer func([]string)) {
	f.changed()
	if strings.TrimSpace(text) == "" {
		f.finding.Cancel()
		offer(nil)
		return
	}
	d, of := f.env.Desk(), f.env.Seminar().ID
	f.finding.Run(f.env.Context, f.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) {
		return d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: text, Limit: 8})
	}, func(rows []seminar.RosterRow, err error) {
		if err != nil {
			f.env.Fail(err)
		}
		var names []string
		for _, r := range rows {
			name := r.Formal()
			if one, taken := f.people[name]; taken && one.AttendeeID != r.AttendeeID { // of two with one name
				name += " · " + cmp.Or(r.Organisation, r.BadgeNumber)
			}
			f.people[name] = r
			names = append(names, name)
		}
		offer(names)
	})
}

// follow takes somebody, and their delegation, unless somebody chose another.
func (f *Form) follow(name string) {
	if r, known := f.people[name]; known && !f.chosen {
		f.delegation.SetSelectedIndex(max(0, slices.Index(f.delegations, string(r.DelegationID))))
		f.chosen = false // it was not a hand that did
	}
	f.changed()
}

// FromRight says whether an initiative is written from right to left: by its language, and where that is not said by its
// letters.
func FromRight(v seminar.Initiative) bool {
	if v.Language != "" {
		return i18n.RightToLeft(v.Language)
	}
	return typeset.RightToLeft(v.Title + v.Text)
}

// draft is what is kept of a form that was left half-written.
type draft struct {
	Initiative seminar.Initiative `json:"initiative"`
	Who        string             `json:"who"`
}

// setting is where this desk keeps what is half-written of this initiative, or of a new one in this seminar.
func (f *Form) setting() string {
	return desk.SettingDraft + "initiative." + string(cmp.Or(f.base.ID, f.base.SeminarID))
}

// keep keeps what is written if it is not what there was, and says whether it had to.
func (f *Form) keep() bool {
	v := f.value()
	if v == f.before || f.closed {
		f.forget()
		return false
	}
	text, err := json.Marshal(draft{v, strings.TrimSpace(f.who.Entry.Text)})
	if err != nil { // nothing of it can be refused
		f.env.Log.Warn("draft", "error", err)
		return false
	}
	if kept := string(text); kept != f.env.Setting(f.setting()) {
		f.env.SetSetting(f.setting(), kept)
	}
	return true
}

func (f *Form) forget() {
	if f.env.Setting(f.setting()) != "" {
		f.env.SetSetting(f.setting(), "")
	}
}

// restore writes what was left half-written into the fields, and says whether there was anything.
func (f *Form) restore() bool {
	var d draft
	if json.Unmarshal([]byte(f.env.Setting(f.setting())), &d) != nil {
		return false
	}
	d.Initiative.ID, d.Initiative.SeminarID, d.Initiative.Position = f.base.ID, f.base.SeminarID, f.base.Position
	f.fill(d.Initiative, d.Who)
	return true
}
