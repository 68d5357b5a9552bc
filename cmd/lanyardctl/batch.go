package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"lanyard/internal/seminar"
)

// longestLine is the longest line of a batch, in bytes.
const longestLine = 1 << 20

// batchLine is a line as it was read; err says why it could not be.
type batchLine struct {
	text []byte
	err  error
}

// batch answers a file of scans, one line each, in order, each written out as soon as it is on disk. A line that is no
// scan, or means a list that is not there, is answered with an error like any other refusal, and the next one is read.
// What the workspace itself refuses ends the batch: nothing after it would be answered better.
func (c *scanner) batch(ctx context.Context, path string, byDefault scanLine) error {
	in := c.in
	if path != standard {
		f, err := openFile(path)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	out := json.NewEncoder(c.out)
	out.SetEscapeHTML(false)
	lines := readLines(ctx, in)
	for n := 1; ; n++ {
		var line batchLine
		var more bool
		select {
		case <-ctx.Done():
			return ctx.Err()
		case line, more = <-lines:
		}
		if !more {
			return ctx.Err() // the reader ends with the context too
		}
		if errors.Is(line.err, io.EOF) {
			return nil
		}
		if line.err != nil && !errors.Is(line.err, bufio.ErrBufferFull) {
			return line.err
		}
		if line.err == nil && len(line.text) == 0 {
			continue
		}
		a, err := c.lineAnswer(ctx, n, line, byDefault)
		if err == nil {
			err = out.Encode(a)
		}
		if err != nil {
			return err
		}
	}
}

// lineAnswer answers one line. The error is the workspace's, never the line's.
func (c *scanner) lineAnswer(ctx context.Context, n int, line batchLine, byDefault scanLine) (answerJSON, error) {
	scan, err := readScan(line, byDefault)
	if err == nil {
		var a answerJSON
		if a, err = c.answerTo(ctx, scan); err == nil {
			return a, nil
		}
	}
	if s := statusOf(err); s != misused && s != notFound {
		return answerJSON{}, err
	}
	kind := seminar.CheckinType(scan.Type)
	if kind == "" {
		kind = seminar.Entry
	}
	return answerJSON{Status: seminar.Refused, Reason: seminar.ReasonError, Explanation: fmt.Sprintf("Line %d: %s", n, c.sentence(err)),
		List: scan.List, Type: kind, Nonce: scan.Nonce, Questions: []seminar.Question{}}, nil
}

func readScan(line batchLine, byDefault scanLine) (scanLine, error) {
	scan := byDefault
	if line.err != nil {
		return scan, usage(fmt.Errorf("a scan is no longer than %d bytes", longestLine))
	}
	if line.text[0] != '{' {
		return scan, usage(errors.New("a scan is a JSON object, as {\"code\":\"A-012\"}"))
	}
	if err := json.Unmarshal(line.text, &scan); err != nil {
		return scan, usage(fmt.Errorf("this is not a scan: %w", err))
	}
	return scan, nil
}

// readLines reads in the background, so that an interruption need not wait for a scanner to send its next line. A line
// too long is passed over to its end.
func readLines(ctx context.Context, in io.Reader) <-chan batchLine {
	lines := make(chan batchLine)
	r := bufio.NewReaderSize(in, longestLine)
	send := func(l batchLine) bool {
		select {
		case lines <- l:
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(lines)
		for first := true; ; first = false {
			text, err := r.ReadSlice('\n')
			line := batchLine{text: bytes.Clone(text)}
			if first {
				line.text = bytes.TrimPrefix(line.text, []byte("\ufeff"))
			}
			line.text = bytes.TrimSpace(line.text)
			if errors.Is(err, bufio.ErrBufferFull) {
				line = batchLine{err: err}
				for errors.Is(err, bufio.ErrBufferFull) {
					_, err = r.ReadSlice('\n')
				}
			}
			if (line.err != nil || len(line.text) > 0 || err == nil) && !send(line) {
				return
			}
			if err != nil {
				send(batchLine{err: err})
				return
			}
		}
	}()
	return lines
}

// openFile opens a file that the command line names.
func openFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, seminar.NotFound("file", path)
	}
	return f, err
}
