package sqlite

import (
	"errors"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"lanyard/internal/seminar"
)

// running turns what the driver reports into an answer that a desk can act on. What is an answer already stays.
func running(err error) error {
	var known *seminar.Error
	var failure *driver.Error
	if err == nil || errors.As(err, &known) || !errors.As(err, &failure) {
		return err
	}
	return meaning(failure.Code(), err)
}

// meaning is the answer to one of SQLite's result codes, https://www.sqlite.org/rescode.html. The low byte is the
// primary code; the rest says more about it.
func meaning(code int, err error) error {
	switch code {
	case codes.SQLITE_IOERR_SHORT_READ, codes.SQLITE_IOERR_CORRUPTFS:
		return damaged(err)
	case codes.SQLITE_IOERR_SHMSIZE: // the index of the journal cannot grow: no room, which SQLite tells as trouble with the disk
		return full(err)
	}
	switch code & 0xff {
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB, codes.SQLITE_FORMAT:
		return damaged(err)
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		return seminar.Errorf(seminar.CodeBusy,
			"Another program has been writing to this workspace for ten seconds. This step was not saved. Wait a moment and do it again.").Because(err)
	case codes.SQLITE_FULL:
		return full(err)
	case codes.SQLITE_READONLY, codes.SQLITE_PERM, codes.SQLITE_CANTOPEN:
		return readOnly().Because(err)
	case codes.SQLITE_IOERR:
		return seminar.Errorf(seminar.CodeDisk,
			"The disk cannot be read or written. This step was not saved; everything before it is safe. Check the disk, then do it again.").Because(err)
	}
	return err
}

func full(err error) error {
	return seminar.Errorf(seminar.CodeFull,
		"The disk is full. This step was not saved; everything before it is safe. Make room on the disk and do it again.").Because(err)
}

// innocent says whether an operation is innocent of an error: the disk, another program or the whole file stands in the
// way, or whoever asked went away.
func innocent(err error) bool {
	switch seminar.CodeOf(running(err)) {
	case seminar.CodeDamaged, seminar.CodeBusy, seminar.CodeFull, seminar.CodeReadOnly, seminar.CodeDisk:
		return true
	}
	var failure *driver.Error
	if errors.As(err, &failure) {
		c := failure.Code() & 0xff
		return c == codes.SQLITE_NOMEM || c == codes.SQLITE_INTERRUPT
	}
	return false
}

func damaged(err error) error {
	return seminar.Errorf(seminar.CodeDamaged,
		"This workspace is damaged. Nothing was changed. Restore a snapshot: lanyardctl snapshots, then restore.").Because(err)
}

func foreign() error {
	return seminar.Errorf(seminar.CodeForeign, "This file is not a Lanyard workspace. It was left as it is.")
}

func newer() error {
	return seminar.Errorf(seminar.CodeNewer, "This workspace was made by a newer Lanyard. Install that version to open it. Nothing was changed.")
}

func readOnly() *seminar.Error {
	return seminar.Errorf(seminar.CodeReadOnly, "This workspace cannot be written. Copy it to a place where you may write, or change its permissions.")
}
