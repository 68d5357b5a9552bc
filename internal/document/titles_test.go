package document_test

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"lanyard/assets/templates"
	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

// phrases are the fixed words of a certificate in a language, by what they are.
func phrases(t *testing.T, tag string) map[string]string {
	t.Helper()
	w, ok := wording.In(tag)
	if !ok {
		t.Fatalf("no words in %q", tag)
	}
	all := map[string]string{"serial": w.Serial, "issued": w.Issued, "signature": w.Signature, "hours": w.Hours}
	for _, kind := range []string{seminar.KindAttendance, seminar.KindParticipation, seminar.KindAppreciation} {
		all["title of "+kind], all["certify "+kind], all["attended "+kind] = w.Titles.Of(kind), w.Certify.Of(kind), w.Attended.Of(kind)
	}
	return all
}

// TestTheShippedCertificatesSayWhatTheWordingSays: the words stand in the files too, and a certificate is checked by those of the
// package.
func TestTheShippedCertificatesSayWhatTheWordingSays(t *testing.T) {
	english, compared := phrases(t, "en"), 0
	for _, id := range []string{seminar.KindAttendance, seminar.KindParticipation, seminar.KindAppreciation} {
		data, err := fs.ReadFile(templates.Files, id+".json")
		if err != nil {
			t.Fatal(err)
		}
		var file any
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		var walk func(any)
		walk = func(v any) {
			switch v := v.(type) {
			case []any:
				for _, one := range v {
					walk(one)
				}
			case map[string]any:
				content, _ := v["content"].(string)
				translations, _ := v["contents"].(map[string]any)
				for what, words := range english {
					if content != words && !(what == "hours" && strings.HasPrefix(content, words+" {")) || strings.HasPrefix(what, "certify") && what != "certify "+id {
						continue
					}
					for tag, said := range translations {
						want := phrases(t, tag)[what]
						if compared++; said != want && !(what == "hours" && strings.HasPrefix(said.(string), want)) {
							t.Errorf("%s, %s in %s: %q, and the wording says %q", id, what, tag, said, want)
						}
					}
				}
				for _, one := range v {
					walk(one)
				}
			}
		}
		walk(file)
	}
	if compared < 100 {
		t.Errorf("only %d texts were compared", compared)
	}
}
