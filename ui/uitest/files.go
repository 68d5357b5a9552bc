package uitest

import (
	"bytes"
	"os/exec"
	"strings"
)

// Pages is the text of a PDF file's pages as a reader would copy it, without marks of direction, a line break a space.
func (s *Stand) Pages(file string) []string {
	s.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		s.Fatal("pdftotext is needed for this test: apt-get install poppler-utils")
	}
	var out, complaint bytes.Buffer
	cmd := exec.Command("pdftotext", file, "-")
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		s.Fatalf("%s: %v\n%s", file, err, complaint.Bytes())
	}
	text := strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u200e", "", "\u200f", "").Replace(out.String())
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	for i, p := range pages {
		pages[i] = strings.Join(strings.Fields(p), " ")
	}
	return pages
}
