package trust_test

import (
	"bytes"
	"strings"
	"testing"

	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

func list() trust.Revocations {
	return trust.Revocations{Seminar: "Culture & science", Made: "2025-07-20T10:00:00Z", Revoked: []trust.Revoked{
		{Serial: "2025-A-0012", When: "2025-07-20T09:00:00Z", Why: "the name was wrong <Leila>", ReplacedBy: "2025-A-0040"}, {Serial: "2025-B-0001", Why: "its issue was taken back"}}}
}

func TestARevokedCertificateDoesNotHoldWithoutADatabase(t *testing.T) {
	o, other := newOffice(t, "one"), newOffice(t, "two")
	keys := []trust.Key{o.public(), other.public()}
	file, err := list().File(o.SignKey)
	if err != nil {
		t.Fatal(err)
	}
	read, err := trust.ReadRevocations(file, keys)
	if err != nil || len(read.Revoked) != 2 || read.Made != "2025-07-20T10:00:00Z" || read.Revoked[0].Why != "the name was wrong <Leila>" {
		t.Fatalf("%+v, %v", read, err)
	}
	checker := trust.Checker{Keys: keys, Lists: []trust.Revocations{read}}
	for _, c := range []struct {
		by      *office
		serial  string
		revoked bool
	}{{o, "2025-A-0012", true}, {o, "2025-B-0001", true}, {o, "2025-A-0040", false}, {other, "2025-A-0012", false}} { // a list is about its own key's
		cert, _ := c.by.certificate(c.serial, leyla(), 336)
		v, _, err := checker.Check([]byte(cert.Payload))
		if err != nil || v.Revoked != c.revoked || v.Valid == c.revoked || c.revoked && v.Reason != trust.IsRevoked {
			t.Errorf("%s: %+v, %v", c.serial, v, err)
		}
		if c.serial == "2025-A-0012" && c.revoked && (v.ReplacedBy != "2025-A-0040" || v.Why == "" || v.RevokedAt == "" || v.Signed == nil) {
			t.Errorf("%+v", v)
		}
	}
}

func TestAListThatSomebodyChangedIsRefused(t *testing.T) {
	o, forger := newOffice(t, "one"), newOffice(t, "forger")
	file, err := list().File(o.SignKey)
	if err != nil {
		t.Fatal(err)
	}
	forged, err := list().File(forger.SignKey)
	if err != nil {
		t.Fatal(err)
	}
	replace := func(from, to string) []byte {
		if !bytes.Contains(file, []byte(from)) {
			t.Fatalf("%q is not in the list", from)
		}
		return bytes.Replace(file, []byte(from), []byte(to), 1)
	}
	empty, err := trust.Revocations{Made: "2025-07-20T10:00:00Z"}.File(o.SignKey)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := trust.ReadRevocations(empty, []trust.Key{o.public()}); err != nil {
		t.Errorf("a list of none: %v", err)
	}
	for name, data := range map[string][]byte{
		"one taken off": replace("2025-B-0001", "2025-B-0002"), "made later": replace("2025-07-20T10", "2026-07-20T10"), "another's key": forged,
		"the mark of the key": bytes.Replace(forged, []byte(forger.public().Mark()), []byte(o.public().Mark()), 1), "a field more": replace(`"made"`, `"note": "x", "made"`),
		"something after": append(bytes.Clone(file), "{}"...), "another format": replace("lanyard-revocations-1", "lanyard-revocations-2"), "nothing": nil, "a number": []byte("1"),
	} {
		if l, err := trust.ReadRevocations(data, []trust.Key{o.public()}); seminar.CodeOf(err) != trust.CodeRevocations {
			t.Errorf("%s: %+v, %v", name, l, err)
		}
	}
}

func FuzzRevocations(f *testing.F) {
	o := newOffice(&testing.T{}, "one")
	file, _ := list().File(o.SignKey)
	f.Add(file)
	f.Add([]byte(strings.Replace(string(file), "2025-B-0001", "2025-B-0002", 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := trust.ReadRevocations(data, []trust.Key{o.public()})
		if err != nil {
			return
		}
		again, err := read.File(o.SignKey)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := trust.ReadRevocations(again, []trust.Key{o.public()}); err != nil || len(back.Revoked) != len(read.Revoked) {
			t.Errorf("%s becomes %s, %v", data, again, err)
		}
	})
}

// FuzzCheck reads any bytes as a certificate of anybody's, in a file or as text. Whatever they are, they do not hold: the key
// is not theirs.
func FuzzCheck(f *testing.F) {
	o, other := newOffice(&testing.T{}, "one"), newOffice(&testing.T{}, "two")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	file := o.file(c)
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte(c.Payload))
	f.Add([]byte(strings.Replace(c.Payload, "LC2", "LC1", 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if v, _, err := (trust.Checker{Keys: []trust.Key{other.public()}}).Check(data); err != nil || v.Valid || v.Signed != nil {
			t.Errorf("%+v, %v", v, err)
		}
	})
}
