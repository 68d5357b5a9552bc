package main

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
)

func TestABackupIsRestoredAndWhatStoodThereIsSetAside(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla")
	t.Chdir(d.dir) // relative names work too
	d.want(0, nil, "backup", "--out", "monday.lanyard")
	after := d.person("--given", "Nigar")
	var done struct{ Workspace, Aside string }
	d.want(0, &done, "restore", "monday.lanyard", "--workspace", "w.lanyard")
	var people []attendeeJSON
	if d.want(0, &people, "attendees"); len(people) != 1 || people[0].GivenName != "Leyla" {
		t.Errorf("restored: %+v", people)
	}
	d.want(0, &people, "attendees", "--workspace", done.Aside)
	if len(people) != 2 {
		t.Errorf("set aside: %+v", people)
	}
	// No number is given out twice.
	if again := d.person("--given", "Aysel"); again.BadgeNumber == after.BadgeNumber {
		t.Errorf("%s was given out twice", again.BadgeNumber)
	}
	d.want(0, nil, "doctor")
	d.want(0, &done, "restore", "monday.lanyard", "--workspace", "new.lanyard")
	if done.Aside != "" || done.Workspace != d.file("new.lanyard") {
		t.Errorf("%+v", done)
	}
}

func TestWhatIsDamagedNewerOrForeignIsRefusedAndLeft(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla")
	good := d.file("good.lanyard")
	d.want(0, nil, "backup", "--out", good)
	data, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	change := func(edit func([]byte) []byte) []byte { return edit(bytes.Clone(data)) }
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"newer", "workspace_newer", change(func(b []byte) []byte { binary.BigEndian.PutUint32(b[60:], 99); return b })},
		{"text", "workspace_foreign", []byte("Name\nLeyla\n")},
		{"empty", "workspace_damaged", nil},
		{"another database", "workspace_foreign", change(func(b []byte) []byte { binary.BigEndian.PutUint32(b[68:], 7); return b })},
		{"cut short", "workspace_damaged", data[:len(data)/2]},
		{"overwritten", "workspace_damaged", change(func(b []byte) []byte {
			for i := 5 * 4096; i < 12*4096; i++ {
				b[i] ^= 0x5a
			}
			return b
		})},
		{"one letter", "workspace_damaged", change(func(b []byte) []byte {
			b[bytes.Index(b, []byte(`{"given_name":"Leyla"`))+16] ^= 1
			return b
		})},
	} {
		path := d.put(c.name+".lanyard", string(c.data))
		if c.name == "overwritten" { // it opens, for its beginning is whole: the doctor says what is not
			var findings []desk.Finding
			d.want(5, &findings, "doctor", "--workspace", path)
		} else {
			d.wantError(5, c.code, "doctor", "--workspace", path)
			d.wantError(5, c.code, "attendees", "--workspace", path)
		}
		if c.name != "one letter" { // whole as a file: only the chain knows
			d.wantError(5, c.code, "restore", path)
		}
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, c.data) {
			t.Errorf("%s: the file was changed, %v", c.name, err)
		}
	}
	d.wantError(5, "workspace_foreign", "doctor", "--workspace", d.dir)
	d.want(0, nil, "doctor")
}

// TestTheDoctorFindsATableThatIsNotWhatTheJournalSays changes a table behind the journal's back.
func TestTheDoctorFindsATableThatIsNotWhatTheJournalSays(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla")
	db, err := sql.Open("sqlite", "file:"+d.file("w.lanyard"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("UPDATE roster SET organisation = 'nowhere'"); err != nil {
		t.Fatal(err)
	}
	var findings []desk.Finding
	d.want(5, &findings, "doctor")
	wrong := ""
	for _, f := range findings {
		if !f.OK {
			wrong += f.Check
		}
	}
	if wrong != "projectionsearch" { // the roster is what the index was made of
		t.Errorf("%+v", findings)
	}
}

func TestAWorkspaceInUseIsNotReplaced(t *testing.T) {
	d := newDesk(t)
	copied := d.file("copy.lanyard")
	d.want(0, nil, "backup", "--out", copied)
	window, err := workspace.Take(d.file("w.lanyard"), func() {})
	if err != nil {
		t.Fatal(err)
	}
	d.wantError(6, "workspace_in_use", "restore", copied)
	d.want(0, nil, "register", "--given", "Leyla") // but one works beside the window
	if err := window.Release(); err != nil {
		t.Fatal(err)
	}
	// Another command line at work, such as a turnstile's, is in the way as well.
	c := d.process("checkin", "--batch", "-")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(in, "{\"code\":\"A-001\"}\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	d.wantError(6, "workspace_in_use", "restore", copied)
	in.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	d.want(0, nil, "doctor")
	d.want(0, nil, "restore", copied)
	if got := statusOf(seminar.Errorf(seminar.CodeBusy, "Another program is writing.")); got != inUse {
		t.Errorf("a workspace that another program is writing to: exit %d", got)
	}
}

func TestSnapshotsAreListedAlsoOfAWorkspaceThatIsDamaged(t *testing.T) {
	d := newDesk(t)
	var none, all []desk.Snapshot
	d.want(0, &none, "snapshots")
	d.want(0, nil, "import", d.put("a.csv", "Name\nLeyla\n"))
	d.want(0, nil, "import", d.put("b.csv", "Name\nNigar\n"), "--dry-run")
	d.want(0, nil, "import", d.file("b.csv"))
	d.want(0, &all, "snapshots")
	if len(none) != 0 || len(all) != 2 || all[0].Why != "before-import" || all[0].Path < all[1].Path || all[0].Size == 0 {
		t.Fatalf("%+v, then %+v", none, all)
	}
	d.put("w.lanyard", "SQLite format 3\x00 and then nothing")
	d.wantError(5, "workspace_damaged", "attendees")
	d.want(0, &all, "snapshots")
	if len(all) != 2 {
		t.Fatalf("%d snapshots of a damaged workspace", len(all))
	}
	d.want(0, nil, "restore", all[0].Path)
	var people []attendeeJSON
	if d.want(0, &people, "attendees"); len(people) != 1 {
		t.Errorf("%+v", people)
	}
	if aside, err := filepath.Glob(d.file("w.lanyard.*.aside")); err != nil || len(aside) != 1 {
		t.Errorf("set aside: %v, %v", aside, err)
	}
	d.wantError(3, "not_found", "snapshots", "--workspace", d.file("absent.lanyard"))
}

func TestInitLeavesWhatIsThere(t *testing.T) {
	d := newDesk(t)
	d.wantError(1, "workspace_exists", "init", "--title", "Another")
	d.wantError(1, "workspace_exists", "demo", "--dir", d.file("demo"))
	other := d.file("other.lanyard")
	d.wantError(2, "zone", "init", "--workspace", other, "--tz", "Baku")
	if _, err := os.Stat(other); err == nil {
		t.Error("a seminar that is wrong made a workspace")
	}
	var made struct{ Seminar struct{ ID, Title string } }
	d.want(0, &made, "init", "--workspace", d.put("empty.lanyard", ""), "--title", "T", "--start", "2025-07-18", "--end", "2025-07-20", "--tz", "Asia/Baku", "--venue", "Baku")
	var lists []seminar.List
	d.want(0, &lists, "lists", "--workspace", d.file("empty.lanyard"))
	if made.Seminar.ID == "" || made.Seminar.Title != "T" || len(lists) != 1 || lists[0].Name != "Main entrance" || lists[0].Frequency != seminar.Daily {
		t.Errorf("%+v %+v", made, lists)
	}
}
