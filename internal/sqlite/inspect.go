package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
)

const (
	applicationID = 0x4C4E5944 // "LNYD"
	schemaVersion = 8
	header        = "SQLite format 3\x00"
	headerSize    = 100
	extension     = ".lanyard"
)

// inspect reads the first bytes of a file before SQLite touches it, so that what is refused is left byte for byte as it
// was. fresh says that there is no file yet.
func inspect(path string, create bool) (fresh bool, err error) {
	if workspace.Remote(path) {
		return false, seminar.Errorf(seminar.CodeNetworkDrive,
			"A workspace must not lie on a network drive: it would be damaged. Put it on this computer's own disk.")
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && size(path+"-wal") > 0:
		return false, damaged(errors.New("the file is gone, and its write-ahead log is still there"))
	case errors.Is(err, os.ErrNotExist) && create:
		return true, nil
	case errors.Is(err, os.ErrNotExist):
		return false, seminar.Errorf(seminar.CodeNotFound, "There is no workspace at {path}. Make one with init or demo.").WithArg("path", path)
	case errors.Is(err, os.ErrPermission):
		return false, readOnly().Because(err)
	case err != nil:
		return false, err
	case info.IsDir():
		return false, foreign()
	}
	f, err := os.Open(path)
	if errors.Is(err, os.ErrPermission) {
		return false, readOnly().Because(err)
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, 1<<16)
	n, err := io.ReadFull(f, head)
	head = head[:n]
	switch {
	case err != nil && err != io.EOF && err != io.ErrUnexpectedEOF:
		return false, err
	case n == 0 && create && !hasPast(path):
		return true, nil
	case !bytes.HasPrefix(head, []byte(header)):
		return false, strange(path, head)
	case n < headerSize:
		return false, damaged(errors.New("the file ends within its header"))
	}
	return false, readHeader(path, head, info)
}

// readHeader looks at the header of a database, https://www.sqlite.org/fileformat.html: 16 page size, 28 pages in the
// file, 60 user version, 68 application id.
func readHeader(path string, head []byte, info os.FileInfo) error {
	pageSize := int64(binary.BigEndian.Uint16(head[16:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	pages, version, application := int64(binary.BigEndian.Uint32(head[28:])), binary.BigEndian.Uint32(head[60:]), binary.BigEndian.Uint32(head[68:])
	logged := size(path+"-wal") > 0 // what the header does not say yet may stand in the write-ahead log
	folder, err := os.Stat(filepath.Dir(path))
	switch {
	case err != nil:
		return err
	case application != applicationID && !(application == 0 && logged):
		return foreign()
	case version > schemaVersion:
		return newer()
	case info.Size() < pages*pageSize && !logged:
		return damaged(errors.New("the file is shorter than it says"))
	case info.Mode().Perm()&0o222 == 0 || folder.Mode().Perm()&0o222 == 0 || !writable(path):
		return readOnly()
	}
	return nil
}

// strange says what a file is that does not begin as a database does: one of ours whose beginning was lost, or another
// program's.
func strange(path string, head []byte) error {
	blank := len(bytes.Trim(head[:min(len(head), headerSize)], "\x00")) == 0
	switch {
	case bytes.Contains(head, []byte("CREATE TABLE op (")): // our schema stands after it
		return damaged(errors.New("the header is not that of a database, but what follows it is ours"))
	case blank && (strings.EqualFold(filepath.Ext(path), extension) || hasPast(path)):
		return damaged(errors.New("the file begins with zeros, or is empty"))
	}
	return foreign()
}

// hasPast says whether a workspace stood at a path: a write-ahead log or snapshots are beside it.
func hasPast(path string) bool {
	shots, err := snapshots(path)
	return size(path+"-wal") > 0 || err == nil && len(shots) > 0
}

// size is the length of a file, 0 if there is none.
func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// traces are the files that SQLite keeps beside a database while it is open.
type traces struct {
	path     string
	log, shm bool // were there before
}

func tracesOf(path string) traces { return traces{path, exists(path + "-wal"), exists(path + "-shm")} }

// remove takes away what was not there before. A log that holds anything is never removed.
func (t traces) remove() {
	if !t.log && size(t.path+"-wal") == 0 {
		os.Remove(t.path + "-wal")
	}
	if !t.shm {
		os.Remove(t.path + "-shm")
	}
}
