package transfer

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Field is what a column of a list holds. The names are those of an attendee, for Options.Map too.
type Field string

// The fields.
const (
	FieldNone         Field = "" // not recognised
	FieldIgnore       Field = "ignore"
	FieldAuto         Field = "auto" // in Options.Map: as it is recognised
	FieldGivenName    Field = "given_name"
	FieldPatronymic   Field = "patronymic" // goes behind the given name
	FieldFamilyName   Field = "family_name"
	FieldName         Field = "name"        // the whole name, given name first
	FieldFamilyFirst  Field = "name_family" // the whole name, family name first
	FieldNativeName   Field = "native_name"
	FieldBadgeName    Field = "badge_name"
	FieldHonorific    Field = "honorific"
	FieldPosition     Field = "position"
	FieldOrganisation Field = "organisation"
	FieldCountry      Field = "country"
	FieldEmail        Field = "email"
	FieldPhone        Field = "phone"
	FieldLanguage     Field = "language"
	FieldBirthDate    Field = "birth_date"
	FieldGender       Field = "gender"
	FieldConsent      Field = "consent"
	FieldAccess       Field = "access"
	FieldDietary      Field = "dietary"
	FieldDeskNote     Field = "desk_note"
	FieldAttention    Field = "attention"
	FieldCategory     Field = "category"
	FieldDelegation   Field = "delegation"
	FieldStatus       Field = "status"
	FieldVoid         Field = "void"     // says that the row does not count
	FieldQuantity     Field = "quantity" // how many people the row stands for
	FieldCode         Field = "foreign_code"
	FieldID           Field = "id" // of the row in the other system
	FieldCheckedIn    Field = "checked_in"
	FieldBadgeNumber  Field = "badge_number" // of a list that this program wrote: says who is meant, and gives no number
	FieldPerson       Field = "person"       // of the problems of a list (ProblemSheet): the id of who is meant
)

// Fields are all that a column can be mapped to, in the order a list offers them.
func Fields() []Field {
	return []Field{FieldIgnore, FieldGivenName, FieldPatronymic, FieldFamilyName, FieldName, FieldFamilyFirst,
		FieldNativeName, FieldBadgeName, FieldHonorific, FieldPosition, FieldOrganisation, FieldCountry, FieldEmail,
		FieldPhone, FieldLanguage, FieldBirthDate, FieldGender, FieldAccess, FieldDietary, FieldDeskNote, FieldAttention, FieldConsent,
		FieldCategory, FieldDelegation, FieldStatus, FieldVoid, FieldQuantity, FieldCode, FieldID, FieldCheckedIn, FieldBadgeNumber}
}

func (f Field) known() bool {
	_, question := f.Question()
	return question || f == FieldNone || f == FieldAuto || f == FieldPerson || slices.Contains(Fields(), f)
}

// asks begins the fields that are a question of the seminar's own.
const asks = "question:"

// QuestionField is the field of a column that answers a question, whose id it is given: "question:…".
func QuestionField(id string) Field { return Field(asks + id) }

// Question is the id of the question that a field is; false for every other field.
func (f Field) Question() (id string, ok bool) { return strings.CutPrefix(string(f), asks) }

// oneForm are letters that lists write in several ways and that decomposing does not bring together.
var oneForm = strings.NewReplacer("ı", "i", "İ", "i", "ё", "е", "Ё", "е", "№", "#", "ʻ", "", "ʼ", "")

// fold makes headers, statuses and countries comparable: case, spaces, marks over letters, punctuation and the four
// forms of i do not matter. A text that is longer than any of them is left as it is.
func fold(s string) string {
	if len(s) > longestHeader {
		return s
	}
	s = oneForm.Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ':
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '#':
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(s))
}

