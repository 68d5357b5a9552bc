package typeset

import (
	"reflect"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// listCoverage works around a fault of go-text/typesetting v0.3.5 (issue 278, mended by its pull request 279, which no
// release has yet; with the next one this file goes). Where a table of a font gives the letters that it is about as ranges,
// the shaper forgets the ranges behind a long one and leaves the table out for their letters: Cyrillic, Greek and
// punctuation lost half of their kerning. Letters listed one by one are not forgotten.
func listCoverage(f *font.Font) {
	for _, l := range f.GSUB.Lookups {
		for i, sub := range l.Subtables {
			l.Subtables[i] = listed(reflect.ValueOf(sub)).Interface().(tables.GSUBLookup)
		}
	}
	for _, l := range f.GPOS.Lookups {
		for i, sub := range l.Subtables {
			l.Subtables[i] = listed(reflect.ValueOf(sub)).Interface().(tables.GPOSLookup)
		}
	}
}

// listed is a copy of a table, or of its variant in the field Data, with its coverage as a list. The library keeps the
// coverage to itself, hence the pointer.
func listed(table reflect.Value) reflect.Value {
	out := reflect.New(table.Type()).Elem()
	out.Set(table)
	for i := range out.NumField() {
		field := out.Field(i)
		switch {
		case field.Type() == reflect.TypeFor[tables.Coverage]():
			c := reflect.NewAt(field.Type(), field.Addr().UnsafePointer()).Elem()
			if ranges, ok := c.Interface().(tables.Coverage2); ok {
				if list := listOf(ranges); len(list.Glyphs) == ranges.Len() { // the ranges do not overlap
					c.Set(reflect.ValueOf(list))
				}
			}
		case out.Type().Field(i).Name == "Data" && !field.IsNil():
			field.Set(listed(field.Elem()))
		}
	}
	return out
}

// listOf is a coverage with each of its letters by itself, in the order that the library's indices have.
func listOf(c tables.Coverage2) tables.Coverage1 {
	var list tables.Coverage1
	for _, r := range c.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			list.Glyphs = append(list.Glyphs, tables.GlyphID(g))
		}
	}
	return list
}
