package template

import "maps"

// Sample is a person who does not exist, for a preview without data. Its label is the message "template.sample.<name>".
type Sample struct {
	Name   string
	Values map[string]string // by variable
}

// Value gives a variable's value.
func (s Sample) Value(name string) string {
	if v, ok := s.Values[name]; ok {
		return v
	}
	v, _ := VariableNamed(name)
	return v.Sample
}

// Samples are a typical person, the longest texts, the shortest, and texts in Arabic.
func Samples() []Sample {
	return []Sample{{"typical", maps.Clone(typical)}, {"longest", over(longest)}, {"shortest", over(shortest)}, {"arabic", over(arabic)}}
}

func over(own map[string]string) map[string]string {
	all := maps.Clone(typical)
	maps.Copy(all, own)
	return all
}

// typical has a value for every variable. The code is of no seminar: its check digits hold and its signature never does.
var typical = map[string]string{
	"first_line": "Leyla", "second_line": "Qafar-zadə", "name": "Leyla Qafar-zadə", "formal_name": "Dr. Leyla Qafar-zadə",
	"given_name": "Leyla", "family_name": "Qafar-zadə", "native_name": "Лейла Гафарзаде", "badge_name": "Leyla Qafar-zadə",
	"honorific": "Dr.", "position": "Head of Department", "organisation": "Ministry of Culture", "country": "Azerbaijan",
	"country_code": "AZ", "email": "leyla@example.org", "phone": "+994125550100", "language": "az", "birth_date": "1984-03-21",
	"access": "Wheelchair", "dietary": "Vegetarian", "photo": "1",
	"category": "Delegate", "delegation": "Azerbaijan", "badge_number": "A-042", "badge_code": "131415926535897900000000000000011",
	"status":  "confirmed",
	"seminar": "Regional Seminar on Cultural Heritage", "seminar_dates": "18–20 May 2026", "seminar_start": "18 May 2026",
	"seminar_end": "20 May 2026", "series": "Baku regional seminars", "venue": "Congress Centre, Baku", "organiser": "Regional Office in Baku",
	"signer": "Prof. Anar Məmmədov", "signer_as": "Regional Director",
	"serial": "2026-A-0042", "issued": "20 May 2026", "hours": "14 hours", "hours_possible": "16 hours", "hours_words": "fourteen hours",
	"minutes": "840", "percent": "88", "sessions": "Opening, Panel 1, Panel 2, Workshop", "initiatives": "A shared register of crafts",
	"payload": "LANYARD SAMPLE 2026-A-0042", "certificate_title": "Certificate of attendance", "refers": "2026-A-0007",
}

var longest = map[string]string{
	"first_line": "Abdulrahman-Muhammadsharif", "second_line": "Nurmuhammadzoda-Bekmukhambetov",
	"name": "Abdulrahman-Muhammadsharif Nurmuhammadzoda-Bekmukhambetov", "given_name": "Abdulrahman-Muhammadsharif",
	"family_name": "Nurmuhammadzoda-Bekmukhambetov", "badge_name": "Abdulrahman-Muhammadsharif Nurmuhammadzoda-Bekmukhambetov",
	"formal_name": "H.E. Prof. Dr. Abdulrahman-Muhammadsharif Nurmuhammadzoda-Bekmukhambetov",
	"native_name": "Абдулраҳмон-Муҳаммадшариф Нурмуҳаммадзода-Бекмухамбетов", "honorific": "H.E. Prof. Dr.",
	"position":     "Deputy Chair of the Interdepartmental Commission for the Protection of Intangible Cultural Heritage",
	"organisation": "National Commission for Education, Science and Culture at the Ministry of Foreign Affairs and Regional Cooperation",
	"country":      "Tajikistan", "country_code": "TJ", "language": "tg", "category": "Head of delegation and keynote speaker",
	"delegation": "Republic of Tajikistan", "badge_number": "A-10042",
	"seminar":       "Ninth Regional Seminar on the Safeguarding, Digital Documentation and Sustainable Use of Cultural Heritage in Central Asia and the South Caucasus",
	"venue":         "Heydar Aliyev Centre, Great Hall, 1 Heydar Aliyev Avenue, Baku",
	"seminar_dates": "28 September – 3 October 2026", "signer_as": "Director of the Regional Office for Central Asia and the South Caucasus",
}

var shortest = map[string]string{
	"first_line": "Li", "second_line": "O", "name": "Li O", "formal_name": "Li O", "given_name": "Li", "family_name": "O", "native_name": "",
	"badge_name": "Li O", "honorific": "", "position": "", "organisation": "", "country": "", "country_code": "", "email": "", "phone": "",
	"language": "", "birth_date": "", "access": "", "dietary": "", "photo": "", "category": "", "delegation": "", "badge_number": "A-1",
	"seminar": "Forum", "series": "", "venue": "", "organiser": "", "signer": "", "signer_as": "", "hours": "1 hour", "hours_possible": "",
	"hours_words": "one hour", "minutes": "60", "sessions": "", "initiatives": "",
}

var arabic = map[string]string{
	"first_line": "عبد الرحمن", "second_line": "القحطاني", "name": "عبد الرحمن القحطاني", "formal_name": "د. عبد الرحمن القحطاني",
	"given_name": "عبد الرحمن", "family_name": "القحطاني", "native_name": "", "badge_name": "عبد الرحمن القحطاني", "honorific": "د.",
	"position": "مدير إدارة التراث", "organisation": "وزارة الثقافة", "country": "المملكة العربية السعودية", "country_code": "SA",
	"language": "ar", "category": "مندوب", "delegation": "المملكة العربية السعودية", "seminar": "الندوة الإقليمية حول التراث الثقافي",
	"seminar_dates": "١٨–٢٠ مايو ٢٠٢٦", "venue": "مركز المؤتمرات، باكو", "organiser": "المكتب الإقليمي في باكو",
	"hours": "١٤ ساعة", "hours_possible": "١٦ ساعة", "hours_words": "أربع عشرة ساعة",
}
