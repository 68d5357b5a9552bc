package filing

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
)

// A sealed file is an age file (https://age-encryption.org/v1) that opens with a password: the program age and every other
// that knows the format opens it too.

// Sealed is how the names of sealed files end.
const Sealed = ".age"

// The codes of a sealed file that does not open.
const (
	CodePassword   = "password_wrong"
	CodeNoPassword = "password_required"
	CodeNeedsKey   = "sealed_key"     // it opens with keys, not with a password
	CodeUnsealed   = "sealed_damaged" // it is cut short, or was changed
)

var opening = []byte("age-encryption.org/v1\n")

// IsSealed says whether what a reader begins with is a sealed file. Nothing is read past it.
func IsSealed(r *bufio.Reader) bool {
	head, _ := r.Peek(len(opening))
	return bytes.Equal(head, opening)
}

// SealedFile says whether a file is sealed, whatever it is called.
func SealedFile(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	return IsSealed(bufio.NewReader(f)), nil
}

// Seal calls write with a writer whose bytes go on to w sealed with a password; with none, as they are.
func Seal(w io.Writer, password string, write func(io.Writer) error) error {
	if password == "" {
		return write(w)
	}
	to, err := age.NewScryptRecipient(norm.NFC.String(password))
	if err != nil {
		return err
	}
	sealed, err := age.Encrypt(w, to)
	if err != nil {
		return err
	}
	if err := write(sealed); err != nil {
		return err
	}
	return sealed.Close()
}

// heaviest is the work factor of scrypt beyond which a password is not tried: a gigabyte of memory. Ours, and that of the
// program age, is 18.
const heaviest = 20

// Unseal gives what is in a sealed file. Reading it may end with CodeUnsealed: what was read until then is not whole.
// Errors: CodePassword, CodeNoPassword, CodeNeedsKey, CodeUnsealed.
func Unseal(r io.Reader, password string) (io.Reader, error) {
	from := bufio.NewReader(r)
	if head, _ := from.Peek(len(opening) + len(withPassword)); !bytes.HasSuffix(head, withPassword) && IsSealed(from) {
		return nil, seminar.Errorf(CodeNeedsKey, "This file is protected with a key that Lanyard does not have. It opens those that are protected with a password.")
	}
	if password == "" {
		return nil, seminar.Errorf(CodeNoPassword, "This file is protected. Give its password.").WithField("password")
	}
	var by []age.Identity
	for _, p := range spellings(password) {
		one, err := age.NewScryptIdentity(p)
		if err != nil {
			return nil, err
		}
		one.SetMaxWorkFactor(heaviest)
		by = append(by, one)
	}
	open, err := age.Decrypt(from, by...)
	var wrong *age.NoIdentityMatchError
	switch {
	case errors.As(err, &wrong):
		return nil, seminar.Errorf(CodePassword, "This is not the password of the file.").WithField("password").Because(err)
	case err != nil:
		return nil, changed(err)
	}
	return unsealing{open}, nil
}

// spellings are a password as it may have been written by the keyboard of another system: ə́ is one letter on one, and two on
// another. Ours is the first.
func spellings(password string) []string {
	all := []string{norm.NFC.String(password)}
	for _, other := range []string{password, norm.NFD.String(password)} {
		if !slices.Contains(all, other) {
			all = append(all, other)
		}
	}
	return all
}

var withPassword = []byte("-> scrypt ")

// unsealing says in a sentence that what follows is not what was sealed.
type unsealing struct{ from io.Reader }

func (u unsealing) Read(p []byte) (int, error) {
	n, err := u.from.Read(p)
	if err != nil && err != io.EOF {
		err = changed(err)
	}
	return n, err
}

func changed(err error) error {
	return seminar.Errorf(CodeUnsealed, "This protected file is damaged or incomplete. Nothing was taken from it.").Because(err)
}

// Opened gives a file as it was before it was sealed, whole or not at all: a copy that only this user can read, in a folder of
// its own below a folder ("" is the system's for such files), under the name without its end. Forget deletes it. A file that
// is not sealed is given as it is.
func Opened(path, password, folder string) (plain string, forget func(), err error) {
	nothing := func() {}
	sealed, err := SealedFile(path)
	if err != nil || !sealed {
		return path, nothing, err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", nothing, err
	}
	defer f.Close()
	from, err := Unseal(f, password)
	if err != nil {
		return "", nothing, err
	}
	dir, err := os.MkdirTemp(folder, Temporary+"*")
	if err != nil {
		return "", nothing, err
	}
	forget = func() { os.RemoveAll(dir) }
	plain = filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), Sealed))
	to, err := os.OpenFile(plain, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		_, err = io.Copy(to, from)
		err = errors.Join(err, to.Close())
	}
	if err != nil {
		forget()
		return "", nothing, err
	}
	return plain, forget, nil
}
