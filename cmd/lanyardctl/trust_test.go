package main

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lanyard/internal/desk"
)

// issuedOne is a workspace with somebody who has a certificate, in a file.
func issuedOne(t *testing.T) (d deskTest, who attendeeJSON, file string) {
	t.Helper()
	d = newDesk(t)
	d.want(0, nil, "certificates", "prefix", "ICESCO")
	who = d.person("--given", "Leyla", "--family", "Qafar-zadə")
	d.want(0, nil, "checkin", who.Code)
	file = d.file("c.pdf")
	d.want(0, nil, "certificates", "--out", file)
	return d, who, file
}

// elsewhere is somebody who has no workspace of ours.
func elsewhere(d deskTest) deskTest { return deskTest{d.T, d.TempDir()} }

func TestAThirdPartyChecksWithTheKeyAlone(t *testing.T) {
	d, _, file := issuedOne(t)
	key, page := d.file("seminar.pub"), d.file("key.pdf")
	var k keyJSON
	d.want(0, &k, "certificates", "key", "--out", key, "--page", page)
	third := elsewhere(d)
	var v desk.Verification
	third.want(0, &v, "verify", "--key", key, file)
	if !v.Valid || v.Serial != "ICESCO-2025-A-0001" || v.Signed == nil || v.Signed.Name != "Leyla Qafar-zadə" || v.Signed.Key != k.Mark || len(v.Printed) < 2 {
		t.Errorf("%+v", v)
	}
	if _, err := os.Stat(third.file("w.lanyard")); err == nil {
		t.Error("a workspace was made to check a certificate")
	}
	// The code of the key is as good as its file; the key of another seminar is not.
	third.want(0, &v, "verify", "--key", third.put("key.txt", k.Text), file)
	other := newDesk(t)
	other.want(0, nil, "certificates", "key", "--out", other.file("other.pub"))
	v = desk.Verification{}
	third.want(4, &v, "verify", "--key", other.file("other.pub"), file)
	if v.Reason != "unknown_key" || v.Signed != nil || v.Claims == nil {
		t.Errorf("with another's key: %+v", v)
	}
	third.want(0, &v, "verify", "--key", other.file("other.pub"), "--key", key, file)
	third.want(1, nil, "verify", "--key", file, file)
	third.want(3, nil, "verify", "--key", third.file("none.pub"), file)
	if info, err := os.Stat(page); err != nil || info.Size() < 1000 {
		t.Errorf("the page with the key: %v, %v", info, err)
	}
}

