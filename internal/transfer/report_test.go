package transfer_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// seminarOf is a small seminar with names that spreadsheets stumble over.
func seminarOf(people ...string) document.Summary {
	at := time.Date(2025, 7, 18, 9, 5, 0, 0, time.FixedZone("+04", 4*3600))
	s := document.Summary{Seminar: seminar.Seminar{ID: "s", Titles: map[string]string{"en": "Heritage"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"},
		Made: at, Registered: len(people), Arrived: len(people), Minutes: 90 * len(people), Scans: 3}
	s.Sessions = []document.SessionLine{{Session: seminar.Session{Title: "Panel, “one”", Start: at, End: at.Add(time.Hour), Counts: true}, Present: len(people), Late: 1, Minutes: 60}}
	for i, name := range people {
		s.People = append(s.People, document.PersonLine{Row: seminar.RosterRow{GivenName: name, FamilyName: fmt.Sprint("No", i), Country: "AZ", BadgeNumber: fmt.Sprintf("A-%03d", i),
			Organisation: "-5; \"Quoted\"\nOrganisation"}, Delegation: "Azerbaijan", Arrived: at, Minutes: 90, Percent: 75,
			Sessions: []document.Cell{{Minutes: 60, Status: "present"}}})
	}
	s.ByCountry = []document.Group{{Key: "AZ", Expected: 2, Arrived: len(people), Minutes: 90}, {Arrived: 1}}
	s.ByDelegation = []document.Group{{Key: "Azerbaijan", Country: "AZ", Head: "=1+1", Quota: 3, Arrived: len(people)}}
	s.Initiatives = []document.InitiativeLine{{Initiative: seminar.Initiative{Title: "+1", Text: strings.Repeat("A long text. ", 200), Status: seminar.Proposed}}}
	return s
}

func reportFile(t *testing.T, r document.Report, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := transfer.WriteReport(context.Background(), &out, format, false, r, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// shownAs is a value as LibreOffice writes it into CSV.
func shownAs(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case time.Time:
		return v.Format("2006-01-02 15:04")
	}
	return fmt.Sprint(v)
}

// TestLibreOfficeReadsTheReportsTables: a workbook opened and written as CSV has a sheet a table, and the cells of each.
func TestLibreOfficeReadsTheReportsTables(t *testing.T) {
	dir := t.TempDir()
	s := seminarOf("Leyla", "=1+1", "ليلى", "Гульнора")
	var files []string
	reports := map[string]document.Report{}
	for _, kind := range []string{document.KindSummary, document.KindAttendance, document.KindMatrix, document.KindSignIn, document.KindDelegations, document.KindStatistics} {
		r := document.Compose(kind, s, document.Options{Lang: i18n.OpenDocument("ar")})
		file := filepath.Join(dir, kind+".xlsx")
		if err := os.WriteFile(file, reportFile(t, r, "xlsx"), 0o600); err != nil {
			t.Fatal(err)
		}
		files, reports[kind] = append(files, file), r
	}
	args := append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", dir}, files...)
	office := exec.Command("soffice", args...)
	office.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // the names of sheets become names of files
	if out, err := office.CombinedOutput(); err != nil {
		t.Fatalf("soffice is needed for this test: apt-get install libreoffice-calc: %v: %s", err, out)
	}
	for kind, r := range reports {
		sheets, err := filepath.Glob(filepath.Join(dir, kind+"-*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		if len(sheets) != len(r.Tables) {
			t.Errorf("%s: %d sheets of %d tables", kind, len(sheets), len(r.Tables))
		}
		for _, g := range r.Grids() {
			same := slices.ContainsFunc(sheets, func(file string) bool {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
				return err == nil && equal(lines, g)
			})
			if !same {
				t.Errorf("%s: no sheet has the cells of %s", kind, g.Name)
			}
		}
	}
}

// equal says whether lines are the head and the rows of a table.
func equal(lines [][]string, g document.Grid) bool {
	if len(lines) != len(g.Rows)+1 {
		return false
	}
	for i, c := range g.Columns {
		if lines[0][i] != c.Title {
			return false
		}
	}
	for i, row := range g.Rows {
		for j, v := range row {
			if strings.TrimPrefix(strings.TrimSuffix(lines[i+1][j], ":00"), "'") != strings.TrimPrefix(strings.TrimSuffix(shownAs(v), ":00"), "'") {
				return false
			}
		}
	}
	return true
}

func TestTheTableOfAReportIsReadBackAsItIs(t *testing.T) {
	r := document.Compose(document.KindAttendance, seminarOf("Leyla", "=1+1", "-5"), document.Options{})
	table, err := transfer.Read(bytes.NewReader(reportFile(t, r, "csv")), "r.csv", transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := r.Grids()[0]
	for i, row := range g.Rows {
		for j, v := range row {
			if got := table.Rows[i].Cell(j); got != shownAs(v) {
				t.Errorf("row %d, %s: %q, not %q", i, g.Columns[j].Title, got, shownAs(v))
			}
		}
	}
}

func TestSeveralTablesStandBelowEachOther(t *testing.T) {
	r := document.Compose(document.KindSummary, seminarOf("Leyla"), document.Options{})
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(reportFile(t, r, "csv"), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if lines[0][0] != "Report" {
		t.Errorf("begins with %q", lines[0])
	}
	at := 1
	for _, g := range r.Grids() {
		if lines[at][0] != "" || lines[at+1][0] != g.Title || lines[at+2][0] != g.Columns[0].Title {
			t.Fatalf("%s begins with %q", g.Name, lines[at:at+3])
		}
		at += 3 + len(g.Rows)
	}
	if at != len(lines) {
		t.Errorf("%d lines, not %d", len(lines), at)
	}
}

func TestAReportForProgramsHasAllItsTables(t *testing.T) {
	r := document.Compose(document.KindSummary, seminarOf("Leyla"), document.Options{})
	var said struct {
		Kind   string
		Rows   [][]any
		Tables []struct {
			Name    string
			Columns []struct{ Title, Kind string }
			Rows    [][]any
		}
	}
	if err := json.Unmarshal(reportFile(t, r, "json"), &said); err != nil {
		t.Fatal(err)
	}
	grids := r.Grids()
	if said.Kind != "summary" || len(said.Tables) != len(grids) || len(said.Rows) != len(grids[0].Rows) {
		t.Fatalf("%+v", said)
	}
	for i, g := range grids {
		if got := said.Tables[i]; got.Name != g.Name || len(got.Rows) != len(g.Rows) || len(got.Columns) != len(g.Columns) {
			t.Errorf("%s became %+v", g.Name, got)
		}
	}
	people := said.Tables[len(grids)-1]
	if at := slices.IndexFunc(people.Columns, func(c struct{ Title, Kind string }) bool { return c.Kind == document.ColumnTime }); people.Rows[0][at] != "2025-07-18T09:05:00+04:00" {
		t.Errorf("arrived at %v", people.Rows[0][at])
	}
}

func TestWritingAReportStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	r := document.Compose(document.KindSummary, seminarOf("Leyla"), document.Options{})
	for _, format := range transfer.ReportTypes() {
		if err := transfer.WriteReport(ctx, &bytes.Buffer{}, format, false, r, nil); err == nil {
			t.Errorf("%s is written though nobody waits for it", format)
		}
	}
}
