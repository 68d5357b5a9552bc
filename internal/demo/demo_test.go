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
}
