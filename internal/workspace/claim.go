package workspace

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"lanyard/internal/seminar"
)

// ErrRaised says that another window has the workspace open and was brought forward.
var ErrRaised = errors.New("the open window was brought forward")

// Claim holds a workspace for one window.
type Claim struct {
	lock     *flock.Flock
	listener net.Listener
}

const (
	raiseWord  = "raise"
	raisedWord = "raised"
	patience   = 2 * time.Second
)

// Take claims a workspace for a window. raise is called, on a goroutine of its own, when a second start asks for the
// window. Errors: ErrRaised; CodeInUse if a program that has no window holds the workspace.
func Take(path string, raise func()) (*Claim, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	c := &Claim{lock: flock.New(path + ".lock")}
	held, err := c.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if !held {
		if askForward(path) {
			return nil, ErrRaised
		}
		return nil, seminar.Errorf(seminar.CodeInUse,
			"Another program is using this workspace. Wait until it is done, or close it, and try again.")
	}
	if raise != nil {
		if err := c.listen(path, raise); err != nil {
			return nil, errors.Join(err, c.Release())
		}
	}
	return c, nil
}

// Release gives the workspace up. The lock file stays: removing it would let two windows lock two files of one name.
func (c *Claim) Release() error {
	var err error
	if c.listener != nil {
		err = c.listener.Close()
	}
	return errors.Join(err, c.lock.Unlock())
}

// socket is where the window of a workspace listens: short, since a socket's path may have a hundred bytes only, and
// the user's own where the system has such a place.
func socket(path string) string {
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = os.TempDir()
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(dir, "lanyard-"+hex.EncodeToString(sum[:8])+".sock")
}

func (c *Claim) listen(path string, raise func()) error {
	address := socket(path)
	os.Remove(address) // left by a window that was killed: the lock says that it is gone
	l, err := net.Listen("unix", address)
	if err != nil {
		return err
	}
	c.listener = l
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go answer(conn, raise)
		}
	}()
	return nil
}

func answer(conn net.Conn, raise func()) {
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	word, err := bufio.NewReader(conn).ReadString('\n')
	if err == nil && word == raiseWord+"\n" {
		raise()
		fmt.Fprintln(conn, raisedWord)
	}
}

func askForward(path string) bool {
	conn, err := net.DialTimeout("unix", socket(path), patience)
	if err != nil {
		return false
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	fmt.Fprintln(conn, raiseWord)
	word, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && word == raisedWord+"\n"
}
