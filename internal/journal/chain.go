package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"time"
)

// HashBody is the hash of a body as it stands in the chain. The chain covers this hash, not the body, so that a
// person's bodies can be erased on request and the chain still holds.
func HashBody(body []byte) []byte { h := sha256.Sum256(body); return h[:] }

// Hash is the link of an operation: over the hash before it and every field but the body. Each field is written with
// its length, so that no two operations share a text.
func Hash(o Operation) []byte {
	h := sha256.New()
	var n [8]byte
	put := func(b []byte) {
		binary.BigEndian.PutUint64(n[:], uint64(len(b)))
		h.Write(n[:])
		h.Write(b)
	}
	number := func(v int64) {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	put(o.PrevHash)
	for _, s := range []string{o.ID, o.Desk, o.Incarnation} {
		put([]byte(s))
	}
	number(o.Seq)
	number(o.HLC)
	put([]byte(o.Wall.UTC().Format(time.RFC3339Nano)))
	for _, s := range []string{o.Operator, string(o.Kind), string(o.Subject), o.Batch, o.Base} {
		put([]byte(s))
	}
	put(o.BodyHash)
	return h.Sum(nil)
}

// Chain checks the operations of one desk and incarnation, given in the order of their sequence. Where two machines
// went on from one copy of a database, it has branches: each operation must follow one that stands there.
type Chain struct {
	seq    int64
	ends   [][]byte // hashes of the operations at seq
	before [][]byte // and at the sequence before it
	gap    bool     // nothing is known of what stood before seq
}

// ChainFrom goes on after a link that is known to be good; a nil hash and 0 start at the beginning.
func ChainFrom(seq int64, hash []byte) *Chain { return &Chain{seq: seq, ends: [][]byte{hash}} }

// Gap is a stretch of a chain that is not here: on its way from another desk, or lost.
type Gap struct{ From, To int64 }

// Check says what is wrong with the next operation, or nil. A gap before it is no error: what follows is checked from
// there on.
func (c *Chain) Check(o Operation) (*Gap, error) {
	var gap *Gap
	switch {
	case o.Seq == c.seq && c.seq > 0: // a branch
		if !c.gap && !among(o.PrevHash, c.before) {
			return nil, fmt.Errorf("operation %s (%d): the chain is broken before it", o.ID, o.Seq)
		}
	case o.Seq <= c.seq:
		return nil, fmt.Errorf("operation %s: sequence %d follows %d", o.ID, o.Seq, c.seq)
	default:
		if o.Seq > c.seq+1 {
			gap = &Gap{c.seq + 1, o.Seq - 1}
		} else if !among(o.PrevHash, c.ends) {
			return nil, fmt.Errorf("operation %s (%d): the chain is broken before it", o.ID, o.Seq)
		}
		c.before, c.ends, c.gap = c.ends, nil, gap != nil
	}
	if !o.Erased() && !bytes.Equal(HashBody(o.Body), o.BodyHash) {
		return gap, fmt.Errorf("operation %s (%d): its body was changed", o.ID, o.Seq)
	}
	c.seq, c.ends = o.Seq, append(c.ends, Hash(o))
	return gap, nil
}

func among(hash []byte, some [][]byte) bool {
	return slices.ContainsFunc(some, func(s []byte) bool { return bytes.Equal(s, hash) })
}

// Branches is how many operations stand at the chain's end: one, unless two machines wrote it.
func (c *Chain) Branches() int { return len(c.ends) }
