package main

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

func TestWhatCannotBeMeantIsWrongUsage(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla")
	out := d.file("x.pdf")
	for _, c := range []struct {
		line []string
		code string
	}{
		{[]string{"checking"}, "usage"},
		{[]string{"lists", "--nonsense"}, "usage"},
		{[]string{"lists", "nonsense"}, "usage"},
		{[]string{"lists", "--language", "tlh"}, "usage"},
		{[]string{"init", "extra"}, "usage"},
		{[]string{"seminars", "add", "--start", "18.07.2025"}, "date"},
		{[]string{"seminars", "add", "--title", ""}, "required"},
		{[]string{"seminars", "add", "--tz", "Baku"}, "zone"},
		{[]string{"seminars", "add", "--start", "2025-07-18", "--end", "2025-07-17"}, "date_order"},
		{[]string{"demo", "--people", "0", "--dir", d.file("demo")}, "usage"},
		{[]string{"sessions", "add", "--title", "Panel"}, "usage"},
		{[]string{"sessions", "add", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00"}, "required"},
		{[]string{"sessions", "add", "--title", "P", "--start", "10 o'clock", "--end", "2025-07-18T11:00"}, "usage"},
		{[]string{"sessions", "add", "--title", "P", "--start", "2025-07-18T10:00", "--end", "2025-07-18T09:00"}, "time_order"},
		{[]string{"sessions", "add", "--title", "P", "--kind", "dance", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00"}, "session_kind"},
		{[]string{"sessions", "add", "--title", "P", "--capacity", "many"}, "usage"},
		{[]string{"lists", "add"}, "required"},
		{[]string{"lists", "add", "--name", "P", "--frequency", "sometimes"}, "list_frequency"},
		{[]string{"lists", "add", "--name", "P", "--from", "nine"}, "list_time"},
		{[]string{"lists", "add", "--name", "P", "--exit-all-at", "25:00"}, "list_clock"},
		{[]string{"lists", "add", "--name", "P", "--rule", "{"}, "list_rule"},
		{[]string{"lists", "add", "--name", "P", "--rule", `{"all":[{"var":"shoe size","op":"<","value":2}]}`}, "list_rule"},
		{[]string{"categories", "add"}, "required"},
		{[]string{"categories", "add", "--name", "Press", "--colour", "blue"}, "usage"},
		{[]string{"delegations", "add"}, "usage"},
		{[]string{"delegations", "add", "--country", "Kazakhstan"}, "usage"},
		{[]string{"delegations", "add", "--country", "KZ", "--quota", "-1"}, "usage"},
		{[]string{"questions", "add"}, "required"},
		{[]string{"questions", "add", "--text", "Q", "--type", "essay"}, "usage"},
		{[]string{"questions", "add", "--text", "Q", "--type", "choice"}, "usage"},
		{[]string{"import"}, "usage"},
		{[]string{"import", "undo"}, "usage"},
		{[]string{"import", d.put("a.csv", "Name\nLeyla\n"), "--encoding", "morse"}, "file_unknown_encoding"},
		{[]string{"import", d.file("a.csv"), "--map", "Name=shoe_size"}, "file_field"},
		{[]string{"import", d.file("a.csv"), "--map", d.put("map.json", "[]")}, "usage"},
		{[]string{"attendees", "--status", "odd"}, "usage"},
		{[]string{"attendees", "--country", "Azerbaijan"}, "usage"},
		{[]string{"attendees", "--limit", "-1"}, "usage"},
		{[]string{"register"}, "name_required"},
		{[]string{"register", "--given", "Leyla", "--email", "nonsense"}, "email"},
		{[]string{"register", "--given", "Leyla", "--country", "Azerbaijan"}, "country"},
		{[]string{"register", "--given", "Leyla", "--status", "odd"}, "status"},
		{[]string{"attendees", "edit", "A-001"}, "usage"},
		{[]string{"attendees", "edit", "A-001", "--set", "family_name"}, "usage"},
		{[]string{"attendees", "edit", "A-001", "--set", "shoe_size=42"}, "usage"},
		{[]string{"attendees", "edit", "A-001", "--set", "status=odd"}, "status"},
		{[]string{"attendees", "block", "A-001"}, "usage"},
		{[]string{"checkin"}, "usage"},
		{[]string{"checkin", "A-001", "--batch", "-"}, "usage"},
		{[]string{"checkin", "--batch", "-", "--nonce", "n"}, "usage"},
		{[]string{"checkin", "A-001", "--at", "yesterday"}, "usage"},
		{[]string{"checkin", "A-001", "--why", "a friend"}, "usage"},
		{[]string{"checkin", "A-001", "--answer", "yes"}, "usage"},
		{[]string{"undo"}, "usage"},
		{[]string{"log", "--limit", "-1"}, "usage"},
		{[]string{"badges"}, "usage"},
		{[]string{"badges", "--out", out, "--template", "baroque"}, "usage"},
		{[]string{"badges", "--out", out, "--sheet", "a7"}, "usage"},
		{[]string{"badges", "--out", out, "--sheet", "a4", "--start-cell", "5"}, "usage"},
		{[]string{"badges", "--out", out, "--sheet", "a4", "--start-cell", "0"}, "usage"},
		{[]string{"badges", "--out", out, "--start-cell", "2"}, "usage"},
		{[]string{"badges", "--out", out, "--side", "left"}, "usage"},
		{[]string{"badges", "--out", out, "--replace"}, "usage"},
		{[]string{"certificates"}, "usage"},
		{[]string{"certificates", "revoke", "S-1"}, "usage"},
		{[]string{"verify"}, "usage"},
		{[]string{"report"}, "usage"},
		{[]string{"report", "--out", d.file("x.doc")}, "usage"},
		{[]string{"report", "--out", out, "--kind", "gossip"}, "usage"},
		{[]string{"preview", "--out", d.file("x.png")}, "usage"},
		{[]string{"preview", "--badge", "A-001"}, "usage"},
		{[]string{"preview", "--badge", "A-001", "--report", "summary", "--out", d.file("x.png")}, "usage"},
		{[]string{"preview", "--badge", "A-001", "--dpi", "6000", "--out", d.file("x.png")}, "usage"},
		{[]string{"preview", "--badge", "A-001", "--side", "both", "--out", d.file("x.png")}, "usage"},
		{[]string{"backup"}, "usage"},
		{[]string{"restore"}, "usage"},
	} {
		d.wantError(2, c.code, c.line...)
	}
	var all []attendeeJSON
	if d.want(0, &all, "attendees"); len(all) != 1 {
		t.Errorf("%d people are here after nothing but mistakes", len(all))
	}
}

func TestWhatIsNotHereIsNotFound(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Leyla")
	out := d.file("x.pdf")
	for _, line := range [][]string{
		{"lists", "--seminar", "nowhere"},
		{"lists", "add", "--name", "P", "--session", "nowhere"},
		{"lists", "add", "--name", "P", "--category", "nobody"},
		{"import", d.file("absent.csv")},
		{"import", d.put("a.csv", "Name\nLeyla\n"), "--map", d.file("absent.json")},
		{"import", "undo", "nothing"},
		{"attendees", "--category", "nobody"},
		{"attendees", "--list", "nowhere"},
		{"register", "--given", "A", "--category", "nobody"},
		{"register", "--given", "A", "--delegation", "nobody"},
		{"attendees", "edit", "nobody", "--set", "given_name=A"},
		{"attendees", "cancel", "nobody"},
		{"attendees", "block", "nobody", "--why", "w"},
		{"attendees", "unblock", "nobody"},
		{"checkin", "A-001", "--list", "nowhere"},
		{"checkin", "A-001", "--answer", "nothing=1"},
		{"checkin", "--batch", d.file("absent.jsonl")},
		{"undo", "nothing"},
		{"log", "--subject", "nothing"},
		{"attendance", "--session", "nowhere"},
		{"live", "--list", "nowhere"},
		{"badges", "--out", out, "--only", "nobody"},
		{"certificates", "--out", out, "--only", "nobody"},
		{"certificates", "revoke", "S-1", "--why", "w"},
		{"verify", d.file("absent.pdf")},
		{"preview", "--badge", "nobody", "--out", d.file("x.png")},
		{"preview", "--certificate", "nobody", "--out", d.file("x.png")},
		{"restore", d.file("absent.lanyard")},
	} {
		d.wantError(3, "not_found", line...)
	}
	d.want(0, nil, "badges", "--out", out)
	d.wantError(3, "not_found", "badges", "--out", out) // all are printed
	d.dir = t.TempDir()
	d.wantError(3, "not_found", "seminars") // no workspace
}

func TestEveryCommandHasAnExampleThatCanBeMeant(t *testing.T) {
	p := &program{}
	var walk func(*cobra.Command)
	seen := 0
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			if sub.Name() != "completion" && sub.Name() != "help" {
				walk(sub)
			}
		}
		if c.RunE == nil {
			return
		}
		seen++
		line := words(strings.TrimPrefix(strings.TrimSpace(c.Example), "lanyardctl "))
		found, rest, err := p.root().Find(line)
		if err != nil || found.CommandPath() != c.CommandPath() {
			t.Fatalf("%s: the example %q is of another command: %v", c.CommandPath(), c.Example, err)
		}
		if err := found.ParseFlags(rest); err != nil {
			t.Errorf("%s: %v", c.CommandPath(), err)
		}
		if err := errors.Join(found.Args(found, found.Flags().Args()), found.ValidateRequiredFlags()); err != nil {
			t.Errorf("%s: %q: %v", c.CommandPath(), c.Example, err)
		}
		var out bytes.Buffer
		args := append(strings.Fields(c.CommandPath())[1:], "--help")
		if err := run(context.Background(), args, streams{strings.NewReader(""), &out, &out}); err != nil || !strings.Contains(out.String(), strings.TrimSpace(c.Example)) {
			t.Errorf("%s --help: %v\n%s", c.CommandPath(), err, out.String())
		}
	}
	walk(p.root())
	if seen < 35 {
		t.Errorf("only %d commands were looked at", seen)
	}
}

// words divides a command line as a shell does, double quotes included.
func words(line string) []string {
	var all []string
	for i, part := range strings.Split(line, `"`) {
		switch {
		case i%2 == 0:
			all = append(all, strings.Fields(part)...)
		case strings.HasSuffix(strings.Split(line, `"`)[i-1], "="):
			all[len(all)-1] += part
		default:
			all = append(all, part)
		}
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}
