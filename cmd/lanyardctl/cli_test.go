package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheFourSampleFilesArriveWhole(t *testing.T) {
	samples := filepath.Join("..", "..", "internal", "transfer", "testdata")
	for file, people := range map[string]int{"pretix-checkinlist.csv": 12, "indico-registrations.csv": 11, "eventbrite-attendees.csv": 11, "plain-1251.csv": 3} {
		t.Run(file, func(t *testing.T) {
			d := newDesk(t)
			var dry, report struct {
				Rows, Created int
				Skipped       []struct{ Reason string }
				Import        string
			}
			d.want(0, &dry, "import", filepath.Join(samples, file), "--dry-run")
			var all []attendeeJSON
			d.want(0, &all, "attendees", "--limit", "0")
			if dry.Created != people || len(all) != 0 {
				t.Errorf("dry run: %d would be created, %d were", dry.Created, len(all))
			}
			d.want(0, &report, "import", filepath.Join(samples, file))
			d.want(0, &all, "attendees", "--limit", "0")
			if report.Created != people || len(all) != people || report.Rows != people+len(report.Skipped) {
				t.Errorf("%d created, %d here, %d rows, want %d people", report.Created, len(all), report.Rows, people)
			}
			for _, s := range report.Skipped {
				if s.Reason == "" {
					t.Error("a row was skipped without a reason")
				}
			}
			var again struct{ Created, Unchanged int }
			d.want(0, &again, "import", filepath.Join(samples, file))
			if again.Created != 0 || again.Unchanged != people {
				t.Errorf("again: %+v", again)
			}
			d.want(0, nil, "checkin", all[0].Code)
			var undone struct {
				Removed int
				Kept    []any
			}
			d.want(0, &undone, "import", "undo", report.Import)
			if undone.Removed != people-1 || len(undone.Kept) != 1 {
				t.Errorf("taken back: %d removed, %d kept", undone.Removed, len(undone.Kept))
			}
			d.want(0, &all, "attendees", "--limit", "0")
			if len(all) != 1 {
				t.Errorf("%d are left", len(all))
			}
		})
	}
}

func TestCheckinAnswersAndExitStatus(t *testing.T) {
	d := newDesk(t)
	var who attendeeJSON
	d.want(0, &who, "register", "--given", "Leyla", "--family", "Qafar-zadə", "--country", "AZ")
	var first, second answerJSON
	d.want(0, &first, "checkin", who.Code, "--nonce", "n1", "--at", "2025-07-18T09:12")
	if first.Status != "ok" || first.Attendee == nil || first.Attendee.ID != who.ID || first.Datetime != "2025-07-18T09:12:00+04:00" {
		t.Errorf("%+v", first)
	}
	d.want(0, &second, "checkin", who.Code, "--nonce", "n1", "--at", "2025-07-18T09:20")
	if second.Datetime != first.Datetime || second.Operation != "" {
		t.Errorf("the same nonce: %+v", second)
	}
	d.want(4, &second, "checkin", who.BadgeNumber, "--at", "2025-07-18T09:30")
	if second.Reason != "already_redeemed" || second.First == nil || second.First.Datetime != first.Datetime {
		t.Errorf("again: %+v", second)
	}
	d.want(0, nil, "undo", first.Operation)
	d.want(0, &second, "checkin", who.Code, "--nonce", "n1", "--at", "2025-07-18T09:40")
	if second.Operation != "" || second.Datetime != first.Datetime {
		t.Errorf("an undone nonce stays undone: %+v", second)
	}
	d.want(0, nil, "checkin", string(who.ID), "--at", "2025-07-18T09:50")
	d.want(4, &second, "checkin", "nobody")
	if second.Reason != "invalid" || second.Attendee != nil {
		t.Errorf("nobody: %+v", second)
	}
	d.want(0, nil, "attendees", "block", who.BadgeNumber, "--why", "see Anar")
	d.want(4, &second, "checkin", who.Code)
	if second.Reason != "blocked" {
		t.Errorf("blocked: %+v", second)
	}
	d.want(0, nil, "checkin", who.Code, "--force")
	d.want(2, nil, "checkin")
	d.want(3, nil, "attendees", "cancel", "nobody")
	d.want(2, nil, "checking")
	d.want(0, nil, "doctor")
}

func TestACertificateIsVerifiedFromItsFileUntilRevoked(t *testing.T) {
	d := newDesk(t)
	var who attendeeJSON
	d.want(0, &who, "register", "--given", "Əли", "--family", "Əliyev")
	out := filepath.Join(d.dir, "c.pdf")
	var issued issuedJSON
	d.want(0, &issued, "certificates", "--out", out)
	if issued.Issued != 0 || len(issued.NotEligible) != 1 || issued.NotEligible[0].Reason == "" {
		t.Errorf("before arriving: %+v", issued)
	}
	d.want(0, nil, "checkin", who.Code)
	d.want(0, &issued, "certificates", "--out", out)
	if issued.Issued != 1 {
		t.Fatalf("%+v", issued)
	}
	var v struct {
		Valid          bool
		Serial, Reason string
	}
	d.want(0, &v, "verify", out)
	data, err := os.ReadFile(out)
	if err != nil || !v.Valid {
		t.Fatalf("%+v, %v", v, err)
	}
	i := bytes.Index(data, []byte("LC2."))
	data[i+40] ^= 'A' ^ 'B' // another letter of the signed text
	if err := os.WriteFile(out+".edited.pdf", data, 0o644); err != nil {
		t.Fatal(err)
	}
	d.want(4, nil, "verify", out+".edited.pdf")
	d.want(0, nil, "certificates", "revoke", v.Serial, "--why", "test")
	d.want(4, &v, "verify", out)
	if v.Reason != "revoked" {
		t.Errorf("%+v", v)
	}
	d.want(0, nil, "badges", "--out", filepath.Join(d.dir, "b.pdf"))
	if text, err := exec.Command("pdftotext", filepath.Join(d.dir, "b.pdf"), "-").Output(); err != nil || !strings.Contains(string(text), "Əliyev") {
		t.Errorf("the badge reads %q, %v", text, err)
	}
}
