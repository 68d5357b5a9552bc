package blueprint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// MaxFile is the most bytes of a file.
const MaxFile = 20 << 20

// Codes of what can be wrong with a file. Parse answers with seminar.Problems: the Field of each is its place, such as
// "sessions[3].start", which its sentence names too.
const (
	CodeLarge  = "blueprint_large"  // too many bytes
	CodeSyntax = "blueprint_syntax" // no JSON
	CodeNewer  = "blueprint_newer"  // the form of a later version
	CodeField  = "blueprint_field"  // a field that there is none of
	CodeType   = "blueprint_type"   // something else where a text, a number, a list … belongs
	CodeValue  = "blueprint_value"  // a value that cannot be
	CodeKey    = "blueprint_key"    // a key that stands twice, or that nothing has
	CodePeople = "blueprint_people" // what belongs to people, dates or keys
	CodeMany   = "blueprint_many"   // too many of something
)

var sentences = map[string]string{
	CodeLarge:  "The file is larger than {limit} MB. Make its pictures smaller.",
	CodeSyntax: "Line {line}: this is not JSON. The file is damaged or no template of a seminar.",
	CodeNewer:  "The file was made by a newer version of Lanyard. Update Lanyard on this computer, then open it again.",
	CodeField:  "{place}: there is no field of this name.",
	CodeType:   "{place}: {value} belongs here.",
	CodeValue:  "{place}: “{value}” cannot stand here.",
	CodeKey:    "{place}: “{value}” stands for nothing in this file, or for two things. A key is written as @panel-1.",
	CodePeople: "{place}: a template of a seminar holds no people, dates or keys. Take this out.",
	CodeMany:   "{place}: these are too many, {limit} at most.",
}

const (
	maxProblems = 20
	maxThings   = 2000 // of one sort
	maxDays     = 366
	maxErase    = 100 * maxDays
)

// problems collects what is wrong with a file.
type problems seminar.Problems

// add notes a problem with its values, by turns a name and a value.
func (p *problems) add(code, place string, args ...string) {
	if len(*p) >= maxProblems {
		return
	}
	e := seminar.Errorf(code, sentences[code]).WithField(place).WithArg("place", place)
	for i := 0; i+1 < len(args); i += 2 {
		value := []rune(args[i+1])
		e = e.WithArg(args[i], string(value[:min(len(value), 60)]))
	}
	*p = append(*p, e)
}

func (p problems) orNil() error { return seminar.Problems(p).OrNil() }

// Parse reads a file. Names of fields are exact, and one that is unknown is a problem: what it says would be lost. Errors:
// seminar.Problems with the codes of this package.
func Parse(data []byte) (*Blueprint, error) {
	var p problems
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) > MaxFile {
		p.add(CodeLarge, "", "limit", strconv.Itoa(MaxFile>>20))
		return nil, p.orNil()
	}
	tree, err := decode(data)
	if err != nil {
		p.add(CodeSyntax, "", "line", strconv.Itoa(lineOf(data, err)))
		return nil, p.orNil()
	}
	if head, ok := tree.(map[string]any); ok {
		if n, ok := head["schema"].(json.Number); ok && newer(n) {
			p.add(CodeNewer, "")
			return nil, p.orNil()
		}
	}
	p.shape(tree, blueprintType, "")
	if err := p.orNil(); err != nil {
		return nil, err
	}
	b := new(Blueprint)
	if err := json.Unmarshal(data, b); err != nil {
		return nil, seminar.Errorf(seminar.CodeInternal, "The file cannot be read.").Because(err)
	}
	p.check(b)
	return b, p.orNil()
}

func newer(n json.Number) bool {
	i, err := n.Int64()
	return err != nil || i > Schema
}

// decode reads one JSON document; numbers keep their text.
func decode(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, fmt.Errorf("more than one document")
	}
	return tree, nil
}

func lineOf(data []byte, err error) int {
	at := len(data)
	if e, ok := err.(*json.SyntaxError); ok {
		at = min(int(e.Offset), len(data))
	}
	return bytes.Count(data[:at], []byte("\n")) + 1
}

