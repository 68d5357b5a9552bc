package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"testing"
	"time"

	codes "modernc.org/sqlite/lib"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

func TestWhatStandsInTheWayOfAWriteIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ statement, after, code string }{
		"full":      {"PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", seminar.CodeFull},
		"read-only": {"PRAGMA query_only = 1", "PRAGMA query_only = 0", seminar.CodeReadOnly},
	} {
		t.Run(name, func(t *testing.T) {
			s, d := sample(t, 3)
			if err := sqlite.Tell(ctx, s, c.statement); err != nil {
				t.Fatal(err)
			}
			form := func() desk.Form {
				return desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla", Photo: bytes.Repeat([]byte{0xff}, seminar.MaxPhoto)},
					Registration: seminar.Registration{SeminarID: demo.ID("cooperation-2025")}}
			}
			_, err := d.Register(ctx, form())
			var known *seminar.Error
			if !errors.As(err, &known) || known.Code != c.code || known.Message != err.Error() {
				t.Errorf("%v, want code %s and one sentence", err, c.code)
			}
			if err := sqlite.Tell(ctx, s, c.after); err != nil {
				t.Fatal(err)
			}
			if _, err := d.Register(ctx, form()); err != nil {
				t.Errorf("once the way is free: %v", err)
			}
			well(t, s)
		})
	}
	t.Run("busy", func(t *testing.T) {
		s, d := sample(t, 3)
		if err := sqlite.Tell(ctx, s, "PRAGMA busy_timeout = 20"); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", "file:"+s.Path()+"?_txlock=immediate")
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		tx, err := db.Begin()
		if err != nil {
			t.Fatal(err)
		}
		_, err = d.Cancel(ctx, demo.ID("cooperation-2025"), "nobody")
		if got := seminar.CodeOf(err); got != seminar.CodeBusy {
			t.Errorf("code %q (%v)", got, err)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
		if err := s.SetSetting(ctx, "theme", "dark"); err != nil {
			t.Errorf("once the other is done: %v", err)
		}
	})
}

func TestResultCodesOfSQLite(t *testing.T) {
	cause := errors.New("the driver's own words")
	for code, want := range map[int]string{
		codes.SQLITE_CORRUPT: seminar.CodeDamaged, codes.SQLITE_CORRUPT_VTAB: seminar.CodeDamaged, codes.SQLITE_NOTADB: seminar.CodeDamaged,
		codes.SQLITE_IOERR_SHORT_READ: seminar.CodeDamaged, codes.SQLITE_BUSY: seminar.CodeBusy, codes.SQLITE_BUSY_SNAPSHOT: seminar.CodeBusy,
		codes.SQLITE_BUSY_RECOVERY: seminar.CodeBusy, codes.SQLITE_FULL: seminar.CodeFull, codes.SQLITE_IOERR: seminar.CodeDisk,
		codes.SQLITE_IOERR_FSYNC: seminar.CodeDisk, codes.SQLITE_IOERR_WRITE: seminar.CodeDisk, codes.SQLITE_IOERR_SHMSIZE: seminar.CodeFull, codes.SQLITE_READONLY: seminar.CodeReadOnly,
		codes.SQLITE_READONLY_DBMOVED: seminar.CodeReadOnly, codes.SQLITE_CANTOPEN: seminar.CodeReadOnly,
		codes.SQLITE_CONSTRAINT_UNIQUE: seminar.CodeInternal, codes.SQLITE_ERROR: seminar.CodeInternal,
	} {
		err := sqlite.Meaning(code, cause)
		if got := seminar.CodeOf(err); got != want || !errors.Is(err, cause) {
			t.Errorf("code %d is %s, want %s; cause kept: %v", code, got, want, errors.Is(err, cause))
		}
	}
}

func TestSettingsWithinATransaction(t *testing.T) {
	s := open(t)
	failed := errors.New("no")
	for _, want := range []string{"", "dark"} {
		err := s.Write(ctx, func(tx desk.Tx) error {
			if err := tx.SetSetting(ctx, "theme", "dark"); err != nil || want != "" {
				return err
			}
			return failed
		})
		if err != nil && !errors.Is(err, failed) {
			t.Fatal(err)
		}
		if got, err := s.Setting(ctx, "theme"); err != nil || got != want {
			t.Errorf("theme %q, %v, want %q", got, err, want)
		}
	}
	err := s.Write(ctx, func(desk.Tx) error {
		soon, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		defer cancel()
		return s.SetSetting(soon, "theme", "light") // the wrong one: it must not wait for ever
	})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a setting outside the transaction, within it: %v", err)
	}
}

func TestTheDesksLetterCountsFromTheNextOperation(t *testing.T) {
	s, d := sample(t, 3)
	if err := s.SetSetting(ctx, "desk", "C"); err != nil {
		t.Fatal(err)
	}
	done, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{SeminarID: demo.ID("cooperation-2025")}})
	if err != nil || done.Row.BadgeNumber[:2] != "C-" {
		t.Errorf("badge number %s, %v", done.Row.BadgeNumber, err)
	}
	ops, err := s.Operations(ctx, desk.OperationFilter{Limit: 1})
	if err != nil || ops[0].Desk != "C" {
		t.Errorf("%+v, %v", ops, err)
	}
	well(t, s)
}
