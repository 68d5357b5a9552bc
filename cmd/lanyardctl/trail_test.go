package main

import (
	"path/filepath"
	"slices"
	"testing"
)

func TestTheTrailIsReadableByPeople(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "sessions", "add", "--title", "Panel 1", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00")
	d.want(0, nil, "categories", "add", "--name", "Press")
	d.want(0, nil, "delegations", "add", "--country", "KZ")
	d.want(0, nil, "questions", "add", "--text", "Which language?")
	d.want(0, nil, "import", filepath.Join(samples, "plain-1251.csv"))
	who := d.person("--given", "Leyla", "--family", "Qafar-zadə")
	var scan, refused answerJSON
	at := "--at=2025-07-18T10:00"
	d.want(0, &scan, "checkin", who.Code, at)
	d.want(4, &refused, "checkin", who.Code, at)
	d.want(4, nil, "checkin", "nobody")
	d.want(0, nil, "checkin", who.Code, at, "--force", "--why", "asked")
	d.want(0, nil, "checkin", who.Code, "--at=2025-07-18T11:00", "--exit")
	d.want(0, nil, "badges", "--out", d.file("b.pdf"), "--only", who.Code)
	d.want(0, nil, "certificates", "--out", d.file("c.pdf"))
	d.want(0, nil, "certificates", "revoke", "2025-A-0001", "--why", "w")
	d.want(0, nil, "undo", scan.Operation)
	var report struct{ Rows [][]any }
	d.want(0, nil, "report", "--kind", "log", "--out", d.file("log.pdf"))
	d.want(0, &report, "report", "--kind", "log", "--out", "-")
	var said []string
	for _, r := range report.Rows {
		said = append(said, r[3].(string))
	}
	for _, want := range []string{"Seminar: Test seminar", "Check-in list: Main entrance", "Session: Panel 1", "Category: Press",
		"Delegation: Kazakhstan", "Question: Which language?", "Import: plain-1251.csv", "Person: Севда Алиева", "Registration: Севда Алиева",
		"Registration: Leyla Qafar-zadə", "Entry, Main entrance: Leyla Qafar-zadə",
		"Refused, Main entrance: Leyla Qafar-zadə – Already checked in", "Refused, Main entrance: unknown code – Code not known",
		"Entry against the rules, Main entrance: Leyla Qafar-zadə (asked)", "Exit, Main entrance: Leyla Qafar-zadə",
		"Badge printed: Leyla Qafar-zadə", "Certificate issued: 2025-A-0001, Leyla Qafar-zadə", "Certificate revoked: 2025-A-0001, Leyla Qafar-zadə",
		"Undone: Entry, Main entrance: Leyla Qafar-zadə"} {
		if !slices.Contains(said, want) {
			t.Errorf("the trail does not say %q:\n%q", want, said)
		}
	}
}
