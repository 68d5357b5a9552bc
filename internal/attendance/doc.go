// Package attendance is the check-in engine (rules and history in, an answer out) and the hours that follow from the
// check-ins. Everything in it is a pure function: it asks nobody, keeps nothing and looks at no clock.
package attendance
