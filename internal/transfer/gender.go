package transfer

import (
	"strings"

	"lanyard/internal/seminar"
)

// genderOf gives what a list says of a person's gender: one of those that are counted by name, or the text as it is.
func genderOf(text string) seminar.Gender {
	if g, known := genders[fold(text)]; known {
		return g
	}
	return seminar.Gender(text)
}

var genders = func() map[string]seminar.Gender {
	all := map[string]seminar.Gender{}
	for gender, words := range map[seminar.Gender]string{
		seminar.Female: "female|f|w|woman|mrs|ms|miss|ж|жен|женский|женщина|qadın|q|qadin|femme|féminin|kadın|k|ayol|аёл|хотин|әйел|аял|зан|أنثى|انثى|امرأة|زن",
		seminar.Male:   "male|m|man|mr|м|муж|мужской|мужчина|kişi|homme|masculin|h|erkek|e|erkak|эркак|ер|еркек|эркек|мард|ذكر|رجل|مرد",
	} {
		for _, w := range strings.Split(words, "|") {
			all[fold(w)] = gender
		}
	}
	return all
}()
