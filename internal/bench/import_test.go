package bench_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
)

// BenchmarkImport takes 100,000 people in from a CSV file. Aims: under 15 s, and under 300 MB with the whole program.
func BenchmarkImport(b *testing.B) {
	list := &strings.Builder{}
	list.WriteString("Secret,Given name,Family name,E-mail,Company,Country,Product\n")
	for i := range 100_000 {
		fmt.Fprintf(list, "s%024d,Leyla %x,Qafar%xzadə,p%d@example.org,%x Universiteti,AZ,Delegate\n", i, i*7919%100_003, i*104_729%100_003, i, i%977)
	}
	for b.Loop() {
		_, d, of := workspace(b, 10)
		start := time.Now()
		t, err := transfer.Read(strings.NewReader(list.String()), "list.csv", transfer.Options{})
		if err != nil {
			b.Fatal(err)
		}
		m, err := transfer.Recognise(t)
		if err != nil {
			b.Fatal(err)
		}
		r, err := d.Import(ctx, of, transfer.People(t, m), desk.ImportOptions{})
		if err != nil || r.Created != 100_000 {
			b.Fatalf("%d created, %v", r.Created, err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "s")
	}
}
