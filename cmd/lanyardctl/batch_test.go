package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// answers reads the lines that a batch wrote.
func answers(t *testing.T, out string) []answerJSON {
	t.Helper()
	var all []answerJSON
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		var a answerJSON
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		all = append(all, a)
	}
	return all
}

func TestABatchAnswersEveryLineInOrder(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "lists", "add", "--name", "Panel")
	who, other := d.person("--given", "Leyla"), d.person("--given", "Nigar")
	lines := []struct{ line, status, reason string }{
		{fmt.Sprintf(`{"code":%q,"nonce":"n1","at":"2025-07-18T09:00"}`, who.Code), "ok", ""},
		{fmt.Sprintf(`{"code":%q,"at":"2025-07-18T09:01"}`, who.Code), "error", "already_redeemed"},
		{`not JSON at all`, "error", "error"},
		{fmt.Sprintf(`{"code":%q,"list":"nowhere"}`, who.Code), "error", "error"},
		{fmt.Sprintf(`{"code":%q,"type":"sideways","nonce":"n2"}`, who.Code), "error", "error"},
		{fmt.Sprintf(`{"code":%q,"at":"yesterday"}`, who.Code), "error", "error"},
		{`{"code":12}`, "error", "error"},
		{`{"code":"x"} {"code":"y"}`, "error", "error"},
		{`null`, "error", "error"},
		{`["code"]`, "error", "error"},
		{`{}`, "error", "invalid"},
		{`{"code":"` + strings.Repeat("9", longestLine) + `"}`, "error", "error"},
		{`{"code":"` + strings.Repeat("9", 70000) + `"}`, "error", "invalid"},
		{fmt.Sprintf(`{"code":%q,"nonce":"n1","at":"2025-07-18T09:05"}`, who.Code), "ok", ""},
		{fmt.Sprintf(`{"code":%q,"type":"exit","at":"2025-07-18T09:06"}`, who.Code), "ok", ""},
		{fmt.Sprintf(`{"code":%q,"list":"PANEL","at":"2025-07-18T05:07:00Z"}`, who.Code), "ok", ""},
		{fmt.Sprintf(`{"code":%q,"list":"PANEL","at":"2025-07-18T05:08:00Z","force":true,"why":"asked"}`, who.Code), "ok", ""},
		{fmt.Sprintf(`{"code":%q}`, other.BadgeNumber), "ok", ""},
	}
	var file strings.Builder
	file.WriteString("\ufeff")
	for i, l := range lines {
		file.WriteString(l.line)
		file.WriteString([]string{"\n", "\r\n", "\n\n"}[i%3])
	}
	status, out, said := d.call(strings.NewReader(""), "checkin", "--batch", d.put("scans.jsonl", strings.TrimSpace(file.String())))
	if status != 0 || said != "" {
		t.Fatalf("exit %d: %s", status, said)
	}
	got := answers(t, out)
	if len(got) != len(lines) {
		t.Fatalf("%d answers to %d lines", len(got), len(lines))
	}
	for i, l := range lines {
		if a := got[i]; string(a.Status) != l.status || string(a.Reason) != l.reason || a.Reason != "" && a.Explanation == "" {
			t.Errorf("line %d, %.60s: %+v", i+1, l.line, a)
		}
	}
	if got[13].Datetime != got[0].Datetime || got[13].Operation != "" || !got[13].Repeat || got[4].Nonce != "n2" {
		t.Errorf("the same nonce: %+v; a bad line with one: %+v", got[13], got[4])
	}
	if got[15].Datetime != "2025-07-18T09:07:00+04:00" || got[15].List != "Panel" || !got[16].Forced {
		t.Errorf("%+v %+v", got[15], got[16])
	}
}

func TestTheFlagsOfABatchAreItsLinesDefaults(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "lists", "add", "--name", "Panel")
	who := d.person("--given", "Leyla")
	_, out, _ := d.call(strings.NewReader(fmt.Sprintf("{\"code\":%q}\n{\"code\":%q,\"list\":\"main entrance\",\"type\":\"entry\"}", who.Code, who.Code)),
		"checkin", "--batch", "-", "--list", "panel", "--exit", "--at", "2025-07-18T09:00")
	got := answers(t, out)
	if len(got) != 2 || got[0].List != "Panel" || got[0].Type != "exit" || got[1].List != "Main entrance" || got[1].Type != "entry" ||
		got[1].Datetime != "2025-07-18T09:00:00+04:00" {
		t.Errorf("%+v", got)
	}
}

// TestAnAnswerIsWrittenBeforeTheNextLineIsRead speaks to a batch line by line, as a turnstile does.
func TestAnAnswerIsWrittenBeforeTheNextLineIsRead(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	in, lines := io.Pipe()
	out, answered := io.Pipe()
	done := make(chan error, 1)
	go func() {
		err := run(t.Context(), []string{"--workspace", d.file("w.lanyard"), "checkin", "--batch", "-"}, streams{in, answered, io.Discard})
		done <- errors.Join(err, answered.Close())
	}()
	answer := json.NewDecoder(out)
	for i := range 5 {
		fmt.Fprintf(lines, "{\"code\":%q,\"type\":%q}\n", who.Code, []string{"entry", "exit"}[i%2])
		var a answerJSON
		if err := answer.Decode(&a); err != nil || a.Status != "ok" {
			t.Fatalf("line %d: %+v, %v", i+1, a, err)
		}
		var log []operationJSON // another process sees it already
		if d.want(0, &log, "log", "--limit", "1"); log[0].ID != a.Operation {
			t.Errorf("line %d was answered with %s, the trail ends in %s", i+1, a.Operation, log[0].ID)
		}
	}
	if err := errors.Join(lines.Close(), <-done); err != nil {
		t.Error(err)
	}
}
