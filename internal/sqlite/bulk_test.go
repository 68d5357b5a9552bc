package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/transfer"
)

// guests is a list of n people, some of whom are here already, on it twice, of one address, or no people at all.
func guests(n int) string {
	b := &strings.Builder{}
	b.WriteString("Secret,Given name,Family name,E-mail,Company,Country,Product,Delegation,Status\n")
	given := []string{"Leyla", "Анвар", "علي", "Zoë", "O'Brien", "ŞƏHLA", "\u202eIvan"}
	for i := range n {
		email := fmt.Sprintf("p%d@example.org", i)
		switch i % 50 {
		case 7:
			email = fmt.Sprintf("p%d@example.org", i-1) // of somebody else
		case 8:
			email = "OFFICE@example.org"
		case 9:
			email = ""
		case 10:
			email = "p at example.org"
		}
		name := fmt.Sprintf("%s,Qafar%dzadə", given[i%len(given)], i)
		if i%50 == 11 {
			name, email = fmt.Sprintf("%s,Qafar%dzadə", given[(i-5)%len(given)], i-5), fmt.Sprintf("P%d@example.org", i-5) // once more
		}
		status := map[int]string{12: "cancelled", 13: "pending", 14: "waitlisted"}[i%50]
		fmt.Fprintf(b, "s%05d,%s,%s,%x Universiteti,AZ,%s,%s,%s\n", i, name, email, i%7, []string{"Delegate", "Speaker", "Guest " + fmt.Sprint(i/100)}[i%3],
			[]string{"", "Kazakhstan", "Delegation " + fmt.Sprint(i/90)}[i%3], status)
	}
	return b.String()
}

