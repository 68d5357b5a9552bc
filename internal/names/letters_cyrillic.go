package names

// cyrillic covers Russian, Ukrainian, Belarusian, Serbian and Macedonian, Kazakh, Kyrgyz, Tajik, Uzbek, Azerbaijani,
// Tatar, Bashkir and Turkmen. First spellings follow the passports and BGN/PCGN where they are readable, second ones
// what people also write: ICAO 9303 (iu, ia, i for ю, я, й), Kazakh Latin (q for қ), Turkish habits (j for ж, c for ц).
const cyrillic = `
а=a б=b в=v г=g д=d е=e ё=yo/e ж=zh|j з=z и=i й=y/i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh|h ц=ts|c ч=ch
ш=sh щ=shch|sch ъ= ы=y/i ь= э=e ю=yu/iu я=ya/ia
ґ=g є=ye/ie і=i ї=yi/i ў=o/u ѝ=i ѐ=e
ђ=dj|d ѓ=g|gj ѕ=dz ј=y/i љ=lj|l њ=nj|n ћ=c|ch ќ=k|kj џ=dzh|dz
ә=a/e ғ=g|gh қ=k|q ң=n|ng ө=o/u ұ=u ү=u һ=h
ҳ=h|kh ҷ=j ӣ=i/y ӯ=u/o ҝ=g ҹ=j|c
җ=j|zh ҥ=n|ng ҡ=k|q ҙ=z|dh ҫ=s|th ҕ=g ӊ=n ӑ=a ӗ=e ӳ=u ѣ=e ѳ=f ѵ=i
`
