package names

import (
	"strings"
	"unicode"
)

// icao is ICAO Doc 9303 part 3, section 6 B, eighth edition (2021), as far as it is the same for every language that is
// written in Cyrillic. Letters of Central Asia, which it leaves out, are spelt without their strokes, as its general rule
// for marks has it.
const icao = `
а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
ъ=ie ы=y ь= э=e ю=iu я=ia і=i ї=i є=ie ґ=g ў=u ѕ=dz ј=j љ=lj њ=nj ђ=d ћ=c џ=dz ѓ=g ќ=k
ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ҳ=h ҷ=j ӣ=i ӯ=u ҝ=g ҹ=j җ=zh
`

// russianPassport is icao as it stands: order 995 of the Ministry of the Interior of 31 December 2019, and order 4271 of the
// Foreign Ministry of 29 March 2016, both of which prescribe ICAO Doc 9303.
var russianPassport = tableOfPassport(icao)

// kazakh is as the passports of Kazakhstan are usually spelt, by what is seen of them: Nazarbayev, Yerzhan, Kairat. The
// letters of the Kazakh alphabet stand without marks, е opens with y.
var kazakh = tableOfPassport(icao, `е=e~ye ё=yo й=i$y ю=yu я=ya ъ=`)

// kyrgyz is ICAO Doc 9303, as the passports of Kyrgyzstan are spelt, by what is seen of them: Zhumanazarova, Tynybekova.
var kyrgyz = tableOfPassport(icao, `ъ=`)

// tajik is as the passports of Tajikistan are usually spelt, by what is seen of them: the Tajik letters by their Russian
// neighbours, but ҷ as j. (Some have ҳ as h: Rahmon beside Rakhimov.)
var tajik = tableOfPassport(icao, `ё=yo ъ= ҳ=kh ю=yu я=ya`)

// uzbek is the official Latin alphabet: law 931-XII of 2 September 1993 as amended on 6 May 1995, and the orthography of
// resolution 339 of 24 August 1995 (е is ye at the beginning and after a vowel).
var uzbek = tableOfPassport(icao, `е=e~ye ё=yo ж=j й=y х=x ц=s^s~ts ъ=ʼ ю=yu я=ya ў=oʻ қ=q ғ=gʻ ҳ=h ы=i щ=sh`)

// azerbaijani is the Latin alphabet of law 33-XII of 25 December 1991 (ə by law of 16 May 1992), letter by letter from the
// Cyrillic of 1958.
var azerbaijani = func() *passport {
	t := tableOfPassport(icao, `г=q ғ=ğ ж=j ы=ı ј=y й=y к=k ҝ=g ө=ö у=u ү=ü х=x һ=h ч=ç ҹ=c ш=ş ә=ə ё=yo ю=yu я=ya ц=ts щ=ş ъ= е=e~e`)
	t.dotted = true
	return t
}()

// ukrainian is resolution 55 of the Cabinet of Ministers of 27 January 2010.
var ukrainian = tableOfPassport(icao, `г=h ґ=g є=ie^ye и=y і=i ї=i^yi й=i^y ю=iu^yu я=ia^ya зг=zgh ъ=`)

// belarusian is icao with the notes that it has for Belarusian.
var belarusian = tableOfPassport(icao, `г=h ё=io`)

// bulgarian is the Transliteration Act of 13 March 2009.
var bulgarian = tableOfPassport(icao, `щ=sht ъ=a ь=y й=y х=h ю=yu я=ya ия=iya$ia`)

// byCountry are the tables of countries.
var byCountry = map[string]*passport{"RU": russianPassport, "KZ": kazakh, "KG": kyrgyz, "TJ": tajik, "UZ": uzbek, "AZ": azerbaijani,
	"UA": ukrainian, "BY": belarusian, "BG": bulgarian}

// byLetters are countries by letters that no other's names have, in the order they are asked.
var byLetters = []struct {
	letters string
	table   *passport
}{{"ҷӣӯ", tajik}, {"ҝҹ", azerbaijani}, {"ұ", kazakh}, {"єїґ", ukrainian}, {"ў", uzbek}, {"қғҳ", uzbek}, {"әі", kazakh}, {"өүң", kyrgyz}}

// tableFor is the table for a name: of its alphabet, of its country if the letters are of that country, else of the
// country that the letters show.
func tableFor(alphabet *unicode.RangeTable, country, name string) *passport {
	switch alphabet {
	case unicode.Greek:
		return greekPassport
	case unicode.Armenian:
		return armenianPassport
	case unicode.Georgian:
		return georgianPassport
	}
	if t := byCountry[country]; t != nil {
		return t
	}
	for _, l := range byLetters {
		if strings.ContainsAny(name, l.letters) {
			return l.table
		}
	}
	return russianPassport
}
