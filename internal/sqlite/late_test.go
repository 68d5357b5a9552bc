package sqlite_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/transfer"
)

// listed is a list with one person, which makes the same person at every desk that takes it in.
func listed() transfer.Result {
	return transfer.Result{Rows: 1, People: []transfer.Person{{Row: 2, Key: "z", Attendee: seminar.Attendee{GivenName: "Zülfüqar", FamilyName: "Şıxlınskaya", Email: "zshix@example.org"}}}}
}

func TestWhatAnotherDeskWroteMeanwhileGoesToo(t *testing.T) {
	s, d := sample(t, 10)
	who := somebody(t, d)
	if err := d.SetSetting(ctx, desk.SettingDraft+"initiative."+string(cooperation), ""); err != nil {
		t.Fatal(err)
	}
	far := open(t) // goes on without the network
	if receipt, err := far.Receive(ctx, journalOf(t, s)); err != nil || len(receipt.Refused) > 0 {
		t.Fatal(receipt, err)
	}
	b := desk.New(desk.Options{Store: far, Keeper: far, Operator: "far"})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	list, err := b.FindList(ctx, cooperation, "")
	must(err)
	f, err := b.Person(ctx, cooperation, who)
	must(err)
	_, err = b.Unblock(ctx, cooperation, f.Attendee.ID)
	must(err)
	f, err = b.Person(ctx, cooperation, who)
	must(err)
	f.Attendee.Email, f.Attendee.DeskNote, f.Attendee.NativeName = "zshix@example.org", "came with Kamran", "Зульфугар"
	f.Attendee.Phone = "+994505550177"
	_, err = b.Edit(ctx, f)
	must(err)
	_, err = b.Block(ctx, cooperation, f.Attendee.ID, "double of Zulf")
	must(err)
	answer, err := b.Checkin(ctx, desk.Scan{SeminarID: cooperation, ListID: list.ID, Code: f.Registration.Code, Force: true, ForceWhy: "let in by Kamran", Nonce: "n"})
	must(err)
	_, err = b.Undo(ctx, answer.Operation, "Kamran said so")
	must(err)
	_, err = b.Import(ctx, cooperation, listed(), desk.ImportOptions{File: "a.csv"})
	must(err)
	_, err = d.Import(ctx, cooperation, listed(), desk.ImportOptions{File: "a.csv"}) // later, so that the other desk's words are the ground
	must(err)
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: cooperation, Search: "zshix"})
	must(err)
	gone := []seminar.ID{who}
	for _, r := range rows {
		gone = append(gone, r.AttendeeID)
	}
	_, err = d.Anonymise(ctx, desk.Erasure{Attendees: gone})
	must(err)

	// They meet, each hearing what the other has.
	for range 2 {
		for _, pair := range [][2]*desk.Desk{{d, b}, {b, d}} {
			receipt, err := pair[1].Receive(ctx, journalOf(t, pair[0].Store.(*sqlite.Store)))
			if err != nil || len(receipt.Refused) > 0 {
				t.Fatal(receipt, err)
			}
		}
	}
	for _, one := range []*sqlite.Store{s, far} {
		if left, err := one.Setting(ctx, "unscrubbed"); err != nil || left == "" {
			t.Errorf("the file is not to be scrubbed: %q, %v", left, err)
		}
		must(one.Tidy(ctx))
		if left := traces(t, one); len(left) > 0 {
			t.Errorf("came back: %q", left)
		}
		well(t, one)
	}
	must(sqlite.Compare(ctx, s, far))
	for _, id := range gone {
		if p, err := b.Person(ctx, cooperation, id); err != nil || p.Attendee.Anonymised == "" || !strings.HasPrefix(p.Attendee.Name(), "Person ") {
			t.Errorf("%+v, %v", p.Attendee, err)
		}
	}
	before := len(journalOf(t, s))
	done, err := d.EraseLate(ctx)
	if err != nil || done.Operations > 0 || len(journalOf(t, s)) != before {
		t.Errorf("once more: %+v, %v", done, err)
	}
	third := open(t)
	ops := journalOf(t, far)
	slices.Reverse(ops)
	all(t, third, ops)
	must(sqlite.Compare(ctx, s, third))
}

func TestNobodyWithANameIsErasedByAMergeThatCameLate(t *testing.T) {
	s, d := sample(t, 4)
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: cooperation})
	if err != nil {
		t.Fatal(err)
	}
	far := open(t)
	all(t, far, journalOf(t, s))
	b := desk.New(desk.Options{Store: far, Keeper: far})
	if _, err := b.Merge(ctx, cooperation, rows[0].AttendeeID, rows[1].AttendeeID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Anonymise(ctx, desk.Erasure{Attendees: []seminar.ID{rows[0].AttendeeID}}); err != nil {
		t.Fatal(err)
	}
	merged := slices.DeleteFunc(journalOf(t, far), func(o journal.Operation) bool { return o.Kind != journal.KindOf(seminar.EntityMerge, journal.Set) })
	if _, err := s.Receive(ctx, merged); err != nil {
		t.Fatal(err)
	}
	done, err := d.EraseLate(ctx)
	if err != nil || done.Operations > 0 || len(done.Kept) != 1 || done.Kept[0].AttendeeID != rows[1].AttendeeID {
		t.Errorf("%+v, %v", done, err)
	}
	if a := given(t, s, rows[1].AttendeeID); a != rows[1].GivenName {
		t.Errorf("%q was erased, which nobody asked for", rows[1].GivenName)
	}
}

// A program that is ended while it copies leaves half a copy; the log of a version before quoted what somebody had typed.
func TestWhatLiesBesideAWorkspaceIsFoundOrEmptied(t *testing.T) {
	s, d := sample(t, 3)
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: cooperation})
	if err != nil {
		t.Fatal(err)
	}
	shot, err := s.Snapshot(ctx, "before")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(shot.Path)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(filepath.Dir(s.Path()), ".backup-123")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for path, data := range map[string][]byte{shot.Path + ".half": whole[:len(whole)/2], filepath.Join(dir, "backup"): whole, s.Path() + ".restoring": whole,
		s.Path() + ".log": []byte("“" + rows[0].FamilyName + "” is not an e-mail address.")} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	done, err := d.Anonymise(ctx, desk.Erasure{SeminarID: cooperation})
	if err != nil || len(done.Copies) != 4 {
		t.Fatalf("%+v, %v", done.Copies, err)
	}
	if data, err := os.ReadFile(s.Path() + ".log"); err != nil || len(data) > 0 {
		t.Errorf("the log: %q, %v", data, err)
	}
	if err := d.Discard(ctx, done.Copies); err != nil {
		t.Fatal(err)
	}
	if left, err := s.Holding(ctx); err != nil || len(left) > 0 {
		t.Errorf("%+v, %v", left, err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the folder: %v", err)
	}
}
