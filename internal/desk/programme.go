package desk

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"strings"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// Seminars gives every seminar, by first day.
func (d *Desk) Seminars(ctx context.Context) ([]seminar.Seminar, error) {
	all, err := all[seminar.Seminar](ctx, d, seminar.EntitySeminar, "")
	sortBy(all, func(s seminar.Seminar) string { return s.Start + string(s.ID) })
	return all, err
}

// Seminar chooses one: by id, or for "" the only one, or the one running today. Anything else is CodeSeminarChoice.
func (d *Desk) Seminar(ctx context.Context, id seminar.ID) (seminar.Seminar, error) {
	if id != "" {
		return get[seminar.Seminar](ctx, d, seminar.EntitySeminar, id)
	}
	all, err := d.Seminars(ctx)
	if err != nil {
		return seminar.Seminar{}, err
	}
	if len(all) == 1 {
		return all[0], nil
	}
	for _, s := range all {
		if s.Runs(d.now()) {
			return s, nil
		}
	}
	if len(all) == 0 {
		return seminar.Seminar{}, seminar.Errorf(seminar.CodeNotFound, "This workspace has no seminar yet. Add one first.")
	}
	return seminar.Seminar{}, seminar.Errorf(seminar.CodeSeminarChoice,
		"This workspace has several seminars and none of them runs today. Say which one is meant.")
}

// AddSeminar adds a seminar with its keys and its first check-in list.
func (d *Desk) AddSeminar(ctx context.Context, s seminar.Seminar) (seminar.Seminar, Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return s, "", err
	}
	if err := ValidateSeminar(s).OrNil(); err != nil {
		return s, "", err
	}
	if s.ID == "" {
		s.ID = newID()
	}
	if s.CodeKey == nil {
		s.CodeKey = make([]byte, 32)
		rand.Read(s.CodeKey)
	}
	if s.SignKey == nil {
		s.SignKey = make([]byte, 32)
		rand.Read(s.SignKey)
	}
	action, err := d.write(ctx, func(c *change) error {
		if _, err := c.set(ctx, seminar.EntitySeminar, s.ID, seminar.Seminar{}, s); err != nil {
			return err
		}
		entrance := seminar.List{ID: seminar.DeriveID(s.ID, "list", "Main entrance"), SeminarID: s.ID, Name: "Main entrance",
			Frequency: seminar.Once, ReEntry: true}
		if s.Start != s.End {
			entrance.Frequency = seminar.Daily
		}
		_, err := c.set(ctx, seminar.EntityList, entrance.ID, seminar.List{}, entrance)
		return err
	})
	return s, action, err
}

// ValidateSeminar says what is wrong with a seminar.
func ValidateSeminar(s seminar.Seminar) seminar.Problems {
	var p seminar.Problems
	if strings.TrimSpace(s.Title("en")) == "" {
		p = append(p, seminar.Errorf(seminar.CodeRequired, "The seminar needs a title.").WithField("title"))
	}
	for field, day := range map[string]string{"start": s.Start, "end": s.End} {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			p = append(p, seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").
				WithArg("value", day).WithField(field))
		}
	}
	if len(p) == 0 && s.End < s.Start {
		p = append(p, seminar.Errorf("date_order", "The seminar ends before it starts.").WithField("end"))
	}
	if _, err := time.LoadLocation(s.Zone); err != nil || s.Zone == "" || s.Zone == "Local" {
		p = append(p, seminar.Errorf("zone", "“{value}” is not a time zone. Write it as Asia/Baku.").
			WithArg("value", s.Zone).WithField("zone"))
	}
	return p
}

// SaveSeminar changes a seminar's own particulars.
func (d *Desk) SaveSeminar(ctx context.Context, s seminar.Seminar) (Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return "", err
	}
	return save(ctx, d, seminar.EntitySeminar, s.ID, s, ValidateSeminar(s))
}

// SaveSeries adds or changes a series.
func (d *Desk) SaveSeries(ctx context.Context, s seminar.Series) (seminar.Series, Action, error) {
	s.ID = orNew(s.ID)
	action, err := save(ctx, d, seminar.EntitySeries, s.ID, s, named(s.Title, "title"))
	return s, action, err
}

// Sessions gives the programme of a seminar in its order: by start, then position.
func (d *Desk) Sessions(ctx context.Context, of seminar.ID) ([]seminar.Session, error) {
	all, err := all[seminar.Session](ctx, d, seminar.EntitySession, of)
	sortSessions(all)
	return all, err
}

