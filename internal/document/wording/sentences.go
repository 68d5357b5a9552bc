package wording

import "lanyard/internal/seminar"

// Words are the fixed words of a certificate in one language. None of them depends on the person's gender: where a language
// would have it in the verb, the sentence is turned so that it has not.
type Words struct {
	Titles   Sort // what the page is called
	Certify  Sort // before the name
	Attended Sort // between the name and the seminar's title
	// Hours comes before the hours, Replaces has a {serial}.
	Hours, Serial, Issued, Signature, Replaces string
}

// Sort is a text that differs with the kind of certificate.
type Sort struct{ Attendance, Participation, Appreciation string }

// Of is the text for a kind of certificate; of a kind that a seminar made up it is the one of attendance.
func (s Sort) Of(kind string) string {
	switch kind {
	case seminar.KindParticipation:
		return s.Participation
	case seminar.KindAppreciation:
		return s.Appreciation
	}
	return s.Attendance
}

// In gives the words in a language; false where there are none.
func In(tag string) (Words, bool) {
	w, ok := sentences[Base(tag)]
	return w, ok
}

var sentences = map[string]Words{
	"en": {
		Titles:   Sort{"Certificate of attendance", "Certificate of participation", "Certificate of appreciation"},
		Certify:  Sort{"This is to certify that", "This is to certify that", "This certificate is presented to"},
		Attended: Sort{"has attended", "has taken part as a speaker in", "in appreciation of a valued contribution to"},
		Hours:    "Hours attended:", Serial: "Serial number", Issued: "Date of issue", Signature: "Signature", Replaces: "Replaces certificate {serial}",
	},
	"fr": {
		Titles:   Sort{"Attestation de présence", "Attestation de participation", "Certificat de reconnaissance"},
		Certify:  Sort{"Il est certifié que", "Il est certifié que", "Ce certificat est décerné à"},
		Attended: Sort{"a assisté à", "a présenté une communication à", "en reconnaissance de sa précieuse contribution à"},
		Hours:    "Durée de présence :", Serial: "Numéro de série", Issued: "Date de délivrance", Signature: "Signature", Replaces: "Remplace le certificat {serial}",
	},
	"ar": {
		Titles:   Sort{"شهادة حضور", "شهادة مشاركة", "شهادة تقدير"},
		Certify:  Sort{"نشهد بحضور", "نشهد بمشاركة", "تُقدَّم هذه الشهادة إلى"},
		Attended: Sort{"فعاليات", "بكلمة في", "تقديرًا للإسهام القيّم في"},
		Hours:    "مدة الحضور:", Serial: "الرقم التسلسلي", Issued: "تاريخ الإصدار", Signature: "التوقيع", Replaces: "تحل محل الشهادة رقم {serial}",
	},
	"az": {
		Titles:   Sort{"İştirak sertifikatı", "Məruzəçi sertifikatı", "Təşəkkürnamə"},
		Certify:  Sort{"Bu sertifikat təsdiq edir ki,", "Bu sertifikat təsdiq edir ki,", "Təqdim olunur:"},
		Attended: Sort{"aşağıdakı tədbirdə iştirak etmişdir:", "aşağıdakı tədbirdə məruzə ilə çıxış etmişdir:", "aşağıdakı tədbirə verdiyi dəyərli töhfəyə görə:"},
		Hours:    "İştirak müddəti:", Serial: "Seriya nömrəsi", Issued: "Verilmə tarixi", Signature: "İmza", Replaces: "{serial} nömrəli sertifikatın əvəzinə verilib",
	},
	"ru": {
		Titles:   Sort{"Сертификат участника", "Сертификат докладчика", "Благодарность"},
		Certify:  Sort{"Настоящим удостоверяется, что", "Настоящим удостоверяется, что", "Вручается:"},
		Attended: Sort{"является участником мероприятия:", "является докладчиком мероприятия:", "за ценный вклад в проведение мероприятия:"},
		Hours:    "Продолжительность участия:", Serial: "Серийный номер", Issued: "Дата выдачи", Signature: "Подпись", Replaces: "Взамен сертификата № {serial}",
	},
	"kk": {
		Titles:   Sort{"Қатысушы сертификаты", "Баяндамашы сертификаты", "Алғыс хат"},
		Certify:  Sort{"Осы сертификат мынаны растайды:", "Осы сертификат мынаны растайды:", "Табыс етіледі:"},
		Attended: Sort{"мына іс-шараға қатысты:", "мына іс-шарада баяндама жасады:", "мына іс-шараға қосқан құнды үлесі үшін:"},
		Hours:    "Қатысу ұзақтығы:", Serial: "Сериялық нөмірі", Issued: "Берілген күні", Signature: "Қолы", Replaces: "№ {serial} сертификаттың орнына берілді",
	},
	"uz": {
		Titles:   Sort{"Ishtirokchi sertifikati", "Maʼruzachi sertifikati", "Tashakkurnoma"},
		Certify:  Sort{"Ushbu sertifikat tasdiqlaydiki,", "Ushbu sertifikat tasdiqlaydiki,", "Taqdim etiladi:"},
		Attended: Sort{"quyidagi tadbirda ishtirok etdi:", "quyidagi tadbirda maʼruza bilan chiqish qildi:", "quyidagi tadbirga qoʻshgan munosib hissasi uchun:"},
		Hours:    "Ishtirok davomiyligi:", Serial: "Seriya raqami", Issued: "Berilgan sana", Signature: "Imzo", Replaces: "{serial} raqamli sertifikat oʻrniga berilgan",
	},
	"ky": {
		Titles:   Sort{"Катышуучунун сертификаты", "Баяндамачынын сертификаты", "Ыраазычылык кат"},
		Certify:  Sort{"Бул сертификат төмөнкүнү ырастайт:", "Бул сертификат төмөнкүнү ырастайт:", "Тапшырылат:"},
		Attended: Sort{"төмөнкү иш-чарага катышты:", "төмөнкү иш-чарада баяндама жасады:", "төмөнкү иш-чарага кошкон баалуу салымы үчүн:"},
		Hours:    "Катышуунун узактыгы:", Serial: "Сериялык номери", Issued: "Берилген күнү", Signature: "Колу", Replaces: "№ {serial} сертификаттын ордуна берилди",
	},
	"tg": {
		Titles:   Sort{"Сертификати иштирокчӣ", "Сертификати маърӯзачӣ", "Сипоснома"},
		Certify:  Sort{"Сертификати мазкур тасдиқ мекунад, ки", "Сертификати мазкур тасдиқ мекунад, ки", "Тақдим карда мешавад ба"},
		Attended: Sort{"дар чорабинии зерин иштирок намуд:", "дар чорабинии зерин бо маърӯза баромад кард:", "барои саҳми арзанда дар чорабинии зерин:"},
		Hours:    "Давомнокии иштирок:", Serial: "Рақами силсилавӣ", Issued: "Санаи додашуда", Signature: "Имзо", Replaces: "Ба ҷойи сертификати № {serial}",
	},
}
