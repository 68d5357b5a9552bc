package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// inspect reads the elements without drawing any.
func inspect(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not UTF-8") }
	count, copies, defs := 0, 0, 0
	var open []string            // the ids of what is around, "" for none
	defined := map[string]bool{} // what can be copied
	var copied []string
	for {
		t, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return badSVG(err)
		}
		switch t := t.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return badSVG(errors.New("entities"))
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if t.Name.Local == "defs" {
				defs--
			}
		case xml.StartElement:
			id := attribute(t, "id")
			open = append(open, id)
			count++
			if len(open) > deepest || count > elements {
				return tooManyParts()
			}
			if defs > 0 {
				defined[id] = true
			}
			name := t.Name.Local
			switch {
			case unread[name] && defs == 0, name == "svg" && len(open) > 1:
				return uses(name)
			case name == "use":
				of := strings.TrimPrefix(attribute(t, "href"), "#")
				if of != "" && slices.Contains(open, of) {
					return loop()
				}
				if defs > 0 { // copies of copies
					return tooManyParts()
				}
				copied = append(copied, of)
				copies++
			case name == "defs":
				defs++
			}
			if err := measures(t); err != nil {
				return err
			}
			if err := dashes(t.Attr); err != nil {
				return err
			}
		}
	}
	if copies > 0 && count*(copies+1) > elements {
		return tooManyParts()
	}
	for _, of := range copied {
		if !defined[of] || of == "" { // the library would leave it out
			return uses("use")
		}
	}
	return nil
}

// attribute is the value of an element's attribute, whatever its space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// geometric are the attributes that say where things are and how large.
var geometric = []string{"viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "stroke-width"}

var number = regexp.MustCompile(`(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`)

// measures refuses numbers that the library would turn into others, and a drawing whose own width or height is none.
func measures(e xml.StartElement) error {
	for _, a := range e.Attr {
		name := a.Name.Local
		if a.Name.Space != "" || !slices.Contains(geometric, name) {
			continue
		}
		if e.Name.Local == "svg" && (name == "width" || name == "height") {
			value := strings.TrimRight(strings.TrimSpace(a.Value), "%abcdefghijklmnopqrstuvwxyz")
			if n, err := strconv.ParseFloat(value, 64); a.Value != "auto" && (err != nil || !(n > 0)) {
				return badSize()
			}
		}
		for _, written := range number.FindAllString(a.Value, -1) {
			if n, err := strconv.ParseFloat(written, 64); err != nil || n > farthest {
				return badSize()
			}
		}
	}
	return nil
}

var dashed = regexp.MustCompile(`stroke-dasharray\s*:\s*([^;]+)`)

// dashes refuses a pattern of dashes without length: it would never end.
func dashes(attributes []xml.Attr) error {
	for _, a := range attributes {
		list := ""
		switch a.Name.Local {
		case "stroke-dasharray":
			list = a.Value
		case "style":
			if m := dashed.FindStringSubmatch(a.Value); m != nil {
				list = m[1]
			}
		}
		list = strings.TrimSpace(list)
		if list == "" || list == "none" {
			continue
		}
		for _, v := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
			if n, err := strconv.ParseFloat(strings.TrimRight(v, "pxcmt"), 64); err != nil || !(n >= 0.01) {
				return badSVG(errors.New("dashes without length"))
			}
		}
	}
	return nil
}
