// Package widgets holds the building blocks of Lanyard's window, made for a desk with a queue in
// front of it: large, calm, reachable by keyboard, and legible when texts are twice as long.
//
// Widgets know nothing of seminars. Data goes in through exported fields, actions come out through
// OnX callbacks, every word shown is given by the caller. After changing fields call Refresh.
// Everything here runs on the UI thread. Widgets that take a side have an RTL field: set it for an
// interface that is read from right to left.
package widgets
