package bench_test

import (
	"path/filepath"
	"testing"
)

// BenchmarkFill registers 10,000 people and records their check-ins.
func BenchmarkFill(b *testing.B) {
	for b.Loop() {
		fill(b, filepath.Join(b.TempDir(), "w.lanyard"), 10_000)
	}
}
