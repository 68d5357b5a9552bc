package bench_test

import (
	"context"
	"io"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/internal/typeset"
)

// BenchmarkReports makes the summary, the attendance and the emergency list of 10,000 people, from the file of the workspace to
// the bytes of the document. Aim: under 5 s.
func BenchmarkReports(b *testing.B) {
	_, d, of := workspace(b, 10_000)
	for _, kind := range []string{document.KindSummary, document.KindAttendance, document.KindMatrix, document.KindCheckins, document.KindEmergency} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				began := time.Now()
				s, err := d.ReportOf(ctx, desk.Wanted{Seminar: of, Kind: kind, Order: seminar.ByFamilyName})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(time.Since(began).Seconds(), "s/read")
				setter := typeset.New()
				r := document.Compose(kind, s, document.Options{Setter: setter})
				doc, err := r.Document(context.Background())
				if err != nil {
					b.Fatal(err)
				}
				if err := pdf.Write(io.Discard, setter, &doc); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(time.Since(began).Seconds(), "s/pdf")
				began = time.Now()
				if err := transfer.WriteReport(context.Background(), io.Discard, "xlsx", false, r, nil); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(time.Since(began).Seconds(), "s/xlsx")
				b.ReportMetric(float64(r.Rows()), "rows")
			}
		})
	}
}
