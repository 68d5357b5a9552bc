package trust_test

import (
	"bytes"
	"slices"
	"strings"
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
		change     func(*document.Certificate)
		field      string
		third      bool // who has the key alone finds it too
		everywhere bool
		not        string // the layout, or the language, of pages that do not say it
	}{
		"nothing":         {func(*document.Certificate) {}, "", true, true, ""},
		"the title":       {titled("World congress of physics"), "seminar", true, true, ""},
		"one word of it":  {titled("Regional seminar on nature"), "seminar", true, false, ""},
		"one more":        {titled("Regional seminar on culture and science"), "seminar", false, false, ""},
		"the days":        {func(c *document.Certificate) { c.Seminar.Start, c.Seminar.End = "2025-07-14", "2025-07-25" }, "days", true, true, ""},
		"the year":        {func(c *document.Certificate) { c.Seminar.Start, c.Seminar.End = "2024-07-18", "2024-07-19" }, "days", true, false, ""},
		"the own name":    {func(c *document.Certificate) { c.Attendee.NativeName = "انار علييف" }, "native", true, false, ""},
		"what it is":      {func(c *document.Certificate) { c.Titles = map[string]string{"en": "Diploma of excellence"} }, "title", true, false, "letter"},
		"the organiser":   {func(c *document.Certificate) { c.Seminar.Organiser = "Academy of Sciences" }, "words", false, false, ""},
		"who signs":       {func(c *document.Certificate) { c.Signer = "Prof. Nobody" }, "words", false, false, ""},
		"in what office":  {func(c *document.Certificate) { c.SignerAs = "President" }, "words", false, false, ""},
		"the person's az": {func(c *document.Certificate) { c.HoursWords = map[string]string{"az": "iki həftə"} }, "hours", false, true, "az"},
	}
	for _, layout := range []string{"attendance", "letter"} {
		for _, lang := range []string{"en", "az"} {
			for name, e := range edits {
				if layout+lang != "attendanceen" && !e.everywhere {
					continue
				}
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

// TestWhatIsPutTogetherOfSeveralDoesNotHold: every part is genuine, and none belongs to the others.
func TestWhatIsPutTogetherOfSeveralDoesNotHold(t *testing.T) {
	o := newOffice(t, "genuine")
	c, _ := o.certificate("2025-A-0012", leyla(), 336)
	other, _ := o.certificate("2025-A-0013", people()[3], 100)
	mine, _ := seminar.FindSigned([]byte(c.Payload))
	theirs, _ := seminar.FindSigned([]byte(other.Payload))
	swapped, onOther, stripped := c, c, c
	swapped.Payload = seminar.SignedText(seminar.Certificate{Snapshot: mine.Snapshot, Signature: theirs.Signature})
	onOther.Payload = other.Payload
	stripped.Payload = ""
	for name, f := range map[string]struct {
		data   []byte
		found  bool
		reason string
	}{
		"the signature of another certificate": {o.file(swapped), true, trust.Signature},
		"the signed text of another":           {o.file(onOther), true, trust.Printed},
		"both texts on one page":               {o.file(func() document.Certificate { d := c; d.Payload += " " + other.Payload; return d }()), true, trust.Printed},
		"the text taken out of the file":       {o.file(stripped), false, trust.Malformed},
		"the text cut short":                   {bytes.ReplaceAll(o.file(c), []byte(c.Payload), append([]byte(c.Payload[:len(c.Payload)-20]), strings.Repeat(" ", 20)...)), false, trust.Malformed},
	} {
		v, found, err := trust.Checker{Keys: []trust.Key{o.public()}}.Check(f.data)
		if err != nil || v.Valid || found != f.found || v.Reason != f.reason {
			t.Errorf("%s: %+v, %t, %v", name, v, found, err)
		}
	}
	// An edited page beside a genuine one: all that was signed is in the file, so somebody is told to look.
	edited := c
	edited.Attendee.GivenName, edited.Payload = "Oner", ""
	v := check(t, o.file(edited, c), o.public())
	if !slices.ContainsFunc(v.Printed, func(p trust.Print) bool { return p.Field == "pages" && p.Look }) {
		t.Errorf("a page more: %+v", v)
	}
}
