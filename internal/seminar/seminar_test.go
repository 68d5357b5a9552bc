package seminar_test

import (
	"cmp"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"testing"
	"time"

	"lanyard/internal/seminar"
)

func TestErrorsCarryACodeASentenceAndACause(t *testing.T) {
	cause := errors.New("disk on fire")
	e := seminar.Errorf("quota", "{name} is full: {count} people.").WithArg("name", "Uzbekistan").WithArg("count", "5").WithField("delegation").Because(cause)
	if e.Error() != "Uzbekistan is full: 5 people." || e.Code != "quota" || e.Field != "delegation" || !errors.Is(e, cause) {
		t.Errorf("%+v", e)
	}
	if e.Args["name"] != "Uzbekistan" || e.Args["count"] != "5" {
		t.Errorf("arguments %v", e.Args)
	}
	first := seminar.Errorf("a", "{x}").WithArg("x", "1")
	second := first.WithArg("y", "2")
	if len(first.Args) != 1 || len(second.Args) != 2 {
		t.Error("an error shares its arguments with the one made from it")
	}
	text, err := json.Marshal(e)
	if err != nil || regexp.MustCompile("fire").Match(text) {
		t.Errorf("the cause is in what a script gets: %s", text)
	}
}

func TestCodeOf(t *testing.T) {
	known := seminar.Errorf("quota", "Full.")
	for _, c := range []struct {
		err  error
		want string
	}{{nil, ""}, {known, "quota"}, {fmt.Errorf("register: %w", known), "quota"}, {errors.Join(errors.New("x"), known), "quota"},
		{errors.New("x"), seminar.CodeInternal}, {seminar.Problems{known}, "quota"}, {seminar.Problems{}, seminar.CodeInternal},
		{seminar.NotFound("list", "Entrance"), seminar.CodeNotFound}} {
		if got := seminar.CodeOf(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}

func TestProblemsOfAForm(t *testing.T) {
	p := seminar.Problems{seminar.Errorf("email", "Not an address.").WithField("email"), seminar.Errorf("phone", "Not a number.").WithField("phone")}
	if p.For("phone").Code != "phone" || p.For("country") != nil {
		t.Error("a field does not find its problem")
	}
	if p.Error() != "Not an address. Not a number." {
		t.Errorf("%q", p.Error())
	}
	if seminar.Problems(nil).OrNil() != nil || p.OrNil() == nil {
		t.Error("no problems must be no error")
	}
}

func TestEveryEntityHasItsStruct(t *testing.T) {
	seen := map[reflect.Type]bool{}
	for _, e := range seminar.Entities() {
		thing := e.New()
		if thing == nil || seen[reflect.TypeOf(thing)] {
			t.Errorf("%s: %T", e, thing)
		}
		seen[reflect.TypeOf(thing)] = true
	}
	if seminar.Entity("voucher").New() != nil {
		t.Error("an unknown entity has a struct")
	}
}

func TestDerivedIDs(t *testing.T) {
	a := seminar.DeriveID("space", "a", "b")
	if a != seminar.DeriveID("space", "a", "b") {
		t.Error("the same parts give another id")
	}
	for _, other := range []seminar.ID{seminar.DeriveID("space", "ab"), seminar.DeriveID("space", "b", "a"), seminar.DeriveID("other", "a", "b"), seminar.DeriveID("space", "a", "b", "")} {
		if other == a {
			t.Error("other parts give the same id")
		}
	}
	if !regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(string(a)) {
		t.Errorf("%s is not a UUIDv5", a)
	}
}

func TestNames(t *testing.T) {
	for want, a := range map[string]seminar.Attendee{"Leyla Qafar-zadə": {GivenName: "Leyla", FamilyName: "Qafar-zadə", NativeName: "Ləylə"},
		"Suharto": {GivenName: "Suharto"}, "Öz": {FamilyName: "Öz"}, "ليلى": {NativeName: "ليلى"}, "": {}} {
		if got := a.Name(); got != want {
			t.Errorf("%+v: %q, want %q", a, got, want)
		}
	}
	if got := (seminar.Attendee{GivenName: "Leyla", BadgeName: "Lala"}).NameOnBadge(); got != "Lala" {
		t.Errorf("badge name %q", got)
	}
}

func TestTitleAndDays(t *testing.T) {
	s := seminar.Seminar{Titles: map[string]string{"az": "Seminar", "fr": "Séminaire", "ru": ""}, Start: "2025-07-18", End: "2025-07-19", Zone: "Asia/Baku"}
	for language, want := range map[string]string{"fr": "Séminaire", "ru": "Seminar", "de": "Seminar"} {
		if got := s.Title(language); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	for at, want := range map[string]bool{"2025-07-17T19:59:59Z": false, "2025-07-17T20:00:00Z": true, "2025-07-19T19:59:59Z": true, "2025-07-19T20:00:00Z": false} {
		moment, _ := time.Parse(time.RFC3339, at)
		if s.Runs(moment) != want {
			t.Errorf("at %s it runs: %v", at, !want)
		}
	}
	if (seminar.Seminar{Zone: "Nowhere/At all"}).Location() != time.UTC {
		t.Error("an unknown zone must be UTC")
	}
}

func TestCheckinsAreOrderedByTimeThenPlaceInTheJournal(t *testing.T) {
	at := time.Unix(1000, 0)
	rows := []seminar.Checkin{{Datetime: at, HLC: 9, Desk: "Z", ID: "z"}, {Datetime: at.Add(1), HLC: 1, Desk: "A", ID: "a"},
		{Datetime: at.Add(1), HLC: 2, Desk: "A", ID: "a"}, {Datetime: at.Add(1), HLC: 2, Desk: "B", ID: "a"}, {Datetime: at.Add(1), HLC: 2, Desk: "B", ID: "b"}}
	for i := range rows {
		for j := range rows {
			if got, want := rows[i].Compare(rows[j]), cmp.Compare(i, j); got != want {
				t.Errorf("rows %d and %d: %d, want %d", i, j, got, want)
			}
		}
	}
}

func TestSignedTextIsFoundAmongOtherBytesAndShowsAnEdit(t *testing.T) {
	private := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	public := private.Public().(ed25519.PublicKey)
	text, err := seminar.Snapshot{Serial: "2025-A-0001", Name: "Leyla Qafar-zadə", Minutes: 240, Key: seminar.KeyMark(public)}.Text()
	if err != nil {
		t.Fatal(err)
	}
	signed := seminar.SignedText(seminar.Certificate{Snapshot: text, Signature: ed25519.Sign(private, []byte(text))})
	found, ok := seminar.FindSigned([]byte("%PDF-1.7 /Keywords (" + signed + ") endobj"))
	if !ok || found.Snapshot != text || !ed25519.Verify(public, []byte(found.Snapshot), found.Signature) {
		t.Fatalf("%+v, %v", found, ok)
	}
	back, err := seminar.ReadSnapshot(found.Snapshot)
	if err != nil || back.Name != "Leyla Qafar-zadə" || back.Minutes != 240 {
		t.Errorf("%+v, %v", back, err)
	}
	for i := 4; i < len(signed); i += 7 {
		edited := []byte(signed)
		if edited[i] == '.' {
			continue
		}
		edited[i] = map[bool]byte{true: 'B', false: 'A'}[edited[i] == 'A']
		if f, ok := seminar.FindSigned(edited); ok && ed25519.Verify(public, []byte(f.Snapshot), f.Signature) {
			t.Errorf("letter %d was edited, and the signature holds", i)
		}
	}
	for _, other := range []string{"", "LC1.", "LC1.abc.def", signed[:len(signed)-1]} {
		if _, ok := seminar.FindSigned([]byte(other)); ok {
			t.Errorf("%q was taken for a certificate", other)
		}
	}
}
