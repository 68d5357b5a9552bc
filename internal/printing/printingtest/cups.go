package printingtest

import (
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// CUPS is a printing system with a folder and a port of its own. Its queues send to printers that keep what they get.
type CUPS struct {
	Server string // as CUPS_SERVER names it

	t   testing.TB
	dir string
}

const policy = `LogLevel warn
Listen %s
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`

const files = `ServerRoot %[1]s/root
ServerBin %[1]s/bin
RequestRoot %[1]s/spool
CacheDir %[1]s/cache
StateDir %[1]s/state
TempDir %[1]s/spool
ErrorLog %[1]s/error.log
AccessLog %[1]s/access.log
PageLog %[1]s/page.log
`

// OpenCUPS starts one without a queue. It is stopped at the end of the test.
func OpenCUPS(t testing.TB) *CUPS {
	t.Helper()
	c := &CUPS{Server: free(t), t: t, dir: t.TempDir()}
	if err := os.Chmod(filepath.Dir(c.dir), 0o755); err != nil { // what root's CUPS starts runs as somebody else
		t.Fatal(err)
	}
	for _, name := range []string{"root", "spool", "cache", "state"} {
		if err := os.Mkdir(filepath.Join(c.dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	c.programs()
	for name, text := range map[string]string{"cupsd.conf": fmt.Sprintf(policy, c.Server), "cups-files.conf": fmt.Sprintf(files, c.dir)} {
		if err := os.WriteFile(filepath.Join(c.dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	start(t, c.Server, exec.Command("/usr/sbin/cupsd", "-f", "-c", filepath.Join(c.dir, "cupsd.conf"), "-s", filepath.Join(c.dir, "cups-files.conf")))
	return c
}

// programs gives it the programs of the system's CUPS, and a folder for backends beside them.
func (c *CUPS) programs() {
	c.t.Helper()
	if err := os.MkdirAll(filepath.Join(c.dir, "bin", "backend"), 0o755); err != nil {
		c.t.Fatal(err)
	}
	for _, name := range []string{"backend/socket", "backend/ipp", "cgi-bin", "daemon", "driver", "filter", "monitor", "notifier"} {
		if err := os.Symlink(filepath.Join("/usr/lib/cups", name), filepath.Join(c.dir, "bin", name)); err != nil {
			c.t.Fatal(err)
		}
	}
}

// AddBackend makes a queue whose printer is a script of sh: it says on standard error how the printer is, as those of CUPS
// do ("STATE: +media-empty-error"), and the document is printed when it ends.
func (c *CUPS) AddBackend(name, lines string) {
	c.t.Helper()
	if err := os.WriteFile(filepath.Join(c.dir, "bin", "backend", name), []byte("#!/bin/sh\n"+lines+"\n"), 0o755); err != nil { //nolint:gosec // CUPS runs it as somebody else
		c.t.Fatal(err)
	}
	c.Run("lpadmin", "-p", name, "-D", "The "+name, "-v", name+"://printer", "-m", "raw", "-E")
}

// Add makes a queue that takes what it gets as it is, and answers with the file that its printer keeps the last document in.
func (c *CUPS) Add(name string) string {
	c.t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() { l.Close() })
	file := filepath.Join(c.t.TempDir(), name+".pdf")
	go func() {
		for {
			line, err := l.Accept()
			if err != nil {
				return
			}
			document, err := io.ReadAll(line)
			if err == nil {
				_ = os.WriteFile(file, document, 0o600) // a test that reads it fails then
			}
			line.Close()
		}
	}()
	c.Run("lpadmin", "-p", name, "-D", "The "+name, "-v", "socket://"+l.Addr().String(), "-m", "raw", "-E")
	return file
}

// URI is the address of a queue.
func (c *CUPS) URI(name string) string {
	return "ipp://" + c.Server + "/printers/" + name
}

// Run runs a command of CUPS, such as lpadmin or cupsdisable, on it.
func (c *CUPS) Run(command string, args ...string) {
	c.t.Helper()
	out, err := exec.Command(command, append([]string{"-h", c.Server}, args...)...).CombinedOutput()
	if err != nil {
		c.t.Fatalf("%s: %v\n%s", command, err, out)
	}
}
