//go:build unix

package printingtest

import (
	"os/exec"
	"syscall"
)

// apart gives a command a process group of its own, so that it can be ended with everything it starts.
func apart(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func end(c *exec.Cmd) { _ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
