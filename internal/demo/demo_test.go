package demo_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

func TestTheSampleFillsAWorkspaceThatTheDoctorFindsWell(t *testing.T) {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	d := desk.New(desk.Options{Store: store, Keeper: store, Operator: "test"})
	start := time.Now()
	if err := demo.Fill(ctx, d, demo.People, nil); err != nil {
		t.Fatal(err)
	}
	t.Log("filled in", time.Since(start))
	of := demo.ID("cooperation-2025")
	n, err := d.Count(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil || n != demo.People {
		t.Fatalf("%d people, %v", n, err)
	}
	findings, err := store.Doctor(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if !f.OK {
			t.Errorf("%s: %s", f.Check, f.Message)
		}
	}
	// One spelling finds the name in every script.
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Search: "aliyev", Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, r := range rows {
		found[r.FamilyName] = true
	}
	for _, name := range []string{"Əliyev", "Aliyev", "Алиев", "Әлиев", "علييف"} {
		if !found[name] {
			t.Errorf("aliyev does not find %s among %v", name, found)
		}
	}
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		t.Fatal(err)
	}
	tally, err := d.Tally(ctx, list)
	if err != nil || tally.Arrived == 0 || tally.Expected < tally.Arrived || tally.Inside > tally.Arrived {
		t.Errorf("tally %+v, %v", tally, err)
	}
	t.Logf("%+v", tally)

	waiting, err := d.WaitingList(ctx, of)
	if err != nil || len(waiting) != 2 {
		t.Errorf("%d wait, %v", len(waiting), err)
	}
	quotas, err := d.Quotas(ctx, of)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range quotas {
		if full := q.Of == seminar.EntityCategory; q.Over() > 0 || full != (q.Free() == 0) || full != (q.Waiting > 1) {
			t.Errorf("%+v", q)
		}
	}
	questions, err := d.Questions(ctx, of)
	if err != nil || len(questions) != 7 {
		t.Fatalf("%d questions, %v", len(questions), err)
	}
	for _, q := range questions {
		if answered, err := d.Answered(ctx, of, q.ID); err != nil || len(answered) == 0 {
			t.Errorf("nobody answered %s, %v", q.Text, err)
		}
	}
}
