package workspace_test

import (
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/workspace"
)

func TestFoldersThatAreSynchronisedAreKnown(t *testing.T) {
	for folder, want := range map[string]string{
		"Dropbox": "Dropbox", "Dropbox (Personal)/seminars": "Dropbox", "OneDrive": "OneDrive", "OneDrive - ICESCO/Baku": "OneDrive",
		"Google Drive": "Google Drive", "My Drive/2025": "Google Drive", "Nextcloud": "Nextcloud", "nextcloud/a/b": "Nextcloud",
		"Yandex.Disk": "Yandex Disk", "MEGA": "MEGA", "documents": "", "Megaphones": "", "boxes": "", "my drives": "",
		"a [b] folder": "",
	} {
		dir := filepath.Join(t.TempDir(), folder)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if got := workspace.Synchronised(filepath.Join(dir, "w.lanyard")); got != want {
			t.Errorf("%s: %q, want %q", folder, got, want)
		}
	}
}

func TestFoldersAreKnownByWhatTheirProgramLeavesInThem(t *testing.T) {
	for mark, want := range map[string]string{".sync_4f2a.db": "Nextcloud", ".stfolder": "Syncthing", ".dropbox.cache": "Dropbox", "notes.txt": ""} {
		root := filepath.Join(t.TempDir(), "work [2025]")
		if err := os.MkdirAll(filepath.Join(root, "seminars", "baku"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, mark), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := workspace.Synchronised(filepath.Join(root, "seminars", "baku", "w.lanyard")); got != want {
			t.Errorf("%s: %q, want %q", mark, got, want)
		}
	}
}

func TestTheOwnDiskIsNotRemote(t *testing.T) {
	for _, path := range []string{filepath.Join(t.TempDir(), "w.lanyard"), filepath.Join(t.TempDir(), "not", "there", "yet", "w.lanyard")} {
		if workspace.Remote(path) {
			t.Errorf("%s is taken for a network drive", path)
		}
	}
}
