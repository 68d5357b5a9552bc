package dialogs

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lanyard/internal/filing"
)

// item is a file or folder that can be chosen.
type item struct {
	name    string
	folder  bool
	size    int64
	changed time.Time
}

// read lists a folder: folders first, then the files with one of the extensions (any, if none are given), without hidden
// ones, each part in the order of their names.
func read(folder string, extensions []string) ([]item, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var items []item
	for _, e := range entries {
		info, err := os.Stat(filepath.Join(folder, e.Name())) // follows links
		if err != nil || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		kind := filepath.Ext(strings.TrimSuffix(e.Name(), filing.Sealed)) // a protected file is what it was before
		wanted := len(extensions) == 0 || slices.ContainsFunc(extensions, func(x string) bool { return strings.EqualFold(x, kind) })
		if info.IsDir() || wanted {
			items = append(items, item{e.Name(), info.IsDir(), info.Size(), info.ModTime()})
		}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return items, nil
}

// places are the folders where people keep their files, as far as they are there: documents, desktop, downloads, home,
// and what is plugged in.
func places() []string {
	var all []string
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{"Documents", "Desktop", "Downloads", ""} {
			all = append(all, filepath.Join(home, name))
		}
	}
	for _, pattern := range []string{"/media/" + os.Getenv("USER") + "/*", "/run/media/" + os.Getenv("USER") + "/*", "/Volumes/*"} {
		if mounted, err := filepath.Glob(pattern); err == nil && os.Getenv("USER") != "" {
			all = append(all, mounted...)
		}
	}
	return slices.DeleteFunc(all, func(dir string) bool { return !isFolder(dir) })
}

// Home is the folder in which a chooser begins: the user's documents, or what there is.
func Home() string {
	if all := places(); len(all) > 0 {
		return all[0]
	}
	return "."
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// resolve makes a path of what was typed in a folder: absolute, from the home folder (~), or from that folder.
func resolve(folder, typed string) string {
	if rest, ok := strings.CutPrefix(typed, "~"); ok && (rest == "" || strings.HasPrefix(rest, string(filepath.Separator))) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(folder, typed)
}
