package template

import (
	"bytes"
	"encoding/json"
	"strconv"

	"lanyard/internal/document/stock"
	"lanyard/internal/seminar"
)

// MaxFile is the most bytes of a template's file.
const MaxFile = 20 << 20

// Parse reads a template's file. A file that is no good template is refused with seminar.Problems, at most MaxProblems of
// them, each with a code of this package and its place. Names of fields are exact, and one that is unknown is a problem:
// what it says would be lost.
func Parse(data []byte) (*Template, error) {
	var p problems
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) > MaxFile {
		p.add(CodeLarge, "", "limit", strconv.Itoa(MaxFile>>20))
		return nil, p.all
	}
	if newer(data) {
		p.add(CodeNewer, "")
		return nil, p.all
	}
	if p.shape(data); p.unreadable {
		return nil, p.all
	}
	t := new(Template)
	// The shape has said already what has the wrong type; what could be read is looked at too.
	if err := json.Unmarshal(data, t); err != nil && len(p.all) == 0 {
		return nil, seminar.Errorf(seminar.CodeInternal, "The template cannot be read.").Because(err)
	}
	p.check(t)
	if _, known := stock.Named(t.Stock); t.Stock != "" && !known { // one that is kept may be of a later version, and prints without
		p.add(CodeStock, "stock", "value", t.Stock)
	}
	if err := p.all.OrNil(); err != nil {
		return nil, err
	}
	return t, nil
}

// newer says whether a file is of a later form, whatever else is in it.
func newer(data []byte) bool {
	var head struct {
		Schema int `json:"schema"`
	}
	// The error tells of what the shape will tell of, in better words.
	_ = json.Unmarshal(data, &head)
	return head.Schema > Schema
}

// JSON is the template's file: indented, its maps in the order of their names, so that equal templates have equal bytes. The
// error is of a number that JSON has no way to write; Check tells where it is.
func (t *Template) JSON() ([]byte, error) {
	c := *t
	if c.Front == nil {
		c.Front = []Element{}
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(&c); err != nil {
		return nil, seminar.Errorf(seminar.CodeInternal, "The template cannot be written.").Because(err)
	}
	return out.Bytes(), nil
}
