package attendance

import "lanyard/internal/seminar"

// Messages are the sentences of the engine by code, in English, with {placeholders}. A translation has a text for each
// under "error.checkin_" and the code.
func Messages() map[string]string { return messages }

var messages = map[string]string{
	"unknown":            "This code is nobody's here. Search by name.",
	"forged":             "This badge was not made for this seminar.",
	"other_seminar":      "Belongs to another seminar: {seminar}.",
	"unknown_genuine":    "A genuine badge that this desk has not heard of yet. Let them in; it is noted.",
	"ambiguous":          "This could be several people. Choose one.",
	"revoked":            "This badge was replaced. Ask for the new one.",
	"cancelled":          "The registration was cancelled.",
	"blocked":            "Not to be let in. Ask the supervisor.",
	"blocked_why":        "Not to be let in: {why}",
	"waitlisted":         "On the waiting list.",
	"pending":            "The registration is not confirmed yet.",
	"too_early":          "Only from {time}.",
	"too_late":           "Only until {time}.",
	"other_date":         "Registered for another date of the series.",
	"category":           "{category} may not enter here.",
	"category_session":   "{category} may not enter this session.",
	"full":               "The room is full: {count} people are inside.",
	"rule":               "The rules of this list do not admit this now.",
	"rule_category":      "Only for: {categories}.",
	"rule_date":          "Only from {date}.",
	"rule_inside":        "Only for somebody who is inside.",
	"rule_outside":       "Inside already. Check out first.",
	"rule_before":        "Only for somebody who was in before.",
	"rule_more":          "Times in so far: {count}. That is not often enough.",
	"rule_entries":       "Times in so far: {count}. No more are allowed.",
	"rule_entries_today": "Times in today: {count}. Again tomorrow.",
	"rule_days":          "Days so far: {count}. No more are allowed.",
	"questions":          "Ask first.",
	"already_redeemed":   "Already checked in at {time}, desk {desk}.",
	"already_day":        "Already checked in today at {time}, desk {desk}.",
	"already_date":       "Already checked in on {date} at {time}, desk {desk}.",
	"desk_note":          "{note}",
}

// say makes a message of the engine; args are names and values.
func say(code string, args ...string) *seminar.Error {
	e := seminar.Errorf("checkin_"+code, messages[code])
	for i := 0; i+1 < len(args); i += 2 {
		e = e.WithArg(args[i], args[i+1])
	}
	return e
}
