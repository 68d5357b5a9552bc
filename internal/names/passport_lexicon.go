package names

// arabicLexicon are words of which names in Arabic letters are made, with their usual spellings in Latin letters: in
// English (the passports of the Gulf and the Levant), in French where it differs (those of the Maghreb, and of Egypt
// where they differ from the Gulf's), and in Persian ones. The letters do not say the vowels, hence the list: a word that
// is not on it is not guessed. What the list holds is common knowledge, from no one source; no table of any country fixes
// these spellings. Words that belong together are written as one.
const arabicLexicon = `
محمد=Mohammed,Mohamed,Mohammad محمود=Mahmoud,,Mahmoud أحمد=Ahmed,Ahmed,Ahmad حامد=Hamed,,Hamed حمد=Hamad حميد=Hameed,Hamid,Hamid
مصطفى=Mustafa,Mostefa,Mostafa علي=Ali,,Ali حسن=Hassan,Hassan,Hassan حسين=Hussein,Hocine,Hossein حسني=Hosni,Hosni,Hosni محسن=Mohsen,Mohsen,Mohsen
عمر=Omar,,Omar عثمان=Othman,Othmane,Osman أبوبكر=Abubakr,Aboubakr,Abubakr إبراهيم=Ibrahim,Brahim,Ebrahim إسماعيل=Ismail,Smail,Esmail
يوسف=Yousef,Youssef,Yousef يعقوب=Yaqoub,Yacoub,Yaghoub موسى=Musa,Moussa,Mousa عيسى=Issa,Aissa,Isa داود=Dawood,Daoud,Davoud سليمان=Sulaiman,Slimane,Soleiman
إدريس=Idris,Driss,Edris يحيى=Yahya,Yahia,Yahya زكريا=Zakaria,,Zakaria هارون=Haroun,,Haroun نوح=Nooh,Nouh,Nouh آدم=Adam,,Adam يونس=Younis,Younes,Younes
إلياس=Elias,Ilyes,Elias أيوب=Ayoub,,Ayoub صالح=Saleh,Salah,Saleh لقمان=Luqman,Lokmane,Loghman
خالد=Khalid,Khaled,Khaled وليد=Waleed,Walid,Valid سعيد=Saeed,Said,Saeid سعد=Saad,,Saad سعود=Saud,Saoud سالم=Salem,Salem,Salem سليم=Saleem,Salim,Salim سلمان=Salman,Salmane,Salman
سلطان=Sultan,Soltane,Soltan سامي=Sami,,Sami سمير=Samir,,Samir سيف=Saif,Seif,Seif شريف=Sharif,Cherif,Sharif طارق=Tariq,Tarek,Tareq طلال=Talal,,Talal
طاهر=Taher,Tahar,Taher عادل=Adel,,Adel عامر=Amer,Amer,Amer عباس=Abbas,,Abbas عزيز=Aziz,,Aziz عصام=Issam,,Esam عماد=Imad,Imed,Emad غسان=Ghassan,Ghassen
فارس=Faris,Fares,Fares فاروق=Farouq,Farouk,Farough فهد=Fahad,Fahd فؤاد=Fouad,,Foad فيصل=Faisal,Faycal,Feisal قاسم=Qasim,Kacem,Ghasem كريم=Kareem,Karim,Karim كمال=Kamal,Kamel,Kamal
ماجد=Majid,Majed,Majed مالك=Malik,Malek,Malek مازن=Mazen,,Mazen مروان=Marwan,Marouane,Marvan منصور=Mansour,,Mansour مهدي=Mahdi,Mehdi,Mehdi ناصر=Nasser,Nacer,Naser
نبيل=Nabil,,Nabil نجيب=Najib,,Najib نزار=Nizar,,Nezar نواف=Nawaf,Naouaf هاشم=Hashim,Hachem,Hashem هاني=Hani,,Hani هشام=Hisham,Hicham,Hesham هيثم=Haitham,Haythem,Heysam
ياسر=Yasser,,Yaser ياسين=Yaseen,Yacine,Yasin رشيد=Rashid,Rachid,Rashid راشد=Rashid,Rached,Rashed رضا=Reda,Redha,Reza رياض=Riyadh,Riad,Riaz زيد=Zaid,Zeid,Zeid زياد=Ziad,Ziyad,Ziyad
جابر=Jaber,Djaber,Jaber جاسم=Jassim,Jassem,Jasem جعفر=Jaafar,Djaafar,Jafar جمال=Jamal,Djamel,Jamal جميل=Jameel,Djamil,Jamil بدر=Bader,Badr,Badr بلال=Bilal,,Belal بشير=Bashir,Bachir,Bashir
ثامر=Thamer ثاني=Thani تميم=Tamim توفيق=Tawfiq,Toufik,Tofigh حبيب=Habib,,Habib حمزة=Hamza,,Hamzeh حاتم=Hatem,,Hatem خليفة=Khalifa خليل=Khalil,,Khalil مختار=Mukhtar,Mokhtar,Mokhtar
مبارك=Mubarak,Mbarek,Mobarak مراد=Murad,Mourad,Morad مسعود=Masoud,Messaoud,Masoud منير=Munir,Mounir,Monir معاذ=Muath,Mouad,Moaz نادر=Nader,,Nader وائل=Wael,Ouael وسام=Wissam,Ouissam أنس=Anas,Anes,Anas
أسامة=Osama,Oussama,Osameh أمين=Amin,Amine,Amin أنور=Anwar,Anouar,Anvar أيمن=Ayman,Aymen أكرم=Akram,,Akram أشرف=Ashraf,Achraf,Ashraf بسام=Bassam باسم=Basem,Bassem باسل=Basel,Bassel
حازم=Hazem حسام=Hussam,Houssem,Hesam ربيع=Rabie,Rabii,Rabi رامي=Rami رائد=Raed سلام=Salam,Salem شادي=Shadi,Chadi,Shadi صادق=Sadiq,Sadek,Sadegh صلاح=Salah,,Salah ضياء=Diaa,Dhia,Zia
لؤي=Loay,Louay مجدي=Magdi,Mejdi وجدي=Wajdi,Ouajdi هادي=Hadi,Hedi,Hadi نعيم=Naim,,Naim منذر=Munther,Mondher مهند=Mohannad,Mohaned يزيد=Yazid,Yazid,Yazid عمار=Ammar,,Ammar عدنان=Adnan,Adnane,Adnan
فاطمة=Fatima,,Fatemeh خديجة=Khadija,Khadidja,Khadijeh عائشة=Aisha,Aicha,Ayesheh مريم=Maryam,Meriem,Maryam زينب=Zainab,Zineb,Zeynab سارة=Sara,,Sara ليلى=Laila,Leila,Leila لیلا=Leila,Leila,Leila آمنة=Amna,Amina,Ameneh
أمينة=Amina,,Amineh أسماء=Asma,,Asma أميرة=Amira,,Amireh جميلة=Jamila,Djamila,Jamileh حليمة=Halima,,Halimeh هدى=Huda,Houda,Hoda هند=Hind هناء=Hana,Hana,Hana هالة=Hala,,Haleh منى=Mona,Mouna,Mona
مها=Maha نادية=Nadia,,Nadia نجلاء=Najla نورة=Noura,Noura نور=Noor,Nour,Nour نوال=Nawal,Naoual رانيا=Rania ريم=Reem,Rim رقية=Ruqaya,Rokaya,Roghayeh سعاد=Suad,Souad,Soad سلمى=Salma,Selma,Salma سميرة=Samira,,Samireh
سمية=Sumaya,Soumaya,Somayeh شيماء=Shaima,Chaima صفية=Safiya,Safia,Safieh عزيزة=Aziza فريدة=Farida,,Farideh كوثر=Kawthar,Kaouther,Kowsar لطيفة=Latifa,,Latifeh لمياء=Lamia مليكة=Malika وفاء=Wafa,Ouafa زهراء=Zahra,Zohra,Zahra
زهرة=Zahra,Zohra,Zohreh زهرا=Zahra,Zahra,Zahra شيخة=Sheikha غادة=Ghada دينا=Dina دعاء=Doaa إيمان=Iman,Imane,Iman بشرى=Bushra,Bouchra,Boshra حنان=Hanan,Hanane رشا=Rasha,Racha ياسمين=Yasmin,Yasmine,Yasmin
عبدالله=Abdullah,Abdallah,Abdollah عبدالرحمن=Abdulrahman,Abderrahmane,Abdolrahman عبدالرحيم=Abdulrahim,Abderrahim,Abdolrahim عبدالعزيز=Abdulaziz,Abdelaziz,Abdolaziz عبدالكريم=Abdulkarim,Abdelkrim,Abdolkarim
عبداللطيف=Abdullatif,Abdellatif,Abdollatif عبدالقادر=Abdulqader,Abdelkader,Abdolghader عبدالحميد=Abdulhamid,Abdelhamid,Abdolhamid عبدالفتاح=Abdulfattah,Abdelfattah عبدالسلام=Abdulsalam,Abdesselam,Abdolsalam
عبدالرزاق=Abdulrazzaq,Abderrazak,Abdolrazagh عبدالمجيد=Abdulmajeed,Abdelmajid,Abdolmajid عبدالمالك=Abdulmalik,Abdelmalek عبدالملك=Abdulmalik,Abdelmalek عبدالوهاب=Abdulwahab,Abdelouahab عبدالحكيم=Abdulhakim,Abdelhakim,Abdolhakim
عبدالغني=Abdulghani,Abdelghani عبدالنور=Abdulnoor,Abdennour عبدالحق=Abdulhaq,Abdelhak عبدالناصر=Abdulnasser,Abdennacer عبدالرؤوف=Abdulraouf,Abderraouf عبدالصمد=Abdulsamad,Abdessamad,Abdolsamad
عبدالخالق=Abdulkhaliq,Abdelkhalek عبدالواحد=Abdulwahid,Abdelouahed عبدالمنعم=Abdulmonem,Abdelmoneim عبدالحليم=Abdulhalim,Abdelhalim عبدالهادي=Abdulhadi,Abdelhadi,Abdolhadi عبدالباسط=Abdulbasit,Abdelbasset
نورالدين=Noureldin,Noureddine,Nouroddin صلاحالدين=Salaheldin,Salaheddine,Salahoddin سيفالدين=Saifeldin,Seifeddine جمالالدين=Jamaleldin,Djameleddine,Jamaloddin علاءالدين=Alaaeldin,Alaeddine,Alaoddin
محييالدين=Mohieldin,Mohieddine,Mohioddin شمسالدين=Shamseldin,Chemseddine,Shamsoddin عزالدين=Ezzeldin,Azzedine,Ezzoddin زينالدين=Zaineldin,Zineddine,Zeinoddin زينالعابدين=Zainelabidin,Zine_El_Abidine,Zeinolabedin
سيفالله=Saifullah فتحالله=Fathallah نصرالله=Nasrallah,Nasrallah,Nasrollah هبةالله=Hibatullah,Hibatallah سعدالله=Saadallah,Saadallah,Sadollah
بن=bin,Ben,ben بنت=bint,Bent,bent ابن=Ibn,Ibn,Ebn أبو=Abu,Abou,Abu آل=Al,Al,Al أم=Umm,Oum,Om سيد=Sayed,Sid,Seyed شيخ=Sheikh,Cheikh,Sheikh
خطيب=Khatib,,Khatib حداد=Haddad,,Haddad نجار=Najjar,,Najjar خياط=Khayat,Khayat,Khayat صباغ=Sabbagh,,Sabbagh قاضي=Qadi,Cadi,Ghazi مصري=Masri شامي=Shami,Chami حلبي=Halabi عراقي=Iraqi,Iraki,Araghi بغدادي=Baghdadi تونسي=Tounsi,Tounsi
مغربي=Maghribi,Maghrabi حكيم=Hakim,,Hakim هاشمي=Hashimi,Hachemi,Hashemi قاسمي=Qasimi,Kacimi,Ghasemi منصوري=Mansoori,Mansouri,Mansouri شامسي=Shamsi نعيمي=Nuaimi,Naimi,Naeimi مطيري=Mutairi عتيبي=Otaibi قحطاني=Qahtani
غامدي=Ghamdi زهراني=Zahrani شمري=Shammari دوسري=Dosari حربي=Harbi عنزي=Anazi شهري=Shehri مالكي=Maliki,Malki,Maleki سويدي=Suwaidi مزروعي=Mazrouei كتبي=Ketbi ظاهري=Dhaheri مهيري=Muhairi كعبي=Kaabi,,Kabi مري=Marri هاجري=Hajri كواري=Kuwari
مكتوم=Maktoum نهيان=Nahyan صباح=Sabah خليفي=Khelaifi بلوشي=Balushi حارثي=Harthi هنائي=Hinai سنان=Sinan,Sinan,Senan جبوري=Jubouri دليمي=Dulaimi عبيدي=Obaidi,Abidi,Obeidi تميمي=Tamimi,,Tamimi ربيعي=Rubaie,Rebii,Rabiei ساعدي=Saadi,Saadi,Saedi
جزائري=Jazairi,Djezairi,Jazayeri فاسي=Fassi,Fassi علوي=Alawi,Alaoui,Alavi حسيني=Husseini,Hosseini,Hosseini موسوي=Mousawi,Moussaoui,Mousavi رضايي=,,Rezaei رضائی=,,Rezaei احمدی=,,Ahmadi محمدی=,,Mohammadi کریمی=,,Karimi رحیمی=,,Rahimi
جعفری=,,Jafari مرادی=,,Moradi صادقی=,,Sadeghi رحمانی=,,Rahmani عباسی=Abbasi,Abbassi,Abbasi ابراهیمی=Ibrahimi,Brahimi,Ebrahimi امینی=,,Amini نوری=Nouri,,Nouri سلیمانی=,,Soleimani اکبری=,,Akbari قربانی=,,Ghorbani شریفی=,,Sharifi
حیدری=,,Heydari علیزاده=,,Alizadeh حسینزاده=,,Hosseinzadeh رضا=Reda,Redha,Reza بهرام=,,Bahram پرویز=,,Parviz پروین=,,Parvin فرهاد=,,Farhad فریدون=,,Fereydoun شیرین=,,Shirin نسرین=,,Nasrin مهرداد=,,Mehrdad مهناز=,,Mahnaz
شهرام=,,Shahram بیژن=,,Bijan داریوش=,,Dariush کوروش=,,Kourosh سهراب=,,Sohrab رستم=,,Rostam اصغر=,,Asghar اکبر=,,Akbar امیر=Amir,Amir,Amir جواد=Jawad,Djaoued,Javad غلامرضا=,,Gholamreza محمدرضا=,,Mohammad_Reza علیرضا=,,Alireza
نیلوفر=,,Niloufar مرجان=,,Marjan آرش=,,Arash بابک=,,Babak کامران=,,Kamran فرشته=,,Fereshteh مینا=,,Mina ندا=Nada,Nada,Neda سیمین=,,Simin ناهید=,,Nahid هوشنگ=,,Houshang منوچهر=,,Manouchehr ایرج=,,Iraj
عبيد=Obaid,Abid,Obeid طاير=Tayer برواني=Barwani رها=Raha راوي=Rawi,Raoui,Ravi رشود=Rashoud طوق=Touq ضاحي=Dhahi خلفان=Khalfan قرقاوي=Gergawi عطية=Attiyah,Attia بوعزيزي=Bouazizi بركة=Baraka,Barka شاهد=Shahed,Chahed آسيا=Asia,Assia,Asia جبار=Jabbar,Djebar,Jabbar
مرزوقي=Marzouqi,Marzouki متوكل=Mutawakkil,Moutawakel وسيلة=Wasila,Ouassila رابح=Rabeh,Rabah ماجر=Madjer علال=Allal شكري=Shukri,Chokri,Shokri بلعيد=Belaid هواري=Houari بومدين=Boumediene غنوشي=Ghannouchi داودي=Dawoodi,Daoudi,Davoudi فضيلة=Fadila,Fadhila
مهري=Mehri بلعربي=Belarbi زعبي=Zoubi,Zoabi عمري=Omari,Amri,Omari رفاعي=Rifai,Refai هلال=Hilal,Hilal هلالي=Hilali,Hilali بكري=Bakri صديقي=Siddiqi,Seddiki,Sedighi أنصاري=Ansari,,Ansari قريشي=Qureshi,Koraichi كيلاني=Kilani,Guilani,Gilani جابري=Jabri,Djabri,Jaberi
يوسفي=Yousefi,Youssoufi,Yousefi صالحي=Salhi,Salhi,Salehi نجفي=Najafi,,Najafi سعدي=Saadi,,Saadi طاهري=Taheri,Tahri,Taheri رشيدي=Rashidi,Rachidi,Rashidi حمادي=Hammadi بلقاسم=Belkacem,Belkacem بوزيد=Bouzid,Bouzid معروف=Maarouf,,Maroof خوري=Khoury,Khoury زين=Zain,Zine,Zein
عوض=Awad,Aouad رمضان=Ramadan,Ramdane,Ramezan شعبان=Shaaban,Chaabane,Shaban رجب=Rajab,Redjeb,Rajab جمعة=Jumaa,Djemaa خميس=Khamis,Khemis ميلاد=Milad,Milad,Milad بدوي=Badawi,Badaoui غالب=Ghaleb,,Ghaleb ناجي=Naji,Nadji,Naji راضي=Radi,Radhi,Razi صابر=Saber,,Saber شاكر=Shaker,Chaker,Shaker
حاتمی=,,Hatami پناهی=,,Panahi خاتمی=,,Khatami فراهانی=,,Farahani جلالی=,,Jalali رئیسی=,,Raisi صابری=,,Saberi ژاله=,,Zhaleh کاظمی=,,Kazemi نظری=,,Nazari محمودی=,,Mahmoudi رستمی=,,Rostami ملکی=,,Maleki باقری=,,Bagheri میرزایی=,,Mirzaei رسولی=,,Rasouli عظیمی=,,Azimi
تهرانی=,,Tehrani اصفهانی=,,Esfahani شیرازی=,,Shirazi تبریزی=,,Tabrizi طباطبایی=,,Tabatabaei حسینی=,,Hosseini اسدی=,,Asadi عزیزی=,,Azizi مقدم=,,Moghaddam ستوده=,,Sotoudeh فریبا=,,Fariba مژگان=,,Mojgan زیبا=,,Ziba سپیده=,,Sepideh آزاده=,,Azadeh بهروز=,,Behrouz هومن=,,Houman سعیده=,,Saeideh
`

// egyptian are the words that Egypt and the Sudan spell otherwise than the Gulf.
const egyptian = `
محمد=Mohamed خالد=Khaled يوسف=Youssef جمال=Gamal نجيب=Naguib أحمد=Ahmed جميلة=Gamila طارق=Tarek عادل=Adel ماجد=Maged مجدي=Magdi هشام=Hesham كريم=Karim
وليد=Walid سليم=Selim شريف=Sherif فاروق=Farouk قاسم=Kassem رشيد=Rashid مصطفى=Mostafa مصري=Masry نجار=Naggar عمر=Omar علاءالدين=Alaa_Eldin منى=Mona هدى=Hoda هناء=Hanaa
نور=Nour نورا=Noura ريم=Reem عائشة=Aisha زينب=Zeinab جابر=Gaber
`
