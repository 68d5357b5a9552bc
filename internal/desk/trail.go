package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Trail puts operations into words of a language, and looks each thing up once.
type Trail struct {
	desk  *Desk
	lang  *i18n.Lang
	names map[seminar.ID]string
}

// Trail begins to put operations into words.
func (d *Desk) Trail(lang *i18n.Lang) Trail { return Trail{d, lang, map[seminar.ID]string{}} }

// Lines are operations in words, the first that was done first. ops are newest first, as Operations gives them.
func (t Trail) Lines(ctx context.Context, ops []journal.Operation, zone *time.Location) ([]document.LogLine, error) {
	lines := make([]document.LogLine, len(ops))
	for i, o := range ops {
		what, err := t.Sentence(ctx, o)
		if err != nil {
			return nil, err
		}
		lines[len(ops)-1-i] = document.LogLine{When: o.Wall.In(zone), Who: o.Operator, Desk: o.Desk, What: what}
	}
	return lines, nil
}

// Sentence says what an operation did, to whom or what.
func (t Trail) Sentence(ctx context.Context, o journal.Operation) (string, error) {
	entity, verb, known := o.Kind.Split()
	if !known {
		return string(o.Kind), nil
	}
	switch verb {
	case journal.Undo:
		return t.undo(ctx, o)
	case journal.Erase:
		name, err := t.name(ctx, seminar.EntityAttendee, o.Subject)
		return t.lang.T("document.trail.erase", "name", name), err
	}
	var body struct {
		Registration, Attendee, List, Keep, Drop seminar.ID
		Type, Reason                             string
		Successful, Forced, Revoked, Apart       bool
		ForcedCode                               string `json:"forced_code"`
		ForcedWhy                                string `json:"forced_why"`
	}
	if err := json.Unmarshal(orEmpty(o.Says()), &body); err != nil {
		return string(o.Kind), nil
	}
	subject := o.Subject
	switch entity {
	case seminar.EntityCheckin:
		who, err := t.name(ctx, seminar.EntityAttendee, body.Attendee)
		if err != nil {
			return "", err
		}
		list, err := t.name(ctx, seminar.EntityList, body.List)
		if who == "" {
			who = t.lang.T("document.trail.nobody")
		}
		key := "document.trail." + body.Type
		switch {
		case !body.Successful:
			return t.lang.T("document.trail.refused", "name", who, "list", list, "reason", t.lang.T("common.reason."+body.Reason)), err
		case body.Forced:
			key += ".forced"
			why := body.ForcedWhy
			if body.ForcedCode != "" {
				why = t.lang.T("common.force." + body.ForcedCode)
			}
			if why != "" {
				who += " (" + why + ")"
			}
		}
		return t.lang.T(key, "name", who, "list", list), err
	case seminar.EntityCorrection:
		entity, subject = seminar.EntityAttendee, body.Attendee
		name, err := t.name(ctx, entity, subject)
		return t.lang.T("document.trail.correction", "name", name), err
	case seminar.EntityBadge:
		entity, subject = seminar.EntityRegistration, body.Registration
		name, err := t.name(ctx, entity, subject)
		return t.lang.T("document.trail.badge", "name", name), err
	case seminar.EntityMerge:
		keep, err := t.name(ctx, seminar.EntityAttendee, body.Keep)
		if err != nil {
			return "", err
		}
		drop, err := t.name(ctx, seminar.EntityAttendee, body.Drop)
		key := "document.trail.merge"
		if body.Apart {
			key = "document.trail.apart"
		}
		return t.lang.T(key, "name", keep, "other", drop), err
	}
	name, err := t.name(ctx, entity, subject)
	if name == "" { // it was undone or removed since: what was done says what it was called then
		var thing callings
		if json.Unmarshal(orEmpty(o.Says()), &thing) == nil {
			name = thing.name(t.lang)
		}
	}
	if body.Revoked && entity == seminar.EntityCertificate {
		return t.lang.T("document.trail.revoked", "name", name), err
	}
	return t.lang.T("document.trail."+string(entity), "name", name), err
}

// undo says what was undone: the first of it, and how many operations more.
func (t Trail) undo(ctx context.Context, o journal.Operation) (string, error) {
	var body journal.UndoBody
	if err := json.Unmarshal(orEmpty(o.Says()), &body); err != nil || len(body.Operations) == 0 {
		return string(o.Kind), nil
	}
	what := ""
	first, err := t.desk.Operations(ctx, OperationFilter{ID: body.Operations[0]})
	if err == nil && len(first) > 0 {
		what, err = t.Sentence(ctx, first[0])
	}
	more := len(body.Operations) - 1
	if more > 0 {
		what = t.lang.N("document.trail.more", more, "what", what)
	}
	return t.lang.T("document.trail.undo", "what", what), err
}

// name is what a person calls a thing; "" for one that is not here any more.
func (t Trail) name(ctx context.Context, e seminar.Entity, id seminar.ID) (string, error) {
	if name, known := t.names[id]; known || id == "" {
		return name, nil
	}
	var thing callings
	if _, err := t.desk.Get(ctx, e, id, &thing); err != nil {
		return "", err
	}
	name := thing.name(t.lang)
	var err error
	switch e {
	case seminar.EntityRegistration:
		name, err = t.name(ctx, seminar.EntityAttendee, thing.Attendee)
	case seminar.EntityCertificate:
		name, err = t.name(ctx, seminar.EntityRegistration, thing.Registration)
		name = thing.Serial + ", " + name
	}
	t.names[id] = name
	return name, err
}

// callings is what things are called by, as they are kept and as operations say them.
type callings struct {
	Given                     string `json:"given_name"`
	Family                    string `json:"family_name"`
	Native                    string `json:"native_name"`
	Called                    string `json:"name"`
	Title, Text, Serial, File string
	Titles                    map[string]string
	Attendee, Registration    seminar.ID
}

func (n callings) name(lang *i18n.Lang) string {
	return cmp.Or(seminar.Attendee{GivenName: n.Given, FamilyName: n.Family, NativeName: n.Native}.Name(),
		seminar.Seminar{Titles: n.Titles}.Title(lang.Tag()), n.Called, n.Title, n.Text, n.File)
}

// orEmpty is a body, or an empty one where it was erased at the person's request.
func orEmpty(body json.RawMessage) json.RawMessage {
	if len(body) == 0 || string(body) == "null" {
		return json.RawMessage("{}")
	}
	return body
}
