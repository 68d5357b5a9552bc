package names_test

import (
	"slices"
	"testing"

	"lanyard/internal/names"
)

func TestCleaningSaysWhatItTookAndWhere(t *testing.T) {
	for _, c := range []struct {
		in, want string
		notices  []names.Notice
	}{
		{"", "", nil},
		{"mcDONALD de Vries", "mcDONALD de Vries", nil},
		{" Leyla \t Qafar-zadə\r\n", "Leyla Qafar-zadə", nil},
		{"Ley\u00a0la", "Ley la", nil},
		{"de\u0301", "dé", nil},
		{"Ali\x00\x1b[1m\u0085", "Ali[1m", []names.Notice{{"control", "U+0000 U+001B"}}},
		{"A\u202eli\u202c", "Ali", []names.Notice{{"direction", "U+202E U+202C"}}},
		{"\u2067علي\u2069\u061c\u200f", "علي", []names.Notice{{"direction", "U+2067 U+2069 U+061C U+200F"}}},
		{"\ufeffLey\u200bla\u2060\u00ad", "Leyla", []names.Notice{{"invisible", "U+FEFF U+200B U+2060 U+00AD"}}},
		{"Ali\U000e0041\u3164", "Ali", []names.Notice{{"invisible", "U+E0041 U+3164"}}},
		{"e\u200b\u0301", "é", []names.Notice{{"invisible", "U+200B"}}},
		{"Ley\xffla \xc5\xfe", "Leyla", []names.Notice{{"encoding", "0xFF 0xC5 0xFE “Ley�la �”"}}},
		{"Ley�la", "Ley�la", []names.Notice{{"encoding", "U+FFFD “Ley�la”"}}},
		{"A\ufffel\x07i\u200e", "Ali", []names.Notice{{"control", "U+0007"}, {"direction", "U+200E"}, {"encoding", "U+FFFE “Ali”"}}},
	} {
		got, notices := names.Clean(c.in)
		if got != c.want || !slices.Equal(notices, c.notices) {
			t.Errorf("Clean(%q) = %q %q, want %q %q", c.in, got, notices, c.want, c.notices)
		}
	}
}

func TestJoinersStayWhereAScriptNeedsThem(t *testing.T) {
	const non, joiner = "\u200c", "\u200d"
	for in, want := range map[string]string{
		"دولت" + non + "آبادی":       "دولت" + non + "آبادی", // Persian compounds
		"ශ්" + joiner + "රී":         "ශ්" + joiner + "රී",   // Sinhala conjuncts
		"क्" + joiner + "ष":          "क्" + joiner + "ष",    // Devanagari half forms
		"ന്" + joiner:                "ന്" + joiner,          // Malayalam chillu at the end of a word
		"ক্" + non + "ষ":             "ক্" + non + "ষ",       // Bengali with a visible virama
		"Ley" + non + "la" + joiner:  "Leyla",                // Latin has no such forms
		"Али" + joiner + "ев":        "Алиев",
		non + "علي" + non:            "علي", // nothing to join at the ends
		"علي" + non + " حسن":         "علي حسن",
		"دولت" + non + non + "آبادی": "دولت" + non + "آبادی", // once is enough
	} {
		if got, _ := names.Clean(in); got != want {
			t.Errorf("Clean(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

func TestWordsOfTwoAlphabetsAreFlagged(t *testing.T) {
	for in, want := range map[string][]string{
		"Аlice Smith Алиса": {"Аlice"}, "Әliyev": {"Әliyev"}, "Нұрғалuұлы Қайрат": {"Нұрғалuұлы"}, "Ρaul Οlivier": {"Ρaul", "Οlivier"},
		"Omarعمر": {"Omarعمر"}, "Հovhannes": {"Հovhannes"}, "Anna-Мария Иванова": nil, "Leyla Лейла ليلى": nil, "O'Connor": nil,
		"Oʻtkir": nil, "De\u0301niz": nil, "Ёлкин 2-й": nil, "田中Tシャツ": nil, "दि\u200cल्ली": nil, "علي٤": nil, "": nil,
	} {
		var got []string
		for _, m := range names.Mixed(in) {
			got = append(got, m.Word)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Mixed(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string][2]string{"Аlice": {"А", "Cyrl"}, "Нұрғалuұлы": {"u", "Latn"}, "Οlivier": {"Ο", "Grek"}, "Аliсе": {"l, i", "Latn"}, "Аliсia": {"А, с", "Cyrl"}, "Аl": {"l", "Latn"}} {
		if got := names.Mixed(in); len(got) != 1 || got[0].Letters != want[0] || got[0].Script != want[1] {
			t.Errorf("Mixed(%q) = %q, want %q", in, got, want)
		}
	}
}
