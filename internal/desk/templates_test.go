package desk_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// layout is a badge with a picture of a few hundred kilobytes.
func layout(t *testing.T, id string) *template.Template {
	t.Helper()
	noise, r := image.NewNRGBA(image.Rect(0, 0, 300, 300)), rand.New(rand.NewPCG(1, 2))
	for x := range 300 {
		for y := range 300 {
			noise.SetNRGBA(x, y, color.NRGBA{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256)), 255})
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, noise); err != nil {
		t.Fatal(err)
	}
	return &template.Template{Schema: template.Schema, ID: id, Kind: template.Badge, Names: map[string]string{"en": "Own", "az": "Öz"},
		Size: template.Size{W: 90, H: 54},
		Front: []template.Element{{Type: template.Image, Picture: "back", Place: template.Place{W: 90, H: 54}},
			{Type: template.Text, Content: "{name}", Place: template.Place{X: 5, Y: 5, W: 80, H: 20}}},
		Pictures: map[string]template.Picture{"back": {Type: template.PNG, Data: file.Bytes()}}}
}

func (h *hall) saveTemplate(of seminar.ID, v *template.Template) desk.Action {
	h.t.Helper()
	action, err := h.SaveTemplate(ctx, of, v)
	if err != nil {
		h.t.Fatal(err)
	}
	return action
}

func (h *hall) wantTemplate(want *template.Template) {
	h.t.Helper()
	got, err := h.Template(ctx, seminar.ID(want.ID))
	if err != nil {
		h.t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		h.t.Errorf("%q comes back otherwise", want.ID)
	}
}

// written counts the operations of an action, and looks at their sizes.
func (h *hall) written(action desk.Action) map[journal.Kind]int {
	h.t.Helper()
	ops, err := h.Operations(ctx, desk.OperationFilter{Batch: string(action)})
	if err != nil {
		h.t.Fatal(err)
	}
	n := map[journal.Kind]int{}
	for _, o := range ops {
		n[o.Kind]++
		if len(o.Body) > 60<<10 {
			h.t.Errorf("an operation of %d bytes is no message between desks", len(o.Body))
		}
	}
	return n
}

