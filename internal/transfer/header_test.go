package transfer_test

import (
	"testing"

	"lanyard/internal/transfer"
)

// Forms ask in sentences, in two languages at once, with hints in brackets.
func TestHeadersThatAsk(t *testing.T) {
	for header, want := range map[string]transfer.Field{
		"Full name (as in passport)": transfer.FieldName, "Organization / Institution": transfer.FieldOrganisation, "Phone number (WhatsApp)": transfer.FieldPhone,
		"Ваше имя и фамилия": transfer.FieldName, "Фамилия, имя, отчество полностью": transfer.FieldFamilyFirst, "Организация, которую вы представляете": transfer.FieldOrganisation,
		"Təşkilat / Organisation / Организация": transfer.FieldOrganisation, "ФИО / Full name": transfer.FieldFamilyFirst, "Your e-mail *": transfer.FieldEmail, "Имя (на английском)": transfer.FieldGivenName,
		"Name and surname": transfer.FieldName, "Surname, name": transfer.FieldFamilyFirst, "Soyad və ad": transfer.FieldFamilyFirst, "Sizin ölkə": transfer.FieldCountry, "Nom et prénom du participant": transfer.FieldFamilyFirst,
		"Please enter your phone number": transfer.FieldPhone, "Дата рождения (дд.мм.гггг)": transfer.FieldBirthDate, "I agree to the processing of my personal data": transfer.FieldConsent,
		"Согласен(на) на обработку персональных данных": transfer.FieldConsent, "ФИО участника (полностью)": transfer.FieldFamilyFirst, "Country – Страна": transfer.FieldCountry,
		// What is about somebody else, or about several things, is left to a person.
		"Phone (emergency contact)": transfer.FieldNone, "E-mail of the assistant": transfer.FieldNone, "Phone / E-mail": transfer.FieldNone, "Name of your supervisor": transfer.FieldNone, "Who pays?": transfer.FieldNone,
		"Do you need a hotel?": transfer.FieldNone, "Имя сопровождающего": transfer.FieldNone, "": transfer.FieldNone, "(": transfer.FieldNone, "Country, city": transfer.FieldCountry,
	} {
		m, _ := transfer.Recognise(transfer.Table{Headers: []string{header, "badge name"}})
		got := m.Fields[0]
		if want == transfer.FieldGivenName && got == transfer.FieldName { // the only name there is
			got = want
		}
		if got != want {
			t.Errorf("%q goes to %q, not %q", header, got, want)
		}
	}
}

// A header that names a field wins over one that is about it, wherever they stand.
func TestTheSurerHeaderWins(t *testing.T) {
	for _, list := range []string{"Your name,Full name (as in passport),Name,E-mail (work),E-mail\nA,B,C D,e@example.org,f@example.org\n", "E-mail,E-mail (work),Name,Your name\nf@example.org,e@example.org,C D,A\n"} {
		_, _, got := take(t, []byte(list), "x.csv", transfer.Options{})
		if p := got.People[0]; p.Attendee.Name() != "C D" || p.Attendee.Email != "f@example.org" {
			t.Errorf("%+v", p.Attendee)
		}
	}
}
