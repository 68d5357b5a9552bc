package i18n

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country is the name of a country (ISO 3166-1 alpha-2, either case) in the language, in English if the language has
// none for it, and what was given if that is no country.
func (l *Lang) Country(alpha2 string) string {
	code := strings.ToUpper(strings.TrimSpace(alpha2))
	if key := "country." + code; l.Has(key) { // names that changed since the tables were made
		return l.T(key)
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() || len(code) != 2 {
		return alpha2
	}
	name := ""
	if l.regions != nil {
		name = l.regions.Name(region)
	}
	if name == "" {
		name = display.English.Regions().Name(region)
	}
	if name == "" {
		return alpha2
	}
	if l.disguise != nil {
		return l.disguise(name)
	}
	return name
}

// Script is the name of a script (ISO 15924, such as "Hani") in the language, in English if the language has none for it,
// and what was given if that is no script.
func (l *Lang) Script(code string) string {
	script, err := language.ParseScript(code)
	if err != nil {
		return code
	}
	name := ""
	if l.scripts != nil {
		name = l.scripts.Name(script)
	}
	if name == "" {
		name = display.English.Scripts().Name(script)
	}
	switch {
	case name == "":
		return code
	case l.disguise != nil:
		return l.disguise(name)
	}
	return name
}
