package template

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// shape compares a file with the types that it is to be read into. encoding/json does so too, but stops at the first
// difference, says nothing of where it is, and takes a field written twice or in capitals.
func (p *problems) shape(data []byte) {
	if i := invalidUTF8(data); i >= 0 {
		p.syntax(data, i)
		return
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	s := shaper{problems: p, Decoder: d, values: new(int), fields: map[reflect.Type]map[string]reflect.Type{}}
	err := s.value(reflect.TypeFor[Template](), "")
	if errors.Is(err, errMany) {
		return
	}
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			err = errors.New("something follows")
		}
	}
	if err == nil {
		return
	}
	at := d.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = max(at, syntax.Offset-1)
	}
	p.syntax(data, int(at))
}

// syntax notes that a file is no JSON from a byte on.
func (p *problems) syntax(data []byte, offset int) {
	before := data[:min(offset, len(data))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	p.whole(CodeSyntax, "", "line", strconv.Itoa(line), "column", strconv.Itoa(column))
}

func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// MaxValues is how many values a file can have: what is read takes many times the memory of what was written.
const MaxValues = 100_000

// errMany ends the reading of a file of too many values. The problem is noted.
var errMany = errors.New("too many values")

type shaper struct {
	*problems
	*json.Decoder
	values *int // read so far
	fields map[reflect.Type]map[string]reflect.Type
}

// value reads one value that is to go into a type. Its error is that of the file, or errMany; differences are noted.
func (s shaper) value(want reflect.Type, place string) error {
	if *s.values++; *s.values > MaxValues {
		s.whole(CodeMany, place, "limit", strconv.Itoa(MaxValues))
		return errMany
	}
	if want.Kind() == reflect.Pointer {
		return s.value(want.Elem(), place)
	}
	token, err := s.Token()
	if err != nil {
		return err
	}
	switch {
	case want.Kind() == reflect.Struct && token == json.Delim('{'):
		return s.object(place, s.fieldsOf(want))
	case want.Kind() == reflect.Map && token == json.Delim('{'):
		return s.entries(place, want.Elem())
	case isBytes(want):
		text, ok := token.(string)
		if _, bad := base64.StdEncoding.DecodeString(text); !ok || bad != nil {
			s.wrong(place, CodeBase64)
		}
	case want.Kind() == reflect.Slice && token == json.Delim('['):
		for i := 0; s.More(); i++ {
			if err := s.value(want.Elem(), at(place, i)); err != nil {
				return err
			}
		}
		_, err := s.Token()
		return err
	case !holds(want.Kind(), token):
		s.wrong(place, wanted[want.Kind()])
	}
	return s.rest(token)
}

// wanted are the codes for what belongs where.
var wanted = map[reflect.Kind]string{reflect.String: CodeText, reflect.Bool: CodeYesNo, reflect.Float64: CodeNumber,
	reflect.Int: CodeWhole, reflect.Slice: CodeList, reflect.Struct: CodeObject, reflect.Map: CodeObject}

func (s shaper) wrong(place, code string) {
	if place == "" { // the file is a list or a single value
		s.whole(CodeSyntax, "", "line", "1", "column", "1")
		return
	}
	s.add(code, place)
}

func holds(want reflect.Kind, token json.Token) bool {
	switch v := token.(type) {
	case string:
		return want == reflect.String
	case bool:
		return want == reflect.Bool
	case json.Number:
		if want == reflect.Int {
			_, err := strconv.ParseInt(v.String(), 10, 64)
			return err == nil
		}
		_, err := v.Float64()
		return want == reflect.Float64 && err == nil
	}
	return false
}

// object reads the fields of an object after its brace.
func (s shaper) object(place string, fields map[string]reflect.Type) error {
	seen := map[string]bool{}
	for s.More() {
		token, err := s.Token()
		if err != nil {
			return err
		}
		name := token.(string) // the decoder takes nothing else here
		here := within(place, name)
		want, known := fields[name]
		switch {
		case !known:
			s.like(CodeField, CodeFieldLike, here, name, namesOf(fields))
		case seen[name]:
			s.add(CodeTwice, here, "value", name)
		}
		seen[name] = true
		if known {
			err = s.value(want, here)
		} else {
			err = s.skip()
		}
		if err != nil {
			return err
		}
	}
	_, err := s.Token()
	return err
}

// entries reads a map after its brace.
func (s shaper) entries(place string, want reflect.Type) error {
	seen := map[string]bool{}
	for s.More() {
		token, err := s.Token()
		if err != nil {
			return err
		}
		name := token.(string)
		if seen[name] {
			s.add(CodeTwice, within(place, name), "value", name)
		}
		seen[name] = true
		if err := s.value(want, within(place, name)); err != nil {
			return err
		}
	}
	_, err := s.Token()
	return err
}

// skip passes over a value.
func (s shaper) skip() error {
	token, err := s.Token()
	if err != nil {
		return err
	}
	return s.rest(token)
}

// rest passes over what is left of a value that began with a token.
func (s shaper) rest(token json.Token) error {
	depth := 0
	for {
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
		var err error
		if token, err = s.Token(); err != nil {
			return err
		}
	}
}

// fieldsOf are the names in JSON of a type's fields.
func (s shaper) fieldsOf(t reflect.Type) map[string]reflect.Type {
	if known := s.fields[t]; known != nil {
		return known
	}
	all := map[string]reflect.Type{}
	s.fields[t] = all
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			all[name] = f.Type
		}
	}
	return all
}

func namesOf(fields map[string]reflect.Type) []string {
	all := make([]string, 0, len(fields))
	for name := range fields {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

func isBytes(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8
}
