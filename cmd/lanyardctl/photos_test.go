package main

import (
	"archive/zip"
	"bytes"
	"image"
	"image/jpeg"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

func TestPhotosComeOutOfAFolderOrAnArchive(t *testing.T) {
	d := newDesk(t)
	leyla := d.person("--given", "Leyla", "--family", "Qafar-zadə")
	d.person("--given", "Anar", "--family", "Məmmədov")
	d.person("--given", "Anar", "--family", "Məmmədov", "--organisation", "BDU")
	var picture bytes.Buffer
	if err := jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 90, 120)), nil); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(d.file("photos/old"), 0o700); err != nil {
		t.Fatal(err)
	}
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for name, text := range map[string]string{"photos/old/Leyla Gafarzade.jpg": picture.String(), "photos/Anar Mammadov.jpeg": picture.String(),
		"photos/DSC_0001.png": picture.String(), "photos/broken.jpg": "no picture", "photos/notes.txt": "no picture at all"} {
		d.put(name, text)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	d.put("photos.zip", archive.String())
	for _, from := range []string{"photos", "photos.zip"} {
		var answer photosJSON
		d.want(0, &answer, "photos", "import", d.file(from), "--dry-run")
		if len(answer.Matched) != 1 || answer.Matched[0].ID != leyla.ID || answer.Matched[0].By != "spelling" || len(answer.Ambiguous) != 1 || len(answer.Ambiguous[0].Candidates) != 2 ||
			len(answer.Unmatched) != 1 || len(answer.Refused) != 1 || answer.Refused[0].Code != "picture_format" || answer.Action != "" {
			t.Errorf("%s: %+v", from, answer)
		}
	}
	var answer photosJSON
	d.want(0, &answer, "photos", "import", d.file("photos"))
	if answer.Action == "" {
		t.Fatal("nothing was kept")
	}
	var again photosJSON
	if d.want(0, &again, "photos", "import", d.file("photos.zip")); again.Action != "" {
		t.Errorf("the same photos again are a change: %s", again.Action)
	}
	d.want(0, nil, "undo", string(answer.Action))
	d.wantError(3, "not_found", "photos", "import", d.file("nowhere"))
	if err := os.Mkdir(d.file("empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.wantError(1, "photo_none", "photos", "import", d.file("empty"))
}

func TestSeveralFilesForOnePersonAreSaidAndTheNewestIsTaken(t *testing.T) {
	d := newDesk(t)
	leyla := d.person("--given", "Leyla", "--family", "Qafar-zadə")
	var picture bytes.Buffer
	if err := jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 90, 120)), nil); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(d.file("photos"), 0o700); err != nil {
		t.Fatal(err)
	}
	names := []string{"Leyla Qafar-zadə.jpg", leyla.BadgeNumber + ".jpg"}
	for i, name := range names {
		at := time.Date(2025, 7, 18-i, 9, 0, 0, 0, time.UTC) // the first is the newest
		if err := os.Chtimes(d.put("photos/"+name, picture.String()), at, at); err != nil {
			t.Fatal(err)
		}
	}
	d.put("photos/DSC\n01\t.jpg", picture.String())
	if err := os.Symlink(d.file("photos/"+names[0]), d.file("photos/link.jpg")); err != nil {
		t.Fatal(err)
	}
	var answer photosJSON
	d.want(0, &answer, "photos", "import", d.file("photos"))
	if len(answer.Matched) != 0 || len(answer.Ambiguous) != 2 || answer.Action != "" {
		t.Fatalf("%+v", answer)
	}
	for _, one := range answer.Ambiguous {
		if len(one.Candidates) != 1 || one.Candidates[0].ID != leyla.ID || len(one.Others) != 1 || one.Others[0] == one.File {
			t.Errorf("%+v", one)
		}
	}
	if len(answer.Refused) != 1 || answer.Refused[0].Code != "photo_link" {
		t.Errorf("a link is %+v", answer.Refused)
	}
	if len(answer.Unmatched) != 1 || strings.ContainsAny(answer.Unmatched[0], "\n\t") {
		t.Errorf("a name of two lines is %q", answer.Unmatched)
	}
	d.want(0, &answer, "photos", "import", d.file("photos"), "--newest")
	if len(answer.Matched) != 1 || answer.Matched[0].File != names[0] || answer.Action == "" || len(answer.Ambiguous) != 1 {
		t.Errorf("the newest: %+v", answer)
	}
}