func takeIn(ctx context.Context, t *testing.T, d *desk.Desk, list string, o desk.ImportOptions) (desk.ImportReport, error) {
	t.Helper()
	table, err := transfer.Read(strings.NewReader(list), "list.csv", transfer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := transfer.Recognise(table)
	if err != nil {
		t.Fatal(err)
	}
	return d.Import(ctx, demo.ID("cooperation-2025"), transfer.Sparing(table, m), o)
}

// tables is all that a workspace holds but for ids of operations, times, and badge codes, which are drawn by lot.
func tables(t *testing.T, s *sqlite.Store) map[string][]string {
	t.Helper()
	db, err := sql.Open("sqlite", s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)"); err != nil {
		t.Fatal(err)
	}
	queries := map[string]string{
		"op": `SELECT seq, kind, iif(kind = 'import.add', '', subject), base <> '', batch <> id, json_remove(body, '$.code', '$.import_id', '$.moved_up') FROM op
			WHERE kind NOT LIKE 'checkin%' ORDER BY n`,
		"roster": `SELECT rowid, registration, attendee, seminar, given_name, family_name, native_name, badge_name, organisation, country, email, category,
			delegation, status, blocked, attention, badge_number, prints, hex(sort_family), hex(sort_given), hex(sort_organisation), hex(sort_badge), also,
			also_words, honorific, hex(protocol), excused FROM roster ORDER BY rowid`,
		"code":      "SELECT iif(kind IN ('badge', 'revoked'), '', code), row, kind FROM code ORDER BY 2, 3, 1",
		"headcount": "SELECT * FROM headcount WHERE n <> 0 ORDER BY 1, 2, 3",
		"counter":   "SELECT * FROM counter ORDER BY 1, 2",
		"alias":     "SELECT * FROM alias ORDER BY 1",
		"words":     "SELECT term, doc, col, count(*) FROM words GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
		"schema":    "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2",
		"settings":  "SELECT k, v FROM search_config WHERE (k, v) <> ('automerge', 4) ORDER BY 1", // but the default
	}
	for _, e := range []seminar.Entity{seminar.EntityAttendee, seminar.EntityRegistration, seminar.EntityCategory, seminar.EntityDelegation} {
		queries[string(e)] = `SELECT id, json_remove(doc, '$.code', '$.import_id', '$.moved_up'), gone, undone FROM "` + string(e) + `" ORDER BY 1`
	}
	all := map[string][]string{}
	for name, query := range queries {
		rows, err := db.Query(query)
		if err != nil {
			t.Fatal(name, err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			row := make([]any, len(columns))
			for i := range row {
				row[i] = new(sql.NullString)
			}
			if err := rows.Scan(row...); err != nil {
				t.Fatal(err)
			}
			line := ""
			for _, v := range row {
				line += v.(*sql.NullString).String + " | "
			}
			all[name] = append(all[name], line)
		}
		rows.Close()
	}
	return all
}

func differ(t *testing.T, one, other map[string][]string) {
	t.Helper()
	for name := range one {
		for i := range max(len(one[name]), len(other[name])) {
			if i >= len(one[name]) || i >= len(other[name]) || one[name][i] != other[name][i] {
				a, b := "", ""
				if i < len(one[name]) {
					a = one[name][i]
				}
				if i < len(other[name]) {
					b = other[name][i]
				}
				t.Errorf("%s differs at %d of %d and %d:\n%s\n%s", name, i, len(one[name]), len(other[name]), a, b)
				break
			}
		}
	}
	if len(one) != len(other) {
		t.Errorf("%d tables are %d", len(one), len(other))
	}
}

func TestPeopleInBulkAreWrittenAsOneByOne(t *testing.T) {
	const n = 700
	var each []map[string][]string
	var reports []desk.ImportReport
	for _, many := range []int{math.MaxInt, 1} {
		s, d := sample(t, 20)
		sqlite.WriteInBulk(s, math.MaxInt)
		var who seminar.Seminar
		if _, err := s.Get(ctx, seminar.EntitySeminar, demo.ID("cooperation-2025"), &who); err != nil {
			t.Fatal(err)
		}
		who.Capacity, who.WaitingList = n*3/4, true
		if _, err := d.SaveSeminar(ctx, who); err != nil {
			t.Fatal(err)
		}
		before := strings.SplitAfter(guests(60), "\n")
		first := strings.ReplaceAll(strings.Join(append(before[:1:1], before[20:]...), ""), "Universiteti", "Institutu")
		if _, err := takeIn(ctx, t, d, first, desk.ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		one := seminar.DeriveID(demo.ID("cooperation-2025"), "import", "code:s00021", "Leyla Qafar21zadə")
		other := seminar.DeriveID(demo.ID("cooperation-2025"), "import", "code:s00022", "Анвар Qafar22zadə")
		if _, err := d.Merge(ctx, demo.ID("cooperation-2025"), one, other); err != nil {
			t.Fatal(err)
		}
		sqlite.WriteInBulk(s, many)
		r, err := takeIn(ctx, t, d, guests(n), desk.ImportOptions{Update: true})
		if err != nil {
			t.Fatal(err)
		}
		r.Import, r.Action = "", ""
		reports, each = append(reports, r), append(each, tables(t, s))
		well(t, s)
		if again, err := takeIn(ctx, t, d, guests(n), desk.ImportOptions{Update: true}); err != nil || again.Created > 0 {
			t.Errorf("the same list again: %d created, %v", again.Created, err)
		}
	}
	differ(t, each[0], each[1])
	if !reflect.DeepEqual(reports[0], reports[1]) {
		t.Errorf("the reports differ:\n%+v\n%+v", reports[0], reports[1])
	}
	if r := reports[1]; r.Created < n*4/5 || r.Updated < 30 || len(r.Skipped) < 10 || len(r.Errors) == 0 || len(r.Warnings) == 0 {
		t.Errorf("%d created, %d updated, %d skipped, %d problems, %d warnings: the list holds too little of something", r.Created, r.Updated, len(r.Skipped),
			len(r.Errors), len(r.Warnings))
	}
}

func TestAnImportInBulkThatFailsLeavesNothing(t *testing.T) {
	s, d := sample(t, 20)
	sqlite.WriteInBulk(s, 1)
	before := tables(t, s)
	half, stop := context.WithCancel(ctx)
	_, err := takeIn(half, t, d, guests(700), desk.ImportOptions{Progress: func(done, _ int) {
		if done >= 400 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled in the middle: %v", err)
	}
	differ(t, before, tables(t, s))
	if err := sqlite.Tell(ctx, s, "CREATE TRIGGER full BEFORE INSERT ON roster WHEN new.badge_number = 'A-300' BEGIN SELECT raise(ABORT, 'no more'); END"); err != nil {
		t.Fatal(err)
	}
	if _, err := takeIn(ctx, t, d, guests(700), desk.ImportOptions{}); err == nil || !strings.Contains(fmt.Sprint(err, errors.Unwrap(err)), "no more") {
		t.Errorf("a row that cannot be written: %v", err)
	}
	if err := sqlite.Tell(ctx, s, "DROP TRIGGER full"); err != nil {
		t.Fatal(err)
	}
	differ(t, before, tables(t, s))
	if r, err := takeIn(ctx, t, d, guests(700), desk.ImportOptions{}); err != nil || r.Created < 500 {
		t.Errorf("afterwards %d created, %v", r.Created, err)
	}
	well(t, s)
}

func TestADryRunKeepsNobodyWaiting(t *testing.T) {
	for _, many := range []int{math.MaxInt, 1} {
		s, d := sample(t, 20)
		sqlite.WriteInBulk(s, many)
		before := tables(t, s)
		scanned := false
		report, err := takeIn(ctx, t, d, guests(300), desk.ImportOptions{DryRun: true, Progress: func(done, _ int) {
			if done < 200 || scanned {
				return
			}
			scanned = true
			soon, stop := context.WithTimeout(ctx, 2*time.Second)
			defer stop()
			lists, err := d.Lists(soon, demo.ID("cooperation-2025"))
			if err != nil {
				t.Fatal(err)
			}
			if a, err := d.Checkin(soon, desk.Scan{SeminarID: demo.ID("cooperation-2025"), ListID: lists[0].ID, Code: "A-003"}); err != nil || a.Operation == "" {
				t.Errorf("a scan meanwhile: %+v, %v", a, err)
			}
		}})
		if err != nil || report.Created < 200 || !scanned {
			t.Fatalf("%d would be created, %v", report.Created, err)
		}
		after := tables(t, s)
		if len(after["op"]) != len(before["op"]) { // but for the scan, which is left out there
			t.Errorf("%d operations, %d before", len(after["op"]), len(before["op"]))
		}
		delete(before, "op")
		delete(after, "op")
		differ(t, before, after)
		real, err := takeIn(ctx, t, d, guests(300), desk.ImportOptions{})
		if err != nil || real.Created != report.Created || len(real.Errors) != len(report.Errors) || len(real.Twins) != len(report.Twins) {
			t.Errorf("%d, %d, %d announced; %d, %d, %d in earnest; %v", report.Created, len(report.Errors), len(report.Twins), real.Created, len(real.Errors), len(real.Twins), err)
		}
	}
}
