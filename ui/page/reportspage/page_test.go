package reportspage_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/reportspage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func open(t *testing.T, o uitest.Options) *uitest.Stand {
	t.Helper()
	s, _ := uitest.Open(t, o, reportspage.New)
	return s
}

func newStand(t *testing.T, language string) *uitest.Stand {
	t.Helper()
	return open(t, uitest.Options{Language: language, Evening: true})
}

func summary(s *uitest.Stand) document.Summary {
	s.Helper()
	sum, err := s.Desk.Summary(context.Background(), s.Of)
	s.No(err)
	return sum
}

// choose takes a kind from the list of reports.
func choose(s *uitest.Stand, kind string) {
	s.Helper()
	for _, l := range uitest.Find[*widgets.PickList](s) {
		for i, item := range l.Items {
			if item.ID == kind {
				l.MoveTo(i)
				return
			}
		}
	}
	s.Fatalf("there is no report %q", kind)
}

// chosen is the kind in front.
func chosen(s *uitest.Stand) string {
	l := uitest.Find[*widgets.PickList](s)[0]
	return l.Items[l.Cursor].ID
}

// figures are the headline's figures by their words.
func figures(s *uitest.Stand) map[string]string {
	all := map[string]string{}
	for _, strip := range uitest.Find[*widgets.CounterStrip](s) {
		for _, c := range strip.Counters {
			all[c.Label] = c.Value
		}
	}
	return all
}

func TestTheScreenShowsTheFiguresOfThePaper(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := newStand(t, language)
		sum := summary(s)
		s.Bind(fyne.KeyS)
		text := s.Pages(s.Saved)[0]
		got := figures(s)
		for _, f := range []struct{ screen, paper string }{{"registered", "registered"}, {"arrived", "arrived"}, {"hours", "hours"}, {"certificates", "certificates"}} {
			n := got[s.Lang.T("reports.figure."+f.screen)]
			if n == "" || !strings.Contains(text, n) || !strings.Contains(text, s.Lang.T("document.figure."+f.paper)) {
				t.Errorf("%s: the screen says %q, the paper %q", f.screen, n, text)
			}
		}
		if hours := got[s.Lang.T("reports.figure.hours")]; hours != s.Lang.Number(sum.TotalHours()) || sum.TotalHours()*60-sum.Minutes > 30 {
			t.Errorf("%s hours for %d minutes", hours, sum.Minutes)
		}
		s.Picture("reports-" + language)
	}
}

// ownData are the kinds that show more than the summary has.
var ownData = map[string]bool{document.KindLog: true, document.KindCheckins: true, document.KindComparison: true, document.KindEmergency: true}