// JSON is the file: indented, without the fields that are empty.
func (b *Blueprint) JSON() ([]byte, error) {
	data, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	tree, err := decode(data)
	if err != nil {
		return nil, err
	}
	prune(tree)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = e.Encode(tree)
	return out.Bytes(), err
}

// whole are the fields that others read, who may tell nothing from an empty value: rules, conditions, files of templates.
var whole = []string{"rule", "condition", "templates"}

// prune takes out of the objects of a tree what says nothing.
func prune(v any) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			prune(one)
		}
	case map[string]any:
		for name, one := range v {
			if !slices.Contains(whole, name) {
				prune(one)
			}
			if empty(one) {
				delete(v, name)
			}
		}
	}
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case json.Number:
		return v == "0"
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// check looks at what the fields say. What a seminar, a session, a list may be beside that is said when one is made of it.
func (p *problems) check(b *Blueprint) {
	if b.Days < 1 || b.Days > maxDays {
		p.add(CodeValue, "days", "value", strconv.Itoa(b.Days))
	}
	if b.EraseDays < 0 || b.EraseDays > maxErase {
		p.add(CodeValue, "erase_days", "value", strconv.Itoa(b.EraseDays))
	}
	if s := b.Seminar; s.ID != "" || s.SeriesID != "" || s.Start != "" || s.End != "" || s.EraseAfter != "" || s.CodeKey != nil || s.SignKey != nil || s.Removed ||
		len(s.Logo)+len(s.Signature)+len(s.Background) > 0 {
		p.add(CodePeople, "seminar")
	}
	keys := keyed{p: p, all: map[seminar.ID]string{}}
	for i, v := range b.Sessions {
		place := at("sessions", i)
		keys.has("session", v.ID, place)
		if v.Day < -maxDays || v.Day > maxDays {
			p.add(CodeValue, place+".day", "value", strconv.Itoa(v.Day))
		}
		for name, text := range map[string]string{"start": v.Start, "end": v.End} {
			if _, err := time.Parse(clock, text); err != nil {
				p.add(CodeValue, place+"."+name, "value", text)
			}
		}
	}
	for i, v := range b.Categories {
		keys.has("category", v.ID, at("categories", i))
		p.bare(v.SeminarID, v.Removed, at("categories", i))
	}
	for i, v := range b.Delegations {
		keys.has("delegation", v.ID, at("delegations", i))
		p.bare(v.SeminarID+v.HeadID, v.Removed, at("delegations", i))
	}
	for i, v := range b.Lists {
		keys.has("list", v.ID, at("lists", i))
		p.bare(v.SeminarID, v.Removed, at("lists", i))
		keys.names("session", at("lists", i)+".session", v.SessionID)
		keys.names("category", at("lists", i)+".categories", v.Categories...)
	}
	for i, v := range b.Questions {
		keys.has("question", v.ID, at("questions", i))
		p.bare(v.SeminarID, v.Removed, at("questions", i))
	}
	for i, v := range b.Categories {
		keys.names("session", at("categories", i)+".sessions", v.Sessions...)
	}
	for name, n := range map[string]int{"sessions": len(b.Sessions), "categories": len(b.Categories), "delegations": len(b.Delegations),
		"lists": len(b.Lists), "questions": len(b.Questions), "templates": len(b.Templates)} {
		if n > maxThings {
			p.add(CodeMany, name, "limit", strconv.Itoa(maxThings))
		}
	}
}

func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// bare says that a thing is of no seminar yet.
func (p *problems) bare(of seminar.ID, removed bool, place string) {
	if of != "" || removed {
		p.add(CodePeople, place)
	}
}

// keyed are the keys of a file, each with the sort of thing that has it.
type keyed struct {
	p   *problems
	all map[seminar.ID]string
}

func (k keyed) has(sort string, id seminar.ID, place string) {
	if id == "" {
		return
	}
	if !strings.HasPrefix(string(id), "@") || k.all[id] != "" {
		k.p.add(CodeKey, place+".id", "value", string(id))
	}
	k.all[id] = sort
}

func (k keyed) names(sort, place string, ids ...seminar.ID) {
	for _, id := range ids {
		if id != "" && k.all[id] != sort {
			k.p.add(CodeKey, place, "value", string(id))
		}
	}
}
