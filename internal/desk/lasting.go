package desk

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// lasting are the fields that an anonymised person's things keep, so that every figure stays the same. A field that is not
// among them goes: a new one has to be thought about before it stays.
var lasting = map[seminar.Entity][]string{
	seminar.EntityAttendee: {"country", "gender", "language", "organisation", "consent", "removed"},
	seminar.EntityRegistration: {"seminar", "attendee", "status", "category", "delegation", "answers", "code", "revoked_codes", "badge_number",
		"source", "import_id", "blocked", "excused", "waiting_since", "moved_up"},
	seminar.EntityCheckin: {"seminar", "list", "attendee", "type", "datetime", "created", "successful", "reason", "explanation", "explanation_code",
		"explanation_args", "forced", "forced_code", "offline", "assumed", "desk", "operator", "nonce", "raw_code"},
	seminar.EntityBadge:       {"seminar", "registration", "code", "template", "print_number", "printed"},
	seminar.EntityCertificate: {"seminar", "registration", "kind", "serial", "issued", "refers", "revoked", "revoked_at", "replaced_by"},
	seminar.EntityMerge:       {"keep", "drop", "apart"},
	seminar.EntityCorrection:  {"seminar", "attendee", "session", "status", "minutes", "removed"},
	seminar.EntityInitiative:  {"seminar", "session", "position", "title", "attendee", "by", "delegation", "theme", "text", "language", "status", "removed"},
	seminar.EntityImport:      {"seminar", "source", "sha256", "rows", "created", "updated"},
}

// chosen are the types of questions whose answers are chosen rather than written: they are counted, and stay.
var chosen = []string{seminar.TypeYesNo, seminar.TypeChoice, seminar.TypeSeveral, seminar.TypeCountry, seminar.TypeConsent}

// whoFields are the fields of which each would tell who somebody is; whatever sets one of them says the new name.
var whoFields = []string{"given_name", "family_name", "native_name", "badge_name", "anonymised"}

// remainder is what stays of one operation about a person.
type remainder struct {
	called string          // until now
	name   string          // that the person has from now on
	at     string          // RFC 3339
	codes  map[string]bool // that a scanner may have read of theirs, in lower case
	kinds  map[seminar.ID]string
}

// of gives what stays of a body, and false where all of it does.
func (r remainder) of(o journal.Operation, says json.RawMessage) (journal.Fields, bool, error) {
	if o.Kind == journal.KindUndo {
		return r.undo(says)
	}
	entity, _, _ := o.Kind.Split()
	fields, err := journal.FieldsOf(says)
	if err != nil {
		return nil, false, err
	}
	kept := maps.Clone(fields)
	maps.DeleteFunc(kept, func(name string, _ json.RawMessage) bool { return !slices.Contains(lasting[entity], name) })
	switch entity {
	case seminar.EntityAttendee:
		r.attendee(fields, kept)
	case seminar.EntityRegistration:
		r.answers(kept)
	case seminar.EntityCheckin:
		r.checkin(kept)
	case seminar.EntityInitiative:
		if unquoted(fields["by"]) != "" {
			kept["by"], _ = json.Marshal(r.name)
		}
	}
	return kept, fields.Less(kept), nil
}

func (r remainder) attendee(fields, kept journal.Fields) {
	if text := kept["consent"]; len(text) > 0 && text[0] == '"' { // of a version before: whatever somebody wrote
		kept["consent"], _ = json.Marshal(seminar.Agreed{State: seminar.AgreedBy(unquoted(text)).State})
	}
	if !slices.ContainsFunc(whoFields, func(f string) bool { return fields[f] != nil }) {
		return
	}
	kept["family_name"], _ = json.Marshal(r.name)
	kept["anonymised"], _ = json.Marshal(r.at)
}

func (r remainder) answers(kept journal.Fields) {
	var answers map[seminar.ID]string
	if json.Unmarshal(kept["answers"], &answers) != nil || answers == nil {
		return
	}
	maps.DeleteFunc(answers, func(q seminar.ID, _ string) bool { return !slices.Contains(chosen, r.kinds[q]) })
	kept["answers"], _ = json.Marshal(answers)
}

// quotable are what the answer to a scan may be filled in with that nobody wrote about the person.
var quotable = []string{"seminar", "time", "date", "category", "categories", "count", "desk"}

// checkin takes away what was typed instead of scanned, and a sentence that quotes what was written about the person.
func (r remainder) checkin(kept journal.Fields) {
	if raw := unquoted(kept["raw_code"]); raw != "" && !r.codes[strings.ToLower(strings.TrimSpace(raw))] {
		delete(kept, "raw_code")
	}
	var args seminar.Args
	if kept["explanation_args"] != nil && json.Unmarshal(kept["explanation_args"], &args) != nil {
		args = seminar.Args{"": ""}
	}
	for name := range args {
		if slices.Contains(quotable, name) {
			delete(args, name)
		}
	}
	if kept["explanation_code"] == nil || len(args) > 0 {
		for _, f := range []string{"explanation", "explanation_code", "explanation_args"} {
			delete(kept, f)
		}
	}
}

func (r remainder) undo(says json.RawMessage) (journal.Fields, bool, error) {
	var fields journal.Fields
	if err := json.Unmarshal(says, &fields); err != nil {
		return nil, false, err
	}
	less := fields["why"] != nil
	delete(fields, "why")
	return fields, less, nil
}

func unquoted(text json.RawMessage) string {
	var s string
	if json.Unmarshal(text, &s) != nil {
		return ""
	}
	return s
}

// Lasts says whether a field of a person's thing stays when they are anonymised.
func Lasts(e seminar.Entity, field string) bool { return slices.Contains(lasting[e], field) }

// nameless refuses to write anew what tells who somebody is who was anonymised.
func nameless(before, now seminar.Attendee) error {
	if before.Anonymised == "" {
		return nil
	}
	changed, err := journal.Changed(before, now)
	for name := range changed {
		if !Lasts(seminar.EntityAttendee, name) {
			return seminar.Errorf("anonymous_edit", "{name} was anonymised: nothing that tells who they are is written any more. Somebody who comes back is registered anew.").WithArg("name", before.Name())
		}
	}
	return err
}
