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
	Warnings  []ImportWarning    `json:"warnings"`   // what is odd about the names of those who were taken in
	Twins     []ImportTwin       `json:"twins"`      // new people who are probably here already, or in the file twice
	TwinsLeft bool               `json:"twins_left"` // there are too many people to look for twins on the way; Duplicates does
	Changes   []ImportChange     `json:"changes"`    // what the file says otherwise of people who are here; done only with ImportOptions.Update
	Missing   []ImportMissing    `json:"missing"`    // people of an earlier import of the same list whom this file has no longer; nothing is done to them
	Import    seminar.ID         `json:"import"`
	Action    Action             `json:"-"`
	Became    map[int]Became     `json:"-"` // by row: what happened to its person
	People    map[int]seminar.ID `json:"-"` // by row: who its person is here, the first of several
}

// ImportChange is one field in which a row differs from the person who is here. Values are as they are stored; a category or a
// delegation is its name.
type ImportChange struct {
	Row      int        `json:"row"`
	Attendee seminar.ID `json:"attendee"`
	Field    string     `json:"field"` // as a transfer.Field
	Old      string     `json:"old"`
	New      string     `json:"new"`
}

// ImportMissing is somebody who is registered here by an earlier import of the same list, and whom this file leaves out: their
// row is gone, or is skipped.
type ImportMissing struct {
	Attendee     seminar.ID     `json:"attendee"`
	Name         string         `json:"name"`
	Organisation string         `json:"organisation"`
	Status       seminar.Status `json:"status"`
	Row          int            `json:"row"`    // of the skipped row; 0 if there is none
	Reason       string         `json:"reason"` // the skipped row's code, such as transfer.CodeCancelled; "" if there is none
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