// SaveSession adds a session (with no id) or changes one.
func (d *Desk) SaveSession(ctx context.Context, s seminar.Session) (seminar.Session, Action, error) {
	s.ID = orNew(s.ID)
	s.Start, s.End = s.Start.UTC().Truncate(time.Second), s.End.UTC().Truncate(time.Second)
	action, err := save(ctx, d, seminar.EntitySession, s.ID, s, ValidateSession(s))
	return s, action, err
}

// ValidateSession says what is wrong with a session.
func ValidateSession(s seminar.Session) seminar.Problems {
	p := named(s.Title, "title")
	if s.Start.IsZero() {
		p = append(p, seminar.Errorf(seminar.CodeRequired, "The session needs a start.").WithField("start"))
	}
	if !s.End.After(s.Start) {
		p = append(p, seminar.Errorf("time_order", "The session must end after it starts.").WithField("end"))
	}
	if s.Capacity < 0 {
		p = append(p, seminar.Errorf("number", "The capacity is a number of people, or 0 for no limit.").WithField("capacity"))
	}
	known := false
	for _, k := range seminar.SessionKinds() {
		known = known || k == s.Kind
	}
	if !known {
		p = append(p, seminar.Errorf("session_kind", "“{value}” is not a kind of session.").
			WithArg("value", string(s.Kind)).WithField("kind"))
	}
	return p
}

// Reorder puts things of one entity in the order of their ids: sessions that start together, categories, lists.
func (d *Desk) Reorder(ctx context.Context, e seminar.Entity, ids []seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		type placed struct {
			Position int `json:"position"`
		}
		for i, id := range ids {
			before, err := get[placed](ctx, c, e, id)
			if err != nil {
				return err
			}
			if _, err := c.set(ctx, e, id, before, placed{i + 1}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Lists gives the check-in lists of a seminar; the first is the one meant when none is said.
func (d *Desk) Lists(ctx context.Context, of seminar.ID) ([]seminar.List, error) {
	return all[seminar.List](ctx, d, seminar.EntityList, of)
}

// SaveList adds a list (with no id) or changes one.
func (d *Desk) SaveList(ctx context.Context, l seminar.List) (seminar.List, Action, error) {
	l.ID = orNew(l.ID)
	if l.Frequency == "" {
		l.Frequency = seminar.Once
	}
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, l.SeminarID)
	if err != nil {
		return l, "", err
	}
	if len(l.Rule) == 0 {
		l.Rule = json.RawMessage("null")
	}
	action, err := save(ctx, d, seminar.EntityList, l.ID, l, append(named(l.Name, "name"), attendance.ValidateList(l, s)...))
	return l, action, err
}

// Categories gives the categories of a seminar.
func (d *Desk) Categories(ctx context.Context, of seminar.ID) ([]seminar.Category, error) {
	return all[seminar.Category](ctx, d, seminar.EntityCategory, of)
}

// SaveCategory adds a category (with no id) or changes one. The rules of lists that name it follow another name.
func (d *Desk) SaveCategory(ctx context.Context, v seminar.Category) (seminar.Category, Action, error) {
	v.ID = orNew(v.ID)
	if v.Colour == "" {
		v.Colour = "#5c645f"
	}
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return v, "", err
	}
	problems, err := d.checkTemplate(ctx, v.SeminarID, v.Template)
	if err != nil {
		return v, "", err
	}
	if err := append(named(v.Name, "name"), problems...).OrNil(); err != nil {
		return v, "", err
	}
	action, err := d.write(ctx, func(c *change) error {
		var before seminar.Category
		if _, err := c.Get(ctx, seminar.EntityCategory, v.ID, &before); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityCategory, v.ID, before, v); err != nil {
			return err
		}
		if before.Name == "" || before.Name == v.Name {
			return nil
		}
		return c.renameInRules(ctx, v.SeminarID, before.Name, v.Name)
	})
	return v, action, err
}

func (c *change) renameInRules(ctx context.Context, of seminar.ID, from, to string) error {
	lists, err := all[seminar.List](ctx, c, seminar.EntityList, of)
	if err != nil {
		return err
	}
	for _, l := range lists {
		now := l
		if now.Rule, err = attendance.RenameCategory(l.Rule, from, to); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityList, l.ID, l, now); err != nil {
			return err
		}
	}
	return nil
}

