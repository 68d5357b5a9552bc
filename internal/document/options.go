package document

import (
	"time"

	"lanyard/internal/document/template"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// Options is how a document is made.
type Options struct {
	// Lang is the language of the document's own words; nil is English. Names and titles stay as they were written.
	Lang *i18n.Lang
	// Template is the layout of all pages, whatever the template of each; nil leaves it to them.
	Template *template.Template
	// TemplateWaits says that the one asked for is still on its way from another desk, and that Template is in its place.
	TemplateWaits bool
	// Pictures are shown in place of those that come with the seminar: logo, signature, background. Each may be PNG, JPEG or SVG.
	Pictures map[template.Source][]byte
	// Side is which faces of badges are made; "" is the front.
	Side Side
	// Sheet is what badges are printed on; the zero Sheet is what Template says, and else a page a badge, as NoSheet is always.
	Sheet Sheet
	// StartCell is the first cell of the first sheet that is still free, from 1; 0 is the first.
	StartCell int
	// Right and Down move everything on each page, in millimetres, against a printer that pulls its paper aside.
	Right, Down float64
	// Progress is told how many badges or certificates are done; it may be nil.
	Progress func(done, total int)
	// Created is written into the file; the zero time means the moment of writing.
	Created time.Time
	// Setter sets the text. Hand the same one to package pdf or raster: it remembers what it shaped. nil makes one.
	Setter *typeset.Setter
}

// tell tells of progress now and then.
func (o Options) tell(i, total int) {
	if o.Progress != nil && (i%50 == 0 || i == total-1) {
		o.Progress(i+1, total)
	}
}

// sheet is what badges are printed on.
func (o Options) sheet() Sheet {
	if o.Sheet.Name == "" && o.Template != nil && o.Template.Stock != "" {
		if s, ok := SheetNamed(o.Template.Stock); ok {
			return s
		}
	}
	return o.Sheet
}

// TemplateID is the id of the template asked for, "" for none.
func (o Options) TemplateID() string {
	if o.Template == nil {
		return ""
	}
	return o.Template.ID
}

// kit is what every document is made with.
type kit struct {
	*i18n.Lang
	setter *typeset.Setter
	// foreign is the tag of a language that Lanyard's window does not speak: package wording has its dates if it knows it, else
	// they are numbers.
	foreign string
}

func (o Options) kit() kit {
	k := kit{Lang: o.Lang, setter: o.Setter}
	if k.Lang == nil {
		k.Lang = i18n.Open("en")
	}
	if k.setter == nil {
		k.setter = typeset.New()
	}
	return k
}

// language is the tag that the file carries: a pseudo-language is no language.
func (k kit) language() string {
	switch k.Tag() {
	case i18n.LongTag, i18n.RTLTag:
		return "en"
	}
	return k.Tag()
}

// document begins a file.
func (k kit) document(o Options, title, author, subject string) page.Document {
	return page.Document{Title: title, Author: author, Subject: subject, Language: k.language(), Created: o.Created}
}
