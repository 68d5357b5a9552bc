package template_test

import (
	"testing"

	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

func TestEveryVariableHasALabelAndASample(t *testing.T) {
	seen := map[string]bool{}
	for _, tag := range []string{"en", "az"} {
		l := i18n.Open(tag)
		for _, v := range template.Variables() {
			if !l.Has("template.variable." + v.Name) {
				t.Errorf("%s: %q has no label", tag, v.Name)
			}
			if v.Sample == "" || len(v.Kinds) == 0 {
				t.Errorf("%q has no sample or is for nothing", v.Name)
			}
			if seen[tag+v.Name] {
				t.Errorf("%q stands twice", v.Name)
			}
			seen[tag+v.Name] = true
		}
		for _, g := range template.Groups() {
			if !l.Has("template.group." + string(g)) {
				t.Errorf("%s: %q has no heading", tag, g)
			}
		}
		for _, s := range template.Samples() {
			if !l.Has("template.sample." + s.Name) {
				t.Errorf("%s: the sample %q has no label", tag, s.Name)
			}
			for name, value := range s.Values {
				if _, ok := template.VariableNamed(name); !ok {
					t.Errorf("the sample %q has a value %q for %q, which is no variable", s.Name, value, name)
				}
				if clean, _ := names.Clean(value); clean != value {
					t.Errorf("the sample %q has %q, which would be %q", s.Name, value, clean)
				}
			}
		}
	}
}

// A badge that is printed from a sample must never open a door.
func TestTheSampleCodeIsOfNoSeminar(t *testing.T) {
	code := template.Samples()[0].Value("badge_code")
	if got := seminar.CheckCode(make([]byte, 32), code); got != seminar.CodeForged {
		t.Errorf("%q is %v, want a code that is read well and of nobody", code, got)
	}
}

func TestAnAnswerIsAVariable(t *testing.T) {
	for name, want := range map[string]bool{"question:Hotel": true, "question: ": false, "question": false, "Name": false} {
		if _, ok := template.VariableNamed(name); ok != want {
			t.Errorf("%q: %v", name, ok)
		}
	}
}
