package template_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"image"
	"image/png"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"lanyard/internal/document/template"
	"lanyard/internal/picture"
	"lanyard/internal/seminar"
)

func pixels(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// good is a template that has one of everything.
func good(t testing.TB) *template.Template {
	t.Helper()
	return &template.Template{
		Schema: template.Schema, ID: "own-1", Kind: template.Badge, Names: map[string]string{"en": "Own", "az-Latn": "Öz"},
		Size: template.Size{W: 105, H: 148}, Mirrored: true,
		Front: []template.Element{
			{ID: "a", Type: template.Text, Place: template.Place{X: 1, Y: 2, W: 3, H: 4}, Rotation: 90, Locked: true,
				Content: "{name} {{x}} <&>", Contents: map[string]string{"ar": "{question:Hotel?}"},
				Words: &template.Words{Font: "serif", Size: 12, Floor: 6, Bold: true, Italic: true, Colour: "#aBcdef", Align: "end",
					VAlign: "middle", LineHeight: 1.2, Lines: 2, OneLine: 8, WrapFirst: true, Language: "person", Direction: "rtl"},
				Show: []template.Condition{{Variable: "category", Is: []string{"VIP", "Press"}, Not: true}}},
			{ID: "b", Type: template.Stack, Place: template.Place{W: 50, H: 60}, Items: []template.Item{
				{Content: "{position}", Words: template.Words{Size: 9}, Above: 2.5, Flag: "{country_code}"}}},
			{Type: template.Image, Picture: "logo", Fit: template.Cover, Place: template.Place{W: 10, H: 10}},
			{Type: template.QR, Content: "{badge_code}", Level: "H", Module: 0.5, Place: template.Place{W: 10, H: 10}},
			{Type: template.Box, Fill: "category", Stroke: "#000000", StrokeWidth: 0.3, Radius: 2, Dash: 1},
		},
		Back:     []template.Element{{Type: template.Image, Source: template.Photo}, {Type: template.Programme}},
		Folds:    []template.Fold{{At: 74}, {Upright: true, At: 52.5}},
		Stock:    "a4",
		Pictures: map[string]template.Picture{"logo": {Type: template.PNG, Data: pixels(t)}},
	}
}

func TestAFileIsReadAsItWasWritten(t *testing.T) {
	want := good(t)
	data, err := want.JSON()
	if err != nil {
		t.Fatal(err)
	}
	got, err := template.Parse(append([]byte("\ufeff"), data...))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	again, err := got.JSON()
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("a second file differs: %s (%v)", again, err)
	}
}

// edited is the good template's JSON after a change of its values.
func edited(t *testing.T, change func(file map[string]any)) []byte {
	t.Helper()
	data, err := good(t).JSON()
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	change(file)
	if data, err = json.Marshal(file); err != nil {
		t.Fatal(err)
	}
	return data
}

func front(file map[string]any, i int) map[string]any {
	return file["front"].([]any)[i].(map[string]any)
}

