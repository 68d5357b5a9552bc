package main

import (
	"os"
	"strings"
	"testing"
)

// TestProblemsAreCorrectedAndImportedAgain: the rows with problems go into a file as they stood in the list, with what is wrong;
// corrected there, they are the same people.
func TestProblemsAreCorrectedAndImportedAgain(t *testing.T) {
	list := "Who;Mail;Remark;Phone;Country;Attendee #\n" +
		"Leyla Qafar-zadə;leyla@example.org;fine;;AZ;\n" +
		"Zoé Martin;zoe at example;=HYPERLINK(\"x\");ring me;FR;\n" +
		"Zoé Martin;zoe at example;another of that name;;Atlantis;\n" +
		";nobody@example.org;who?;;AZ;\n"
	correct := strings.NewReplacer("zoe at example,another", "zoe2@example.org,another", "zoe at example", "zoe@example.org", "ring me", "+33 1 23 45 67 89", "Atlantis", "FR",
		"\n,nobody", "\nTimur Orlov,nobody")
	for _, dry := range []bool{true, false} {
		for _, name := range []string{"problems.csv", "problems.xlsx"} {
			d := newDesk(t)
			d.put("list.csv", list)
			problems := []string{"import", d.file("list.csv"), "--map", "Who=name", "--map", "Mail=email", "--map", "Remark=desk_note", "--problems", d.file(name)}
			var r importJSON
			if dry {
				d.want(0, nil, append(problems, "--dry-run")...)
				d.want(0, &r, problems[:len(problems)-2]...)
			} else {
				d.want(0, &r, problems...)
			}
			if r.Created != 3 || len(r.Errors) != 5 {
				t.Fatalf("%+v", r)
			}
			if name == "problems.csv" {
				data, err := os.ReadFile(d.file(name))
				if err != nil || strings.Count(string(data), "\n") != 4 || !strings.Contains(string(data), `"'=HYPERLINK(""x"")"`) ||
					!strings.Contains(string(data), "Mail: “zoe at example” is not an e-mail address. The person is taken in without it. Phone: “ring me”") {
					t.Fatalf("%v, %s", err, data)
				}
				d.put(name, correct.Replace(string(data)))
			}
			d.want(0, &r, "import", d.file(name), "--update")
			switch name {
			case "problems.csv":
				if r.Created != 1 || r.Updated != 2 || len(r.Errors) != 0 {
					t.Errorf("%+v", r)
				}
				var zoe []attendeeJSON
				if d.want(0, &zoe, "attendees", "--search", "zoe2@example.org"); len(zoe) != 1 || zoe[0].Country != "FR" {
					t.Errorf("%+v", zoe)
				}
			case "problems.xlsx": // as it is, nothing is new
				if r.Created != 0 || r.Updated != 0 || r.Unchanged != 2 || len(r.Errors) != 5 {
					t.Errorf("%+v", r)
				}
			}
		}
	}
}

func TestProblemsHaveAFormat(t *testing.T) {
	d := newDesk(t)
	d.wantError(2, "usage", "import", d.put("list.csv", "Name\nLeyla\n"), "--problems", d.file("problems.pdf"))
}
