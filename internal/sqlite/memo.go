package sqlite

import (
	"strings"
	"sync"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// memo remembers the search keys of the people who were ranked last: with every letter that is typed they are nearly the
// same ones again. Keys depend on the names alone, so what is remembered never grows old.
type memo struct {
	mu sync.Mutex
	by map[string]names.Keys
}

// remembered is how many people's keys are kept, of some hundred bytes each.
const remembered = 4096

func (m *memo) of(a seminar.Attendee, also string) names.Keys {
	key := strings.Join([]string{a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, also}, "\x00")
	m.mu.Lock()
	known, ok := m.by[key]
	m.mu.Unlock()
	if ok {
		return known
	}
	known = keysOf(a, also)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.by == nil || len(m.by) >= remembered {
		m.by = make(map[string]names.Keys, remembered)
	}
	m.by[key] = known
	return known
}
