package names

import (
	"cmp"
	"hash/maphash"
	"slices"
)

// Crowd is many people among whom those who may be somebody are found without looking at them all: by address, by
// phone, or by one word of the name and a second that is all but the same. It is not safe for concurrent use.
type Crowd struct {
	memory   *memory
	people   []*portrait
	heads    map[uint64]int32 // by key: the last node
	nodes    []node
	seen     []int32 // by person: the question that last came by
	question int32
	seed     maphash.Seed
	near     map[int]nearness // by id of a word
	compared int
}

// node is one person under a key, and the node before.
type node struct{ who, before int32 }

// nearness is a word as a part of keys.
type nearness struct{ exact, near []uint64 }

// NewCrowd makes an empty crowd.
func NewCrowd() *Crowd {
	return &Crowd{memory: newMemory(), heads: map[uint64]int32{}, seed: maphash.MakeSeed(), near: map[int]nearness{}}
}

// Resembling is somebody of a crowd who may be the person asked for.
type Resembling struct {
	Place int // in the order in which people were added, from 0
	Likeness
}

// Add asks who of the crowd may be this person, the likeliest first, and adds them. ask may say that nobody is sought.
func (c *Crowd) Add(p Person, ask bool) []Resembling {
	t := c.memory.person(p)
	keys := c.keys(t)
	var found []Resembling
	if ask {
		found = c.like(t, keys)
	}
	me := int32(len(c.people))
	c.people, c.seen = append(c.people, t), append(c.seen, 0)
	for _, k := range keys {
		before, ok := c.heads[k]
		if !ok {
			before = -1
		}
		c.heads[k] = int32(len(c.nodes))
		c.nodes = append(c.nodes, node{me, before})
	}
	return found
}

// Compared is how many pairs were looked at so far.
func (c *Crowd) Compared() int { return c.compared }

func (c *Crowd) like(t *portrait, keys []uint64) []Resembling {
	c.question++
	var found []Resembling
	for _, k := range keys {
		n, ok := c.heads[k]
		if !ok {
			continue
		}
		for ; n >= 0; n = c.nodes[n].before {
			who := c.nodes[n].who
			if c.seen[who] == c.question {
				continue
			}
			c.seen[who] = c.question
			c.compared++
			if l := c.memory.likeness(t, c.people[who]); l.Score >= Probable {
				found = append(found, Resembling{int(who), l})
			}
		}
	}
	slices.SortFunc(found, func(a, b Resembling) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Place, b.Place))
	})
	return found
}

// keys are what somebody can be found by, each once.
func (c *Crowd) keys(t *portrait) []uint64 {
	var keys []uint64
	if t.email != "" {
		keys = append(keys, c.hash("e", t.email))
	}
	if t.phone != "" {
		keys = append(keys, c.hash("p", t.phone))
	}
	for _, w := range t.ways {
		keys = append(keys, c.nearnessOf(w.whole).exact...)
		if w.swapped != nil {
			keys = append(keys, c.nearnessOf(w.swapped).exact...)
		}
		if len(w.words) == 1 {
			keys = append(keys, c.nearnessOf(w.words[0]).near...)
		}
		for i, one := range w.words {
			for j, two := range w.words {
				if i == j {
					continue
				}
				for _, e := range c.nearnessOf(one).exact {
					for _, n := range c.nearnessOf(two).near {
						keys = append(keys, e*31+n)
					}
				}
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// nearnessOf gives a word's consonants, and those with each one left out: whatever single slip befell them, two words
// have one of these in common.
func (c *Crowd) nearnessOf(w *word) nearness {
	n, ok := c.near[w.id]
	if ok {
		return n
	}
	for _, b := range w.bones {
		n.exact = append(n.exact, c.hash("b", b))
		n.near = append(n.near, c.hash("n", b))
		for i := range b {
			n.near = append(n.near, c.hash("n", b[:i]+b[i+1:]))
		}
	}
	slices.Sort(n.near)
	n.near = slices.Compact(n.near)
	c.near[w.id] = n
	return n
}

func (c *Crowd) hash(kind, text string) uint64 { return maphash.String(c.seed, kind+text) }
