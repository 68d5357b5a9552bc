package desk_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"io"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/photo"
	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

// picture is a small JPEG.
func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 60, 80)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func filesOf(data []byte, names ...string) []photo.File {
	var all []photo.File
	for _, n := range names {
		all = append(all, photo.File{Name: n, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }})
	}
	return all
}

// guests are people with the names that file names spell in every way.
func guests(h *hall) map[string]desk.Registered {
	h.t.Helper()
	all := map[string]desk.Registered{}
	for key, a := range map[string]seminar.Attendee{
		"leyla":   {GivenName: "Leyla", FamilyName: "Qafar-zadə", Email: "leyla@example.org"},
		"shahla":  {GivenName: "Şəhla", FamilyName: "Hüseynova"},
		"yury":    {GivenName: "Yuriy", FamilyName: "Shcherbakov", NativeName: "Юрий Щербаков"},
		"anar":    {GivenName: "Anar", FamilyName: "Məmmədov"},
		"anar2":   {GivenName: "Anar", FamilyName: "Məmmədov", Organisation: "BDU"},
		"anar3":   {GivenName: "Anar", FamilyName: "Quliyev"},
		"mononym": {GivenName: "Suharto"},
	} {
		r, err := h.Register(ctx, desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: h.of}})
		if err != nil {
			h.t.Fatal(err)
		}
		all[key] = r
	}
	return all
}

func TestAFileNameSaysWhosePhotoItIs(t *testing.T) {
	h := open(t)
	who := guests(h)
	data := picture(t)
	for file, want := range map[string]struct {
		who string
		by  desk.PhotoBy
	}{
		"photos/" + who["anar2"].Row.Code + ".jpg":          {"anar2", desk.PhotoByCode},
		who["anar2"].Row.BadgeNumber + ".JPG":               {"anar2", desk.PhotoByCode},
		who["anar2"].Row.BadgeNumber + "_Anar Mammadov.png": {"anar2", desk.PhotoByCode},
		string(who["anar3"].Row.RegistrationID) + ".jpg":    {"anar3", desk.PhotoByCode},
		"LEYLA@example.org.jpeg":                            {"leyla", desk.PhotoByCode},
		"Leyla Qafar-zadə.jpg":                              {"leyla", desk.PhotoByName},
		"qafar-zadə_leyla.jpg":                              {"leyla", desk.PhotoByName},
		"Gafarzade Leila (2).jpg":                           {"leyla", desk.PhotoBySpelling},
		"Shahla Huseynova.webp":                             {"shahla", ""},
		"Щербаков Юрий.jpg":                                 {"yury", desk.PhotoByName},
		"Iurii Chtcherbakov 2024.jpg":                       {"yury", desk.PhotoBySpelling},
		"Anar Quliyev BDU photo.jpg":                        {"anar3", desk.PhotoBySpelling},
		"Suharto.png":                                       {"mononym", desk.PhotoByName},
	} {
		r, err := h.MatchPhotos(ctx, h.of, filesOf(data, file), nil)
		if err != nil || len(r.Matched) != 1 {
			t.Errorf("%s: %+v, %v", file, r, err)
			continue
		}
		if m := r.Matched[0]; m.Row.AttendeeID != who[want.who].Row.AttendeeID || want.by != "" && m.By != want.by || len(m.Photo) == 0 {
			t.Errorf("%s is %s by %s, want %s by %s", file, m.Row.Name(), m.By, want.who, want.by)
		}
	}
}

func TestWhatIsNotSureIsNotGuessed(t *testing.T) {
	h := open(t)
	who := guests(h)
	data := picture(t)
	files := append(filesOf(data, "Anar Məmmədov.jpg", "Quliyev.jpg", "IMG_0042.jpg", "Suharto Wijaya.jpg", "Zaur Əliyev.jpg", "leyla@example.org.jpg", "Leyla Qafar-zadə.jpg"),
		filesOf([]byte("no picture"), "Şəhla Hüseynova.jpg")...)
	r, err := h.MatchPhotos(ctx, h.of, files, nil)
	if err != nil {
		t.Fatal(err)
	}
	doubts := map[string]int{}
	for _, d := range r.Ambiguous {
		doubts[d.File] = len(d.Candidates)
	}
	for file, n := range map[string]int{"Anar Məmmədov.jpg": 2, "Quliyev.jpg": 1, "leyla@example.org.jpg": 1, "Leyla Qafar-zadə.jpg": 1} {
		if doubts[file] != n {
			t.Errorf("%s may be %d people, want %d", file, doubts[file], n)
		}
	}
	if len(r.Matched) != 0 || len(r.Unmatched) != 3 || len(r.Refused) != 1 || seminar.CodeOf(r.Refused[0].Err) != size.CodeFormat {
		t.Errorf("%d matched, %d unmatched, refused %+v", len(r.Matched), len(r.Unmatched), r.Refused)
	}
	if p, err := h.Person(ctx, h.of, who["leyla"].Row.AttendeeID); err != nil || p.Attendee.Photo != nil {
		t.Errorf("looking changed a photo: %v", err)
	}
}

func TestPhotosAreKeptAndUndoneTogether(t *testing.T) {
	h := open(t)
	who := guests(h)
	one, err := photo.Read(bytes.NewReader(picture(t)))
	if err != nil {
		t.Fatal(err)
	}
	kept := func(key string) int {
		t.Helper()
		p, err := h.Person(ctx, h.of, who[key].Row.AttendeeID)
		if err != nil {
			t.Fatal(err)
		}
		return len(p.Attendee.Photo)
	}
	choices := []desk.PhotoChoice{{who["leyla"].Row.AttendeeID, one}, {who["yury"].Row.AttendeeID, one}}
	if _, err := h.SavePhotos(ctx, h.of, append(choices, desk.PhotoChoice{AttendeeID: "nobody", Photo: one}), nil); seminar.CodeOf(err) != seminar.CodeNotFound || kept("leyla") != 0 {
		t.Errorf("with somebody who is not here: %v, %d bytes", err, kept("leyla"))
	}
	stopped, stop := context.WithCancel(ctx)
	if _, err := h.SavePhotos(stopped, h.of, choices, func(int, int) { stop() }); !errors.Is(err, context.Canceled) || kept("leyla") != 0 {
		t.Errorf("cancelled: %v, %d bytes", err, kept("leyla"))
	}
	action, err := h.SavePhotos(ctx, h.of, choices, nil)
	if err != nil || kept("leyla") != len(one) || kept("yury") != len(one) {
		t.Fatalf("%d and %d bytes are kept, %v", kept("leyla"), kept("yury"), err)
	}
	ops, err := h.Operations(ctx, desk.OperationFilter{Batch: string(action)})
	if err != nil || len(ops) != 2 {
		t.Errorf("%d operations, %v", len(ops), err)
	}
	if again, err := h.SavePhotos(ctx, h.of, choices, nil); err != nil || again != "" {
		t.Errorf("the same photos again: %q, %v", again, err)
	}
	h.undo(string(action))
	if kept("leyla") != 0 || kept("yury") != 0 {
		t.Error("undo left a photo")
	}
	h.well()
}
