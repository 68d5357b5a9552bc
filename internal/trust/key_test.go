package trust_test

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

func TestAKeyIsReadFromItsFileAndFromItsCode(t *testing.T) {
	one, two := newOffice(t, "one").public(), newOffice(t, "two").public()
	one.Seminar = "A title\nof two lines -----BEGIN PUBLIC KEY-----"
	first, err := one.File()
	if err != nil {
		t.Fatal(err)
	}
	second, err := two.File()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"files": append(first, second...), "codes": []byte(one.Text() + "\n" + strings.ToLower(two.Text()))} {
		keys, err := trust.ReadKeys(data)
		if err != nil || len(keys) != 2 || !keys[0].Public.Equal(one.Public) || !keys[1].Public.Equal(two.Public) {
			t.Errorf("%s: %+v, %v", name, keys, err)
		}
		if name == "files" && (keys[0].Seminar != "A title of two lines –BEGIN PUBLIC KEY–" || keys[1].Seminar != "Regional seminar on culture") {
			t.Errorf("the labels: %q, %q", keys[0].Seminar, keys[1].Seminar)
		}
	}
	if !strings.Contains(string(first), one.Fingerprint()) || !strings.HasPrefix(strings.ReplaceAll(one.Fingerprint(), " ", ""), one.Mark()) {
		t.Errorf("the file lacks the fingerprint %s:\n%s", one.Fingerprint(), first)
	}
}

func TestWhatIsNoKeyIsRefused(t *testing.T) {
	o := newOffice(t, "one")
	other, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKIXPublicKey(&other.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "a word": []byte("LK1."), "another kind of key": pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}),
		"a secret": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: o.SignKey}), "a letter less": []byte(o.public().Text()[:55]),
		"a letter more": []byte(o.public().Text() + "A"), "a broken block": pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: []byte{1, 2, 3}}),
	} {
		if keys, err := trust.ReadKeys(data); seminar.CodeOf(err) != trust.CodeKey {
			t.Errorf("%s: %+v, %v", name, keys, err)
		}
	}
}

// TestOpensslChecksACertificate: whoever does not trust this program can do without it.
func TestOpensslChecksACertificate(t *testing.T) {
	o := newOffice(t, "one")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	signed, ok := seminar.FindSigned([]byte(c.Payload))
	if !ok {
		t.Fatal("nothing signed")
	}
	file, err := o.public().File()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for text, want := range map[string]bool{signed.Snapshot: true, strings.Replace(signed.Snapshot, "Leyla", "Oner", 1): false} {
		for name, data := range map[string][]byte{"key": file, "text": []byte(text), "signature": signed.Signature} {
			if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key", "-rawin", "-in", "text", "-sigfile", "signature")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); (err == nil) != want {
			t.Errorf("want %v: %v: %s", want, err, out)
		}
	}
}

func FuzzKeys(f *testing.F) {
	k := newOffice(&testing.T{}, "one").public()
	file, _ := k.File()
	f.Add(file)
	f.Add([]byte(k.Text()))
	f.Add(bytes.Replace(file, []byte("-----END"), []byte("-----BEGIN"), 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		keys, err := trust.ReadKeys(data)
		if (err == nil) != (len(keys) > 0) {
			t.Fatalf("%d keys, %v", len(keys), err)
		}
		for _, k := range keys {
			file, err := k.File()
			if err != nil {
				t.Fatal(err)
			}
			if again, err := trust.ReadKeys(file); err != nil || len(again) != 1 || !again[0].Public.Equal(k.Public) {
				t.Errorf("%q becomes %+v, %v", file, again, err)
			}
		}
	})
}
