package bench_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lanyard/internal/transfer"
)

// BenchmarkImport takes 100,000 people in with lanyardctl, in each of the formats of long lists. Aims: under 15 s, and under 300 MB.
func BenchmarkImport(b *testing.B) {
	program := filepath.Join(b.TempDir(), "lanyardctl")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/lanyardctl").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	sheet := peopleSheet(100_000)
	for kind, write := range map[string]func(io.Writer, transfer.Sheet) error{"ods": writeODS,
		"csv":  func(w io.Writer, s transfer.Sheet) error { return transfer.WriteCSV(ctx, w, s, nil) },
		"xlsx": func(w io.Writer, s transfer.Sheet) error { return transfer.WriteXLSX(ctx, w, []transfer.Sheet{s}, nil) }} {
		b.Run(kind, func(b *testing.B) {
			var list bytes.Buffer
			if err := write(&list, sheet); err != nil {
				b.Fatal(err)
			}
			file := filepath.Join(b.TempDir(), "list."+kind)
			if err := os.WriteFile(file, list.Bytes(), 0o600); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				store, _, of := workspace(b, 10)
				path := store.Path()
				if err := store.Close(); err != nil {
					b.Fatal(err)
				}
				start, cmd := time.Now(), exec.Command(program, "--workspace", path, "--seminar", string(of), "import", file)
				out, err := cmd.Output()
				if err != nil || !strings.Contains(string(out), "100000 created") {
					b.Fatalf("%.200s, %v", out, err)
				}
				b.ReportMetric(time.Since(start).Seconds(), "s")
				b.ReportMetric((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), "cpu-s")
				b.ReportMetric(float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024, "MB")
			}
		})
	}
}

// peopleSheet is a list of n people.
func peopleSheet(n int) transfer.Sheet {
	s := transfer.Sheet{Name: "People"}
	for _, title := range []string{"Secret", "Given name", "Family name", "E-mail", "Company", "Country", "Product"} {
		s.Columns = append(s.Columns, transfer.Column{Title: title})
	}
	for i := range n {
		s.Rows = append(s.Rows, []any{fmt.Sprintf("s%024d", i), fmt.Sprintf("Leyla %x", i*7919%100_003), fmt.Sprintf("Qafar%xzadə", i*104_729%100_003),
			fmt.Sprintf("p%d@example.org", i), fmt.Sprintf("%x Universiteti", i%977), "AZ", "Delegate"})
	}
	return s
}

// writeODS writes a sheet as LibreOffice does, but for styles.
func writeODS(w io.Writer, s transfer.Sheet) error {
	z := zip.NewWriter(w)
	kind, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype"})
	if err != nil {
		return err
	}
	fmt.Fprint(kind, "application/vnd.oasis.opendocument.spreadsheet")
	content, err := z.Create("content.xml")
	if err != nil {
		return err
	}
	fmt.Fprintf(content, `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="%s">`, s.Name)
	row := func(cells []any) {
		fmt.Fprint(content, "<table:table-row>")
		for _, c := range cells {
			fmt.Fprintf(content, `<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>`, c)
		}
		fmt.Fprint(content, "</table:table-row>")
	}
	var titles []any
	for _, c := range s.Columns {
		titles = append(titles, c.Title)
	}
	row(titles)
	for _, cells := range s.Rows {
		row(cells)
	}
	fmt.Fprint(content, "</table:table></office:spreadsheet></office:body></office:document-content>")
	return z.Close()
}
