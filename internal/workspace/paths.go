// Package workspace knows where a workspace lives and who has it open: one window at a time, which a second start
// brings forward. The command line works beside an open window and claims nothing but for a restore.
package workspace

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Variable names the workspace for every program, instead of DefaultPath.
const Variable = "LANYARD_WORKSPACE"

// Path is the workspace meant when none is said: that of the environment, else the one that the window was last turned
// to if it is still there, else the user's own.
func Path() (string, error) {
	if p := os.Getenv(Variable); p != "" {
		return filepath.Abs(p)
	}
	dir, err := dataDir()
	if err != nil {
		return "", err
	}
	if last, err := os.ReadFile(lastFile(dir)); err == nil {
		path := strings.TrimSpace(string(last))
		if info, err := os.Stat(path); err == nil && !info.IsDir() && filepath.IsAbs(path) {
			return path, nil
		}
	}
	return filepath.Join(dir, "lanyard", "workspace.lanyard"), nil
}

// Remember makes a workspace the one that is meant when none is said.
func Remember(path string) error {
	dir, err := dataDir()
	if err != nil {
		return err
	}
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(lastFile(dir)), 0o755); err != nil {
		return err
	}
	return os.WriteFile(lastFile(dir), []byte(path+"\n"), 0o600)
}

// Fonts is the folder of the user's own font file, for every workspace on this computer; "" where the system keeps no data
// for the user.
func Fonts() string {
	dir, err := dataDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "lanyard", "fonts")
}

// lastFile holds the path of the workspace that the window was last turned to.
func lastFile(dir string) string { return filepath.Join(dir, "lanyard", "last-workspace") }

// dataDir is where the system keeps a user's data: the XDG base directory specification on Linux, and what
// os.UserConfigDir answers elsewhere.
func dataDir() (string, error) {
	if runtime.GOOS != "linux" {
		return os.UserConfigDir()
	}
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return d, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}
