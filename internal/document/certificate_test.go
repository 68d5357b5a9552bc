package document_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

func TestCertificates(t *testing.T) {
	for _, tag := range []string{"en", "az", i18n.LongTag, i18n.RTLTag} {
		t.Run(tag, func(t *testing.T) {
			s := newStage(t, tag)
			var certs []document.Certificate
			for i, a := range difficult(t) {
				a.Honorific = "Dr"
				certs = append(certs, s.certificate(i, a))
			}
			setter := typeset.New()
			doc, warnings := document.Certificates(certs, document.Options{Lang: i18n.Open(tag), Created: made, Setter: setter})
			if len(warnings) > 0 {
				t.Errorf("warnings that nobody needs: %+v", warnings)
			}
			inside(t, setter, doc)
			file := write(t, setter, doc)
			pages, read := readBack(t, file), codes(t, file, scanned(tag, len(doc.Pages)))
			for i, c := range certs {
				for _, want := range []string{c.Attendee.Name(), c.Serial, c.Signer} {
					if want = unbroken(want); !strings.Contains(unbroken(pages[i]), want) {
						t.Errorf("page %d says %q, not %q", i+1, pages[i], want)
					}
				}
				if i < len(read) && read[i] != c.Payload {
					t.Errorf("page %d: the code of %d letters reads %q", i+1, len(c.Payload), read[i])
				}
				if !strings.Contains(doc.Keywords, c.Payload) {
					t.Errorf("the keywords lack the payload of page %d", i+1)
				}
			}
		})
	}
}

// TestCertificateShowsTheSeminarInTheirScript: title and name in the document's language and in the person's script.
func TestCertificateShowsTheSeminarInTheirScript(t *testing.T) {
	s := newStage(t, "en")
	for _, c := range []struct {
		a    seminar.Attendee
		want string // language of the second title
	}{
		{seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar", NativeName: "ليلى قفارزاده"}, "ar"},
		{seminar.Attendee{GivenName: "Айгүл", FamilyName: "Өмүрбекова", Language: "ky"}, "ru"},
		{seminar.Attendee{GivenName: "Béatrice", FamilyName: "Lefèvre", Language: "fr"}, "fr"},
	} {
		doc, _ := document.Certificates([]document.Certificate{s.certificate(0, c.a)}, document.Options{})
		found := map[string]bool{}
		for _, text := range texts(doc) {
			for tag, title := range s.seminar.Titles {
				if text.Content == title {
					found[tag] = true
				}
			}
		}
		if !found["en"] || c.want != "" && !found[c.want] || c.want == "" && len(found) != 1 {
			t.Errorf("%s: titles in %v, not en and %q", c.a.Name(), found, c.want)
		}
	}
}

// TestCertificateSpeaksTwoLanguages: the person's own beside the document's, and English beside the person's own.
func TestCertificateSpeaksTwoLanguages(t *testing.T) {
	s := newStage(t, "en")
	for _, c := range []struct {
		tag, person string
		want        []string // titles of the certificate, the main one first
	}{
		{"en", "az", []string{"Certificate of attendance", "İştirak sertifikatı"}},
		{"az", "az", []string{"İştirak sertifikatı", "Certificate of attendance"}},
		{"az", "en", []string{"İştirak sertifikatı", "Certificate of attendance"}},
		{"en", "en", []string{"Certificate of attendance"}},
		{"en", "kk", []string{"Certificate of attendance"}},
		{"en", "", []string{"Certificate of attendance"}},
	} {
		a := seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar-zadə", Language: c.person}
		doc, _ := document.Certificates([]document.Certificate{s.certificate(0, a)}, document.Options{Lang: i18n.Open(c.tag)})
		var titles []string
		labels := ""
		for _, text := range texts(doc) {
			if text.Content == "Certificate of attendance" || text.Content == "İştirak sertifikatı" {
				titles = append(titles, text.Content)
			}
			labels += text.Content + "\n"
		}
		if !slices.Equal(titles, c.want) {
			t.Errorf("in %s for a person of %q: titles %q", c.tag, c.person, titles)
		}
		for _, label := range []string{"Serial number", "Seriya nömrəsi"} {
			english := label == "Serial number"
			if want := len(c.want) == 2 || english == (c.tag == "en"); strings.Contains(labels, label) != want {
				t.Errorf("in %s for a person of %q: %q is there: %v", c.tag, c.person, label, !want)
			}
		}
	}
}

// TestCertificateVerifiesFromItsFile is the way back: the signed text found in the keywords of the file.
func TestCertificateVerifiesFromItsFile(t *testing.T) {
	s := newStage(t, "en")
	signed := seminar.Certificate{Snapshot: `{"s":"A-2025-00001","n":"Leyla Qafar-zadə"}`, Signature: bytes.Repeat([]byte{7}, 64)}
	c := s.certificate(0, seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar-zadə"})
	c.Payload = seminar.SignedText(signed)
	setter := typeset.New()
	doc, _ := document.Certificates([]document.Certificate{c}, document.Options{Setter: setter, Created: made})
	info := run(t, "pdfinfo", write(t, setter, doc))
	if got, ok := seminar.FindSigned([]byte(info)); !ok || got.Snapshot != signed.Snapshot {
		t.Errorf("the signed text is not found in the file: %s", info)
	}
}

func TestCertificateWithoutMuch(t *testing.T) {
	long := strings.Repeat("Səmərəliliyin artırılması üzrə regional əməkdaşlıq ", 8)
	many := strings.Repeat("Абдурраҳмон Муҳаммадиқболзода ", 5)
	setter := typeset.New()
	doc, _ := document.Certificates([]document.Certificate{{}, {Attendee: seminar.Attendee{GivenName: "Zere"}, Payload: strings.Repeat("x", 5000)},
		{Seminar: seminar.Seminar{Titles: map[string]string{"az": long, "ar": "الندوة الإقليمية الأولى"}, Organiser: long, Venue: long, Start: "2025-06-30", End: "2025-07-02"},
			Attendee: seminar.Attendee{GivenName: many, FamilyName: many, NativeName: "عبد الحكيم", Honorific: "His Excellency", Position: long, Organisation: long},
			Signer:   many, SignerAs: long, Minutes: 300, Of: 400, Serial: long, Issued: made, Payload: payload(700, 3)}},
		document.Options{Lang: i18n.Open(i18n.LongTag), Setter: setter, Created: made})
	inside(t, setter, doc)
	write(t, setter, doc)
}
