package seminar

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
)

// Entities are all of them, in the order of the constants.
func Entities() []Entity {
	return []Entity{EntitySeries, EntitySeminar, EntitySession, EntityCategory, EntityDelegation, EntityList,
		EntityQuestion, EntityInitiative, EntityAttendee, EntityRegistration, EntityCheckin, EntityBadge,
		EntityCertificate, EntityImport}
}
