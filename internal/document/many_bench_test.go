package document_test

import (
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// BenchmarkTenThousand makes the file of 1,000 and of 10,000 badges with photos and flags, and of as many certificates in two
// scripts: the work for ten times as many, and the most memory that the process ever held. Run it with -benchtime 1x, one at a
// time: memory of the one before counts for the next.
func BenchmarkTenThousand(b *testing.B) {
	lang := i18n.Open("en")
	s := newStage(b, "en")
	faces := make([][]byte, 200)
	for i := range faces {
		faces[i] = portrait(b, i)
	}
	for name, write := range map[string]func(n int){
		"badges": func(n int) {
			setter := typeset.New()
			badges := s.badges(n)
			for i := range badges {
				badges[i].Attendee.ID = seminar.ID(strconv.Itoa(i)) // everybody's photo is their own
				badges[i].PhotoOf = func() ([]byte, error) { return faces[i%len(faces)], nil }
			}
			doc, _ := document.Badges(badges, document.Options{Lang: lang, Created: made, Setter: setter})
			if err := pdf.Spend(io.Discard, setter, &doc); err != nil {
				b.Fatal(err)
			}
		},
		"certificates": func(n int) {
			setter := typeset.New()
			var certs []document.Certificate
			for i, v := range s.badges(n) {
				v.Attendee.NativeName = "Лейла Гафарзаде"
				certs = append(certs, s.certificate(i, v.Attendee))
			}
			doc, _ := document.Certificates(certs, document.Options{Lang: lang, Created: made, Setter: setter})
			if err := pdf.Spend(io.Discard, setter, &doc); err != nil {
				b.Fatal(err)
			}
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				debug.FreeOSMemory()
				one := busy(b)
				write(1000)
				ten := busy(b)
				one = ten - one
				began := time.Now()
				write(10000)
				b.ReportMetric(time.Since(began).Seconds(), "s/10,000")
				ten = busy(b) - ten
				b.ReportMetric(ten.Seconds(), "cpu-s/10,000")
				b.ReportMetric(ten.Seconds()/one.Seconds(), "cpu-times-1,000")
				b.ReportMetric(peak(b), "peak-MB")
			}
		})
	}
}

// busy is the time that the processors have worked for this process: on a computer that does other things too it tells more
// than a clock.
func busy(t testing.TB) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// peak is the most memory that the process ever held, in megabytes.
func peak(t testing.TB) float64 {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(status), "VmHWM:")
	kB, err := strconv.Atoi(strings.Fields(rest)[0])
	if !found || err != nil {
		t.Fatal("the system does not tell", err)
	}
	return float64(kB) / 1024
}
