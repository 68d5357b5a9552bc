package seminar

import (
	"crypto/sha1"
	"encoding/hex"
)

// ID names one thing for ever, at every desk: a UUID in its usual text form.
type ID string

// Entity is a kind of thing that the journal knows how to change. Its text is also the name of its table.
type Entity string

// The entities, in an order in which each refers only to those before it.
const (
	EntitySeries       Entity = "series"
	EntitySeminar      Entity = "seminar"
	EntitySession      Entity = "session"
	EntityCategory     Entity = "category"
	EntityDelegation   Entity = "delegation"
	EntityList         Entity = "list"
	EntityQuestion     Entity = "question"
	EntityInitiative   Entity = "initiative"
	EntityAttendee     Entity = "attendee"
	EntityRegistration Entity = "registration"
	EntityCheckin      Entity = "checkin"
	EntityBadge        Entity = "badge"
	EntityCertificate  Entity = "certificate"
	EntityImport       Entity = "import"
	EntityMerge        Entity = "merge"
	EntityCorrection   Entity = "correction"
	EntityOperator     Entity = "operator"
	EntityPiece        Entity = "piece"
	EntityTemplate     Entity = "template"
	EntitySheet        Entity = "sheet"
)

// Entities are all of them, in the order of the constants.
func Entities() []Entity {
	return []Entity{EntitySeries, EntitySeminar, EntitySession, EntityCategory, EntityDelegation, EntityList,
		EntityQuestion, EntityInitiative, EntityAttendee, EntityRegistration, EntityCheckin, EntityBadge,
		EntityCertificate, EntityImport, EntityMerge, EntityCorrection, EntityOperator, EntityPiece, EntityTemplate, EntitySheet}
}

// New is an empty thing of the entity, as a pointer to its struct; nil for an entity that is not known here.
func (e Entity) New() any {
	switch e {
	case EntitySeries:
		return new(Series)
	case EntitySeminar:
		return new(Seminar)
	case EntitySession:
		return new(Session)
	case EntityCategory:
		return new(Category)
	case EntityDelegation:
		return new(Delegation)
	case EntityList:
		return new(List)
	case EntityQuestion:
		return new(Question)
	case EntityInitiative:
		return new(Initiative)
	case EntityAttendee:
		return new(Attendee)
	case EntityRegistration:
		return new(Registration)
	case EntityCheckin:
		return new(Checkin)
	case EntityBadge:
		return new(Badge)
	case EntityCertificate:
		return new(Certificate)
	case EntityImport:
		return new(Import)
	case EntityMerge:
		return new(Merge)
	case EntityCorrection:
		return new(Correction)
	case EntityOperator:
		return new(Operator)
	case EntityPiece:
		return new(Piece)
	case EntityTemplate:
		return new(Template)
	case EntitySheet:
		return new(Sheet)
	}
	return nil
}

// DeriveID makes the same id at every desk for the same parts: a UUIDv5 (RFC 9562) in the space of another id, such
// as the seminar's. Parts are told apart: ("a", "b") is not ("ab").
func DeriveID(space ID, parts ...string) ID {
	h := sha1.New()
	h.Write([]byte(space))
	for _, p := range parts {
		h.Write([]byte{0})
		h.Write([]byte(p))
	}
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	x := hex.EncodeToString(u)
	return ID(x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:])
}
