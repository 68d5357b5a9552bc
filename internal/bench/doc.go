// Package bench holds the figures of docs/performance.md: each as a ratio within one run, since machines are noisy. It
// has tests only; run it with make bench.
package bench
