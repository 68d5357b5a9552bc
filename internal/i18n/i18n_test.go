package i18n_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

func TestOpenFindsTheLanguage(t *testing.T) {
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_MESSAGES", "az_AZ.UTF-8@latin")
	t.Setenv("LANG", "fr_FR.UTF-8")
	for tag, want := range map[string]string{"": "az", "auto": "az", "en": "en", "az-AZ": "az", "AZ": "az", "az_Latn_AZ": "az",
		"en-GB": "en", "tlh": "en", "!": "en", "x-long": "x-long", "X-RTL": "x-rtl"} {
		if got := i18n.Open(tag).Tag(); got != want {
			t.Errorf("Open(%q) is %q, want %q", tag, got, want)
		}
	}
	t.Setenv("LC_ALL", "C")
	if got := i18n.Open("auto").Tag(); got != "en" {
		t.Errorf("the C locale is %q", got)
	}
}

func TestTexts(t *testing.T) {
	en, az := i18n.Open("en"), i18n.Open("az")
	for _, c := range []struct{ got, want string }{
		{en.T("common.status.waitlisted"), "On the waiting list"},
		{az.T("common.status.waitlisted"), "Gözləmə siyahısındadır"},
		{en.T("common.progress", "done", 1200, "total", 100000), "1,200 of 100,000"},
		{az.T("common.progress", "done", 1200, "total", 100000), "1.200 / 100.000"},
		{en.T("common.progress", "done", "{total}", "total", "7"), "{total} of 7"},
		{en.T("no.such.key"), "no.such.key"},
		{en.N("common.count.people", 1), "1 person"},
		{en.N("common.count.people", 0), "0 people"},
		{en.N("common.count.people", 12345), "12,345 people"},
		{az.N("common.count.people", 2), "2 nəfər"},
		{az.N("common.count.people", -12345), "-12.345 nəfər"},
		{en.Country("az"), "Azerbaijan"}, {az.Country("AZ"), "Azərbaycan"}, {az.Country("KZ"), "Qazaxıstan"},
		{az.Country("UZ"), "Özbəkistan"}, {az.Country("TR"), "Türkiyə"}, {en.Country("TR"), "Türkiye"},
		{en.Country("xx"), "xx"}, {en.Country(""), ""},
		{en.Hours(270), "4 h 30 min"}, {az.Hours(270), "4 saat 30 dəq"}, {en.Hours(45), "45 min"}, {en.Hours(120), "2 h"}, {en.Hours(0), "0 min"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	day := time.Date(2025, 7, 18, 9, 42, 0, 0, time.UTC)
	en, az := i18n.Open("en"), i18n.Open("az")
	for _, c := range []struct{ got, want string }{
		{en.Date(day), "Fri 18 July"}, {az.Date(day), "18 iyul, cümə"},
		{en.LongDate(day), "Friday 18 July 2025"}, {az.LongDate(day), "18 iyul 2025, cümə"},
		{en.Time(day), "09:42"}, {az.Time(day), "09:42"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	az, en := i18n.Open("az"), i18n.Open("en")
	missing := seminar.NotFound("attendee", "Əli")
	if got, want := az.Err(missing), "“Əli” burada tapılmadı (iştirakçı)."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := en.Err(missing); got != missing.Message {
		t.Errorf("English changed the sentence to %q", got)
	}
	problems := seminar.Problems{
		seminar.Errorf("date", "“{value}” is not a date.").WithArg("value", "18/7"),
		seminar.Errorf("code_of_another_version", "The lift is out of order."),
	}
	got := az.Err(errors.Join(errors.New("form"), problems.OrNil()))
	if !strings.HasPrefix(got, "“18/7” tarix deyil.") || !strings.HasSuffix(got, " The lift is out of order.") {
		t.Errorf("problems read %q", got)
	}
	if got := az.Err(seminar.Errorf("date", "That is no date.")); got != "That is no date." {
		t.Errorf("a translation without its value was shown: %q", got)
	}
	if got := az.Err(errors.New("dial tcp: refused")); strings.Contains(got, "tcp") || got == "" {
		t.Errorf("a plain error showed %q", got)
	}
	if en.Err(nil) != "" {
		t.Error("nil has a sentence")
	}
}

func TestPseudoLocales(t *testing.T) {
	long, rtl := i18n.Open("x-long"), i18n.Open("x-rtl")
	got := long.T("common.progress", "done", "Zoe", "total", "9")
	if !strings.Contains(got, "Zoe") || !strings.Contains(got, "öf öf") {
		t.Errorf("x-long: %q", got)
	}
	if s := long.T("common.save"); len([]rune(s)) < 2*len("Save") {
		t.Errorf("x-long is short: %q", s)
	}
	if rtl.T("common.yes") == "Yes" || !rtl.RTL() || long.RTL() {
		t.Errorf("x-rtl: %q", rtl.T("common.yes"))
	}
	if s := rtl.N("common.count.people", 3); !strings.HasPrefix(s, "3 ") {
		t.Errorf("x-rtl lost its number: %q", s)
	}
}

func TestLanguagesNameThemselves(t *testing.T) {
	all := i18n.Languages()
	if len(all) < 2 || all[0].Tag != "en" || all[0].Name != "English" {
		t.Fatalf("languages: %v", all)
	}
	for _, l := range all {
		if i18n.Open(l.Tag).Tag() != l.Tag || l.Name == l.Tag {
			t.Errorf("%q (%q) does not open as itself, or has no name", l.Tag, l.Name)
		}
	}
}
