package workspace

import (
	"os"
	"path/filepath"
	"strings"
)

// services are the programs that keep a folder the same on several computers, by how they name it. Two computers that
// write one database through them lose what one of them wrote.
var services = []struct{ name, folder string }{
	{"Dropbox", "dropbox"}, {"OneDrive", "onedrive"}, {"Google Drive", "google drive"}, {"Google Drive", "googledrive"},
	{"Google Drive", "my drive"}, {"Nextcloud", "nextcloud"}, {"ownCloud", "owncloud"}, {"Yandex Disk", "yandex.disk"},
	{"Yandex Disk", "yandexdisk"}, {"MEGA", "mega"}, {"MEGA", "megasync"}, {"pCloud", "pclouddrive"}, {"iCloud", "icloud drive"},
	{"iCloud", "com~apple~clouddocs"}, {"Seafile", "seafile"}, {"Box", "box sync"},
}

// marks are files that such a program leaves in the folder it keeps, whatever the folder is called.
var marks = []struct{ name, file string }{
	{"Dropbox", ".dropbox"}, {"Dropbox", ".dropbox.cache"}, {"Nextcloud", ".nextcloudsync.log"}, {"Nextcloud", ".sync_*.db"},
	{"Nextcloud", "._sync_*.db"}, {"ownCloud", ".owncloudsync.log"}, {"Syncthing", ".stfolder"}, {"Resilio Sync", ".sync"},
	{"Google Drive", ".tmp.drivedownload"}, {"Yandex Disk", ".yandex_disk"},
}

// Synchronised names the program that synchronises the folder in which a path lies, "" if none is known to.
func Synchronised(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		base := strings.ToLower(filepath.Base(dir))
		for _, s := range services { // "OneDrive - ICESCO" and "Dropbox (Personal)" too
			if base == s.folder || strings.HasPrefix(base, s.folder+" ") || strings.HasPrefix(base, s.folder+"-") {
				return s.name
			}
		}
		for _, m := range marks {
			if found, err := filepath.Glob(filepath.Join(escaped(dir), m.file)); err == nil && len(found) > 0 {
				return m.name
			}
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// escaped keeps the letters of a folder from being read as a pattern.
func escaped(dir string) string {
	if filepath.Separator == '\\' { // no way to escape there, and no need: [ alone is a pattern
		return strings.ReplaceAll(dir, "[", "[[]")
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}

// nearest is the folder of a path, or the nearest above it that is there.
func nearest(path string) string {
	dir := filepath.Dir(path)
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(dir); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return dir
}
