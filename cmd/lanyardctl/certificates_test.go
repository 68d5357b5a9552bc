package main

import (
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
