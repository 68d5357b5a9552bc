package wording

import "strings"

// formKeys are the words of a printed registration form, in the order of formWords.
const formKeys = "title|given_name|family_name|native_name|honorific|position|organisation|country|email|phone|category|delegation|access|dietary|yes|no|agree|required|one|several|only_if|signature|date|day|month|year|other"

// formWords are those words in each language.
func formWords(tag string) string {
	return map[string]string{
		"en": "Registration form|Given name|Family name|Name in your own script|Title (Mr, Ms, Dr…)|Position|Organisation|Country|E-mail|Phone|Category|Delegation|Access needs|Dietary needs|Yes|No|I agree|must be filled in|choose one|choose any that apply|only if|Signature|Date|day|month|year|other than",
		"fr": "Formulaire d’inscription|Prénom|Nom de famille|Nom dans votre écriture|Titre (M., Mme, Dr…)|Fonction|Organisation|Pays|E-mail|Téléphone|Catégorie|Délégation|Besoins d’accessibilité|Régime alimentaire|Oui|Non|J’accepte|à remplir obligatoirement|un seul choix|plusieurs choix possibles|seulement si|Signature|Date|jour|mois|année|autre que",
		"ar": "استمارة التسجيل|الاسم الأول|اسم العائلة|الاسم بلغتكم|اللقب (السيد، السيدة، د.…)|المنصب|المؤسسة|البلد|البريد الإلكتروني|الهاتف|الفئة|الوفد|احتياجات الوصول|الاحتياجات الغذائية|نعم|لا|أوافق|حقل إلزامي|اختيار واحد|يمكن اختيار أكثر من إجابة|فقط إذا|التوقيع|التاريخ|يوم|شهر|سنة|غير",
		"az": "Qeydiyyat forması|Ad|Soyad|Öz əlifbanızda adınız|Müraciət forması (cənab, xanım, dr.…)|Vəzifə|Təşkilat|Ölkə|E-poçt|Telefon|Kateqoriya|Nümayəndə heyəti|Əlçatanlıq ehtiyacları|Qidalanma ehtiyacları|Bəli|Xeyr|Razıyam|mütləq doldurulmalıdır|birini seçin|bir neçəsini seçmək olar|yalnız bu halda|İmza|Tarix|gün|ay|il|bunlardan başqa",
		"ru": "Регистрационная форма|Имя|Фамилия|Имя на вашем языке|Обращение (г-н, г-жа, д-р…)|Должность|Организация|Страна|Эл. почта|Телефон|Категория|Делегация|Потребности в доступности|Особенности питания|Да|Нет|Я согласен (согласна)|обязательно для заполнения|выберите один ответ|можно выбрать несколько|только если|Подпись|Дата|день|месяц|год|кроме",
		"kk": "Тіркеу нысаны|Аты|Тегі|Өз тіліңіздегі атыңыз|Қаратпа сөз (мырза, ханым, д-р…)|Лауазымы|Ұйымы|Елі|Эл. пошта|Телефон|Санаты|Делегация|Қолжетімділік қажеттіліктері|Тамақтану ерекшеліктері|Иә|Жоқ|Келісемін|міндетті түрде толтырылады|біреуін таңдаңыз|бірнешеуін таңдауға болады|тек егер|Қолы|Күні|күн|ай|жыл|мынадан басқа",
		"uz": "Roʻyxatdan oʻtish shakli|Ismi|Familiyasi|Oʻz yozuvingizdagi ism|Murojaat (janob, xonim, dr.…)|Lavozimi|Tashkiloti|Mamlakati|E-pochta|Telefon|Toifasi|Delegatsiya|Qulaylik ehtiyojlari|Ovqatlanish talablari|Ha|Yoʻq|Roziman|toʻldirilishi shart|bittasini tanlang|bir nechtasini tanlash mumkin|faqat agar|Imzo|Sana|kun|oy|yil|bundan boshqa",
		"ky": "Каттоо формасы|Аты|Фамилиясы|Өз тилиңиздеги атыңыз|Кайрылуу (мырза, айым, др.…)|Кызматы|Уюму|Өлкөсү|Эл. почта|Телефон|Категориясы|Делегация|Жеткиликтүүлүк муктаждыктары|Тамактануу өзгөчөлүктөрү|Ооба|Жок|Макулмун|милдеттүү түрдө толтурулат|бирөөнү тандаңыз|бир нечесин тандоого болот|эгер гана|Кол тамгасы|Датасы|күн|ай|жыл|мындан башка",
		"tg": "Варақаи бақайдгирӣ|Ном|Насаб|Ном бо хатти худатон|Муроҷиат (ҷаноб, хонум, д-р…)|Вазифа|Ташкилот|Кишвар|Почтаи электронӣ|Телефон|Категория|Ҳайат|Ниёзҳои дастрасӣ|Ниёзҳои ғизоӣ|Ҳа|Не|Розӣ ҳастам|ҳатман пур карда шавад|якеро интихоб кунед|чандтоашро интихоб кардан мумкин|танҳо агар|Имзо|Сана|рӯз|моҳ|сол|ба ҷуз",
	}[tag]
}

// Form gives a word of a printed registration form by its key, such as "given_name", in a language by its tag; in English where
// this package does not have the language.
func Form(tag, key string) string {
	words := formWords(Base(tag))
	if words == "" {
		words = formWords("en")
	}
	all := strings.Split(words, "|")
	for i, k := range strings.Split(formKeys, "|") {
		if k == key && i < len(all) {
			return all[i]
		}
	}
	return ""
}
