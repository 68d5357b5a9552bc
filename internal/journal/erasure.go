package journal

import (
	"bytes"
	"encoding/json"
	"maps"
)

// EraseBody is the body of an erasure: for every operation whose body goes, what stays of it, so that whatever is counted
// stays as it was. An operation keeps its place, its hash and whether it is undone. Erasures cannot be undone, and an
// erasure or one of a kind unknown here is not erased.
type EraseBody struct {
	Version    int               `json:"v"`
	Operations map[string]Fields `json:"operations"`
}

// KeptOf is what stays of a body that several erasures name, given in their order: a field that any of them takes away is
// gone, and of those that all keep, the first says what they hold. It does not depend on which desk erased first.
func KeptOf(erasures []Fields) Fields {
	if len(erasures) == 0 {
		return nil
	}
	kept := maps.Clone(erasures[0])
	for _, other := range erasures[1:] {
		maps.DeleteFunc(kept, func(name string, _ json.RawMessage) bool { return other[name] == nil })
	}
	return kept
}

// Less says whether anything of a body goes when only some fields stay.
func (f Fields) Less(kept Fields) bool {
	return !maps.EqualFunc(f, kept, func(a, b json.RawMessage) bool { return bytes.Equal(a, b) })
}
