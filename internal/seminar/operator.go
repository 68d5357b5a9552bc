package seminar

import "slices"

// Operator is somebody who works at a desk.
type Operator struct {
	ID      ID     `json:"id"`
	Name    string `json:"name"`
	Role    Role   `json:"role"`
	PIN     string `json:"pin"` // its argon2id hash with salt and parameters; "" lets nobody in
	Removed bool   `json:"removed"`
}

// Role is what an operator may do, by the word of the field.
type Role string

// The roles, each of which may do all that those before it may.
const (
	Steward       Role = "steward"
	Supervisor    Role = "supervisor"
	Administrator Role = "administrator"
)

// Roles are all of them, in the order of the constants.
func Roles() []Role { return []Role{Steward, Supervisor, Administrator} }

// Known says whether it is one of the roles.
func (r Role) Known() bool { return slices.Contains(Roles(), r) }

// Right is a kind of action that not everybody may take.
type Right string

// The rights. Whoever works at a desk may search, register, check in, print a badge, and undo what they did themselves.
const (
	RightForce   Right = "force"   // check in whom the rules refuse
	RightUndo    Right = "undo"    // undo what another operator did
	RightStatus  Right = "status"  // cancel, block, unblock, merge; correct attendance by hand
	RightReplace Right = "replace" // a new badge, which kills the one before
	RightIssue   Right = "issue"   // issue and revoke certificates
	RightExport  Right = "export"  // take personal data out: exports and reports
	RightImport  Right = "import"  // take files in, and take them back
	RightProgram Right = "program" // change the programme, lists, categories, delegations, questions, templates
	RightErase   Right = "erase"   // anonymise people, which nobody can undo
	RightManage  Right = "manage"  // seminars, operators, settings of the workspace, backups and restores
)

// least is the lowest role that has a right.
var least = map[Right]Role{
	RightForce: Supervisor, RightUndo: Supervisor, RightStatus: Supervisor, RightReplace: Steward, RightIssue: Supervisor,
	RightExport: Supervisor, RightImport: Supervisor, RightProgram: Administrator, RightErase: Administrator, RightManage: Administrator,
}

// May says whether a role has a right.
func (r Role) May(right Right) bool {
	need, known := least[right]
	return known && r.AtLeast(need)
}

// Least is the lowest role that has a right.
func (right Right) Least() Role { return least[right] }

// AtLeast says whether a role may do all that another may.
func (r Role) AtLeast(other Role) bool {
	return r.Known() && slices.Index(Roles(), r) >= slices.Index(Roles(), other)
}
