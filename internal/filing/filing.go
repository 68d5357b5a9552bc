// Package filing writes files whole or not at all.
package filing

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"lanyard/internal/seminar"
)

// CodeFull is the code of a file that found no room.
const CodeFull = "file_full"

// room says of a disk without room that it is that, in a sentence; any other error stays as it is.
func room(path string, err error) error {
	const windowsFull = syscall.Errno(112) // ERROR_DISK_FULL
	if errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, windowsFull) {
		return seminar.Errorf(CodeFull, "There is no room left for {path}. What stood there is as it was. Make room on the disk, then try again.").WithArg("path", path).Because(err)
	}
	return err
}

// Write calls write with a file beside path and puts it in path's place when all of it is on disk. After an error the
// file that stood at path is as it was. A link is followed, and a file's permissions stay. What is no file, such as a
// pipe or a printer's device, is not replaced but written to, once everything is there. Errors: CodeFull for a disk without room; the
// system's.
func Write(path string, write func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := os.FileMode(0o644)
	info, err := os.Stat(path)
	switch {
	case err != nil: // nothing stands there yet, or the attempt below says why it cannot
	case info.IsDir():
		return fmt.Errorf("%s is a folder", path)
	case !info.Mode().IsRegular():
		to, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer to.Close()
		return room(path, Through(to, write))
	default:
		mode = info.Mode().Perm()
	}
	return room(path, replace(path, mode, write))
}

func replace(path string, mode os.FileMode, write func(io.Writer) error) (err error) {
	beside := filepath.Base(path)
	if len(beside) > longest { // a name may be as long as the system bears, and this one is longer
		beside = strings.ToValidUTF8(beside[:longest], "")
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+beside+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when all went well
	if err = write(f); err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// Temporary begins the names of temporary files and folders that hold what people wrote.
const Temporary = ".lanyard-tmp-"

// Sweep deletes what programs that were ended in the midst of their work left in a folder of temporary files ("" is the system's)
// before a moment: a protected file's contents, a report on its way. Somebody else's files are left alone.
func Sweep(folder string, before time.Time) {
	if folder == "" {
		folder = os.TempDir()
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), Temporary) {
			continue
		}
		if info, err := e.Info(); err == nil && info.ModTime().Before(before) {
			os.RemoveAll(filepath.Join(folder, e.Name())) // of another user it stays
		}
	}
}

// Through calls write with a file of its own, and sends all of it on only if write succeeds: for standard output, from
// which nothing can be taken back.
func Through(to io.Writer, write func(io.Writer) error) error {
	f, err := os.CreateTemp("", Temporary+"*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if err := write(f); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(to, f)
	return err
}
