package seminar_test

import (
	"bytes"
	"testing"

	"lanyard/internal/seminar"
)

// FuzzSigned reads any bytes as a certificate: from a scanner, a clipboard, or any file called .pdf. What is found in them
// is found again in the text that it is written as.
func FuzzSigned(f *testing.F) {
	real := seminar.SignedText(seminar.Certificate{Snapshot: `{"s":"2025-A-0001","n":"Əli Əliyev","k":"00"}`, Signature: make([]byte, 64)})
	f.Add([]byte("%PDF-1.3\n/Keywords (" + real + ")"))
	f.Add([]byte(real[:len(real)-1]))
	f.Add([]byte("LC1.\xff." + real))
	f.Fuzz(func(t *testing.T, data []byte) {
		signed, ok := seminar.FindSigned(data)
		if !ok {
			return
		}
		again, ok := seminar.FindSigned([]byte(seminar.SignedText(seminar.Certificate{Snapshot: signed.Snapshot, Signature: signed.Signature})))
		if !ok || again.Snapshot != signed.Snapshot || !bytes.Equal(again.Signature, signed.Signature) {
			t.Errorf("%q becomes %q", signed, again)
		}
		_, _ = seminar.ReadSnapshot(signed.Snapshot) // an error or not, but no panic
	})
}

// FuzzSnapshot reads any text as a snapshot. One of the second version that is read says all that its text says: it is written
// as the same text.
func FuzzSnapshot(f *testing.F) {
	f.Add(`{"v":2,"s":"2025-A-0001","n":"Əli Əliyev","t":"A & B","d":"2025-07-18","e":"2025-07-18","m":336,"a":345,"i":"2025-07-19T14:00:00Z","k":"00"}`)
	f.Add(`{"s":"2025-A-0001","n":"Əli Əliyev","k":"00"}`)
	f.Add(`{"v":2,"s":"1","n":"A","n":"B","k":""}`)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := seminar.ReadSnapshot(text)
		if err != nil || s.Version == 0 {
			return
		}
		if again, err := s.Text(); err != nil || again != text {
			t.Errorf("%q becomes %q, %v", text, again, err)
		}
	})
}
