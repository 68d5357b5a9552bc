package transfer

import (
	"regexp"
	"strings"
)

// headers tell the field of a column by its header.
type headers map[string]sure

// longestHeader is how long a header can be that says what it is about, in bytes.
const longestHeader = 400

// about is the rank of a header that only says something about a field, behind all that name one.
const about = 10_000

var (
	aside    = regexp.MustCompile(`[(\[（][^)\]）]*[)\]）]?`)
	between  = regexp.MustCompile(`[/|\\\n]|\s[-–—]\s`)
	together = regexp.MustCompile(`[,;&+]|\s(?i:and|и|və|ve|va|ва|et|және|жана)\s|\sو`)
	asking   = regexp.MustCompile(`^(?i:(please\s+)?(enter|write|give|state|specify|provide)|(пожалуйста,?\s+)?(укажите|введите|напишите)|zəhmət olmasa|what is|what's)\s+`)
	yours    = regexp.MustCompile(`^(?i:your|the|participant's|attendee's|delegate's|ваш[аеиу]?|сво[йёюи]|sizin|siz[ni]*ng|votre|vos|сиздин|сіздің|номи шумо)\s+`)
	fully    = regexp.MustCompile(`\s+(?i:in full|полностью|участника|участников|слушателя|делегата|of the participant|of participant|of the delegate|du participant)$`)
	others   = regexp.MustCompile(`(?i)emergency|assistant|accompan|buyer|payer|spouse|interpreter|parent|supervisor|reference|contact person|экстрен|сопровожд|помощник|переводчик|контактного лица|руководител|köməkçi|müşayiət|tərcüməçi|urgence|accompagn|طوارئ|مرافق`)
	privacy  = regexp.MustCompile(`(?i)personal data|персональн\S* данн|fərdi məlumat|données (à caractère )?personnel|kişisel veri|shaxsiy maʼ?lumot|البيانات الشخصية`)
)

// of gives the field of a header: that of a word for it, or of the only one that it is about. Forms ask in sentences, in two
// languages at once, and with a hint in brackets: "Full name (as in passport)", "Təşkilat / Organisation", "Your e-mail".
func (h headers) of(header string) (sure, bool) {
	if s, ok := h[fold(header)]; ok {
		return s, true
	}
	if len(header) > longestHeader || others.MatchString(header) {
		return sure{}, false
	}
	if privacy.MatchString(header) {
		return sure{FieldConsent, about}, true
	}
	plain := aside.ReplaceAllString(header, " ")
	found := FieldNone
	for _, piece := range between.Split(plain, -1) {
		f := h.piece(piece)
		switch {
		case f == FieldNone || f == found, wholeName(f) && wholeName(found):
		case found == FieldNone:
			found = f
		default: // it is about several things
			return sure{}, false
		}
	}
	return sure{found, about}, found != FieldNone
}

func wholeName(f Field) bool { return f == FieldName || f == FieldFamilyFirst }

// piece is the field that a piece of a header is about.
func (h headers) piece(piece string) Field {
	piece = strings.TrimSpace(piece)
	for _, words := range []*regexp.Regexp{asking, yours, fully} {
		piece = strings.TrimSpace(words.ReplaceAllString(piece, ""))
	}
	if s, ok := h[fold(piece)]; ok {
		return s.field
	}
	var fields []Field
	for _, part := range together.Split(piece, -1) {
		s, ok := h[fold(yours.ReplaceAllString(strings.TrimSpace(part), ""))]
		if !ok {
			break
		}
		fields = append(fields, s.field)
	}
	parts := len(together.Split(piece, -1))
	switch {
	case len(fields) == 0:
		return FieldNone
	case parts > 1 && len(fields) == parts && fields[0] == FieldFamilyName && (fields[1] == FieldGivenName || fields[1] == FieldName):
		return FieldFamilyFirst
	case parts > 1 && len(fields) == parts && (fields[0] == FieldGivenName || fields[0] == FieldName) && fields[1] == FieldFamilyName:
		return FieldName
	case len(fields) == 1 && parts > 1 && (fields[0] == FieldOrganisation || fields[0] == FieldCountry || fields[0] == FieldPosition || wholeName(fields[0])):
		return fields[0] // "Организация, которую вы представляете"
	}
	return FieldNone
}
