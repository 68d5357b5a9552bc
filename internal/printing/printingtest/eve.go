// Package printingtest starts real printers for tests: ippeveprinter, which is a printer in the network as IPP Everywhere
// has it, and CUPS with queues of its own. Debian has them in cups and cups-ipp-utils.
package printingtest

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// Network is a printer in the network, which keeps what it was sent as files.
type Network struct {
	URI string

	t      testing.TB
	folder string
	end    func()
}

// Open starts a printer that runs a command for each document, such as /bin/true, and is through with it when the command
// is; one that fails gives the document up. It takes PDFs unless more options of ippeveprinter say otherwise. It is stopped
// at the end of the test.
func Open(t testing.TB, command string, more ...string) *Network {
	t.Helper()
	at := free(t)
	_, port, _ := net.SplitHostPort(at)
	n := &Network{URI: "ipp://localhost:" + port + "/ipp/print", t: t, folder: t.TempDir()}
	// It announces itself through D-Bus and does not start without; a bus of its own, on which nobody listens, will do.
	args := []string{"--", "sh", "-c", `DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"`, "sh",
		"ippeveprinter", "-r", "off", "-p", port, "-n", "localhost", "-d", n.folder, "-k", "-f", "application/pdf", "-c", command}
	n.end = start(t, at, exec.Command("dbus-run-session", append(append(args, more...), "Badges")...))
	return n
}

// Stop ends the printer, as if its cable had been pulled.
func (n *Network) Stop() { n.end() }

// Documents are the files that it was sent, in their order.
func (n *Network) Documents() []string {
	n.t.Helper()
	var all []string
	for _, extension := range []string{"pdf", "pwg", "jpg"} {
		some, err := filepath.Glob(filepath.Join(n.folder, "*."+extension))
		if err != nil {
			n.t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// Script makes a command for Open out of lines of sh.
func Script(t testing.TB, lines string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "print.sh")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+lines+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// Text is what a PDF says.
func Text(t testing.TB, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", path, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// free is an address that nobody listens at.
func free(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start runs a server with everything it starts, until stop is called or the test is over, and waits until it listens.
func start(t testing.TB, at string, c *exec.Cmd) (stop func()) {
	t.Helper()
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	apart(c)
	if err := c.Start(); err != nil {
		t.Fatalf("%v (.ci/setup test installs it)", err)
	}
	over := make(chan struct{})
	go func() { defer close(over); _ = c.Wait() }()
	stop = sync.OnceFunc(func() {
		end(c)
		<-over
	})
	t.Cleanup(stop)
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		line, err := net.Dial("tcp", at)
		if err == nil {
			line.Close()
			return stop
		}
		select {
		case <-over:
			t.Fatalf("%s ended:\n%s", strings.Join(c.Args, " "), said.String())
		default:
		}
		if time.Now().After(deadline) {
			stop()
			t.Fatal(fmt.Errorf("%s does not listen: %w\n%s", c.Path, err, said.String()))
		}
	}
}

// Read is what stands in a file.
func Read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Picture is the first page of a PWG raster as a PNG file, pixel by pixel as the filters of CUPS read it; grey may be off by
// a few shades.
func Picture(t testing.TB, path string) string {
	t.Helper()
	picture := filepath.Join(t.TempDir(), "page")
	out, err := exec.Command("sh", "-c", `/usr/lib/cups/filter/rastertopdf 1 user title 1 "" "$1" > "$2.pdf" && pdfimages -png -l 1 "$2.pdf" "$2"`,
		"sh", path, picture).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return picture + "-000.png"
}

// Code is what the QR code on the first page of a PDF says.
func Code(t testing.TB, path string) string {
	t.Helper()
	out, err := exec.Command("sh", "-c", `pdftoppm -r 300 -png -singlefile "$1" "$2" && zbarimg -q --raw -Sdisable -Sqrcode.enable "$2.png"`,
		"sh", path, filepath.Join(t.TempDir(), "page")).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// Left is how far from the left a word begins on the pages of a PDF, in points.
func Left(t testing.TB, path, word string) float64 {
	t.Helper()
	out, err := exec.Command("pdftotext", "-bbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(out), "\n") {
		if !strings.Contains(line, ">"+word+"<") {
			continue
		}
		_, rest, _ := strings.Cut(line, `xMin="`)
		number, _, _ := strings.Cut(rest, `"`)
		left, err := strconv.ParseFloat(number, 64)
		if err != nil {
			t.Fatal(err)
		}
		return left
	}
	t.Fatalf("%s does not stand in\n%s", word, out)
	return 0
}