func TestEveryReportIsExportedInEveryForm(t *testing.T) {
	s := newStand(t, "en")
	for _, kind := range document.Kinds() {
		choose(s, kind)
		sum := summary(s)
		pages := uitest.Find[*widgets.PageReader](s)[0].Pages
		s.Bind(fyne.KeyS)
		text := s.Pages(s.Saved)
		if len(text) != pages || !strings.HasSuffix(s.Saved, ".pdf") {
			t.Errorf("%s: %d pages in %s, %d on the screen", kind, len(text), s.Saved, pages)
		}
		s.Bind(fyne.KeyE)
		book, err := excelize.OpenFile(s.Saved)
		s.No(err)
		sheets := book.SheetCount
		cells, err := book.GetRows(book.GetSheetName(0))
		s.No(err)
		s.No(book.Close())
		s.Bind(fyne.KeyT)
		file, err := os.Open(s.Saved)
		s.No(err)
		table := csv.NewReader(file)
		table.FieldsPerRecord = -1
		lines, err := table.ReadAll()
		s.No(err)
		s.No(file.Close())
		r := document.Compose(kind, sum, document.Options{Lang: s.Lang})
		if !ownData[kind] && (len(lines) < r.Rows() || len(cells) < 2) {
			t.Errorf("%s: %d rows, %d lines of CSV, %d rows of the workbook", kind, r.Rows(), len(lines), len(cells))
		}
		s.Bind(fyne.KeyJ)
		data, err := os.ReadFile(s.Saved)
		s.No(err)
		var said struct{ Tables []struct{ Name string } }
		s.No(json.Unmarshal(data, &said))
		if len(said.Tables) != sheets {
			t.Errorf("%s: %d tables, %d sheets", kind, len(said.Tables), sheets)
		}
		s.Picture("reports-" + kind)
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

// TestEveryFileOfAReportHasTheSameCells: the workbook, the table and the data of every kind, cell by cell.
func TestEveryFileOfAReportHasTheSameCells(t *testing.T) {
	s := newStand(t, "en")
	for _, kind := range document.Kinds() {
		choose(s, kind)
		s.Bind(fyne.KeyJ)
		data, err := os.ReadFile(s.Saved)
		s.No(err)
		var said struct {
			Tables []struct {
				Title   string
				Columns []struct{ Title, Kind string }
				Rows    [][]any
			}
		}
		s.No(json.Unmarshal(data, &said))
		s.Bind(fyne.KeyE)
		book, err := excelize.OpenFile(s.Saved)
		s.No(err)
		s.Bind(fyne.KeyT)
		data, err = os.ReadFile(s.Saved)
		s.No(err)
		table := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
		table.FieldsPerRecord = -1
		lines, err := table.ReadAll()
		s.No(err)
		if len(said.Tables) > 1 {
			lines = lines[1:] // the title of the report
		}
		cells := 0
		for i, one := range said.Tables {
			want := [][]string{{}}
			for _, c := range one.Columns {
				want[0] = append(want[0], c.Title)
			}
			for _, row := range one.Rows {
				var line []string
				for j, v := range row {
					text := ""
					switch at, err := time.Parse(time.RFC3339, fmt.Sprint(v)); {
					case v == nil:
					case one.Columns[j].Kind == document.ColumnTime && err == nil:
						text = at.Format("2006-01-02 15:04")
					default:
						text = fmt.Sprint(v)
					}
					line = append(line, text)
				}
				want = append(want, line)
			}
			if len(said.Tables) > 1 {
				for at, line := range lines { // the title of each stands above it
					if line[0] == one.Title && strings.Join(line[1:], "") == "" {
						lines = lines[at+1:]
						break
					}
				}
			}
			rows, err := book.GetRows(book.GetSheetName(i))
			s.No(err)
			for j, line := range want {
				for k, text := range line {
					cells++
					inTable, inBook := strings.TrimPrefix(lines[j][k], "'"), ""
					if k < len(rows[j]) {
						inBook = rows[j][k]
					}
					if inTable != text || inBook != text {
						t.Fatalf("%s, %s, row %d, column %d: %q as data, %q in the table, %q in the workbook", kind, one.Title, j, k, text, inTable, inBook)
					}
				}
			}
			lines = lines[len(want):]
		}
		s.No(book.Close())
		if cells < 20 {
			t.Errorf("%s: only %d cells", kind, cells)
		}
	}
}

func TestTheAttendanceFileHasEverybodysMinutes(t *testing.T) {
	s := newStand(t, "en")
	choose(s, document.KindAttendance)
	s.Bind(fyne.KeyT)
	if filepath.Base(s.Saved) != "attendance-2025-07-18.csv" {
		t.Errorf("saved as %s", s.Saved)
	}
	file, err := os.Open(s.Saved)
	s.No(err)
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	s.No(err)
	at := slices.Index(lines[0], s.Lang.T("column.minutes"))
	for i, p := range summary(s).People {
		if got := lines[i+1]; got[at] != fmt.Sprint(p.Minutes) || !slices.Contains(got, p.Row.BadgeNumber) {
			t.Errorf("line %d is %q, not %d minutes of %s", i+1, got, p.Minutes, p.Row.Name())
		}
	}
}

func TestTheLogSaysWhoDidWhat(t *testing.T) {
	s := newStand(t, "en")
	ctx := context.Background()
	list, err := s.Desk.FindList(ctx, s.Of, "")
	s.No(err)
	rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Limit: 1})
	s.No(err)
	_, err = s.Desk.Checkin(ctx, desk.Scan{SeminarID: s.Of, ListID: list.ID, Code: rows[0].Code, Type: seminar.Exit, Nonce: "1"})
	s.No(err)
	choose(s, document.KindLog)
	s.Bind(fyne.KeyT)
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	last := lines[len(lines)-1]
	for _, want := range []string{s.Lang.T("document.trail.exit", "list", list.Name, "name", rows[0].Name()), rows[0].Name(), "Günel"} {
		if !strings.Contains(last, want) {
			t.Errorf("the last line is %q, without %q", last, want)
		}
	}
}

