package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"strings"

	"lanyard/internal/seminar"
)

const (
	applicationID = 0x4C4E5944 // "LNYD"
	schemaVersion = 1
	header        = "SQLite format 3\x00"
)

// inspect reads the first bytes of a file before SQLite touches it, so that what is refused is left byte for byte as it
// was. fresh says that there is no file yet.
func inspect(path string, create bool) (fresh bool, err error) {
	if remote(path) {
		return false, seminar.Errorf(seminar.CodeNetworkDrive,
			"A workspace must not lie on a network drive: it would be damaged. Put it on this computer's own disk.")
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && create:
		return true, nil
	case errors.Is(err, os.ErrNotExist):
		return false, seminar.Errorf(seminar.CodeNotFound, "There is no workspace at {path}. Make one with init or demo.").WithArg("path", path)
	case err != nil:
		return false, err
	case info.IsDir():
		return false, foreign()
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	if n == 0 && create {
		return true, nil
	}
	if !bytes.HasPrefix(head[:n], []byte(header)) {
		return false, foreign()
	}
	if err != nil {
		return false, damaged(err)
	}
	pageSize := int64(binary.BigEndian.Uint16(head[16:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	// https://www.sqlite.org/fileformat.html: 28 pages in the file, 60 user version, 68 application id
	pages, version, application := int64(binary.BigEndian.Uint32(head[28:])), binary.BigEndian.Uint32(head[60:]), binary.BigEndian.Uint32(head[68:])
	_, walErr := os.Stat(path + "-wal")
	switch {
	case application != applicationID && !(application == 0 && walErr == nil):
		return false, foreign()
	case version > schemaVersion:
		return false, seminar.Errorf(seminar.CodeNewer, "This workspace was made by a newer Lanyard. Install that version to open it. Nothing was changed.")
	case info.Size() < pages*pageSize && walErr != nil:
		return false, damaged(errors.New("the file is shorter than it says"))
	case info.Mode().Perm()&0o222 == 0 || !writable(path):
		return false, seminar.Errorf(seminar.CodeReadOnly, "This workspace cannot be written. Copy it to a place where you may write, or change its permissions.")
	}
	return false, nil
}

func foreign() error {
	return seminar.Errorf(seminar.CodeForeign, "This file is not a Lanyard workspace. It was left as it is.")
}

func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// opening and running turn the driver's words for damage into ours.
func opening(err error) error { return running(err) }

func running(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	for _, sign := range []string{"malformed", "not a database", "disk image", "SQLITE_CORRUPT", "SQLITE_NOTADB", "short read"} {
		if strings.Contains(text, sign) {
			return damaged(err)
		}
	}
	return err
}
