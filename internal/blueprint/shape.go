package blueprint

import (
	"encoding/base64"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

var (
	blueprintType = reflect.TypeFor[Blueprint]()
	rawType       = reflect.TypeFor[json.RawMessage]()
)

// shape holds a tree against the type that it is to be read as: every field must be one of the type's, by its exact name.
func (p *problems) shape(v any, t reflect.Type, place string) {
	wrong := func(what string) { p.add(CodeType, place, "value", what) }
	switch {
	case t == rawType:
	case v == nil && place != "": // null is nothing said
	case t.Kind() == reflect.Pointer:
		p.shape(v, t.Elem(), place)
	case t.Kind() == reflect.Struct:
		object, ok := v.(map[string]any)
		if !ok {
			wrong("{…}")
			return
		}
		fields := map[string]reflect.Type{}
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			fields[name] = t.Field(i).Type
		}
		for _, name := range sorted(object) {
			inner := joined(place, name)
			if field, known := fields[name]; known && name != "-" {
				p.shape(object[name], field, inner)
			} else {
				p.add(CodeField, inner)
			}
		}
	case t.Kind() == reflect.Map:
		object, ok := v.(map[string]any)
		if !ok {
			wrong("{…}")
			return
		}
		for _, name := range sorted(object) {
			p.shape(object[name], t.Elem(), joined(place, name))
		}
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
		text, ok := v.(string)
		if _, err := base64.StdEncoding.DecodeString(text); !ok || err != nil {
			wrong("base64")
		}
	case t.Kind() == reflect.Slice:
		list, ok := v.([]any)
		if !ok {
			wrong("[…]")
			return
		}
		for i, one := range list {
			p.shape(one, t.Elem(), at(place, i))
		}
	case t.Kind() == reflect.String:
		if _, ok := v.(string); !ok {
			wrong("“…”")
		}
	case t.Kind() == reflect.Bool:
		if _, ok := v.(bool); !ok {
			wrong("true/false")
		}
	case t.Kind() == reflect.Int || t.Kind() == reflect.Int64:
		n, ok := v.(json.Number)
		if _, err := n.Int64(); !ok || err != nil {
			wrong("0, 1, 2 …")
		}
	}
}

func joined(place, name string) string {
	if place == "" {
		return name
	}
	return place + "." + name
}

func sorted(object map[string]any) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
