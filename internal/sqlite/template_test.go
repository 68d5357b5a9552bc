package sqlite_test

import (
	"bytes"
	"image"
	"image/png"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/typeset"
)

// pictured is a template with a picture of several pieces.
func pictured(t *testing.T) *template.Template {
	t.Helper()
	noise, r := image.NewGray(image.Rect(0, 0, 300, 300)), rand.New(rand.NewPCG(3, 4))
	for i := range noise.Pix {
		noise.Pix[i] = byte(r.IntN(256))
	}
	var file bytes.Buffer
	if err := png.Encode(&file, noise); err != nil {
		t.Fatal(err)
	}
	return &template.Template{Schema: template.Schema, ID: "own", Kind: template.Badge, Names: map[string]string{"en": "Own"},
		Size:     template.Size{W: 90, H: 54},
		Front:    []template.Element{{Type: template.Image, Picture: "p", Place: template.Place{W: 90, H: 54}}},
		Pictures: map[string]template.Picture{"p": {Type: template.PNG, Data: file.Bytes()}}}
}

func TestATemplateIsWholeOnceAllOfItHasArrived(t *testing.T) {
	one := open(t)
	want := pictured(t)
	if _, err := desk.New(desk.Options{Store: one}).SaveTemplate(ctx, "", want); err != nil {
		t.Fatal(err)
	}
	for _, backwards := range []bool{false, true} {
		ops := journalOf(t, one)
		if backwards {
			slices.Reverse(ops)
		}
		other := open(t)
		d := desk.New(desk.Options{Store: other})
		for i := range ops {
			all(t, other, ops[i:i+1])
			got, err := d.Template(ctx, "own")
			switch code := seminar.CodeOf(err); {
			case i == len(ops)-1:
				if err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("backwards %v: in the end %v", backwards, err)
				}
			case code != desk.CodeTemplateWaiting && code != seminar.CodeNotFound:
				t.Errorf("backwards %v: after %d of %d: %v", backwards, i+1, len(ops), err)
			}
		}
		if err := sqlite.Compare(ctx, one, other); err != nil {
			t.Error(unwrap(err))
		}
	}
}

func TestTheTablesOfTemplatesAreReplayed(t *testing.T) {
	s := open(t)
	d := desk.New(desk.Options{Store: s})
	v := pictured(t)
	first, err := d.SaveTemplate(ctx, "", v)
	if err != nil {
		t.Fatal(err)
	}
	v.Front[0].X = 1
	if _, err := d.SaveTemplate(ctx, "", v); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Undo(ctx, string(first), ""); err != nil { // the later one still stands, on pieces of the first
		t.Fatal(err)
	}
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	got, err := d.Template(ctx, "own")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, v) {
		t.Error("it comes back otherwise")
	}
	if list, err := d.Templates(ctx, "", template.Badge); err != nil || len(list) != 1 || list[0].Names["en"] != "Own" {
		t.Errorf("listed %+v, %v", list, err)
	}
}

func TestASeminarsPictureIsWholeOnceAllOfItHasArrived(t *testing.T) {
	one := open(t)
	d := desk.New(desk.Options{Store: one})
	s, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Seminar"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	want := pictured(t).Pictures["p"].Data
	if _, err := d.SetSeminarPicture(ctx, s.ID, template.Logo, want); err != nil {
		t.Fatal(err)
	}
	for _, backwards := range []bool{false, true} {
		ops := journalOf(t, one)
		if backwards {
			slices.Reverse(ops)
		}
		other := open(t)
		d, waited := desk.New(desk.Options{Store: other}), false
		for i := range ops {
			all(t, other, ops[i:i+1])
			got, err := d.SeminarPictures(ctx, s.ID)
			switch code := seminar.CodeOf(err); {
			case i == len(ops)-1:
				if err != nil || !bytes.Equal(got[template.Logo], want) {
					t.Errorf("backwards %v: in the end %d bytes, %v", backwards, len(got[template.Logo]), err)
				}
			case code == desk.CodePictureWaiting:
				waited = true
			case err == nil && len(got) > 0 && !bytes.Equal(got[template.Logo], want) || err != nil && code != seminar.CodeNotFound:
				t.Errorf("backwards %v: after %d of %d: %d pictures, %v", backwards, i+1, len(ops), len(got), err)
			}
		}
		if !backwards && !waited {
			t.Error("a part of the picture was taken for all of it")
		}
		if err := sqlite.Compare(ctx, one, other); err != nil {
			t.Error(unwrap(err))
		}
	}
}

// TestTwoDesksMayChangeTwoPicturesAtOnce: each is a field of its own.
func TestTwoDesksMayChangeTwoPicturesAtOnce(t *testing.T) {
	one, other := open(t), open(t)
	a, b := desk.New(desk.Options{Store: one}), desk.New(desk.Options{Store: other})
	s, _, err := a.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Seminar"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	all(t, other, journalOf(t, one))
	want := pictured(t).Pictures["p"].Data
	if _, err := a.SetSeminarPicture(ctx, s.ID, template.Logo, want); err != nil {
		t.Fatal(err)
	}
	if _, err := b.SetSeminarPicture(ctx, s.ID, template.Signature, want); err != nil {
		t.Fatal(err)
	}
	ofOne, ofOther := journalOf(t, one), journalOf(t, other)
	all(t, other, ofOne)
	all(t, one, ofOther)
	for name, d := range map[string]*desk.Desk{"one": a, "the other": b} {
		got, err := d.SeminarPictures(ctx, s.ID)
		if err != nil || len(got) != 2 || !bytes.Equal(got[template.Logo], want) || !bytes.Equal(got[template.Signature], want) {
			t.Errorf("at %s desk there are %d pictures, %v", name, len(got), err)
		}
	}
	if err := sqlite.Compare(ctx, one, other); err != nil {
		t.Error(unwrap(err))
	}
}

