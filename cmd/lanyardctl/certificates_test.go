package main

import (
	"os"
	"slices"
	"testing"
)

func TestANewSeminarAsksForThreeQuartersOfItsSessions(t *testing.T) {
	d := newDesk(t)
	var all []eventJSON
	if d.want(0, &all, "seminars"); len(all) != 1 || all[0].Percent != 75 {
		t.Fatalf("%+v", all)
	}
	who := d.person("--given", "Leyla")
	d.want(0, nil, "sessions", "add", "--title", "Panel", "--start", "2025-07-18T10:00", "--end", "2025-07-18T12:00")
	d.want(0, nil, "checkin", who.Code, "--at=2025-07-18T10:00")
	d.want(0, nil, "checkin", who.Code, "--at=2025-07-18T11:00", "--exit")
	var issued issuedJSON
	d.want(0, &issued, "certificates", "--out", d.file("c.pdf"), "--explain")
	if issued.Issued != 0 || len(issued.NotEligible) != 1 || issued.NotEligible[0].Reason != "30 min more are needed: attended 50 % of the sessions that count, not 75 %." ||
		!slices.Equal(issued.Asks, []string{"Checked in, or noted as present by hand.", "Attended 75 % of the sessions that count: 90 of 120 minutes."}) {
		t.Errorf("%+v", issued)
	}
	d.want(0, nil, "seminars", "add", "--title", "Open day", "--start", "2025-07-19", "--certificate-percent", "0")
	d.wantError(2, "usage", "seminars", "add", "--title", "Open day", "--certificate-percent", "many")
	d.wantError(2, "certificate_percent", "seminars", "add", "--title", "Open day", "--certificate-percent", "101")
}

func TestCertificatesGoToAFolderUnlessTheNameIsOfAFile(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "checkin", d.person("--given", "Leyla").Code)
	for out, file := range map[string]string{"certs": "certs/2025-A-0001.pdf", "2025.07/all": "2025.07/all/2025-A-0001.pdf", "slash/": "slash/2025-A-0001.pdf",
		"one.pdf": "one.pdf", "ONE.PDF": "ONE.PDF"} {
		d.want(0, nil, "certificates", "--out", d.dir+"/"+out)
		if info, err := os.Stat(d.file(file)); err != nil || !info.Mode().IsRegular() || info.Size() < 1000 {
			t.Errorf("--out %s: %v", out, err)
		}
	}
	// A file is in the way: nothing is issued that would lie nowhere.
	late := d.person("--given", "Anar")
	d.want(0, nil, "checkin", late.Code)
	d.want(1, nil, "certificates", "--out", d.put("taken", "a list"))
	var issued issuedJSON
	if d.want(0, &issued, "certificates", "--out", d.file("c.pdf")); issued.Issued != 2 {
		t.Errorf("%+v", issued)
	}
	serial := d.file("certs2")
	d.want(0, nil, "certificates", "--only", string(late.ID), "--out", serial)
	if _, err := os.Stat(d.file("certs2/2025-A-0002.pdf")); err != nil {
		t.Error(err)
	}
}
