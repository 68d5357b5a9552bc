package trust_test

import (
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
	"lanyard/internal/trust"
)

// kept is an office that knows what it issued: a checker with its workspace, and one of a third party that has the key alone.
func kept(t *testing.T, o *office, layout string) (c document.Certificate, workspace, third trust.Checker) {
	t.Helper()
	tpl, ok := document.ShippedNamed(layout)
	if !ok {
		t.Fatal(layout)
	}
	file, err := tpl.JSON()
	if err != nil {
		t.Fatal(err)
	}
	o.Venue, o.Signer, o.SignerAs, o.layout = "Baku Congress Centre", "Prof. Anar Əliyev", "Director", layout+"@"+seminar.Mark(file)
	who := leyla()
	who.Organisation, who.Position = "Ministry of Culture", "Head of department"
	c, _ = o.certificate("2025-A-0012", who, 336)
	c.Signer, c.SignerAs, c.Template, c.Titles = o.Signer, o.SignerAs, layout, map[string]string{"en": "Certificate of attendance", "az": "İştirak sertifikatı"}
	c.HoursWords = map[string]string{"az": "beş saat otuz altı dəqiqə"}
	third = trust.Checker{Keys: []trust.Key{o.public()}}
	workspace = third
	workspace.Again = func([]string) (map[string]document.Certificate, error) {
		return map[string]document.Certificate{c.Serial: c}, nil
	}
	return c, workspace, third
}

// TestAPageThatSaysOtherwiseDoesNotHold edits what stands on the page, one thing at a time, around a genuine signed text.
func TestAPageThatSaysOtherwiseDoesNotHold(t *testing.T) {
	titled := func(title string) func(*document.Certificate) {
		return func(c *document.Certificate) {
			c.Seminar.Titles = map[string]string{"en": title, "ar": "الندوة الإقليمية"}
		}
	}
	edits := map[string]struct {
		change func(*document.Certificate)
		field  string
		third  bool   // who has the key alone finds it too
		not    string // the layout, or the language, of pages that do not say it
	}{
		"nothing":         {func(*document.Certificate) {}, "", true, ""},
		"the title":       {titled("World congress of physics"), "seminar", true, ""},
		"one word of it":  {titled("Regional seminar on nature"), "seminar", true, ""},
		"one more":        {titled("Regional seminar on culture and science"), "seminar", false, ""},
		"the days":        {func(c *document.Certificate) { c.Seminar.Start, c.Seminar.End = "2025-07-14", "2025-07-25" }, "days", true, ""},
		"the year":        {func(c *document.Certificate) { c.Seminar.Start, c.Seminar.End = "2024-07-18", "2024-07-19" }, "days", true, ""},
		"the own name":    {func(c *document.Certificate) { c.Attendee.NativeName = "انار علييف" }, "native", true, ""},
		"what it is":      {func(c *document.Certificate) { c.Titles = map[string]string{"en": "Diploma of excellence"} }, "title", true, "letter"},
		"the organiser":   {func(c *document.Certificate) { c.Seminar.Organiser = "Academy of Sciences" }, "words", false, ""},
		"who signs":       {func(c *document.Certificate) { c.Signer = "Prof. Nobody" }, "words", false, ""},
		"in what office":  {func(c *document.Certificate) { c.SignerAs = "President" }, "words", false, ""},
		"the person's az": {func(c *document.Certificate) { c.HoursWords = map[string]string{"az": "iki həftə"} }, "hours", false, "az"},
	}
	for _, layout := range []string{"attendance", "letter"} {
		for _, lang := range []string{"en", "az"} {
			for name, e := range edits {
				if e.not == layout || e.not == lang {
					continue
				}
				t.Run(layout+" "+lang+" "+name, func(t *testing.T) {
					o := newOffice(t, "genuine")
					o.lang = lang
					c, workspace, third := kept(t, o, layout)
					e.change(&c)
					file := o.file(c)
					for who, checker := range map[string]trust.Checker{"workspace": workspace, "third party": third} {
						v, found, err := checker.Check(file)
						if err != nil || !found || v.Signed == nil {
							t.Fatalf("%s: %+v, %v, %v", who, v, found, err)
						}
						if e.field == "" {
							if !v.Valid || v.Reason != "" {
								t.Errorf("%s: %+v", who, v)
							}
							continue
						}
						if who != "workspace" && (!e.third || lang != "en") {
							continue
						}
						told := false
						for _, p := range v.Printed {
							told = told || !p.OK && !p.Look && (p.Field == e.field)
						}
						if v.Valid || v.Reason != trust.Printed || !told {
							t.Errorf("%s: valid %t, %s, %+v", who, v.Valid, v.Reason, v.Printed)
						}
					}
				})
			}
		}
	}
}
