package designerpage

import (
	"strings"

	"lanyard/internal/i18n"
)

// called is what an element is called in the window. Names that elements get by themselves, and those of the shipped templates,
// are words such as "code", "code-2" or "code-outside": they are said in the language of the window. A name that somebody gave
// stays as it was written.
func called(l *i18n.Lang, id string) string {
	rest, number := id, ""
	if i := strings.LastIndexByte(id, '-'); i > 0 && i < len(id)-1 && strings.Trim(id[i+1:], "0123456789") == "" {
		rest, number = id[:i], " "+id[i+1:]
	}
	word, where, apart := strings.Cut(rest, "-")
	if !l.Has("designer.layer."+word) || apart && !l.Has("designer.layer.at."+where) {
		return id
	}
	name := l.T("designer.layer." + word)
	if apart {
		name = l.T("designer.layer.at."+where, "name", name)
	}
	return name + number
}
