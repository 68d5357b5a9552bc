// Package workspace knows where a workspace lives and who has it open: one window at a time, which a second start
// brings forward. The command line works beside an open window and claims nothing but for a restore.
package workspace

import (
	"os"
	"path/filepath"
	"runtime"
)

// Variable names the workspace for every program, instead of DefaultPath.
const Variable = "LANYARD_WORKSPACE"

// Path is the workspace meant when none is said: that of the environment, else the user's own.
func Path() (string, error) {
	if p := os.Getenv(Variable); p != "" {
		return filepath.Abs(p)
	}
	dir, err := dataDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "lanyard", "workspace.lanyard"), nil
}

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
