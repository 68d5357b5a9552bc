package desk_test

import (
	"encoding/json"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestARuleFollowsTheNameOfItsCategory(t *testing.T) {
	h := open(t)
	press, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Press"})
	if err != nil {
		t.Fatal(err)
	}
	h.list.Rule = json.RawMessage(`{"any":[{"all":[{"var":"category","op":"==","value":"press"}]},{"var":"category","op":"in","value":["VIP","Press"]}]}`)
	if _, _, err := h.SaveList(ctx, h.list); err != nil {
		t.Fatal(err)
	}
	r, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Anar"}, Registration: seminar.Registration{SeminarID: h.of, CategoryID: press.ID}})
	if err != nil {
		t.Fatal(err)
	}
	press.Name = "Media"
	_, action, err := h.SaveCategory(ctx, press)
	if err != nil {
		t.Fatal(err)
	}
	h.undo(h.answers(r.Row.Code, "").Operation)
	h.undo(string(action))
	h.answers(r.Row.Code, "")
	lists, err := h.Lists(ctx, h.of)
	if err != nil || string(lists[0].Rule) != string(h.list.Rule) {
		t.Errorf("after undo the rule is %s, %v", lists[0].Rule, err)
	}
	other := h.register("Rustam")
	h.answers(other.Row.Code, seminar.ReasonRules)
	h.well()
}
