package template_test

import (
	"strings"
	"testing"

	"lanyard/internal/document/template"
)

func TestExpand(t *testing.T) {
	full := map[string]string{"given_name": "Leyla", "family_name": "Əliyeva", "position": "Director", "organisation": "ICESCO",
		"country": "Azerbaijan", "badge_number": "A-7"}
	without := func(names ...string) map[string]string {
		m := map[string]string{}
		for k, v := range full {
			m[k] = v
		}
		for _, n := range names {
			m[n] = " "
		}
		return m
	}
	tests := []struct {
		name, content string
		values        map[string]string
		want          string
	}{
		{"words alone", "Press, only.", full, "Press, only."},
		{"both", "{given_name} {family_name}", full, "Leyla Əliyeva"},
		{"spaces in braces", "{ given_name }", full, "Leyla"},
		{"a brace", "{{{given_name}}}", full, "{Leyla}"},
		{"braces that are words", "{{a}} and }", full, "{a} and }"},
		{"never closed", "{given_name} {oops", full, "Leyla {oops"},
		{"the first empty", "{position}, {organisation}", without("position"), "ICESCO"},
		{"the last empty", "{position}, {organisation}", without("organisation"), "Director"},
		{"both empty", "{position}, {organisation}", without("position", "organisation"), ""},
		{"the middle empty", "{position}, {organisation} · {country}", without("organisation"), "Director · Azerbaijan"},
		{"the first two empty", "{position}, {organisation} · {country}", without("position", "organisation"), "Azerbaijan"},
		{"the last two empty", "{position}, {organisation} · {country}", without("country", "organisation"), "Director"},
		{"brackets", "{organisation} ({country})", full, "ICESCO (Azerbaijan)"},
		{"empty brackets", "{organisation} ({country})", without("country"), "ICESCO"},
		{"brackets alone", "{organisation} ({country})", without("organisation"), "(Azerbaijan)"},
		{"empty quotation marks", "{organisation} “{country}” {position}", without("country"), "ICESCO Director"},
		{"a label before nothing", "No. {badge_number}", without("badge_number"), ""},
		{"a label before something", "No. {badge_number}", full, "No. A-7"},
		{"words between", "{position} at {organisation}", without("position"), "at ICESCO"},
		{"an empty line", "{given_name}\n{position}, {organisation}\n{country}", without("position", "organisation"), "Leyla\nAzerbaijan"},
		{"a full stop stays", "{position}, {organisation}.", without("organisation"), "Director."},
		{"nothing of the kind", "{a}{b}", full, ""},
		{"no brace of a value counts", "{given_name}", map[string]string{"given_name": "{country}"}, "{country}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := template.Expand(test.content, func(name string) string { return test.values[name] }); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestHolds(t *testing.T) {
	value := func(name string) string { return map[string]string{"category": "VIP", "country_code": "AZ"}[name] }
	tests := []struct {
		name string
		all  []template.Condition
		want bool
	}{
		{"none", nil, true},
		{"there is one", []template.Condition{{Variable: "category"}}, true},
		{"there is none", []template.Condition{{Variable: "position"}}, false},
		{"not", []template.Condition{{Variable: "position", Not: true}}, true},
		{"one of them", []template.Condition{{Variable: "category", Is: []string{"Press", " vip "}}}, true},
		{"none of them", []template.Condition{{Variable: "category", Is: []string{"VIP guest"}}}, false},
		{"all must hold", []template.Condition{{Variable: "category"}, {Variable: "country_code", Is: []string{"AZ"}, Not: true}}, false},
	}
	for _, test := range tests {
		if got := template.Holds(test.all, value); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func FuzzExpand(f *testing.F) {
	for _, s := range []string{"{a}, {b} ({c})", "{{}} {a}\n{b}", "{a", "“{b}”.", "}{"} {
		f.Add(s, "x", "")
	}
	f.Fuzz(func(t *testing.T, text, a, b string) {
		got := template.Expand(text, func(name string) string { return map[string]string{"a": a, "b": b}[name] })
		c, closed := template.ParseContent(text)
		if closed && len(c.Variables()) == 0 && !strings.ContainsAny(text, "{}") && got != text {
			t.Errorf("%q without a variable became %q", text, got)
		}
		if len(got) > len(text)*(1+len(a)+len(b)) {
			t.Errorf("%q became %q", text, got)
		}
	})
}
