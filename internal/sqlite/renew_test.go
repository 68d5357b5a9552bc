package sqlite_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// TestOfAnOlderBuild opens a file that the build before this one wrote: its keys are renewed, and it is what its journal
// says before and after.
func TestOfAnOlderBuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.lanyard")
	packed, err := os.Open("testdata/version1.lanyard.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	old, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, old, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	well(t, s)
	var told []float64
	done, err := s.Renew(ctx, "az", func(part float64) { told = append(told, part) })
	if err != nil || !done || len(told) < 2 || told[len(told)-1] != 1 {
		t.Fatalf("renewed: %v, %v, told %v", done, err, told)
	}
	well(t, s)
	rows, err := s.Roster(ctx, seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025"), Order: seminar.ByProtocol})
	if err != nil || len(rows) != 9 || !slices.ContainsFunc(rows, func(r seminar.RosterRow) bool { return r.Honorific != "" }) {
		t.Errorf("%d people in the order of protocol, %v", len(rows), err)
	}
	if language, err := s.Language(ctx); err != nil || language != "az" {
		t.Errorf("sorted in %q, %v", language, err)
	}
	for _, language := range []string{"az", "", "tlh"} {
		if again, err := s.Renew(ctx, language, nil); err != nil || again {
			t.Errorf("%q: renewed again: %v, %v", language, again, err)
		}
	}
}

// stale takes the keys of a workspace away, as another version's would be of no use.
func stale(t *testing.T, s *sqlite.Store) {
	t.Helper()
	for _, statement := range []string{"UPDATE local SET value = 'other' WHERE key IN ('index_search', 'index_order')",
		"DELETE FROM search", "UPDATE roster SET sort_family = x'01', sort_given = x'01', sort_organisation = x'', protocol = x'', honorific = ''"} {
		if err := sqlite.Tell(ctx, s, statement); err != nil {
			t.Fatal(err)
		}
	}
}

// found says whether a search finds anybody.
func found(t *testing.T, s *sqlite.Store, text string) bool {
	t.Helper()
	rows, err := s.Roster(ctx, seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025"), Search: text})
	if err != nil {
		t.Fatal(err)
	}
	return len(rows) > 0
}

func TestADeskGoesOnWhileKeysAreRenewed(t *testing.T) {
	s, d := sample(t, 1200)
	of := demo.ID("cooperation-2025")
	before, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil {
		t.Fatal(err)
	}
	stale(t, s)
	other, err := sqlite.Open(ctx, sqlite.Options{Path: s.Path()}) // another program on the same file
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	beside := desk.New(desk.Options{Store: other, Operator: "other"})
	step := 0
	done, err := s.Renew(ctx, "kk", func(float64) {
		step++
		switch step {
		case 2: // the first 500 are prepared: one of them gets another name, one goes, somebody new comes
			if _, err := d.Cancel(ctx, of, before[3].AttendeeID); err != nil {
				t.Error(err)
			}
			rename(t, beside, of, before[4].AttendeeID, "Wunderlich")
			register(t, d, of, seminar.Attendee{GivenName: "Late", FamilyName: "Newcomer"})
		case 3:
			if found(t, s, "Wunderlich") && found(t, s, before[700].FamilyName) {
				t.Error("the new index is in use before it is whole")
			}
		}
	})
	if err != nil || !done || step < 4 {
		t.Fatalf("renewed: %v in %d steps, %v", done, step, err)
	}
	well(t, s)
	for _, one := range []*sqlite.Store{s, other} {
		for _, name := range []string{"Wunderlich", "Newcomer", before[700].Name()} {
			if !found(t, one, name) {
				t.Errorf("%s is not found", name)
			}
		}
	}
	register(t, beside, of, seminar.Attendee{FamilyName: "Ілиясов"}) // sorted in the language that s has chosen
	well(t, s)
}

func rename(t *testing.T, d *desk.Desk, of, who seminar.ID, family string) {
	t.Helper()
	form, err := d.Person(ctx, of, who)
	if err != nil {
		t.Fatal(err)
	}
	form.Attendee.FamilyName = family
	if _, err := d.Edit(ctx, form); err != nil {
		t.Fatal(err)
	}
}

func TestALanguageAloneLeavesTheSearchAlone(t *testing.T) {
	s, _ := sample(t, 50)
	if err := sqlite.Tell(ctx, s, "CREATE TRIGGER watched AFTER UPDATE OF given_name ON roster BEGIN SELECT raise(ABORT, 'touched'); END"); err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "az", "ar"} {
		if done, err := s.Renew(ctx, language, nil); err != nil || !done {
			t.Fatalf("%s: %v, %v", language, done, err)
		}
		well(t, s)
	}
}

func TestARenewalThatIsStoppedBeginsAgain(t *testing.T) {
	s, _ := sample(t, 1200)
	stale(t, s)
	stopped, stop := context.WithCancel(ctx)
	done, err := s.Renew(stopped, "tr", func(part float64) {
		if part > 0.3 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || done {
		t.Fatalf("stopped: %v, %v", done, err)
	}
	if language, _ := s.Language(ctx); language != "" {
		t.Errorf("half renewed: sorted in %q", language)
	}
	if done, err := s.Renew(ctx, "tr", nil); err != nil || !done {
		t.Fatalf("again: %v, %v", done, err)
	}
	well(t, s)
}

const renewKilled = "LANYARD_TEST_RENEW"

// TestARenewalThatIsKilledBeginsAgain runs itself in a process that ends in the middle, as by a power cut.
func TestARenewalThatIsKilledBeginsAgain(t *testing.T) {
	if path := os.Getenv(renewKilled); path != "" {
		s, err := sqlite.Open(ctx, sqlite.Options{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Renew(ctx, "uz", func(part float64) {
			if part > 0.3 {
				os.Exit(77)
			}
		})
		t.Fatal("it went on to its end: ", err)
	}
	s, _ := sample(t, 1200)
	of := demo.ID("cooperation-2025")
	stale(t, s)
	before := families(t, s, of, seminar.ByFamilyName)
	command := exec.Command(os.Args[0], "-test.run", t.Name()+"$")
	command.Env = append(os.Environ(), renewKilled+"="+s.Path())
	out, err := command.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 77 {
		t.Fatalf("%v\n%s", err, out)
	}
	if now := families(t, s, of, seminar.ByFamilyName); !slices.Equal(now, before) {
		t.Error("half of the people have changed their places")
	}
	if done, err := s.Renew(ctx, "uz", nil); err != nil || !done {
		t.Fatalf("again: %v, %v", done, err)
	}
	well(t, s)
	if language, _ := s.Language(ctx); language != "uz" {
		t.Errorf("sorted in %q", language)
	}
}

// TestKeysKeepTheirVersion fails when keys change: raise searchVersion in renew.go, so that files are renewed, and write
// the new sum here.
func TestKeysKeepTheirVersion(t *testing.T) {
	h := fnv.New64a()
	for _, name := range []string{"Şəmsəddin Əliyev", "Қайрат Нұрғалиұлы", "Oʻtkir Gʻulomov", "Ҷамшед Раҳмонов", "Айгүл Өмүрбекова", "عبد الحكيم السنان",
		"Nguyễn Thị Ánh", "Jean-François Lefèvre", "Zbigniew Wójcik", "Leyla Qafar-zadə", "Abdul Hakeem Alsinan", "Hans-Jürgen Schöller", "Ioulia Souleïmanova"} {
		fmt.Fprintf(h, "%v\n", names.KeysOf(name))
	}
	if got := fmt.Sprintf("%s %x", sqlite.SearchVersion, h.Sum64()); got != "2 8eac91913ef20ba2" {
		t.Errorf("version and sum of the search keys: %q", got)
	}
}
