package sample

import "strings"

// source is what one language lends to made-up people. Phone is the start of a number in E.164.
type source struct {
	language, country, delegation, domain, phone string
	men, women, families, organisations          []string
}

// sources lists the languages; family names are in the form that men bear.
func sources() []source {
	f := strings.Fields
	o := func(s string) []string { return strings.Split(s, "|") }
	return []source{
		{"az", "AZ", "az", "az", "+99412", f(azMen), f(azWomen), f(azFamilies), o("Bakı Dövlət Universiteti|Şəki Tarix Muzeyi|Gəncə Kitabxanası|Azərbaycan Dillər Universiteti")},
		{"uz", "UZ", "uz", "uz", "+99871", f(uzMen), f(uzWomen), f(uzFamilies), o("Toshkent davlat universiteti|Samarqand muzeyi|Buxoro kutubxonasi|Fargʻona davlat universiteti")},
		{"tg", "TJ", "tj", "tj", "+99237", f(tgMen), f(tgWomen), f(tgFamilies), o("Донишгоҳи миллии Тоҷикистон|Осорхонаи Хуҷанд|Китобхонаи Кӯлоб")},
		{"kk", "KZ", "kz", "kz", "+7727", f(kkMen), f(kkWomen), f(kkFamilies), o("Еуразия ұлттық университеті|Ұлттық кітапхана|Тараз тарихи музейі")},
		{"ky", "KG", "kg", "kg", "+99631", f(kyMen), f(kyWomen), o(kyFamilies), o("Кыргыз улуттук университети|Ош мамлекеттик университети|Тарых музейи")},
		{"ru", "RU", "guests", "org", "+7495", f(ruMen), f(ruWomen), f(ruFamilies), o("Институт востоковедения|Музей народов|Школа реставрации")},
		{"fr", "FR", "guests", "org", "+3315", f(frMen), f(frWomen), f(frFamilies), o("Université de Lyon|Musée des arts|École du patrimoine")},
		{"ar", "MA", "guests", "org", "+21253", f(arMen), f(arWomen), f(arFamilies), o("جامعة الرباط|مكتبة المخطوطات|مركز التراث")},
	}
}

