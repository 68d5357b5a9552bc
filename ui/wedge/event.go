// Package wedge tells a scanner that types ("keyboard wedge") from a person at the same keyboard, by rhythm and by looks.
//
// It knows no toolkit: whoever hears the keys of a window hands each of them to a [Detector], which passes it on, at once
// or after a moment, or keeps it because it belongs to a scan.
package wedge

// Kind is what happened to a key.
type Kind int

// The kinds of an event. A key that is pressed gives a Press and, if it writes, a Char after it.
const (
	Press Kind = iota
	Repeat
	Release
	Char
)

// Class is what a key is for.
type Class int

// The classes of keys.
const (
	Text     Class = iota // may write something
	End                   // Enter on either side of the keyboard, and Tab: a scanner ends with one of them
	Modifier              // Shift, Ctrl and their like, alone
	Command               // everything else, and every key with Ctrl, Alt or Super
)

// Event is one thing that a keyboard did.
type Event struct {
	Kind  Kind
	Class Class  // of a Press, Repeat or Release
	Key   int    // which key it is; any number that is its own
	Rune  rune   // of a Char
	Pass  func() // hands the event on to where it would have gone
}
