package trust_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
	"lanyard/internal/typeset"
)

// office is who issues certificates: a seminar with its key.
type office struct {
	t testing.TB
	seminar.Seminar
	key    ed25519.PrivateKey
	setter *typeset.Setter
	lang   string
	layout string // as a snapshot names it
}

func newOffice(t testing.TB, secret string) *office {
	seed := sha256.Sum256([]byte(secret))
	return &office{t: t, key: ed25519.NewKeyFromSeed(seed[:]), setter: typeset.New(), lang: "en", layout: "attendance@0123456789abcdef", Seminar: seminar.Seminar{
		Titles: map[string]string{"en": "Regional seminar on culture", "ar": "الندوة الإقليمية"}, Start: "2025-07-18", End: "2025-07-19",
		Zone: "Asia/Baku", Organiser: "Office", SignKey: seed[:]}}
}

func (o *office) public() trust.Key {
	k, ok := trust.KeyOf(o.Seminar)
	if !ok {
		o.t.Fatal("the seminar has no key")
	}
	return k
}

// certificate is a signed certificate as its page shows it.
func (o *office) certificate(serial string, a seminar.Attendee, minutes int) (document.Certificate, seminar.Snapshot) {
	o.t.Helper()
	snap := seminar.Snapshot{Version: seminar.SnapshotVersion, Serial: serial, Name: a.Name(), Honorific: a.Honorific, Native: a.NativeName,
		Seminar: o.Title("en"), Start: o.Start, End: o.End, Minutes: minutes, Of: 345, Kind: seminar.KindAttendance,
		Title: "Certificate of attendance", Issued: "2025-07-19T14:00:00Z", Template: o.layout, Data: "0123456789abcdef", Key: o.public().Mark()}
	text, err := snap.Text()
	if err != nil {
		o.t.Fatal(err)
	}
	signed := seminar.SignedText(seminar.Certificate{Snapshot: text, Signature: ed25519.Sign(o.key, []byte(text))})
	return document.Certificate{Seminar: o.Seminar, Attendee: a, Serial: serial, Minutes: minutes, Of: 345, Payload: signed,
		Issued: time.Date(2025, 7, 19, 18, 0, 0, 0, time.UTC)}, snap
}

// file is the certificates as one PDF file.
func (o *office) file(certs ...document.Certificate) []byte {
	o.t.Helper()
	doc, _ := document.Certificates(certs, document.Options{Lang: i18n.Open(o.lang), Setter: o.setter, Created: time.Date(2025, 7, 19, 18, 0, 0, 0, time.UTC)})
	return o.write(doc)
}

func (o *office) write(doc page.Document) []byte {
	o.t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, o.setter, &doc); err != nil {
		o.t.Fatal(err)
	}
	return b.Bytes()
}

// through puts a file through another program, which is given the names of the file and of the one to write.
func (o *office) through(data []byte, command func(in, out string) []string) []byte {
	o.t.Helper()
	in, out := filepath.Join(o.t.TempDir(), "in.pdf"), filepath.Join(o.t.TempDir(), "out.png")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		o.t.Fatal(err)
	}
	args := command(in, out)
	if said, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
		o.t.Fatalf("%v: %v: %s", args, err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		o.t.Fatal(err)
	}
	return data
}

func check(t *testing.T, data []byte, keys ...trust.Key) trust.Verification {
	t.Helper()
	v, found, err := trust.Checker{Keys: keys}.Check(data)
	if err != nil || !found {
		t.Fatalf("%+v, %v, %v", v, found, err)
	}
	return v
}

// signedWith is any text with a signature that holds.
func signedWith(o *office, text string) string {
	return seminar.SignedText(seminar.Certificate{Snapshot: text, Signature: ed25519.Sign(o.key, []byte(text))})
}