const (
	azMen      = `Anar Elçin Orxan Tural Rəşad Kamran Vüqar Elnur Samir Nicat Fərid Cavid Murad Ramil İlqar Əli Həsən Hüseyn Rauf Zaur Emin Toğrul Pərviz Xəyal Ceyhun Şahin Natiq Azər Rövşən Məmməd`
	azWomen    = `Aysel Günel Leyla Nigar Sevinc Fidan Aygün Könül Lalə Nərmin Türkan Səbinə Gülnar Ülviyyə Xədicə Zəhra Jalə Röya Şəbnəm Çinarə Arzu Pərvanə Vəfa Elnarə Təranə Mehriban Afaq Nuranə Günay Həcər`
	azFamilies = `Əliyev Məmmədov Həsənov Hüseynov Quliyev Rzayev İsmayılov Abbasov Cəfərov Kərimov Süleymanov Mustafayev Vəliyev Bağırov Qasımov Nəsirov Şükürov İbrahimov Əhmədov Babayev Rəhimov Orucov Zeynalov Səfərov Heydərov Mirzəyev Axundov Əsgərov Paşayev Tağıyev Hacıyev Namazov Cabbarov Nağıyev Xəlilov Salmanov Rüstəmov Sadıqov Əfəndiyev Hüseynzadə Rəsulzadə Məmmədzadə Əlizadə Axundzadə Vəlizadə Nuriyev Bayramov Qədirov Şirinov Yusifov`
	uzMen      = `Jasur Otabek Sherzod Bobur Oʻtkir Ulugʻbek Jamshid Aziz Rustam Sardor Bekzod Farhod Davron Anvar Shuhrat Akmal Dilshod Ravshan Alisher Zafar Gʻayrat Mirzo Botir Komil Laziz Nodir Temur Umid Islom Hasan`
	uzWomen    = `Dilnoza Gulnora Feruza Zulfiya Malika Nigora Shahnoza Madina Sevara Nilufar Barno Kamola Munira Oydin Lola Mohira Zuhra Gavhar Yulduz Saodat Umida Nargiza Nodira Iroda Hilola Zarina Nafisa Shoira Xurshida Mavluda`
	uzFamilies = `Karimov Rahimov Yusupov Qodirov Gʻulomov Yoʻldoshev Toʻrayev Xoʻjayev Ergashev Umarov Saidov Nazarov Abdullayev Ismoilov Mirzayev Tursunov Jalilov Hamidov Sobirov Oripov Choriyev Boboyev Rasulov Sharipov Ashurov Norov Murodov Qosimov Vohidov Salimov Usmonov Normatov Haydarov Joʻrayev Sodiqov Xolmatov Eshonqulov Olimov Azimov Ravshanov Mahmudov Zokirov Hakimov Ibrohimov Gʻofurov Egamberdiyev Toshmatov Islomov Xudoyberdiyev Pulatov`
	tgMen      = `Ҷамшед Фаррух Парвиз Рустам Далер Сӯҳроб Баҳром Фирдавс Эҳсон Манучеҳр Хуршед Ҷовид Комрон Умед Шаҳбоз Ғафур Искандар Саид Аброр Наим Исмоил Юсуф Яҳё Фаридун Сиёвуш Абдулло Зафар Бахтиёр Диловар Камол`
	tgWomen    = `Манижа Зарина Мадина Фарзона Ситора Нигина Гулчеҳра Шаҳноза Парвина Меҳрангез Мавзуна Тахмина Фируза Нилуфар Дилбар Гулнора Саодат Зебо Моҳира Рухшона Анора Лола Ҷамила Малика Нозанин Наргис Озода Робия Шаҳло Хосият`
	tgFamilies = `Раҳимов Қурбонов Шарипов Назаров Мирзоев Саидов Ҳакимов Ғафуров Рӯзиев Холов Каримов Юсупов Давлатов Абдуллоев Ҷӯраев Одинаев Исмоилов Сафаров Раҳмонов Қодиров Бобоев Зоиров Асоев Ашӯров Ниёзов Ҳасанов Ҷалилов Алиев Маҳмудов Собиров Раҳимзода Ғафурзода Мирзозода Ҳасанзода Каримзода Шарифзода Исмоилзода Юсуфзода Саидзода Назарзода Ҷамолзода Валиев Умаров Турсунов Содиқов Латифов Азизов Набиев Ёров Ятимов`
	kkMen      = `Нұрлан Ерлан Бауыржан Асқар Дәурен Әлішер Қанат Мұрат Серік Бекзат Олжас Айдос Ғалым Төлеген Жандос Еркебұлан Ұлан Дінмұхамед Санжар Тимур Арман Әділет Нұржан Қайрат Мақсат Бақыт Рүстем Ілияс Өмірбек Шыңғыс`
	kkWomen    = `Әлия Айгүл Гүлнәр Динара Жанар Сәуле Мәдина Аружан Гауһар Ботагөз Әсел Қарлығаш Фариза Ұлжан Шолпан Томирис Нұргүл Айнұр Камила Меруерт Назым Раушан Салтанат Самал Жібек Ақерке Маржан Індіра Балнұр Зере`
	kkFamilies = `Қасымов Ахметов Оспанов Сейітқали Жүнісов Нұрпейісов Әбдірахманов Ибраев Сәрсенов Төлегенов Бекмұратов Мұхамеджанов Есенов Омаров Исаев Сүлейменов Қалиев Смағұлов Жақсыбеков Байжанов Тоқтаров Рахимов Ермеков Шәкенов Ғабдуллин Құдайбергенов Мәжитов Айтжанов Искаков Нұрғалиев Әлімжанов Серікұлы Нұрланұлы Қайратұлы Мұратұлы Ерланұлы Төлегенұлы Бауыржанұлы Жұмабаев Досжанов Қожахметов Тілеубердиев Бөкейханов Мырзахметов Дүйсенов Есімов Жантөрин Сағынтаев Сатпаев Ниязов`
	kyMen      = `Нурлан Азамат Бакыт Улан Эрлан Талант Айбек Жыргал Кубаныч Мирлан Нурбек Өмүрбек Сыймык Тилек Темирлан Чыңгыз Эмил Канат Замир Данияр Бектур Алмаз Марат Рустам Самат Руслан Үсөн Аскар Максат Жаныбек`
	kyWomen    = `Айгүл Чолпон Жылдыз Айпери Бегимай Нургүл Гүлзат Назгүл Мээрим Айжан Асель Салтанат Перизат Динара Эльмира Жаңыл Бермет Алтынай Каныкей Айдай Сеңгүл Элиза Мунара Зарина Кымбат Рахат Айзада Нуриза Анара Жамиля`
	kyFamilies = `Токтогулов|Асанов|Жээнбеков|Бейшеналиев|Мамытов|Осмонов|Өмүралиев|Абдыкадыров|Исаков|Сыдыков|Кадыров|Алиев|Турдубаев|Жолдошев|Бекташев|Кожоев|Ташматов|Эсенов|Мамырканов|Шаршенов|Акматов|Дүйшөнов|Үсөнов|Сагынбаев|Калыков|Ибраимов|Байтемиров|Чотонов|Маматов|Асан уулу|Бакыт уулу|Улан уулу|Талант уулу|Нурбек уулу|Мирлан уулу|Канат уулу|Самат уулу|Эрмеков|Раимкулов|Молдобаев|Орозбеков|Төлөгөнов|Сатыбалдиев|Кенжебаев|Жумабеков|Чокоев|Ниязов|Бообеков|Суванов|Найманов`
	ruMen      = `Алексей Михаил Сергей Андрей Дмитрий Николай Иван Пётр Фёдор Павел Виктор Юрий Олег Игорь Владимир Константин Григорий Семён Артём Илья Кирилл Роман Василий Евгений Борис Глеб Степан Тимофей Яков Лев`
	ruWomen    = `Анна Мария Елена Ольга Наталья Татьяна Ирина Екатерина Светлана Людмила Дарья Юлия Ксения Алёна Софья Вера Надежда Любовь Полина Валентина Галина Евгения Варвара Зоя Инна Лидия Нина Раиса Тамара Элеонора`
	ruFamilies = `Иванов Петров Сидоров Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Волков Соловьёв Васильев Зайцев Павлов Семёнов Голубев Виноградов Богданов Воробьёв Фёдоров Михайлов Беляев Тарасов Белов Комаров Орлов Киселёв Макаров Андреев Ковалёв Ильин Гусев Титов Кузьмин Щукин Щербаков Цветков Никитин Сорокин Пушкарёв Чернышёв Журавлёв Заболоцкий Вознесенский Покровский Успенский Преображенский Рождественский`
	frMen      = `Antoine Benoît Cédric Didier Étienne François Gaël Hugo Jérôme Julien Laurent Loïc Mathieu Nicolas Noël Olivier Pascal Philippe Raphaël Rémi Sébastien Théo Thierry Vincent Xavier Yves Jean-Luc Pierre-Yves Gaspard Aurélien`
	frWomen    = `Adèle Agnès Anaïs Aurélie Béatrice Camille Cécile Chloé Claire Élodie Émilie Françoise Geneviève Hélène Inès Joëlle Juliette Lætitia Léa Maëlle Margaux Marie-Laure Noémie Océane Pauline Sophie Sylvie Véronique Zoé Anne-Sophie`
	frFamilies = `Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Roux Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefèvre Faure Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Perrin Clément Morin Nicolas Châtelain Lecœur Brûlé Delaforêt Béranger Lemaître Bourgoin Thévenet Gérard Prévost`
	arMen      = `Ahmad/أحمد Muhammad/محمد Khalid/خالد Omar/عمر Youssef/يوسف Hassan/حسن Karim/كريم Tariq/طارق Ibrahim/إبراهيم Ali/علي Said/سعيد Rachid/رشيد Mustafa/مصطفى Nabil/نبيل Walid/وليد Jamal/جمال Fouad/فؤاد Samir/سمير Hamza/حمزة Bilal/بلال Adil/عادل Anas/أنس Mahmoud/محمود Salim/سليم Zakaria/زكريا`
	arWomen    = `Fatima/فاطمة Layla/ليلى Aisha/عائشة Maryam/مريم Khadija/خديجة Zaynab/زينب Salma/سلمى Noura/نورة Huda/هدى Samira/سميرة Rania/رانيا Amal/أمل Haifa/هيفاء Ghada/غادة Nadia/نادية Yasmin/ياسمين Imane/إيمان Asma/أسماء Hanan/حنان Widad/وداد Sara/سارة Latifa/لطيفة Lubna/لبنى Safia/صفية Jamila/جميلة`
	arFamilies = `Al-Idrissi/الإدريسي Al-Fassi/الفاسي Benali/بنعلي Al-Hassani/الحسني Al-Alami/العلمي Al-Mansouri/المنصوري Al-Andalusi/الأندلسي Al-Tazi/التازي Al-Khatib/الخطيب Al-Najjar/النجار Haddad/حداد Al-Sharif/الشريف Al-Ansari/الأنصاري Al-Qadiri/القادري Al-Baghdadi/البغدادي Al-Tunisi/التونسي Al-Masri/المصري Al-Hashimi/الهاشمي Al-Zahrani/الزهراني Al-Ghamdi/الغامدي Al-Dosari/الدوسري Al-Otaibi/العتيبي Al-Harbi/الحربي Al-Shami/الشامي Al-Omari/العمري Al-Bakri/البكري Al-Sayyid/السيد Al-Qasimi/القاسمي Al-Jaziri/الجزيري Al-Maghribi/المغربي Chraibi/الشرايبي Berrada/برادة Bennani/بناني Al-Wazzani/الوزاني Al-Filali/الفيلالي Al-Saadi/السعدي Al-Rifai/الرفاعي Al-Kettani/الكتاني Al-Tahiri/الطاهري Al-Yousfi/اليوسفي`
)
