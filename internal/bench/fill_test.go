package bench_test

import "testing"

// BenchmarkFill registers 10,000 people and records their check-ins.
func BenchmarkFill(b *testing.B) {
	for b.Loop() {
		workspace(b, 10_000)
	}
}