func TestAnEditedFileIsToldApart(t *testing.T) {
	d, who, file := issuedOne(t)
	d.want(0, nil, "certificates", "key", "--out", d.file("k.pub"))
	// What somebody with an editor does: the same file with another name on the page. Here another workspace prints it, and
	// the genuine signed text is put in.
	genuine := payloadOf(t, file)
	forger := newDesk(t)
	fake := forger.person("--given", "Oner", "--family", "Qafar-zadə")
	forger.want(0, nil, "certificates", "prefix", "ICESCO")
	forger.want(0, nil, "checkin", fake.Code)
	forger.want(0, nil, "certificates", "--out", forger.file("f.pdf"))
	data, err := os.ReadFile(forger.file("f.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	forged := payloadOf(t, forger.file("f.pdf"))
	edited := forger.put("edited.pdf", strings.Replace(string(data), forged, genuine, 1))
	for _, args := range [][]string{{"verify", edited}, {"verify", "--key", d.file("k.pub"), edited}} {
		var v desk.Verification
		d.want(4, &v, args...)
		if v.Valid || v.Signed == nil || v.Reason != "printed" && v.Reason != "unread" {
			t.Errorf("%v: %+v", args, v)
		}
	}
	_, plain, _ := d.call(strings.NewReader(""), "verify", file)
	if !strings.Contains(plain, `"signed"`) || !strings.Contains(plain, who.FamilyName) {
		t.Errorf("what was signed is not shown:\n%s", plain)
	}
}

// payloadOf is the signed text in a file.
func payloadOf(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	at := strings.Index(text, "LC2.")
	if at < 0 {
		t.Fatalf("%s has no signed text", filepath.Base(file))
	}
	return text[at : at+strings.IndexAny(text[at:], " )>\n")]
}

func TestReissueRevokesTheFirstAndTheListTellsOthers(t *testing.T) {
	d, who, file := issuedOne(t)
	d.want(0, nil, "attendees", "edit", string(who.ID), "--set", "given_name=Leila")
	var again certificateJSON
	d.want(0, &again, "certificates", "reissue", "icesco-2025-a-0001", "--why", "the name was wrong", "--out", d.file("new.pdf"))
	if again.Serial != "ICESCO-2025-A-0002" || again.Refers != "ICESCO-2025-A-0001" || again.Revoked {
		t.Fatalf("%+v", again)
	}
	var v desk.Verification
	d.want(4, &v, "verify", file)
	if v.Reason != "revoked" || v.ReplacedBy != again.Serial || v.Why != "the name was wrong" || v.Signed.Name != "Leyla Qafar-zadə" {
		t.Errorf("the first: %+v", v)
	}
	v = desk.Verification{}
	d.want(0, &v, "verify", d.file("new.pdf"))
	if v.Signed.Name != "Leila Qafar-zadə" || v.Signed.Refers != "ICESCO-2025-A-0001" {
		t.Errorf("the second: %+v", v.Signed)
	}
	d.want(1, nil, "certificates", "reissue", "ICESCO-2025-A-0001")
	d.want(3, nil, "certificates", "reissue", "ICESCO-2025-A-0099")
	// The third party learns of it from the list.
	d.want(0, nil, "certificates", "key", "--out", d.file("k.pub"))
	var wrote struct{ Revoked int }
	d.want(0, &wrote, "certificates", "revocations", "--out", d.file("revoked.json"))
	third := elsewhere(d)
	third.want(0, nil, "verify", "--key", d.file("k.pub"), file)
	v = desk.Verification{}
	third.want(4, &v, "verify", "--key", d.file("k.pub"), "--revocations", d.file("revoked.json"), file)
	if wrote.Revoked != 1 || v.Reason != "revoked" || v.ReplacedBy != again.Serial {
		t.Errorf("%+v, %+v", wrote, v)
	}
	third.want(0, nil, "verify", "--key", d.file("k.pub"), "--revocations", d.file("revoked.json"), d.file("new.pdf"))
	list, err := os.ReadFile(d.file("revoked.json"))
	if err != nil {
		t.Fatal(err)
	}
	third.want(1, nil, "verify", "--key", d.file("k.pub"), "--revocations", third.put("short.json", strings.Replace(string(list), "0001", "0003", 1)), file)
	// A file that cannot be written leaves the one before in force.
	d.want(1, nil, "certificates", "reissue", again.Serial, "--out", "/dev/full")
	d.want(0, nil, "verify", d.file("new.pdf"))
	d.want(0, nil, "doctor")
}

func TestKindsOfCertificateAskForDifferentThings(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "categories", "add", "--name", "Speaker")
	speaker := d.person("--given", "Leyla", "--family", "Speaker", "--category", "Speaker")
	guest := d.person("--given", "Anar", "--family", "Guest")
	d.want(0, nil, "checkin", guest.Code)
	var kinds []kindJSON
	d.want(0, &kinds, "certificates", "kinds")
	if len(kinds) != 1 || kinds[0].ID != "attendance" || len(kinds[0].Asks) == 0 {
		t.Fatalf("%+v", kinds)
	}
	d.want(0, &kinds, "certificates", "kinds", "set", "participation", "--title", "en=Certificate for speakers", "--condition", `{"var":"category","op":"in","value":["speaker"]}`)
	if len(kinds) != 2 || kinds[1].Asks[0] != "Only for: Speaker." {
		t.Fatalf("%+v", kinds)
	}
	var issued issuedJSON
	d.want(0, &issued, "certificates", "--kind", "participation", "--out", d.file("p.pdf"))
	if issued.Issued != 1 || len(issued.NotEligible) != 1 || issued.NotEligible[0].Attendee != guest.ID || issued.NotEligible[0].Reason != "Only for: Speaker." {
		t.Errorf("%+v", issued)
	}
	var v desk.Verification
	d.want(0, &v, "verify", d.file("p.pdf"))
	if v.Signed.Kind != "participation" || v.Signed.Title != "Certificate for speakers" || v.Name != "Leyla Speaker" {
		t.Errorf("%+v", v.Signed)
	}
	d.want(0, &issued, "certificates", "--out", d.file("a.pdf"))
	if issued.Issued != 1 || issued.NotEligible[0].Attendee != speaker.ID {
		t.Errorf("of attendance: %+v", issued)
	}
	for _, args := range [][]string{{"kinds", "set", "participation", "--condition", "{"}, {"kinds", "set", "participation", "--condition", `{"var":"age"}`},
		{"kinds", "set", "Big Letters"}, {"kinds", "set", "x", "--title", "no language"}, {"prefix", "a/b"}} {
		d.want(2, nil, append([]string{"certificates"}, args...)...)
	}
	d.want(3, nil, "certificates", "kinds", "set", "participation", "--template", "no such layout")
	d.want(0, &kinds, "certificates", "kinds", "set", "letter-of-thanks", "--template", "Letter", "--condition", `{"var":"checked_in","op":"==","value":true}`)
	if k := kinds[len(kinds)-1]; k.Template != "letter" {
		t.Errorf("%+v", k)
	}
	d.want(3, nil, "certificates", "--kind", "appreciation", "--out", d.file("x.pdf"))
	d.want(3, nil, "certificates", "kinds", "remove", "appreciation")
	d.want(0, &kinds, "certificates", "kinds", "remove", "participation")
	d.want(0, nil, "verify", d.file("p.pdf"))
}

func TestWhatIsNoCertificateIsToldInWords(t *testing.T) {
	d, _, _ := issuedOne(t)
	for _, what := range []string{"Good morning", d.put("notes.pdf", "%PDF-1.3 nothing of ours")} {
		var out, said bytes.Buffer
		err := run(context.Background(), []string{"--workspace", d.file("w.lanyard"), "--language", "en", "verify", what}, streams{nil, &out, &said})
		if err == nil || out.String() != "NOT valid: malformed\nThere is no certificate and no badge code in it.\n" {
			t.Errorf("%s: %q, %v", what, out.String(), err)
		}
	}
}

func TestAScanIsVerified(t *testing.T) {
	d, _, file := issuedOne(t)
	d.want(0, nil, "certificates", "key", "--out", d.file("k.pub"))
	if said, err := exec.Command("pdftoppm", "-r", "150", "-jpeg", "-singlefile", file, d.file("scan")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, args := range [][]string{{"verify", d.file("scan.jpg")}, {"verify", "--key", d.file("k.pub"), d.file("scan.jpg")}} {
		var v desk.Verification
		if d.want(0, &v, args...); !v.Valid || v.Signed == nil || v.Signed.Name != "Leyla Qafar-zadə" {
			t.Errorf("%v: %+v", args, v)
		}
	}
	var blank bytes.Buffer
	if err := png.Encode(&blank, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	var v desk.Verification
	if d.want(4, &v, "verify", d.put("scan.png", blank.String())); v.Valid || v.Reason != "no_code" {
		t.Errorf("%+v", v)
	}
	d.want(3, nil, "verify", d.file("none.png"))
}
