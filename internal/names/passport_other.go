package names

// greekPassport is ELOT 743 (ISO 843), as Greek passports have it: υ is v before a vowel or a voiced consonant, and f before
// others and at the end.
var greekPassport = func() *passport {
	spec := `
α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ϊ=i ϋ=y
ου=ou γγ=ng γξ=nx γχ=nch μπ=mp^b$b αυ=av$af ευ=ev$ef ηυ=iv$if
`
	for _, v := range []string{"α=a", "ε=e", "η=i"} {
		for _, c := range []string{"θ=th", "κ=k", "ξ=x", "π=p", "σ=s", "ς=s", "τ=t", "φ=f", "χ=ch", "ψ=ps"} {
			spec += " " + v[:2] + "υ" + c[:2] + "=" + v[3:] + "f" + c[3:]
		}
	}
	t := tableOfPassport(spec)
	t.accents = true
	return t
}()

// georgianPassport is the national system (order of the State Department of Geodesy and Cartography and the Academy of
// Sciences, 2002) without its apostrophes, as in passports.
var georgianPassport = tableOfPassport(`
ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts
ჭ=ch ხ=kh ჯ=j ჰ=h
`)

// armenianPassport is BGN/PCGN 1981 without its apostrophes, the spelling of Armenian passports: ու is u, ե and ո open a
// word as ye and vo.
var armenianPassport = tableOfPassport(`
ա=a բ=b գ=g դ=d ե=e^ye զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o^vo ու=u չ=ch պ=p
ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev^yev
`)
