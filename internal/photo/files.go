package photo

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"lanyard/internal/seminar"
)

// File is a picture that may be somebody's photo.
type File struct {
	Name string    // with the folders within what was given, fit for a line of a table
	Time time.Time // when it was last written
	Open func() (io.ReadCloser, error)
}

// Codes of folders and archives.
const (
	CodeNoPictures = "photo_none"    // there is no picture in it
	CodeArchive    = "photo_archive" // it cannot be read
	CodeLink       = "photo_link"    // a file that is only a link to another
)

// mostFiles is how many pictures are taken at once.
const mostFiles = 20_000

// pictures are the endings of files that are looked at; those that Open cannot read are refused by it, each with its reason.
var pictures = []string{".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif", ".tiff"}

func isPicture(name string) bool {
	return slices.Contains(pictures, strings.ToLower(filepath.Ext(name))) && !strings.HasPrefix(filepath.Base(name), ".")
}

// Files lists the pictures of a folder and those below it, of a ZIP archive, or the file itself, by name. What is no picture
// by its ending is left out. Close it when the pictures were read.
func Files(path string) ([]File, io.Closer, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	var all []File
	var closer io.Closer = io.NopCloser(nil)
	switch {
	case info.IsDir():
		all, err = folder(path)
	case strings.EqualFold(filepath.Ext(path), ".zip"):
		var z *zip.ReadCloser
		if z, err = zip.OpenReader(path); err != nil {
			return nil, nil, seminar.Errorf(CodeArchive, "This archive cannot be read, or it is broken.").Because(err)
		}
		all, closer = archive(z.File), z
	default:
		all = []File{{Name: filepath.Base(path), Time: info.ModTime(), Open: func() (io.ReadCloser, error) { return os.Open(path) }}}
	}
	if err == nil && len(all) == 0 {
		err = seminar.Errorf(CodeNoPictures, "There is no picture in “{name}”.").WithArg("name", filepath.Base(path))
	}
	if err != nil {
		closer.Close()
		return nil, nil, err
	}
	for i := range all {
		all[i].Name = onOneLine(all[i].Name)
	}
	slices.SortFunc(all, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return all[:min(len(all), mostFiles)], closer, nil
}

// onOneLine is a name without what would break a line, or turn it round.
func onOneLine(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= '\u2028' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(name, string(unicode.ReplacementChar)))
}

// folder lists the pictures of a folder. Links are not followed, so that it comes to an end; one that is called as a picture
// is refused when it is opened.
func folder(path string) ([]File, error) {
	var all []File
	err := filepath.WalkDir(path, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != path && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case (d.Type().IsRegular() || d.Type()&fs.ModeSymlink != 0) && isPicture(file) && len(all) < mostFiles:
			name, err := filepath.Rel(path, file)
			one := File{Name: filepath.ToSlash(name), Open: func() (io.ReadCloser, error) { return os.Open(file) }}
			if !d.Type().IsRegular() {
				one.Open = func() (io.ReadCloser, error) {
					return nil, seminar.Errorf(CodeLink, "This is only a link to a picture elsewhere. Put the picture itself in its place.")
				}
			} else if info, err := d.Info(); err == nil {
				one.Time = info.ModTime()
			}
			all = append(all, one)
			return err
		}
		return nil
	})
	return all, err
}

// archive lists the pictures of a ZIP archive, without what a Mac adds to each.
func archive(files []*zip.File) []File {
	var all []File
	for _, f := range files {
		if !f.FileInfo().IsDir() && isPicture(f.Name) && !strings.HasPrefix(f.Name, "__MACOSX/") {
			all = append(all, File{Name: f.Name, Time: f.Modified, Open: f.Open})
		}
	}
	return all
}

// OpenNamed opens one of the files that Files lists of a path.
func OpenNamed(path, name string) (io.ReadCloser, error) {
	all, closer, err := Files(path)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(f File) bool { return f.Name == name })
	if i < 0 {
		closer.Close()
		return nil, seminar.NotFound("file", name)
	}
	f, err := all[i].Open()
	if err != nil {
		closer.Close()
		return nil, err
	}
	return opened{f, closer}, nil
}

// opened is a file of an archive that is closed with it.
type opened struct {
	io.ReadCloser
	archive io.Closer
}

func (o opened) Close() error {
	return errors.Join(o.ReadCloser.Close(), o.archive.Close())
}
