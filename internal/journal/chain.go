package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
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

// Chain checks the operations of one desk and incarnation, given in the order of their sequence.
type Chain struct {
	seq  int64
	hash []byte
}

// ChainFrom goes on after a link that is known to be good; a nil hash and 0 start at the beginning.
func ChainFrom(seq int64, hash []byte) *Chain { return &Chain{seq: seq, hash: hash} }

// Check says what is wrong with the next operation, or nil.
func (c *Chain) Check(o Operation) error {
	if o.Seq != c.seq+1 {
		return fmt.Errorf("operation %s: sequence %d follows %d", o.ID, o.Seq, c.seq)
	}
	if !bytes.Equal(o.PrevHash, c.hash) {
		return fmt.Errorf("operation %s (%d): the chain is broken before it", o.ID, o.Seq)
	}
	if o.Body != nil && !bytes.Equal(HashBody(o.Body), o.BodyHash) {
		return fmt.Errorf("operation %s (%d): its body was changed", o.ID, o.Seq)
	}
	c.seq, c.hash = o.Seq, Hash(o)
	return nil
}

// Tail is where the chain stands now.
func (c *Chain) Tail() (seq int64, hash []byte) { return c.seq, c.hash }
