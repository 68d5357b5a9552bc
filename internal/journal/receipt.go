package journal

import "bytes"

// Receipt is what became of operations that came from other desks.
type Receipt struct {
	Applied int
	Aside   int       // kept, but not understood by this version
	Refused []Refusal // not kept: to be asked for again
}

// Refusal is an operation that was not taken in, and why, for the log.
type Refusal struct{ ID, Why string }

// Malformed says why something can be no operation of any version, or was changed on its way; "" if it can be one.
func Malformed(o Operation) string {
	switch {
	case o.ID == "" || o.Desk == "" || o.Incarnation == "" || o.Kind == "":
		return "it does not say what it is or whose"
	case o.Seq < 1 || o.HLC < 0:
		return "its place in the journal is impossible"
	case len(o.BodyHash) != len(HashBody(nil)):
		return "it has no hash"
	case !o.Erased() && !bytes.Equal(HashBody(o.Body), o.BodyHash):
		return "its body is not what its hash says"
	}
	return ""
}