// Delegations gives the delegations of a seminar. A head who was merged is the kept person.
func (d *Desk) Delegations(ctx context.Context, of seminar.ID) ([]seminar.Delegation, error) {
	delegations, err := all[seminar.Delegation](ctx, d, seminar.EntityDelegation, of)
	for i, v := range delegations {
		if err != nil || v.HeadID == "" {
			continue
		}
		var person []seminar.ID
		if person, err = d.Aliases(ctx, v.HeadID); err == nil {
			delegations[i].HeadID = person[0]
		}
	}
	return delegations, err
}

// SaveDelegation adds a delegation (with no id) or changes one.
func (d *Desk) SaveDelegation(ctx context.Context, v seminar.Delegation) (seminar.Delegation, Action, error) {
	v.ID = orNew(v.ID)
	v.Country = strings.ToUpper(v.Country)
	if v.Name == "" {
		v.Name = v.Country
	}
	action, err := save(ctx, d, seminar.EntityDelegation, v.ID, v, named(v.Name, "name"))
	return v, action, err
}

// Questions gives the seminar's own questions.
func (d *Desk) Questions(ctx context.Context, of seminar.ID) ([]seminar.Question, error) {
	return all[seminar.Question](ctx, d, seminar.EntityQuestion, of)
}

// SaveQuestion adds a question (with no id) or changes one.
func (d *Desk) SaveQuestion(ctx context.Context, v seminar.Question) (seminar.Question, Action, error) {
	v.ID = orNew(v.ID)
	if v.Type == "" {
		v.Type = "text"
	}
	problems := named(v.Text, "text")
	if v.Type == "choice" && len(v.Options) == 0 {
		problems = append(problems, seminar.Errorf("question_options", "Write the answers to choose from.").WithField("options"))
	}
	action, err := save(ctx, d, seminar.EntityQuestion, v.ID, v, problems)
	return v, action, err
}

// Initiatives gives the proposals put forward in a seminar.
func (d *Desk) Initiatives(ctx context.Context, of seminar.ID) ([]seminar.Initiative, error) {
	return all[seminar.Initiative](ctx, d, seminar.EntityInitiative, of)
}

// SaveInitiative adds an initiative (with no id) or changes one.
func (d *Desk) SaveInitiative(ctx context.Context, v seminar.Initiative) (seminar.Initiative, Action, error) {
	v.ID = orNew(v.ID)
	if v.Status == "" {
		v.Status = "proposed"
	}
	action, err := save(ctx, d, seminar.EntityInitiative, v.ID, v, named(v.Title, "title"))
	return v, action, err
}

// Remove takes something off the programme; undo brings it back.
func (d *Desk) Remove(ctx context.Context, e seminar.Entity, id seminar.ID) (Action, error) {
	type removal struct {
		Removed bool `json:"removed"`
	}
	return save(ctx, d, e, id, removal{true}, nil)
}

// save writes what changed of one thing, if there are no problems with it.
func save[T any](ctx context.Context, d *Desk, e seminar.Entity, id seminar.ID, now T, p seminar.Problems) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	if err := p.OrNil(); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		var before T
		if _, err := c.Get(ctx, e, id, &before); err != nil {
			return err
		}
		_, err := c.set(ctx, e, id, before, now)
		return err
	})
}

func named(text, field string) seminar.Problems {
	if strings.TrimSpace(text) != "" {
		return nil
	}
	return seminar.Problems{seminar.Errorf(seminar.CodeRequired, "Please write a name here.").WithField(field)}
}

func orNew(id seminar.ID) seminar.ID {
	if id == "" {
		return newID()
	}
	return id
}

// SaveSessions changes several sessions as one action, such as two that change places.
func (d *Desk) SaveSessions(ctx context.Context, sessions []seminar.Session) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	for _, s := range sessions {
		if err := ValidateSession(s).OrNil(); err != nil {
			return "", err
		}
	}
	return d.write(ctx, func(c *change) error {
		for _, s := range sessions {
			before, err := get[seminar.Session](ctx, c, seminar.EntitySession, s.ID)
			if err != nil {
				return err
			}
			if _, err := c.set(ctx, seminar.EntitySession, s.ID, before, s); err != nil {
				return err
			}
		}
		return nil
	})
}
