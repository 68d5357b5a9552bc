package document_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/pdf"
	"lanyard/internal/typeset"
)

// BenchmarkReportsOfTenThousand makes the file of every kind of report about ten thousand people, fonts parsed afresh.
func BenchmarkReportsOfTenThousand(b *testing.B) {
	sum := whole(b, newStage(b, "en"), 10_000)
	for _, kind := range document.Kinds() {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				setter := typeset.New()
				began, before := time.Now(), busy(b)
				doc, err := document.Compose(kind, sum, document.Options{Created: made, Setter: setter}).Document(context.Background())
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(time.Since(began).Seconds(), "s/pages")
				b.ReportMetric(float64(len(doc.Pages)), "pages")
				var out bytes.Buffer
				if err := pdf.Write(&out, setter, &doc); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(out.Len()), "bytes")
				b.ReportMetric((busy(b) - before).Seconds(), "cpu-s")
			}
		})
	}
}
