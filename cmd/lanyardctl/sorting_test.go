package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestPeopleAreSortedAsTheCommandLineSays(t *testing.T) {
	d := newDesk(t)
	d.person("--given", "Abel", "--family", "Xəlilov", "--organisation", "Beta", "--country", "UZ", "--honorific", "Dr.")
	d.person("--given", "Zahid", "--family", "Əliyev", "--organisation", "Alpha", "--country", "KZ")
	d.person("--given", "Mahir", "--family", "Iskəndərli", "--organisation", "Gamma", "--country", "AZ", "--honorific", "H.E.")
	d.person("--given", "Oleg", "--family", "Fətullayev", "--country", "TR")
	families := func(args ...string) string {
		var all []attendeeJSON
		d.want(0, &all, append([]string{"attendees"}, args...)...)
		var names []string
		for _, a := range all {
			names = append(names, a.FamilyName)
		}
		return strings.Join(names, " ")
	}
	for args, want := range map[string]string{
		"":                    "Əliyev Fətullayev Iskəndərli Xəlilov",
		"--sort -family":      "Xəlilov Iskəndərli Fətullayev Əliyev",
		"--sort given":        "Xəlilov Iskəndərli Fətullayev Əliyev",
		"--sort organisation": "Əliyev Xəlilov Iskəndərli Fətullayev",
		"--sort country":      "Iskəndərli Əliyev Fətullayev Xəlilov",
		"--sort badge":        "Xəlilov Əliyev Iskəndərli Fətullayev",
		"--sort protocol":     "Əliyev Fətullayev Iskəndərli Xəlilov",
		"--sort-language az":  "Əliyev Fətullayev Xəlilov Iskəndərli",
		"--sort -family --sort-language az --limit 2": "Iskəndərli Xəlilov",
	} {
		if got := families(strings.Fields(args)...); got != want {
			t.Errorf("%s:\n got %s\nwant %s", args, got, want)
		}
	}
	for _, wrong := range []string{"--sort age", "--sort-language tlh", "--sort protocol --sort-language az"} {
		d.want(2, nil, append([]string{"attendees"}, strings.Fields(wrong)...)...)
	}
}

// A head comes before her delegation on the sheet that people sign, and in every other list of a report.
func TestAReportFollowsProtocol(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "delegations", "add", "--name", "Zanzibar")
	d.want(0, nil, "delegations", "add", "--name", "Albania")
	d.person("--given", "A", "--family", "Aas", "--delegation", "Albania")
	d.person("--given", "A", "--family", "Member", "--delegation", "Zanzibar")
	d.person("--given", "A", "--family", "Guest", "--honorific", "Prof.")
	names := func(kind string, sort ...string) []string {
		out := d.file(kind + ".csv")
		d.want(0, nil, append([]string{"report", "--kind", kind, "--out", out}, sort...)...)
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, line := range strings.Split(string(text), "\n") {
			for _, name := range []string{"Aas", "Member", "Prof. A Guest"} {
				if strings.Contains(line, name) {
					found = append(found, name)
				}
			}
		}
		return found
	}
	want := []string{"Member", "Aas", "Prof. A Guest"}
	if got := names("signin", "--sort", "protocol"); !slices.Equal(got, want) {
		t.Errorf("sign-in sheet: %v", got)
	}
	if got := names("matrix", "--sort", "protocol"); !slices.Equal(got, want) {
		t.Errorf("matrix: %v", got)
	}
	if got := names("matrix"); !slices.Equal(got, []string{"Aas", "Prof. A Guest", "Member"}) {
		t.Errorf("by family name: %v", got)
	}
	d.want(2, nil, "report", "--out", d.file("x.csv"), "--sort", "rank")
	d.want(2, nil, "badges", "--out", d.file("x.pdf"), "--sort", "rank")
	d.want(0, nil, "badges", "--out", d.file("x.pdf"), "--sort", "protocol")
}
