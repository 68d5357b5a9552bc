package trust_test

import (
	"fmt"
	"runtime"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/trust"
)

// many is a file of certificates, one to a page.
func many(o *office, n int) []byte {
	var certs []document.Certificate
	for i := range n {
		who := people()[i%len(people())]
		who.FamilyName += fmt.Sprint(" ", i)
		c, _ := o.certificate(fmt.Sprintf("2025-A-%05d", i), who, 100+i%200)
		certs = append(certs, c)
	}
	return o.file(certs...)
}

// TestALargeFileCostsAPageAtATime: what a page costs may not grow with how many there are, and no page stays in memory.
func TestALargeFileCostsAPageAtATime(t *testing.T) {
	o := newOffice(t, "genuine")
	cost := func(n int) (objects, bytes uint64) {
		file := many(o, n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		v := check(t, file, o.public())
		runtime.ReadMemStats(&after)
		if !v.Valid || len(v.All) != n {
			t.Fatalf("%d: %s, %d", n, v.Reason, len(v.All))
		}
		objects, bytes = (after.Mallocs-before.Mallocs)/uint64(n), (after.TotalAlloc-before.TotalAlloc)/uint64(n)
		t.Logf("%d pages: %d allocations and %d kB a page", n, objects, bytes/1024)
		return objects, bytes
	}
	few, fewBytes := cost(60)
	lot, lotBytes := cost(300)
	if lot > few*11/10 || lotBytes > fewBytes*11/10 || lot > 20_000 || lotBytes > 1<<20 {
		t.Errorf("a page of 60 takes %d allocations and %d bytes, one of 300 %d and %d", few, fewBytes, lot, lotBytes)
	}
}

func BenchmarkAFileOfManyCertificates(b *testing.B) {
	o := newOffice(b, "genuine")
	for _, n := range []int{1, 1000, 7000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			file := many(o, n)
			b.ReportAllocs()
			for b.Loop() {
				if v, _, err := (trust.Checker{Keys: []trust.Key{o.public()}}).Check(file); err != nil || !v.Valid {
					b.Fatal(v.Reason, err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