func TestATemplateIsKeptInPieces(t *testing.T) {
	h := open(t)
	v := layout(t, "own")
	first := h.saveTemplate(h.of, v)
	h.wantTemplate(v)
	if n := h.written(first); n["template.set"] != 1 || n["piece.set"] < 6 {
		t.Errorf("a new one is %v", n)
	}
	v.Front[1].X = 6
	second := h.saveTemplate(h.of, v)
	if n := h.written(second); n["template.set"] != 1 || n["piece.set"] != 1 {
		t.Errorf("one with another layout is %v", n)
	}
	h.wantTemplate(v)
	if again := h.saveTemplate(h.of, v); again != "" {
		t.Error("one without a change is written")
	}
	findings, err := h.Keeper().Doctor(ctx)
	for _, f := range findings {
		if !f.OK {
			t.Errorf("doctor: %s", f.Message)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestTemplatesAreUndone(t *testing.T) {
	h := open(t)
	v := layout(t, "own")
	first := h.saveTemplate("", v)
	moved := layout(t, "own")
	moved.Front[1].X = 6
	second := h.saveTemplate("", moved)
	undo := func(a desk.Action) {
		t.Helper()
		if _, err := h.Undo(ctx, string(a), ""); err != nil {
			t.Fatal(err)
		}
	}
	undo(second)
	h.wantTemplate(v)
	undo(first)
	_, err := h.Template(ctx, "own")
	wantCode(t, err, seminar.CodeNotFound)

	// Another one needs the same picture, which the undo left.
	h.saveTemplate("", layout(t, "other"))
	h.wantTemplate(layout(t, "other"))

	deleted, err := h.DeleteTemplate(ctx, "other")
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.Template(ctx, "other")
	wantCode(t, err, seminar.CodeNotFound)
	undo(deleted)
	h.wantTemplate(layout(t, "other"))
}

func TestATemplateGoesFromDeskToDesk(t *testing.T) {
	h, other := open(t), open(t)
	h.saveTemplate(h.of, layout(t, "own"))
	file, err := h.ExportTemplate(ctx, "own")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true} {
		done, err := other.ImportTemplate(ctx, other.of, file)
		if err != nil || done.Replaced != want {
			t.Errorf("import %d: %+v %v", i, done, err)
		}
	}
	other.wantTemplate(layout(t, "own"))
	if _, err := other.DeleteTemplate(ctx, "own"); err != nil {
		t.Fatal(err)
	}
	if done, err := other.ImportTemplate(ctx, "", file); err != nil || done.Replaced {
		t.Errorf("after it was deleted: %+v %v", done, err)
	}
	other.wantTemplate(layout(t, "own"))
	list, err := other.Templates(ctx, "another seminar", template.Badge)
	if err != nil || len(list) != 1 {
		t.Errorf("of every seminar now: %v %v", list, err)
	}
	_, err = other.ImportTemplate(ctx, "", []byte(`{"schema": 1}`))
	wantCode(t, err, template.CodeID)
}

func TestTemplatesBelongToTheirSeminar(t *testing.T) {
	h := open(t)
	h.saveTemplate(h.of, layout(t, "b"))
	certificate := layout(t, "a")
	certificate.Kind = template.Certificate
	h.saveTemplate("", certificate)
	for _, test := range []struct {
		of   seminar.ID
		kind template.Kind
		want int
	}{{h.of, "", 2}, {h.of, template.Badge, 1}, {h.of, template.Certificate, 1}, {"another", template.Badge, 0}, {"another", "", 1}, {"", "", 2}} {
		if list, err := h.Templates(ctx, test.of, test.kind); err != nil || len(list) != test.want {
			t.Errorf("%q of %q: %v %v", test.kind, test.of, list, err)
		}
	}
}

func TestOnlyWhoChangesTheProgrammeChangesTemplates(t *testing.T) {
	h := open(t)
	_, admin := h.hire(h.Desk, "Leyla", seminar.Administrator, "123456")
	_, steward := h.hire(admin, "Rena", seminar.Steward, "1234")
	if _, err := admin.SaveTemplate(ctx, h.of, layout(t, "own")); err != nil {
		t.Fatal(err)
	}
	_, err := steward.SaveTemplate(ctx, h.of, layout(t, "own"))
	wantCode(t, err, desk.CodeRight)
	_, err = steward.DeleteTemplate(ctx, "own")
	wantCode(t, err, desk.CodeRight)
	if _, err := steward.ExportTemplate(ctx, "own"); err != nil {
		t.Errorf("nobody's data is in a template: %v", err)
	}
}

func TestEveryCategoryHasItsBadge(t *testing.T) {
	h := open(t)
	h.saveTemplate("", layout(t, "own"))
	h.saveTemplate("", layout(t, "ours"))
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	s.BadgeTemplate = "ours"
	if _, err := h.SaveSeminar(ctx, s); err != nil {
		t.Fatal(err)
	}
	people := map[string]seminar.ID{"": ""}
	want := map[string]string{"": "ours", "VIP": "own", "Press": "id1-card", "Staff": ""}
	for _, v := range []seminar.Category{{Name: "VIP", Template: "own"}, {Name: "Press", Template: "id1-card"}, {Name: "Staff", Template: seminar.NoBadge}} {
		v.SeminarID = h.of
		done, _, err := h.SaveCategory(ctx, v)
		if err != nil {
			t.Fatal(err)
		}
		people[v.Name] = done.ID
	}
	for name, category := range people {
		if _, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Of " + name},
			Registration: seminar.Registration{SeminarID: h.of, CategoryID: category}}); err != nil {
			t.Fatal(err)
		}
	}
	check := func() {
		t.Helper()
		rows, err := h.Roster(ctx, seminar.RosterFilter{SeminarID: h.of})
		if err != nil {
			t.Fatal(err)
		}
		badges, err := h.BadgesFor(ctx, h.of, rows)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range badges {
			got := ""
			if b.Layout != nil {
				got = b.Layout.ID
			}
			if got != want[b.Category.Name] {
				t.Errorf("%q has %q, want %q", b.Category.Name, got, want[b.Category.Name])
			}
		}
	}
	check()
	rows, err := h.Roster(ctx, seminar.RosterFilter{SeminarID: h.of, Badged: true})
	if err != nil || len(rows) != 3 {
		t.Errorf("%d get a badge (%v)", len(rows), err)
	}
	if _, err := h.DeleteTemplate(ctx, "own"); err != nil {
		t.Fatal(err)
	}
	want["VIP"] = "" // the standard one
	check()
	_, _, err = h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Guest", Template: "own"})
	wantCode(t, err, seminar.CodeNotFound)
	if _, err := h.MarkPrinted(ctx, h.of, rows, ""); err != nil {
		t.Fatal(err)
	}
	var printed []seminar.Badge
	if err := h.All(ctx, seminar.EntityBadge, h.of, &printed); err != nil {
		t.Fatal(err)
	}
	by := map[string]int{}
	for _, b := range printed {
		by[b.Template]++
	}
	if by["ours"] != 1 || by[""] != 1 || by["id1-card"] != 1 {
		t.Errorf("printed by %v", by)
	}
}

func TestABadgeHasTheAnswersOfItsPerson(t *testing.T) {
	h := open(t)
	var questions []seminar.Question
	for i, text := range []string{"Hotel", "Bus", "Diet"} {
		q, _, err := h.SaveQuestion(ctx, seminar.Question{SeminarID: h.of, Text: text, Position: i})
		if err != nil {
			t.Fatal(err)
		}
		questions = append(questions, q)
	}
	who, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Anar"}, Registration: seminar.Registration{SeminarID: h.of,
		Answers: map[seminar.ID]string{questions[0].ID: "Caspian", questions[2].ID: "none"}}})
	if err != nil {
		t.Fatal(err)
	}
	badges, err := h.BadgesFor(ctx, h.of, []seminar.RosterRow{who.Row})
	if err != nil {
		t.Fatal(err)
	}
	want := []document.Answer{{ID: questions[0].ID, Question: "Hotel", Text: "Caspian"}, {ID: questions[2].ID, Question: "Diet", Text: "none"}}
	if !slices.Equal(badges[0].Answers, want) || badges[0].Status != seminar.Confirmed {
		t.Errorf("%+v", badges[0])
	}
}
