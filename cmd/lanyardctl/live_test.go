package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"
)

func TestLiveIsOneDocument(t *testing.T) {
	d := newDesk(t)
	var none liveJSON
	d.want(0, &none, "live")
	if none.Day != "2025-07-18" || none.Today || none.Scans != 0 || none.Busiest != nil || none.Arrivals == nil || none.Category == nil || len(none.Lists) != 1 {
		t.Errorf("before anybody came: %+v", none)
	}
	d.want(0, nil, "lists", "add", "--name", "Panel 1")
	one, two := d.person("--given", "Leyla", "--family", "Qafar-zadə", "--country", "AZ"), d.person("--given", "Aliya", "--family", "Kasymova", "--country", "KZ")
	d.person("--given", "Nobody", "--family", "Came", "--country", "KZ")
	d.want(0, nil, "checkin", one.Code, "--at=2025-07-18T09:01")
	d.want(0, nil, "checkin", two.Code, "--at=2025-07-18T09:13")
	d.want(4, nil, "checkin", two.Code, "--at=2025-07-18T10:00")
	d.want(0, nil, "checkin", two.Code, "--at=2025-07-18T10:30", "--list", "panel 1")
	d.want(0, nil, "checkin", one.Code, "--at=2025-07-18T10:31", "--exit")

	var l liveJSON
	d.want(0, &l, "live")
	if l.Expected != 3 || l.Arrived != 2 || l.Inside != 1 || l.Scans != 5 || l.Refused != 1 || l.RefusedBy[0] != (refusedJSON{"already_redeemed", 1}) {
		t.Errorf("the day stands at %+v", l)
	}
	if len(l.Arrivals) != 3 || l.Arrivals[0].Count != 1 || l.Arrivals[1].Count != 0 || l.Arrivals[2].From.Format(time.RFC3339) != "2025-07-18T09:10:00+04:00" {
		t.Errorf("arrivals are %+v", l.Arrivals)
	}
	if l.Country[0] != (shareJSON{"KZ", 2, 1}) || l.Country[1] != (shareJSON{"AZ", 1, 1}) || l.Busiest.Count != 3 || l.Slowest.Count != 2 || l.Average != 1350 || l.Median != 1260 {
		t.Errorf("countries and pace are %+v", l)
	}
	if len(l.Lists) != 2 || l.Lists[0].Inside != 1 || l.Lists[1].Inside != 1 || l.Lists[1].Arrived != 1 {
		t.Errorf("the rooms are %+v", l.Lists)
	}
	d.want(0, &l, "live", "--list", "PANEL 1", "--day", "2025-07-18")
	if l.Arrived != 1 || l.Scans != 1 || l.List != l.Lists[1].ID {
		t.Errorf("the panel stands at %+v", l)
	}
	d.want(0, &l, "live", "--day", "2025-07-19")
	if l.Scans != 0 || l.Arrived != 0 {
		t.Errorf("a day without scans: %+v", l)
	}
	d.want(2, nil, "live", "--day", "yesterday")
	d.person("--given", "Without", "--family", "Anything")
	if _, plain, _ := d.call(nil, "--json=false", "live"); !strings.Contains(plain, "No category") || !strings.Contains(plain, "No country") {
		t.Errorf("those of no category and no country are not named:\n%s", plain)
	}
}

// TestLiveWatches reads lines while people are scanned.
func TestLiveWatches(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla", "--family", "Qafar-zadə")
	ctx, stop := context.WithCancel(context.Background())
	r, w := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- run(ctx, []string{"--workspace", d.file("w.lanyard"), "--json", "live", "--watch"}, streams{strings.NewReader(""), w, &bytes.Buffer{}})
		_ = w.Close()
	}()
	lines := json.NewDecoder(r)
	for _, want := range []int{0, 1} {
		var l liveJSON
		if err := lines.Decode(&l); err != nil || l.Arrived != want {
			t.Fatalf("%d arrived, %v; want %d", l.Arrived, err, want)
		}
		if want == 0 {
			d.want(0, nil, "checkin", who.Code, "--at=2025-07-18T09:01")
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("interrupted, it says %v", err)
	}
}