func TestABadFileSaysWhatAndWhere(t *testing.T) {
	type file = map[string]any
	words := func(f file) file { return front(f, 0)["words"].(file) }
	tests := []struct {
		name        string
		change      func(file)
		code, place string
		says        string
	}{
		{"a later schema", func(f file) { f["schema"] = 2; f["hologram"] = true }, template.CodeNewer, "", "newer version"},
		{"no schema", func(f file) { delete(f, "schema") }, template.CodeRange, "schema", ""},
		{"no id", func(f file) { delete(f, "id") }, template.CodeID, "id", ""},
		{"the id of no badge", func(f file) { f["id"] = "None" }, template.CodeID, "id", "“None”"},
		{"an id that is a path", func(f file) { f["id"] = "../x" }, template.CodeID, "id", ""},
		{"an unknown kind", func(f file) { f["kind"] = "poster" }, template.CodeChoice, "kind", "badge, certificate"},
		{"no English name", func(f file) { delete(f["names"].(file), "en") }, template.CodeRequired, "names.en", ""},
		{"a name in no language", func(f file) { f["names"].(file)["not a tag"] = "x" }, template.CodeLanguage, `names["not a tag"]`, ""},
		{"a page too small", func(f file) { f["size"].(file)["w"] = 19.9 }, template.CodeRange, "size.w", "19.9 is out of bounds. It is between 20 and 500"},
		{"a page too large", func(f file) { f["size"].(file)["h"] = 501 }, template.CodeRange, "size.h", ""},
		{"a field of the file", func(f file) { f["colour"] = "red" }, template.CodeField, "colour", ""},
		{"a field that is nearly one", func(f file) { words(f)["siz"] = 3 }, template.CodeFieldLike, "front[0].words.siz", "Did you mean “size”?"},
		{"a field in capitals", func(f file) { f["Stock"] = "x" }, template.CodeFieldLike, "Stock", "“stock”"},
		{"a text for a number", func(f file) { words(f)["size"] = "12" }, template.CodeNumber, "front[0].words.size", ""},
		{"a number for a text", func(f file) { front(f, 0)["content"] = 12 }, template.CodeText, "front[0].content", ""},
		{"nothing for a text", func(f file) { front(f, 0)["content"] = nil }, template.CodeText, "front[0].content", ""},
		{"a fraction of a line", func(f file) { words(f)["lines"] = 1.5 }, template.CodeWhole, "front[0].words.lines", ""},
		{"a word for yes", func(f file) { front(f, 0)["locked"] = "yes" }, template.CodeYesNo, "front[0].locked", ""},
		{"an object for a list", func(f file) { f["folds"] = file{} }, template.CodeList, "folds", ""},
		{"a list for an object", func(f file) { f["size"] = []int{1, 2} }, template.CodeObject, "size", ""},
		{"letters too small", func(f file) { words(f)["size"] = 0.5 }, template.CodeRange, "front[0].words.size", ""},
		{"a stack's letters too large", func(f file) {
			front(f, 1)["items"].([]any)[0].(file)["words"].(file)["size"] = 1e6
		}, template.CodeRange, "front[1].items[0].words.size", "1e+06"},
		{"an element far away", func(f file) { front(f, 2)["x"] = -5000 }, template.CodeRange, "front[2].x", ""},
		{"an element turned too far", func(f file) { front(f, 2)["rotation"] = 361 }, template.CodeRange, "front[2].rotation", ""},
		{"an unknown element", func(f file) { front(f, 3)["type"] = "hologram" }, template.CodeChoice, "front[3].type", "qr, code128"},
		{"an element of no type", func(f file) { delete(front(f, 3), "type") }, template.CodeRequired, "front[3].type", ""},
		{"an id twice", func(f file) { front(f, 1)["id"] = "a" }, template.CodeTwice, "front[1].id", "“a”"},
		{"a variable nearly", func(f file) { front(f, 0)["content"] = "{given_nam}" }, template.CodeVariableLike, "front[0].content", "“given_name”"},
		{"a variable of another world", func(f file) { front(f, 0)["content"] = "{zzzzzzzzzz}" }, template.CodeVariable, "front[0].content", "“zzzzzzzzzz”"},
		{"no variable", func(f file) { front(f, 0)["content"] = "a {} b" }, template.CodeVariable, "front[0].content", ""},
		{"no question", func(f file) { front(f, 0)["content"] = "{question:}" }, template.CodeVariable, "front[0].content", ""},
		{"a certificate's variable", func(f file) { front(f, 0)["content"] = "{serial}" }, template.CodeVariableKind, "front[0].content", "certificates only"},
		{"an open brace", func(f file) { front(f, 0)["content"] = "a {name" }, template.CodeBrace, "front[0].content", ""},
		{"a wording in no language", func(f file) { front(f, 0)["contents"] = file{"arabisch-": "x"} }, template.CodeLanguage, "front[0].contents.arabisch-", ""},
		{"a wording with an open brace", func(f file) { front(f, 0)["contents"].(file)["ar"] = "{" }, template.CodeBrace, "front[0].contents.ar", ""},
		{"a condition on nothing", func(f file) {
			front(f, 0)["show"] = []any{file{"variable": "categry"}}
		}, template.CodeVariableLike, "front[0].show[0].variable", "“category”"},
		{"a text without end", func(f file) { front(f, 0)["content"] = strings.Repeat("x", 4001) }, template.CodeLong, "front[0].content", "4000"},
		{"no colour", func(f file) { words(f)["colour"] = "red" }, template.CodeColour, "front[0].words.colour", "“red”"},
		{"no alignment", func(f file) { words(f)["align"] = "middle" }, template.CodeChoice, "front[0].words.align", "centre"},
		{"a code that says nothing", func(f file) { delete(front(f, 3), "content") }, template.CodeRequired, "front[3].content", ""},
		{"no level of a code", func(f file) { front(f, 3)["level"] = "Z" }, template.CodeChoice, "front[3].level", "L, M, Q, H"},
		{"an image of nothing", func(f file) { delete(front(f, 2), "picture") }, template.CodeRequired, "front[2].picture", ""},
		{"a picture that is not there", func(f file) { front(f, 2)["picture"] = "flag" }, template.CodePicture, "front[2].picture", "“flag”"},
		{"a picture that is another", func(f file) {
			f["pictures"].(file)["logo"].(file)["type"] = "image/jpeg"
		}, template.CodePictureType, "pictures.logo.data", "image/jpeg"},
		{"a picture of another format", func(f file) {
			f["pictures"].(file)["logo"] = file{"type": "image/gif", "data": "R0lGODlhAQABAAAAACw="}
		}, template.CodeChoice, "pictures.logo.type", "image/svg+xml"},
		{"a drawing that breaks off", func(f file) {
			f["pictures"].(file)["logo"] = file{"type": "image/svg+xml", "data": []byte("<svg><g>")}
		}, picture.CodeSVG, "pictures.logo.data", ""},
		{"a page that is no drawing", func(f file) {
			f["pictures"].(file)["logo"] = file{"type": "image/svg+xml", "data": []byte("<html></html>")}
		}, template.CodePictureType, "pictures.logo.data", ""},
		{"a drawing with text in fonts", func(f file) {
			f["pictures"].(file)["logo"] = file{"type": "image/svg+xml", "data": []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>A</text></svg>`)}
		}, picture.CodeUses, "pictures.logo.data", "<text>"},
		{"a picture of many bytes", func(f file) {
			f["pictures"].(file)["logo"].(file)["data"] = make([]byte, template.MaxPicture+1)
		}, template.CodePictureLarge, "pictures.logo.data", "10 MB"},
		{"a picture of no bytes", func(f file) { f["pictures"].(file)["logo"].(file)["data"] = "" }, template.CodeRequired, "pictures.logo.data", ""},
		{"a picture in no base64", func(f file) { f["pictures"].(file)["logo"].(file)["data"] = "!" }, template.CodeBase64, "pictures.logo.data", ""},
		{"a fold beside the page", func(f file) { f["folds"].([]any)[1].(file)["at"] = 106 }, template.CodeRange, "folds[1].at", "105"},
		{"too many elements", func(f file) {
			f["back"] = slice(501, file{"type": "box", "x": 0, "y": 0, "w": 1, "h": 1})
		}, template.CodeMany, "front", "500"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := template.Parse(edited(t, test.change))
			var all seminar.Problems
			if !errors.As(err, &all) {
				t.Fatalf("got %v, want problems", err)
			}
			p := all.For(test.place)
			if p == nil || p.Code != test.code {
				t.Fatalf("got %q, want %s at %s", err, test.code, test.place)
			}
			if !strings.Contains(p.Message, test.says) || strings.HasPrefix(p.Code, "template_") && !strings.Contains(p.Message, test.place) || strings.ContainsAny(p.Message, "{}") {
				t.Errorf("the sentence is %q", p.Message)
			}
		})
	}
}

func slice(n int, v any) []any {
	all := make([]any, n)
	for i := range all {
		all[i] = v
	}
	return all
}

func TestAFileThatIsNoTemplate(t *testing.T) {
	tests := []struct{ name, data, says string }{
		{"nothing", "", "Line 1, column 1"},
		{"no JSON", "{\n  \"schema\": 1,\n  x\n}", "Line 3, column 3"},
		{"half a file", `{"schema": 1, "front": [{"type": "te`, "Line 1, column"},
		{"two files", "{}\n{}", "Line 2"},
		{"a list", "[]", "Line 1, column 1"},
		{"no UTF-8", "{\"id\": \"\xff\"}", "Line 1, column 9"},
		{"a deep hole", `{"x":` + strings.Repeat("[", 1<<20), "Line 1, column"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := template.Parse([]byte(test.data))
			if seminar.CodeOf(err) != template.CodeSyntax || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
	if _, err := template.Parse(make([]byte, template.MaxFile+1)); seminar.CodeOf(err) != template.CodeLarge {
		t.Errorf("a file that is too large: %v", err)
	}
	twice := []byte(`{"schema": 1, "id": "a", "id": "b"}`)
	var all seminar.Problems
	if _, err := template.Parse(twice); !errors.As(err, &all) || all.For("id") == nil || all.For("id").Code != template.CodeTwice {
		t.Errorf("a field that stands twice: %v", err)
	}
}

// Few bytes may ask for much memory: of seven million elements without anything in them none is made.
func TestAFileOfTooManyValuesIsNotRead(t *testing.T) {
	data := []byte(`{"schema": 1, "front": [` + strings.Repeat("{},", 7<<20-20) + "{}]}")
	if len(data) > template.MaxFile {
		data = append(data[:template.MaxFile-3], []byte("}]}")...)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := template.Parse(data)
	runtime.ReadMemStats(&after)
	var all seminar.Problems
	if !errors.As(err, &all) || len(all) != 1 || all[0].Code != template.CodeMany || !strings.HasPrefix(all[0].Field, "front[") {
		t.Errorf("got %.200v", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
		t.Errorf("%d MB were used", used>>20)
	}
}

// A picture of 200 megapixels is refused by what it claims, before it is unpacked.
func TestAPictureThatClaimsTooMuch(t *testing.T) {
	data := pixels(t)
	binary.BigEndian.PutUint32(data[16:], 20000)
	binary.BigEndian.PutUint32(data[20:], 10000)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	v := good(t)
	v.Pictures["logo"] = template.Picture{Type: template.PNG, Data: data}
	var all seminar.Problems
	if !errors.As(v.Check(), &all) || all.For("pictures.logo.data") == nil || all[0].Code != picture.CodeLarge {
		t.Errorf("got %v", v.Check())
	}
}

func TestEveryProblemIsToldOf(t *testing.T) {
	_, err := template.Parse(edited(t, func(f map[string]any) {
		f["colour"] = "x"
		f["kind"] = "poster"
		front(f, 0)["x"] = 5000
		front(f, 3)["level"] = 7
	}))
	var all seminar.Problems
	errors.As(err, &all)
	for _, place := range []string{"colour", "kind", "front[0].x", "front[3].level"} {
		if all.For(place) == nil {
			t.Errorf("%s is missing in %q", place, err)
		}
	}
	if len(all) != 4 {
		t.Errorf("%d problems, want 4: %q", len(all), err)
	}
	v := good(t)
	v.Front = make([]template.Element, 100)
	if errors.As(v.Check(), &all); len(all) != template.MaxProblems {
		t.Errorf("%d problems, want %d", len(all), template.MaxProblems)
	}
}

func TestNoNumberIsNoNumber(t *testing.T) {
	v := good(t)
	v.Front[0].X = math.NaN()
	v.Size.W = math.Inf(1)
	var all seminar.Problems
	if !errors.As(v.Check(), &all) || all.For("front[0].x") == nil || all.For("size.w") == nil {
		t.Errorf("got %v", v.Check())
	}
	if _, err := v.JSON(); err == nil {
		t.Error("it was written")
	}
}

func FuzzParse(f *testing.F) {
	data, err := good(f).JSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"schema":1,"id":"x","kind":"badge","names":{"en":"x"},"size":{"w":50,"h":50},"front":[]}`))
	f.Add([]byte(`{"schema":1,"front":[{"type":"stack","items":[{"content":"{","words":{"size":1e999}}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		one, err := template.Parse(data)
		if err != nil {
			var all seminar.Problems
			if !errors.As(err, &all) || len(all) > template.MaxProblems {
				t.Fatalf("refused without a place: %v", err)
			}
			return
		}
		written, err := one.JSON()
		if err != nil {
			t.Fatal(err)
		}
		two, err := template.Parse(written)
		if err != nil {
			t.Fatalf("what was written is refused: %v\n%s", err, written)
		}
		again, err := two.JSON()
		if err != nil || !bytes.Equal(again, written) {
			t.Fatalf("written twice, it differs:\n%s\n%s", written, again)
		}
	})
}
