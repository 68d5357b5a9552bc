package seminar

import (
	"crypto/sha256"
	"encoding/hex"
)

// Template is the layout of a badge or a certificate that was made or imported here, as the journal keeps it; package
// template has its form. Those that come with Lanyard are not among them.
type Template struct {
	ID        ID                `json:"id"`
	SeminarID ID                `json:"seminar"` // "" is of every seminar
	Kind      string            `json:"kind"`    // badge, certificate
	Names     map[string]string `json:"names"`   // by language, "en" always
	Body      TemplateBody      `json:"body"`
	Removed   bool              `json:"removed"`
}

// TemplateBody is the file of a template in pieces. It is one field: of two desks that change a template at the same time, one
// wins whole.
type TemplateBody struct {
	Layout   []ID            `json:"layout"` // the file without the bytes of its pictures
	Pictures map[string][]ID `json:"pictures,omitempty"`
}

// NoBadge is what a category has for a template whose people get no badge.
const NoBadge = "none"

// TemplateOf names the template of a category's badges: its own or the seminar's, NoBadge, or "" for the standard one.
func (s Seminar) TemplateOf(c Category) string {
	if c.Template != "" {
		return c.Template
	}
	return s.BadgeTemplate
}

// Piece is a part of a file, named by what is in it: the same picture in two templates, or in two versions of one, is kept once.
// It is never undone or removed, as it cannot know who else needs it.
type Piece struct {
	ID   ID     `json:"id"`
	Data []byte `json:"data"`
}

// MaxPiece is the most bytes of a piece: an operation must fit a message of 64 KiB between desks, in base64.
const MaxPiece = 40 << 10

// Pieces cuts a file.
func Pieces(data []byte) []Piece {
	var all []Piece
	for len(data) > 0 {
		part := data[:min(MaxPiece, len(data))]
		data = data[len(part):]
		sum := sha256.Sum256(part)
		all = append(all, Piece{ID: DeriveID("piece", hex.EncodeToString(sum[:])), Data: part})
	}
	return all
}
