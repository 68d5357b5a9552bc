// Package fontfile keeps a font file of the user's own with the application, for letters that the embedded fonts lack: a
// copy, so that it is still there when the stick that it came from is not.
package fontfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// Codes of the errors of this package.
const (
	CodeFormat   = "font_format"    // no font, or a broken one; Args file
	CodeTooLarge = "font_too_large" // Args limit, in MB
	CodeNothing  = "font_nothing"   // adds no letter; Args file
)

// MaxSize is the largest font file that is taken, in bytes: a whole CJK collection of one weight is some 20 MB.
const MaxSize = 64 << 20

// Extensions are how the names of font files end.
func Extensions() []string { return []string{".ttf", ".otf", ".ttc", ".otc"} }

// Folder is where the file is kept. The zero value keeps none.
type Folder string

// Font is a font file and what it adds.
type Font struct {
	Path string
	typeset.Addition
}

// Name is the file's name.
func (f Font) Name() string { return filepath.Base(f.Path) }

// Files are the paths of the file that is kept, if there is one, for [typeset.WithSystem].
func (d Folder) Files() []string {
	if d == "" {
		return nil
	}
	entries, err := os.ReadDir(string(d))
	if err != nil { // there is no folder until a file was kept
		return nil
	}
	var all []string
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
			all = append(all, filepath.Join(string(d), e.Name()))
		}
	}
	return all
}

// Kept is the font that is kept; ok is false if there is none.
func (d Folder) Kept() (f Font, ok bool, err error) {
	files := d.Files()
	if len(files) == 0 {
		return Font{}, false, nil
	}
	f, _, err = Read(files[0])
	return f, true, err
}

// Keep takes a font file over: it is looked through, copied whole, and the one before goes.
func (d Folder) Keep(path string) (Font, error) {
	f, data, err := Read(path)
	if err != nil {
		return Font{}, err
	}
	if err := os.MkdirAll(string(d), 0o755); err != nil {
		return Font{}, err
	}
	before := d.Files()
	f.Path = filepath.Join(string(d), strings.TrimLeft(filepath.Base(path), "."))
	if err := filing.Write(f.Path, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
		return Font{}, err
	}
	for _, old := range before {
		if old != f.Path {
			if err := os.Remove(old); err != nil {
				return f, err
			}
		}
	}
	return f, nil
}

// Remove lets the file go.
func (d Folder) Remove() error {
	for _, path := range d.Files() {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

// Read looks a font file through, whole. Errors: the codes of this package, and CodeNotFound.
func Read(path string) (Font, []byte, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Font{}, nil, seminar.NotFound("file", path)
	}
	if err != nil {
		return Font{}, nil, err
	}
	defer file.Close()
	name := filepath.Base(path)
	if info, err := file.Stat(); err == nil && !info.Mode().IsRegular() {
		return Font{}, nil, broken(name, nil)
	}
	var data bytes.Buffer
	if n, err := io.Copy(&data, io.LimitReader(file, MaxSize+1)); err != nil {
		return Font{}, nil, err
	} else if n > MaxSize {
		return Font{}, nil, seminar.Errorf(CodeTooLarge, "This file is larger than {limit} MB. Choose a font of one weight, such as Regular.").
			WithArg("limit", strconv.Itoa(MaxSize>>20))
	}
	added, err := typeset.Adds(name, data.Bytes())
	switch {
	case err != nil:
		return Font{}, nil, broken(name, err)
	case added.Letters == 0:
		return Font{}, nil, seminar.Errorf(CodeNothing, "{file} has no letter that Lanyard’s own fonts lack, so it would change nothing. Choose another one.").WithArg("file", name)
	}
	return Font{path, added}, data.Bytes(), nil
}

func broken(name string, why error) error {
	return seminar.Errorf(CodeFormat, "{file} is not a font that can be used, or it is broken. Choose a TrueType or OpenType file (.ttf, .otf or .ttc).").
		WithArg("file", name).Because(why)
}
