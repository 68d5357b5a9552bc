package i18n

import (
	"strings"

	"golang.org/x/text/language"

	"lanyard/assets/documents"
)

// OpenDocument gives a language for documents: one of the interface's, or one of those that only documents speak, which have
// the texts of reports alone and give English for any other. A language that is neither is as Open has it.
func OpenDocument(tag string) *Lang {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	messages := loadDocument(base)
	if messages == nil {
		return Open(tag)
	}
	l := Open(fallback)
	// Figures are the European ones in every language, as on everything else that a desk prints.
	l.tag, l.locale, l.messages = base, language.Make(base+"-u-nu-latn"), messages
	l.rtl = fromRight(l.locale)
	l.settle()
	return l
}

// DocumentLanguages are the languages of documents with each one's own name for itself, those of the interface first.
func DocumentLanguages() []struct{ Tag, Name string } {
	all := Languages()
	for _, tag := range documents.Tags() {
		all = append(all, struct{ Tag, Name string }{tag, loadDocument(tag)["common.language"].text})
	}
	return all
}

func loadDocument(tag string) catalogue {
	if _, err := documents.Files.Open(tag + ".json"); err != nil {
		return nil
	}
	return loadFile(documents.Files, tag+".json")
}