// aliases are the headers of each field, the surest first: the systems' own, then ordinary words. When two columns of
// a list are the same field, the earlier alias wins. Columns about the buyer of a ticket are not among them.
var aliases = []struct {
	field Field
	names string // separated by |
}{
	{FieldGivenName, "attendee name: given name|attendee_name_given_name|ticket first name|first name|firstname|first names|given name|given names|given|forename|" +
		"имя|имя участника|имена|adı|öz adı|prénom|prénoms|isim|ismi|ism|есімі|есім|аты|ысымы|ном|الاسم الأول|الاسم الشخصي|نام|ad|" +
		"исм|исми|" +
		"имя латиницей|имя на английском"},
	{FieldPatronymic, "patronymic|middle name|отчество|ata adı|atasının adı|atasının adi|otasining ismi|sharifi|әкесінің аты|атасынын аты|اسم الأب|" +
		"отасининг исми|шарифи|номи падар"},
	{FieldFamilyName, "attendee name: family name|attendee_name_family_name|ticket last name|last name|lastname|family name|surname|family|" +
		"фамилия|фамилия участника|soyad|soyadı|soyad adı|soyisim|nom de famille|familiya|familiyasi|тегі|тек|фамилиясы|насаб|اسم العائلة|اللقب|العائلة|الاسم العائلي|نام خانوادگی|" +
		"фамилияси|" +
		"фамилия латиницей|фамилия на английском"},
	{FieldFamilyFirst, "фио|ф.и.о.|ф.и.о. участника|фио участника|фамилия имя отчество|фамилия, имя, отчество|фамилия имя|фамилия, имя|фамилия и имя|soyad, ad|soyad ad|soyadı, adı|soyadı, adı, ata adı|soyad, ad, ata adı|s.a.a.|" +
		"familiya, ism|f.i.sh.|f.i.o.|fio|аты-жөні|таә|т.а.ә.|аты-жөнү|ному насаб|nom et prénom|nom, prénom|nom prénom|last name, first name|family name, given name|" +
		"soyadı, adı, atasının adı|soyad, ad, atasının adı|ф.и.ш.|насаб, ном|насаб, ном, номи падар|nom et prénom(s)|nom et prénoms|nom, prénoms"},
	{FieldName, "attendee name|ticket full name|full name|fullname|name|participant|participant name|attendee|полное имя|участник|имя и фамилия|имя фамилия|tam adı|ad, soyad|ad soyad|adı, soyadı|adı soyadı|ad və soyad|iştirakçı|" +
		"nom complet|prénom et nom|prénom nom|ad soyisim|adı ve soyadı|isim soyisim|toʻliq ismi|ism familiya|ism va familiya|толық аты|الاسم الكامل|الاسم واللقب|الإسم|الاسم|" +
		"тўлиқ исми|исм ва фамилия|толук аты|номи пурра|ном ва насаб|" +
		"full name in english|name in english|фио на английском|имя и фамилия латиницей|iştirakçının adı, soyadı|ismi sharifi|ism-sharifi|الاسم الثلاثي|الاسم الرباعي|الاسم باللغة الإنجليزية"},
	{FieldNativeName, "native name|name in own script|name (native)|name in native language|name in your own script|name in arabic|full name in arabic|arabic name|name in russian|full name in russian|имя на арабском|фио на русском|фио на русском языке|фио на родном языке|nom en arabe|ərəbcə adı|الاسم بالعربية|الاسم باللغة العربية|الاسم الكامل باللغة العربية|имя на родном языке|adı ana dilində|ad öz əlifbasında"},
	{FieldBadgeName, "badge name|name on badge|name on the badge|имя на бейдже|beycdəki ad|beyc üçün ad|nom sur le badge|" +
		"name as on badge|name for badge|name for the badge|имя для бейджа"},
	{FieldHonorific, "title|honorific|salutation|form of address|attendee name: title|attendee_name_salutation|обращение|титул|müraciət|müraciət forması|civilité|hitap|unvan|murojaat|" +
		"prefix"},
	{FieldPosition, "position|job title|ticket job title|attendee_job_title|occupation|role at work|post|должность|vəzifə|vəzifəsi|fonction|poste|görev|görevi|lavozim|lavozimi|лауазымы|лауазым|кызматы|кызмат орду|вазифа|المنصب|الوظيفة|الصفة|" +
		"designation|titre du poste|занимаемая должность|позиция|tutduğu vəzifə|лавозим|лавозими|қызметі|вазифаи ишғолкарда|мансаб|المسمى الوظيفي"},
	{FieldOrganisation, "attendee_company|ticket company name|affiliation|organisation|organization|company|company/instt|institution|institute|employer|организация|учреждение|место работы|компания|" +
		"təşkilat|təşkilatı|qurum|müəssisə|iş yeri|organisme|établissement|société|kurum|kurumu|kuruluş|tashkilot|ish joyi|ұйым|ұйымы|мекеме|уюм|уюму|ташкилот|المؤسسة|المنظمة|الجهة|" +
		"наименование организации|название организации|təmsil etdiyi qurum|tashkilot nomi|muassasa|ташкилоти|муассаса|иш жойи|жұмыс орны|мекемесі|иштеген жери|муассиса|ҷои кор|جهة العمل|" +
		"institution name|name of institution|name of the institution|name of organization|name of organisation|name of the organization|name of the organisation|organization name|organisation name|company name|название учреждения|наименование учреждения|təşkilatın adı|qurumun adı|müəssisənin adı|nom de l’organisme"},
	{FieldCountry, "attendee_country|country code|country|home country|country of residence|nationality|страна|гражданство|государство|ölkə|ölkəsi|vətəndaşlıq|pays|nationalité|ülke|ülkesi|mamlakat|davlat|ел|мемлекет|елі|өлкө|мамлекет|кишвар|البلد|الدولة|الجنسية|کشور|" +
		"pays de résidence|ölkənin adı|vətəndaşlığı|mamlakati|davlati|fuqaroligi|мамлакат|мамлакати|давлат|давлати|фуқаролиги|азаматтығы|жарандыгы|мамлекети|шаҳрвандӣ|" +
		"country of origin|representing country|country represented|country you represent|страна проживания|представляемая страна|təmsil etdiyi ölkə"},
	{FieldEmail, "attendee_email|ticket email|email|e-mail|email address|e-mail address|attendee email|mail|эл. почта|электронная почта|почта|адрес электронной почты|имейл|" +
		"e-poçt|epoçt|elektron poçt|elektron poçt ünvanı|poçt|courriel|adresse e-mail|adresse électronique|e-posta|eposta|elektron pochta|эл. пошта|электрондық пошта|электрондук почта|почтаи электронӣ|البريد الإلكتروني|البريد|ایمیل|" +
		"адрес эл. почты|электронный адрес|e-pochta|elektron manzil|pochta|электрон почта|электрон манзил|электрондық поштасы|электрондук дареги|суроғаи электронӣ|البريد الالكتروني|الإيميل|" +
		"personal email|work email|corporate email|business email|adresse mail"},
	{FieldPhone, "cell phone|mobile phone|mobile|phone number|phone_number|phone|ticket phone number|telephone|tel|телефон|моб. телефон|мобильный телефон|номер телефона|" +
		"telefonu|mobil|mobil telefon|telefon nömrəsi|telefon|téléphone|portable|cep telefonu|telefon raqami|телефон нөмірі|телефон номери|الهاتف|رقم الهاتف|الجوال|تلفن|" +
		"mobile number|contact number|numéro de téléphone|контактный телефон|тел|əlaqə nömrəsi|mobil nömrə|tel. raqami|telefon raqam|телефон рақами|телефон рақам|байланыс телефоны|телефону|рақами телефон|рақами тамос|رقم الجوال|" +
		"whatsapp|whatsapp number|номер whatsapp|контактный номер|téléphone portable"},
	{FieldLanguage, "locale|language|язык|dil|dili|langue|til|тіл|тіли|забон|اللغة|" +
		"preferred language|language of communication|рабочий язык"},
	{FieldBirthDate, "date of birth|birth date|birthday|дата рождения|doğum tarixi|təvəllüd|date de naissance|doğum tarihi|tugʻilgan sana|туған күні|туулган күнү|تاريخ الميلاد|" +
		"dob|naissance|né(e) le|день рождения|дата рожд.|doğum günü|tugʻilgan sanasi|tugʻilgan kuni|туғилган сана|туғилган санаси|туғилган куни|туылған күні|туулган датасы|санаи таваллуд|рӯзи таваллуд|تاريخ الولادة|الميلاد"},
	{FieldGender, "gender|sex|пол|cins|cinsi|cinsiyyət|sexe|genre|cinsiyet|jins|jinsi|жинс|жинси|жынысы|жыныс|ҷинс|جنس|الجنس|النوع|جنسیت|" +
		"cinsiyyəti|ҷинсият"},
	{FieldConsent, "consent|data protection|privacy|privacy policy|gdpr|agreement|согласие|согласие на обработку персональных данных|обработка персональных данных|razılıq|fərdi məlumatların emalına razılıq|" +
		"consentement|accord|onay|kvkk|rozilik|розилик|келісім|макулдук|розигӣ|الموافقة|موافقة|رضایت"},
	{FieldAccess, "access needs|accessibility|accessibility needs|special needs|особые потребности|əlçatanlıq ehtiyacları"},
	{FieldDietary, "dietary|dietary needs|dietary requirements|diet|питание|особенности питания|qidalanma|qidalanma ehtiyacları|régime alimentaire|beslenme|" +
		"dietary restrictions|special dietary requirements|food allergies|allergies|пищевые ограничения|qida məhdudiyyətləri"},
	{FieldDeskNote, "comment|comments|desk note|note|notes|remark|remarks|примечание|примечания|комментарий|qeyd|qeydlər|masanın qeydi|remarque|remarques|açıklama|izoh|ескерту|эскертүү|ملاحظات"},
	{FieldAttention, "requires special attention|special attention|attention|needs attention|требует внимания|особое внимание|diqqət tələb edir"},
	{FieldCategory, "category|ticket type|product name|product|item|ticket_name|ticket name|ticket|registration type|participant type|категория|тип участника|статус участника|kateqoriya|iştirakçı kateqoriyası|catégorie|kategori|toifa|санаты|санат|категориясы|гурӯҳ|الفئة|" +
		"participant category|type of participant|type de participant|catégorie de participant|категория участника|iştirakçının kateqoriyası|iştirakçı növü|toifasi|kategoriya|ishtirokchi toifasi|тоифа|тоифаси|иштирокчи тоифаси|қатысушы санаты|катышуучунун категориясы|категорияи иштирокчӣ|فئة المشارك|التصنيف|" +
		"type of participation|participation type|role|роль"},
	{FieldDelegation, "delegation|group|делегация|группа|nümayəndə heyəti|heyət|délégation|delegasyon|heyet|delegatsiya|الوفد|" +
		"country delegation|groupe|делегация страны|qrup|delegatsiyasi|guruh|guruhi|делегацияси|делегациясы|топ|ҳайат|ҳайати вакилон|الوفد المشارك|المجموعة"},
	{FieldStatus, "attendee status|registration state|registration status|approval_status|status|state|статус|statusu|vəziyyət|statut|durum|holati|күйі|الحالة"},
	{FieldVoid, "void status|void|voided"},
	{FieldQuantity, "quantity|qty|tickets|number of tickets|number of people|persons|seats|количество|количество билетов|количество человек|кол-во|miqdar|say|nəfər sayı|bilet sayı|quantité|nombre de places|nombre de personnes|adet|kişi sayısı|soni|миқдори|саны|العدد|عدد الأشخاص|تعداد"},
	{FieldCode, "secret|code of another system|başqa sistemin kodu|barcode #|barcode|ticket reference|public id|ticket code|badge code|code|код|kod|штрихкод|ştrixkod|code-barres|barkod"},
	{FieldID, "attendee #|id|attendee id|registration id|registrant id|ticket id|api_id|uuid|идентификатор"},
	{FieldCheckedIn, "checked in|checked_in_at|check-in date|checked in at|check ins|check-ins|check-in|arrived|отметка о приходе|явка|qeydə alınıb|gəlib"},
	{FieldBadgeNumber, "badge number|beyc nömrəsi"},
	{FieldPerson, headerPerson},
}

// either are words for the given name in a list with family names and for the whole name in one without.
var either = []string{"имя", "ad", "adı", "isim", "ism", "исм", "исми", "ismi", "аты", "есімі", "есім", "ном", "نام"}

// sure is a header's field, and its place among the field's aliases: the smaller the surer.
type sure struct {
	field Field
	rank  int
}

// fieldsByHeader are the fields by folded header: those that are only asked for in a sentence are found by headers.of.
func fieldsByHeader() headers {
	all := headers{}
	for _, a := range aliases {
		for rank, name := range strings.Split(a.names, "|") {
			if _, taken := all[fold(name)]; !taken {
				all[fold(name)] = sure{a.field, rank}
			}
		}
	}
	for _, f := range Fields() { // as Lanyard's own JSON and address cards call them
		if _, taken := all[fold(string(f))]; !taken {
			all[fold(string(f))] = sure{f, 0}
		}
	}
	return all
}