// TestASheetOfOnesOwnArrivesAtAnotherDesk, whole and by the same name, and goes where it is taken away.
func TestASheetOfOnesOwnArrivesAtAnotherDesk(t *testing.T) {
	one, other := open(t), open(t)
	here, there := desk.New(desk.Options{Store: one}), desk.New(desk.Options{Store: other})
	want, _, err := here.AddSheet(ctx, seminar.Sheet{Name: "Our holders", Measures: seminar.SheetMeasures{Width: 210, Height: 297, Columns: 2, Rows: 4,
		Left: 15, Top: 20, LabelWidth: 88, LabelHeight: 60, GapAcross: 4, GapDown: 3, Corner: 2}})
	if err != nil {
		t.Fatal(err)
	}
	all(t, other, journalOf(t, one))
	if got, err := there.Sheets(ctx); err != nil || len(got) != 1 || got[0] != want {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	if _, err := there.RemoveSheet(ctx, want.ID); err != nil {
		t.Fatal(err)
	}
	all(t, one, journalOf(t, other))
	if got, err := here.Sheets(ctx); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	if err := sqlite.Compare(ctx, one, other); err != nil {
		t.Error(unwrap(err))
	}
}

// TestABadgeDoesNotWaitForAnotherDesk: whoever stands in the queue gets one of what is here, and it says what is not.
func TestABadgeDoesNotWaitForAnotherDesk(t *testing.T) {
	one, other := open(t), open(t)
	d := desk.New(desk.Options{Store: one})
	s, _, err := d.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": "Seminar"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
	if err != nil {
		t.Fatal(err)
	}
	who, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Anar"}, Registration: seminar.Registration{SeminarID: s.ID}})
	if err != nil {
		t.Fatal(err)
	}
	v := pictured(t)
	if _, err := d.SaveTemplate(ctx, s.ID, v); err != nil {
		t.Fatal(err)
	}
	s.BadgeTemplate = v.ID
	if _, err := d.SaveSeminarWith(ctx, s, map[template.Source][]byte{template.Logo: v.Pictures["p"].Data}); err != nil {
		t.Fatal(err)
	}
	ops := journalOf(t, one)
	pieces := func(o journal.Operation) bool { return o.Kind == journal.KindOf(seminar.EntityPiece, journal.Set) }
	all(t, other, slices.DeleteFunc(slices.Clone(ops), pieces))
	there := desk.New(desk.Options{Store: other})
	badge := func(chosen *template.Template) []string {
		t.Helper()
		badges, err := there.BadgesFor(ctx, s.ID, []seminar.RosterRow{who.Row})
		if err != nil {
			t.Fatal(err)
		}
		doc, warnings := document.Badges(badges, document.Options{Template: chosen, Lang: i18n.Open("en"), Setter: typeset.New()})
		if len(doc.Pages) != 1 {
			t.Errorf("%d pages", len(doc.Pages))
		}
		var codes []string
		for _, w := range warnings {
			codes = append(codes, w.Code)
		}
		return codes
	}
	if got := badge(nil); !slices.Equal(got, []string{document.WarnWaiting, document.WarnWaiting}) {
		t.Errorf("without layout and logo it warns of %q", got)
	}
	if got := badge(v); !slices.Equal(got, []string{document.WarnWaiting}) {
		t.Errorf("by a layout that is here, without the logo, it warns of %q", got)
	}
	// The same template chosen for all, whatever those of their categories.
	instead, waits, err := there.LayoutNow(ctx, s.ID, template.Badge, "own")
	if err != nil || !waits || instead.ID != document.Standard(template.Badge).ID {
		t.Errorf("%v, %v, %v", instead, waits, err)
	}
	badges, err := there.BadgesFor(ctx, s.ID, []seminar.RosterRow{who.Row})
	if err != nil {
		t.Fatal(err)
	}
	if _, warnings := document.Badges(badges, document.Options{Template: instead, TemplateWaits: waits, Setter: typeset.New()}); len(warnings) != 2 ||
		warnings[0].Code != document.WarnWaiting || warnings[1].Code != document.WarnWaiting {
		t.Errorf("%+v", warnings)
	}
	if _, err := there.MarkPrinted(ctx, s.ID, []seminar.RosterRow{who.Row}, ""); err != nil {
		t.Error(err)
	}
	all(t, other, ops)
	if got := badge(nil); len(got) > 0 {
		t.Errorf("once all of it is here it warns of %q", got)
	}
	if whole, waits, err := there.LayoutNow(ctx, s.ID, template.Badge, "own"); err != nil || waits || whole.ID != "own" {
		t.Errorf("%v, %v, %v", whole, waits, err)
	}
}
