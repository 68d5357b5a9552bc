package transfer_test

import (
	"strings"
	"testing"

	"lanyard/internal/transfer"
)

// TestUsualHeadersOfEveryLanguage: the columns of an ordinary list are all recognised, for lists with the parts of names and
// for lists with whole names.
func TestUsualHeadersOfEveryLanguage(t *testing.T) {
	rest := []transfer.Field{transfer.FieldOrganisation, transfer.FieldPosition, transfer.FieldCountry, transfer.FieldEmail, transfer.FieldPhone, transfer.FieldCategory,
		transfer.FieldDelegation, transfer.FieldBirthDate, transfer.FieldGender}
	parts := []transfer.Field{transfer.FieldGivenName, transfer.FieldFamilyName}
	withPatronymic := append(parts[:2:2], transfer.FieldPatronymic)
	first, whole := []transfer.Field{transfer.FieldFamilyFirst}, []transfer.Field{transfer.FieldName}
	for _, c := range []struct {
		language string
		names    []transfer.Field
		headers  string
	}{
		{"English", withPatronymic, "Given name|Family name|Patronymic|Organisation|Position|Country|E-mail|Phone|Category|Delegation|Birth date|Gender"},
		{"English", parts, "First Name|Surname|Organization|Job title|Country|E-mail address|Mobile number|Participant category|Country delegation|Date of birth|Sex"},
		{"English", whole, "Full name|Institution|Designation|Nationality|Mail|Contact number|Type of participant|Group|DOB|Gender"},
		{"French", parts, "Prénom|Nom|Organisation|Fonction|Pays|E-mail|Téléphone|Catégorie|Délégation|Date de naissance|Sexe"},
		{"French", parts, "Prénom(s)|Nom de famille|Institution|Poste|Nationalité|Adresse électronique|Tél.|Type de participant|Groupe|Né(e) le|Genre"},
		{"French", first, "Nom et prénom(s)|Organisme|Titre du poste|Pays de résidence|Courriel|Numéro de téléphone|Catégorie de participant|Délégation|Naissance|Sexe"},
		{"Russian", withPatronymic, "Имя|Фамилия|Отчество|Организация|Должность|Страна|E-mail|Телефон|Категория|Делегация|Дата рождения|Пол"},
		{"Russian", first, "Ф.И.О.|Место работы|Занимаемая должность|Гражданство|Адрес эл. почты|Контактный телефон|Категория участника|Делегация страны|Дата рожд.|Пол"},
		{"Russian", whole, "Имя и фамилия|Наименование организации|Позиция|Государство|Электронный адрес|Номер телефона|Тип участника|Группа|День рождения|Пол"},
		{"Azerbaijani", withPatronymic, "Ad|Soyad|Ata adı|Təşkilat|Vəzifə|Ölkə|E-poçt|Telefon|Kateqoriya|Nümayəndə heyəti|Doğum tarixi|Cins"},
		{"Azerbaijani", first, "Soyadı, adı, atasının adı|İş yeri|Vəzifəsi|Vətəndaşlığı|Elektron poçt ünvanı|Əlaqə nömrəsi|İştirakçının kateqoriyası|Heyət|Təvəllüd|Cinsi"},
		{"Azerbaijani", whole, "Ad və soyad|Təmsil etdiyi qurum|Tutduğu vəzifə|Ölkənin adı|E-mail|Mobil nömrə|İştirakçı növü|Qrup|Doğum günü|Cinsiyyəti"},
		{"Uzbek", withPatronymic, "Ism|Familiya|Otasining ismi|Tashkilot|Lavozim|Mamlakat|Elektron pochta|Telefon|Toifa|Delegatsiya|Tugʻilgan sana|Jins"},
		{"Uzbek", withPatronymic, "Ismi|Familiyasi|Sharifi|Tashkilot nomi|Lavozimi|Davlat|E-pochta|Telefon raqami|Toifasi|Guruh|Tugʻilgan sanasi|Jinsi"},
		{"Uzbek", first, "F.I.Sh.|Ish joyi|Lavozimi|Fuqaroligi|Elektron manzil|Tel. raqami|Ishtirokchi toifasi|Delegatsiyasi|Tugʻilgan kuni|Jinsi"},
		{"Uzbek", whole, "Ism va familiya|Muassasa|Lavozim|Mamlakati|Pochta|Telefon raqam|Kategoriya|Guruhi|Tug‘ilgan sana|Jins"},
		{"Uzbek, Cyrillic", withPatronymic, "Исм|Фамилия|Отасининг исми|Ташкилот|Лавозим|Мамлакат|Электрон почта|Телефон|Тоифа|Делегация|Туғилган сана|Жинс"},
		{"Uzbek, Cyrillic", withPatronymic, "Исми|Фамилияси|Шарифи|Ташкилоти|Лавозими|Давлат|Эл. почта|Телефон рақами|Тоифаси|Делегацияси|Туғилган санаси|Жинси"},
		{"Uzbek, Cyrillic", first, "Ф.И.Ш.|Иш жойи|Лавозими|Фуқаролиги|Электрон манзил|Телефон рақам|Иштирокчи тоифаси|Делегацияси|Туғилган куни|Жинси"},
		{"Uzbek, Cyrillic", whole, "Тўлиқ исми|Муассаса|Лавозим|Мамлакати|Почта|Тел.|Тоифа|Делегация|Туғилган санаси|Жинси"},
		{"Kazakh", withPatronymic, "Аты|Тегі|Әкесінің аты|Ұйым|Лауазымы|Елі|Электрондық пошта|Телефон|Санаты|Делегация|Туған күні|Жынысы"},
		{"Kazakh", first, "Т.А.Ә.|Жұмыс орны|Қызметі|Азаматтығы|Эл. пошта|Телефон нөмірі|Қатысушы санаты|Делегациясы|Туылған күні|Жынысы"},
		{"Kazakh", whole, "Толық аты|Мекемесі|Лауазым|Мемлекет|Электрондық поштасы|Байланыс телефоны|Санат|Топ|Туылған күні|Жыныс"},
		{"Kyrgyz", withPatronymic, "Аты|Фамилиясы|Атасынын аты|Уюм|Кызматы|Өлкө|Электрондук почта|Телефон|Категориясы|Делегация|Туулган күнү|Жынысы"},
		{"Kyrgyz", first, "Аты-жөнү|Иштеген жери|Кызмат орду|Жарандыгы|Эл. почта|Телефон номери|Катышуучунун категориясы|Делегациясы|Туулган күнү|Жынысы"},
		{"Kyrgyz", whole, "Толук аты|Мекеме|Кызматы|Мамлекети|Электрондук дареги|Телефону|Категория|Топ|Туулган датасы|Жыныс"},
		{"Tajik", withPatronymic, "Ном|Насаб|Номи падар|Ташкилот|Вазифа|Кишвар|Почтаи электронӣ|Телефон|Гурӯҳ|Ҳайат|Санаи таваллуд|Ҷинс"},
		{"Tajik", first, "Насаб, ном, номи падар|Муассиса|Мансаб|Шаҳрвандӣ|Суроғаи электронӣ|Рақами телефон|Категория|Ҳайати вакилон|Санаи таваллуд|Ҷинс"},
		{"Tajik", whole, "Номи пурра|Ҷои кор|Вазифаи ишғолкарда|Давлат|Почта|Рақами тамос|Категорияи иштирокчӣ|Ҳайат|Рӯзи таваллуд|Ҷинсият"},
		{"Arabic", parts, "الاسم الأول|اسم العائلة|المؤسسة|المنصب|البلد|البريد الإلكتروني|الهاتف|الفئة|الوفد|تاريخ الميلاد|الجنس"},
		{"Arabic", withPatronymic, "الاسم|اللقب|اسم الأب|المنظمة|الوظيفة|الدولة|الإيميل|رقم الهاتف|فئة المشارك|الوفد المشارك|تاريخ الولادة|النوع"},
		{"Arabic", whole, "الاسم الكامل|جهة العمل|المسمى الوظيفي|الجنسية|البريد الالكتروني|رقم الجوال|التصنيف|المجموعة|الميلاد|الجنس"},
	} {
		want := append(c.names[:len(c.names):len(c.names)], rest...)
		headers := strings.Split(c.headers, "|")
		for _, write := range []func(string) string{strings.TrimSpace, strings.ToUpper} {
			table := transfer.Table{Headers: make([]string, len(headers))}
			for i, h := range headers {
				table.Headers[i] = write(h)
			}
			m, err := transfer.Recognise(table)
			if err != nil || len(headers) != len(want) {
				t.Errorf("%s: %d headers, %v", c.language, len(headers), err)
				continue
			}
			for i, f := range m.Fields {
				if f != want[i] {
					t.Errorf("%s: %q is %q, want %q", c.language, table.Headers[i], f, want[i])
				}
			}
		}
	}
}
