package photo

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// File is a picture that may be somebody's photo.
type File struct {
	Name string // with the folders within what was given
	Open func() (io.ReadCloser, error)
}

// Codes of folders and archives.
const (
	CodeNoPictures = "photo_none"    // there is no picture in it
	CodeArchive    = "photo_archive" // it cannot be read
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
		all = []File{{Name: filepath.Base(path), Open: func() (io.ReadCloser, error) { return os.Open(path) }}}
	}
	if err == nil && len(all) == 0 {
		err = seminar.Errorf(CodeNoPictures, "There is no picture in “{name}”.").WithArg("name", filepath.Base(path))
	}
	if err != nil {
		closer.Close()
		return nil, nil, err
	}
	slices.SortFunc(all, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return all[:min(len(all), mostFiles)], closer, nil
}

// folder lists the pictures of a folder. Links are not followed, so that it comes to an end.
func folder(path string) ([]File, error) {
	var all []File
	err := filepath.WalkDir(path, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != path && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Type().IsRegular() && isPicture(file) && len(all) < mostFiles:
			name, err := filepath.Rel(path, file)
			all = append(all, File{Name: filepath.ToSlash(name), Open: func() (io.ReadCloser, error) { return os.Open(file) }})
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
			all = append(all, File{Name: f.Name, Open: f.Open})
		}
	}
	return all
}
