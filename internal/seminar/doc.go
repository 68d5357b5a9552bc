// Package seminar is Lanyard's domain: the things a registration desk works with, their rules of form, and the
// errors it answers with. The words are those of the field, one word per thing from database to screen. It uses
// the standard library only and imports nothing of ours.
package seminar