func TestTheLogNamesWhoseRegistrationWasUndone(t *testing.T) {
	s := newStand(t, "en")
	ctx := context.Background()
	done, err := s.Desk.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Zed", FamilyName: "Presman"}, Registration: seminar.Registration{SeminarID: s.Of}})
	s.No(err)
	_, err = s.Desk.Undo(ctx, string(done.Action), "")
	s.No(err)
	choose(s, document.KindLog)
	if !s.Says(s.Lang.T("document.trail.attendee", "name", "Zed Presman")) {
		t.Error("who was registered is not named")
	}
}

func TestTheLogReadsReasonsInItsOwnLanguage(t *testing.T) {
	for language, said := range map[string]string{"en": "(Technical problem)", "az": "(Texniki problem)"} {
		s := newStand(t, language)
		ctx := context.Background()
		list, err := s.Desk.FindList(ctx, s.Of, "")
		s.No(err)
		rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Limit: 1})
		s.No(err)
		for _, scan := range []desk.Scan{{ForceCode: seminar.ForcedTechnical}, {ForceWhy: "Nazir xahiş etdi"}} {
			scan.SeminarID, scan.ListID, scan.Code, scan.Force = s.Of, list.ID, rows[0].Code, true
			_, err = s.Desk.Checkin(ctx, scan)
			s.No(err)
		}
		choose(s, document.KindLog)
		s.Bind(fyne.KeyT)
		data, err := os.ReadFile(s.Saved)
		s.No(err)
		for _, want := range []string{said, "(Nazir xahiş etdi)"} {
			if !strings.Contains(string(data), want) {
				t.Errorf("%s: the log does not say %q", language, want)
			}
		}
	}
}

// TestLettersThatNoTypefaceHasAreNamed: before they are empty boxes on paper.
func TestLettersThatNoTypefaceHasAreNamed(t *testing.T) {
	s := newStand(t, "en")
	choose(s, document.KindAttendance)
	said := s.Lang.T("reports.boxes", "letters", "𒀀𒀭")
	if s.Mentions(said) {
		t.Fatal("said of nothing")
	}
	_, err := s.Desk.Register(context.Background(), desk.Form{Attendee: seminar.Attendee{GivenName: "𒀀𒀭𒀀", FamilyName: "A"}, Registration: seminar.Registration{SeminarID: s.Of}})
	s.No(err)
	s.Keys(fyne.KeyR)
	if !s.Mentions(said) {
		t.Error("nothing is said of letters that no typeface has")
	}
	s.Picture("reports-boxes")
}

func TestArrowsChooseTheReportAndPagesTurn(t *testing.T) {
	s := newStand(t, "en")
	preview := uitest.Find[*widgets.PageReader](s)[0]
	s.Keys(fyne.KeyPageDown)
	if preview.Page != 2 {
		t.Errorf("Page Down shows page %d", preview.Page)
	}
	s.Keys(fyne.KeyRight)
	if got := chosen(s); got != document.KindAttendance || preview.Page != 1 {
		t.Errorf("Right chooses %q at page %d", got, preview.Page)
	}
	s.Keys(fyne.KeyLeft, fyne.KeyLeft)
	if got := chosen(s); got != document.KindSummary {
		t.Errorf("Left chooses %q", got)
	}
}

func TestNothingToReportSaysWhatToDo(t *testing.T) {
	bare := seminar.Seminar{Titles: map[string]string{"en": "A day of maps"}, Start: "2025-09-01", End: "2025-09-01", Zone: "Asia/Baku"}
	for _, c := range []struct {
		of     seminar.Seminar
		leads  page.Name
		button string
	}{{seminar.Seminar{}, page.Programme, "reports.empty.seminar.button"}, {bare, page.Attendees, "reports.empty.people.button"}} {
		s := open(t, uitest.Options{Language: "az", Empty: len(c.of.Titles) == 0, Seminar: c.of})
		states := uitest.Find[*widgets.EmptyState](s)
		if len(states) != 1 || states[0].ButtonLabel != s.Lang.T(c.button) {
			t.Fatalf("%d empty states", len(states))
		}
		states[0].OnTapped()
		if s.Opened != c.leads || !s.Button(s.Lang.T("reports.export")).Disabled() {
			t.Errorf("opened %q", s.Opened)
		}
		s.Bind(fyne.KeyS)
		if s.Saved != "" {
			t.Error("a report of nothing was saved")
		}
	}
}
