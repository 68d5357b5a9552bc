package transfer_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"lanyard/internal/transfer"
)

// A list that was encoded twice is read as it was meant; one that was not is left alone.
func TestAListThatWasEncodedTwice(t *testing.T) {
	for name, set := range map[string]*charmap.Charmap{"Béatrice Lefèvre, Jürgen Größmann": charmap.Windows1252, "Алиев Вели Ахмедович, Щербаков Пётр": charmap.Windows1251} {
		var twice strings.Builder
		for _, b := range []byte(name) {
			r := set.DecodeByte(b)
			if r == '\ufffd' {
				r = rune(b)
			}
			twice.WriteRune(r)
		}
		for _, list := range []string{"Name;Note\nLeyla;" + name + "\n", "Name;Note\nLeyla;" + twice.String() + "\n", "\ufeffName;Note\nLeyla;" + twice.String() + "\n"} {
			_, _, got := take(t, []byte(list), "x.csv", transfer.Options{})
			if got.People[0].Attendee.DeskNote != name {
				t.Errorf("%q is read as %q", list, got.People[0].Attendee.DeskNote)
			}
		}
	}
	for _, name := range []string{"Ã and Â", "Ünal «Müəllim»", "РђР", "naïve", "abc"} {
		_, _, got := take(t, []byte("Name\n"+name+"\n"), "x.csv", transfer.Options{Encoding: "utf-8", Names: transfer.NamesGivenFirst, Delimiter: ';'})
		if got.People[0].Attendee.Name() != strings.Join(strings.Fields(name), " ") {
			t.Errorf("%q is read as %q", name, got.People[0].Attendee.Name())
		}
	}
}
