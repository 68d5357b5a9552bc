package desk

import (
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// ImportOptions say how a file is taken in.
type ImportOptions struct {
	File     string // its name, for the record
	SHA256   string
	Update   bool                  // change people who are here already; else they are left as they are
	DryRun   bool                  // say what would happen, and change nothing
	Progress func(done, total int) // may be nil
}

// ImportReport is what became of a file.
type ImportReport struct {
	Rows      int                `json:"rows"`
	Created   int                `json:"created"`
	Updated   int                `json:"updated"`
	Unchanged int                `json:"unchanged"`
	Skipped   []transfer.Skip    `json:"skipped"`
	Errors    []transfer.Problem `json:"errors"`
	Warnings  []ImportWarning    `json:"warnings"` // what is odd about the names of those who were taken in
	Twins     []ImportTwin       `json:"twins"`    // new people who are probably here already, or in the file twice
	Import    seminar.ID         `json:"import"`
	Action    Action             `json:"-"`
	Became    map[int]Became     `json:"-"` // by row: what happened to its person
}

// ImportWarning is something odd about a cell, for which nobody is left out.
type ImportWarning struct {
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Value   string `json:"value"`
	Code    string `json:"code"`
	Message string `json:"message"` // left to whoever knows the language
	Notice  Notice `json:"-"`
}

// Became is what an import makes of one person.
type Became string

// What can become of a person.
const (
	BecameNew       Became = "created"
	BecameChanged   Became = "updated"
	BecameUnchanged Became = "unchanged"
)
