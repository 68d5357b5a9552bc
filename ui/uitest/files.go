package uitest

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
)

// Pages is the text of a PDF file's pages as a reader would copy it, without marks of direction, a line break a space.
func (s *Stand) Pages(file string) []string {
	s.Helper()
	text := s.tool("pdftotext", file, "-")
	text = strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u200e", "", "\u200f", "").Replace(text)
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	for i, p := range pages {
		pages[i] = strings.Join(strings.Fields(p), " ")
	}
	return pages
}

// Paper is the size of a PDF file's pages, such as "A4" or "297.638 x 419.528 pts"; pages of several sizes end the test.
func (s *Stand) Paper(file string) string {
	s.Helper()
	sizes := map[string]bool{}
	last := ""
	for _, m := range regexp.MustCompile(`(?m)^Page +\d+ size: +(.*?)(?: \((A\d)\))?$`).FindAllStringSubmatch(s.tool("pdfinfo", "-l", "-1", file), -1) {
		if last = m[2]; last == "" {
			last = m[1]
		}
		sizes[last] = true
	}
	if len(sizes) != 1 {
		s.Fatalf("%s has pages of %d sizes", file, len(sizes))
	}
	return last
}

// tool runs one of poppler's programs and gives what it prints.
func (s *Stand) tool(name string, args ...string) string {
	s.Helper()
	if _, err := exec.LookPath(name); err != nil {
		s.Fatalf("%s is needed for this test: apt-get install poppler-utils", name)
	}
	var out, complaint bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		s.Fatalf("%s %s: %v\n%s", name, args, err, complaint.Bytes())
	}
	return out.String()
}
