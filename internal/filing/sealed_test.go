package filing_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

func seal(t *testing.T, text, password string) []byte {
	t.Helper()
	var b bytes.Buffer
	err := filing.Seal(&b, password, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestASealedFileOpensWithItsPasswordAlone(t *testing.T) {
	text := strings.Repeat("Leyla Qafar-zadə\n", 20_000) // several chunks
	sealed := seal(t, text, "a long password of four")
	if bytes.Contains(sealed, []byte("Leyla")) || !filing.IsSealed(bufio.NewReader(bytes.NewReader(sealed))) {
		t.Fatal("it is not sealed")
	}
	r, err := filing.Unseal(bytes.NewReader(sealed), "a long password of four")
	if err != nil {
		t.Fatal(err)
	}
	if back, err := io.ReadAll(r); err != nil || string(back) != text {
		t.Errorf("%d bytes back, %v", len(back), err)
	}
	for password, want := range map[string]string{"another": filing.CodePassword, "": filing.CodeNoPassword} {
		if _, err := filing.Unseal(bytes.NewReader(sealed), password); seminar.CodeOf(err) != want {
			t.Errorf("%q: %v", password, err)
		}
	}
	if plain := seal(t, "open", ""); string(plain) != "open" {
		t.Errorf("without a password: %q", plain)
	}
}

func TestASealedFileThatWasCutOrChangedIsNotTaken(t *testing.T) {
	sealed := seal(t, strings.Repeat("x", 200_000), "p")
	flipped := bytes.Clone(sealed)
	flipped[len(flipped)-9] ^= 1
	for name, data := range map[string][]byte{"cut": sealed[:len(sealed)-30_000], "changed": flipped, "cut in the head": sealed[:60]} {
		path := filepath.Join(t.TempDir(), "list.csv.age")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		folder := t.TempDir()
		if _, _, err := filing.Opened(path, "p", folder); seminar.CodeOf(err) != filing.CodeUnsealed {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("%s: half of it was left", name)
		}
	}
}

func TestAFileThatOpensWithKeysSaysSo(t *testing.T) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := age.Encrypt(&b, key.Recipient())
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	if _, err := filing.Unseal(&b, "p"); seminar.CodeOf(err) != filing.CodeNeedsKey {
		t.Error(err)
	}
}

func TestAnOpenedFileHasItsNameAndIsForgotten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.csv.age")
	if err := os.WriteFile(path, seal(t, "name", "p"), 0o600); err != nil {
		t.Fatal(err)
	}
	plain, forget, err := filing.Opened(path, "p", "")
	if err != nil || filepath.Base(plain) != "list.csv" {
		t.Fatal(plain, err)
	}
	info, err := os.Stat(plain)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	forget()
	if _, err := os.Stat(plain); !errors.Is(err, os.ErrNotExist) {
		t.Error("it is still there")
	}
}

// The program age is the other side of the format. It asks a terminal, which script stands in for.
func TestTheProgramAgeReadsOursAndWeReadIts(t *testing.T) {
	if _, err := exec.LookPath("age"); err != nil {
		t.Fatal("the program age is not installed")
	}
	dir := t.TempDir()
	for name, data := range map[string]string{"ours.age": string(seal(t, "by Lanyard", "p4ss word")), "plain": "by age"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(answers, command string) {
		t.Helper()
		c := exec.Command("script", "-qec", command, "/dev/null")
		c.Dir, c.Stdin = dir, strings.NewReader(answers)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
	}
	ask("p4ss word\n", "age -d -o opened ours.age")
	if got, err := os.ReadFile(filepath.Join(dir, "opened")); err != nil || string(got) != "by Lanyard" {
		t.Errorf("age read %q, %v", got, err)
	}
	ask("p4ss word\np4ss word\n", "age -p -o theirs.age plain")
	plain, forget, err := filing.Opened(filepath.Join(dir, "theirs.age"), "p4ss word", "")
	if err != nil {
		t.Fatal(err)
	}
	defer forget()
	if got, err := os.ReadFile(plain); err != nil || string(got) != "by age" {
		t.Errorf("we read %q, %v", got, err)
	}
}

// An é of one letter is typed here, and of two on a Mac.
func TestAPasswordIsTheSameOnEveryKeyboard(t *testing.T) {
	const one, two = "şəhər parolu é ключ 鍵", "s\u0327əhər parolu e\u0301 ключ 鍵"
	for by, password := range map[string]string{one: two, two: one} {
		r, err := filing.Unseal(bytes.NewReader(seal(t, "text", by)), password)
		if err != nil {
			t.Errorf("sealed by %q, opened by %q: %v", by, password, err)
			continue
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != "text" {
			t.Errorf("%q, %v", got, err)
		}
	}
	to, err := age.NewScryptRecipient(two) // another program takes it as it is typed
	if err != nil {
		t.Fatal(err)
	}
	to.SetWorkFactor(10)
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to)
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	if _, err := filing.Unseal(bytes.NewReader(b.Bytes()), one); err != nil {
		t.Error(err)
	}
	if _, err := filing.Unseal(bytes.NewReader(b.Bytes()), "e ключ"); seminar.CodeOf(err) != filing.CodePassword {
		t.Error(err)
	}
}

func TestTheStrengthOfPasswords(t *testing.T) {
	for password, want := range map[string]filing.Strength{"": filing.Weak, "password": filing.Weak, "12345678901234567890": filing.Weak,
		"aaaaaaaaaaaaaaaa": filing.Weak, "Baku2025": filing.Weak, "kT7#qmZ2!": filing.Fair, "correct horse battery staple": filing.Fair,
		"kT7#qmZ2!wX9pL": filing.Strong, "teapot harbour velvet comet ladder": filing.Strong} {
		if got := filing.StrengthOf(password); got != want {
			t.Errorf("%s", fmt.Sprintf("%q is %d, want %d", password, got, want))
		}
	}
}
