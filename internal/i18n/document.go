package i18n

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"lanyard/assets/documents"
)

// OpenDocument gives a language for documents: one of the interface's, or one of those that only documents speak, which have
// the texts of reports alone and give English for any other. A language that is neither is as Open has it.
func OpenDocument(tag string) *Lang {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	if !slices.Contains(documents.Tags(), base) {
		return Open(tag)
	}
	return remembered(&tongues, base, openDocument)
}

func openDocument(tag string) *Lang {
	// Figures are the European ones in every language, as on everything else that a desk prints.
	l := &Lang{tag: tag, locale: language.Make(tag + "-u-nu-latn"), english: Open(fallback).english, messages: loadFile(documents.Files, tag+".json")}
	l.rtl = fromRight(l.locale)
	l.settle()
	return l
}

// DocumentLanguages are the languages of documents with each one's own name for itself, those of the interface first.
func DocumentLanguages() []struct{ Tag, Name string } {
	all := Languages()
	for _, tag := range documents.Tags() {
		all = append(all, struct{ Tag, Name string }{tag, OpenDocument(tag).messages["common.language"].text})
	}
	return all
}
