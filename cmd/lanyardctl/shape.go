package main

import (
	"fmt"
	"io"
	"time"

	"lanyard/internal/seminar"
)

// shape makes a thing what scripts read: times with the seminar's offset, empty lists instead of null.
type shape[T any] func(T, seminar.Seminar) T

func shapeSession(v seminar.Session, s seminar.Seminar) seminar.Session {
	v.Start, v.End, v.Speakers = v.Start.In(s.Location()), v.End.In(s.Location()), full(v.Speakers)
	return v
}

func shapeList(l seminar.List, _ seminar.Seminar) seminar.List {
	l.Categories = full(l.Categories)
	return l
}

func shapeCategory(v seminar.Category, _ seminar.Seminar) seminar.Category {
	v.Sessions = full(v.Sessions)
	return v
}

func shapeDelegation(v seminar.Delegation, _ seminar.Seminar) seminar.Delegation { return v }

func questionOf(q seminar.Question) seminar.Question {
	q.Options, q.When, q.Hidden = full(q.Options), full(q.When), full(q.Hidden)
	q.Texts, q.Helps, q.Wordings = fullMap(q.Texts), fullMap(q.Helps), fullMap(q.Wordings)
	q.OptionTexts = fullMap(q.OptionTexts)
	return q
}

// fullMap is an empty object instead of null.
func fullMap[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return m
}

func shapeQuestion(q seminar.Question, _ seminar.Seminar) seminar.Question { return questionOf(q) }

func plainSession(w io.Writer, s seminar.Session) {
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", s.ID, s.Start.Format(time.RFC3339), s.Kind, s.Room, s.Title)
}

func plainList(w io.Writer, l seminar.List) {
	fmt.Fprintf(w, "%s\t%s\t%s\n", l.ID, l.Frequency, l.Name)
}

func plainCategory(w io.Writer, v seminar.Category) {
	fmt.Fprintf(w, "%s\t%s\t%s\n", v.ID, v.Colour, v.Name)
}

func plainDelegation(w io.Writer, v seminar.Delegation) {
	fmt.Fprintf(w, "%s\t%s\t%d\t%s\n", v.ID, v.Country, v.Quota, v.Name)
}

func plainQuestion(w io.Writer, v seminar.Question) {
	fmt.Fprintf(w, "%s\t%s\t%s\n", v.ID, v.Type, v.Said(""))
}
