package bench_test

import (
	"bytes"
	"os"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/transfer"
)

func BenchmarkImport(b *testing.B) {
	data, err := os.ReadFile(os.Getenv("LIST"))
	if err != nil {
		b.Skip()
	}
	for b.Loop() {
		_, d, of := workspace(b, 10)
		start := time.Now()
		t, err := transfer.Read(bytes.NewReader(data), "x.csv", transfer.Options{})
		if err != nil {
			b.Fatal(err)
		}
		m, err := transfer.Recognise(t)
		if err != nil {
			b.Fatal(err)
		}
		p := transfer.People(t, m)
		b.Log("read", time.Since(start))
		r, err := d.Import(ctx, of, p, desk.ImportOptions{})
		if err != nil {
			b.Fatal(err)
		}
		b.Log("imported", time.Since(start), r.Created, len(r.Twins))
	}
}
