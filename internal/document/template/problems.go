package template

import (
	"strconv"

	"github.com/agext/levenshtein"

	"lanyard/internal/seminar"
)

// Codes of what can be wrong with a template. Parse and Check answer with seminar.Problems: the Field of each is its place,
// such as "front[3].words.size", which its sentence names too.
const (
	CodeLarge        = "template_large"         // the file has too many bytes
	CodeSyntax       = "template_syntax"        // no JSON
	CodeNewer        = "template_newer"         // the form of a later version
	CodeField        = "template_field"         // a field that there is none of
	CodeFieldLike    = "template_field_like"    // the same, and one of a name like it
	CodeTwice        = "template_twice"         // a field or an id that stands twice
	CodeText         = "template_text"          // something else where a text belongs
	CodeNumber       = "template_number"        // … a number
	CodeWhole        = "template_whole"         // … a whole number
	CodeYesNo        = "template_yes_no"        // … true or false
	CodeList         = "template_list"          // … a list
	CodeObject       = "template_object"        // … an object
	CodeBase64       = "template_base64"        // … the bytes of a file
	CodeRequired     = "template_required"      // nothing where something must be
	CodeChoice       = "template_choice"        // a word that is none of those there are
	CodeRange        = "template_range"         // a number out of bounds
	CodeLong         = "template_long"          // too long a text
	CodeMany         = "template_many"          // too many of something
	CodeID           = "template_id"            // no name for a template
	CodeColour       = "template_colour"        // no colour
	CodeLanguage     = "template_language"      // no language tag
	CodeBrace        = "template_brace"         // a brace that is never closed
	CodeVariable     = "template_variable"      // a variable that there is none of
	CodeVariableLike = "template_variable_like" // the same, and one of a name like it
	CodeVariableKind = "template_variable_kind" // a variable that this kind has no value for
	CodeStock        = "template_stock"         // a sheet that there is none of
	CodePicture      = "template_picture"       // a picture that is not in the file
	CodePictureType  = "template_picture_type"  // a picture that is not what it says
	CodePictureLarge = "template_picture_large" // a picture of too many bytes
)

// sentences are the English ones; their translations stand under "error.<code>".
var sentences = map[string]string{
	CodeLarge:        "The file is larger than {limit} MB. Make its pictures smaller.",
	CodeSyntax:       "Line {line}, column {column}: this is not JSON. The file is damaged or no template.",
	CodeNewer:        "The template was made by a newer version of Lanyard. Update Lanyard on this computer, then open it again.",
	CodeField:        "{place}: there is no field of this name.",
	CodeFieldLike:    "{place}: there is no field of this name. Did you mean “{like}”?",
	CodeTwice:        "{place}: “{value}” stands here for the second time.",
	CodeText:         "{place}: a text in quotation marks belongs here.",
	CodeNumber:       "{place}: a number belongs here.",
	CodeWhole:        "{place}: a whole number belongs here.",
	CodeYesNo:        "{place}: true or false belongs here.",
	CodeList:         "{place}: a list in square brackets belongs here.",
	CodeObject:       "{place}: fields in braces belong here.",
	CodeBase64:       "{place}: the bytes of a file in base64 belong here.",
	CodeRequired:     "{place}: this is missing.",
	CodeChoice:       "{place}: “{value}” is not known. It is one of: {choices}.",
	CodeRange:        "{place}: {value} is out of bounds. It is between {least} and {most}.",
	CodeLong:         "{place}: this is too long, {limit} letters at most.",
	CodeMany:         "{place}: these are too many, {limit} at most.",
	CodeID:           "{place}: “{value}” cannot be an id. It has letters, digits, hyphens and underscores, {limit} at most, and is not “none”.",
	CodeColour:       "{place}: “{value}” is no colour. Write #rrggbb, or: {choices}.",
	CodeLanguage:     "{place}: “{value}” is no language. Write a tag such as en or az-Latn.",
	CodeBrace:        "{place}: a brace is opened and never closed. Write two of them for one that is to be seen.",
	CodeVariable:     "{place}: there is no variable “{value}”.",
	CodeVariableLike: "{place}: there is no variable “{value}”. Did you mean “{like}”?",
	CodeVariableKind: "{place}: “{value}” has a value on certificates only.",
	CodeStock:        "{place}: there is no sheet “{value}”. Leave it out, or write the name of a maker's sheet such as avery-l4785.",
	CodePicture:      "{place}: the file has no picture “{value}”.",
	CodePictureType:  "{place}: this is no {value} picture.",
	CodePictureLarge: "{place}: the picture is larger than {limit} MB.",
}

// MaxProblems is how many problems are told of at once.
const MaxProblems = 20

// problems collects what is wrong, each place once.
type problems struct {
	all        seminar.Problems
	seen       map[string]bool
	unreadable bool // nothing of the file is to be read
}

// whole notes the one problem of a file that nothing is to be read of.
func (p *problems) whole(code, place string, args ...string) {
	*p = problems{unreadable: true}
	p.add(code, place, args...)
}

// add notes a problem with its values, by turns a name and a value.
func (p *problems) add(code, place string, args ...string) {
	e := seminar.Errorf(code, sentences[code]).WithField(place)
	if place != "" {
		e = e.WithArg("place", place)
	}
	for i := 0; i+1 < len(args); i += 2 {
		value := args[i+1]
		if args[i] == "value" { // what somebody wrote
			value = short(value)
		}
		e = e.WithArg(args[i], value)
	}
	p.put(e)
}

// put notes a problem unless its place has one, or there are many already.
func (p *problems) put(e *seminar.Error) {
	if len(p.all) >= MaxProblems || e.Field != "" && p.seen[e.Field] {
		return
	}
	if p.seen == nil {
		p.seen = map[string]bool{}
	}
	p.seen[e.Field] = true
	p.all = append(p.all, e)
}

// like notes that a name is not known, with the known one that it was meant to be if there is one.
func (p *problems) like(code, codeLike, place, name string, known []string) {
	if near := nearest(name, known); near != "" {
		p.add(codeLike, place, "value", name, "like", near)
		return
	}
	p.add(code, place, "value", name)
}

// nearest is the known name that a name was probably meant to be: half of it wrong at the most, and three letters.
func nearest(name string, known []string) string {
	best, least := "", min(len(name)/2, 3)+1
	for _, k := range known {
		if d := levenshtein.Distance(name, k, nil); d < least {
			best, least = k, d
		}
	}
	return best
}

// short cuts what somebody wrote to what a sentence can hold.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// at is the place of an element of a list.
func at(place string, i int) string { return place + "[" + strconv.Itoa(i) + "]" }

// within is the place of a field, or of an entry of a map by its name.
func within(place, name string) string {
	switch {
	case !plain(name):
		return place + "[" + strconv.Quote(short(name)) + "]"
	case place == "":
		return name
	}
	return place + "." + name
}

func plain(name string) bool {
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' {
			return false
		}
	}
	return name != ""
}
