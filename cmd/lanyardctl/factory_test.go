package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// deskTest runs command lines on one workspace of the test's own.
type deskTest struct {
	*testing.T
	dir string
}

func newDesk(t *testing.T) deskTest {
	d := deskTest{t, t.TempDir()}
	d.want(0, nil, "init", "--title", "Test seminar", "--start", "2025-07-18", "--tz", "Asia/Baku")
	return d
}

// file is a path in the test's own folder.
func (d deskTest) file(name string) string { return filepath.Join(d.dir, name) }

// put writes a file in the test's own folder.
func (d deskTest) put(name, text string) string {
	d.Helper()
	if err := os.WriteFile(d.file(name), []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
	return d.file(name)
}

// person registers somebody.
func (d deskTest) person(args ...string) attendeeJSON {
	d.Helper()
	var who attendeeJSON
	d.want(0, &who, append([]string{"register"}, args...)...)
	return who
}

// call runs a command line with --json and gives its exit status and what it wrote.
func (d deskTest) call(in io.Reader, args ...string) (status int, out, said string) {
	d.Helper()
	var o, e bytes.Buffer
	err := run(context.Background(), append([]string{"--workspace", d.file("w.lanyard"), "--json", "--language", "en"}, args...),
		streams{in, &o, &e})
	var code exit
	if errors.As(err, &code) {
		status = int(code)
	} else if err != nil {
		status = int(failed)
	}
	return status, o.String(), e.String()
}

// want runs a command line, expects an exit status, and reads its answer: one JSON document on standard output, also
// when it fails, and then a message on standard error.
func (d deskTest) want(status int, answer any, args ...string) {
	d.Helper()
	got, out, said := d.call(strings.NewReader(""), args...)
	if got != status {
		d.Fatalf("%s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, status, out, said)
	}
	var document json.RawMessage
	reader := json.NewDecoder(strings.NewReader(out))
	if err := reader.Decode(&document); err != nil || reader.More() {
		d.Fatalf("%s: not one JSON document, %v:\n%s", strings.Join(args, " "), err, out)
	}
	if status != 0 {
		var failure struct {
			Error *struct{ Code, Message string }
		}
		isFailure := json.Unmarshal(document, &failure) == nil && failure.Error != nil // a list of findings is none
		if isFailure && (failure.Error.Code == "" || !strings.Contains(said, failure.Error.Message)) {
			d.Fatalf("%s: said %q, and on standard error %q", strings.Join(args, " "), failure.Error, said)
		}
	}
	if answer == nil {
		return
	}
	if err := json.Unmarshal(document, answer); err != nil {
		d.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// wantError expects a failure with an exit status and a code.
func (d deskTest) wantError(status int, code string, args ...string) (message string) {
	d.Helper()
	var answer struct {
		Error struct{ Code, Message string }
	}
	d.want(status, &answer, args...)
	if answer.Error.Code != code {
		d.Errorf("%s: code %q, want %q", strings.Join(args, " "), answer.Error.Code, code)
	}
	return answer.Error.Message
}
