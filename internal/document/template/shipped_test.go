package template_test

import (
	"io/fs"
	"strings"
	"testing"

	"lanyard/assets/templates"
	"lanyard/internal/document/template"
)

func TestTheShippedOnesAreGood(t *testing.T) {
	files, err := fs.Glob(templates.Files, "*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		v, err := template.Parse(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if v.ID+".json" != name || strings.TrimSpace(v.Names["az"]) == "" {
			t.Errorf("%s is called %q, %q", name, v.ID, v.Names)
		}
	}
}
