package names

// armenian follows BGN/PCGN with the aspirates' apostrophes left out.
const armenian = `
ա=a բ=b գ=g դ=d ե=e/ye զ=z է=e ը=y/e թ=t ժ=zh|j ի=i լ=l խ=kh|h ծ=ts|c կ=k հ=h ձ=dz ղ=gh|g ճ=ch|tch մ=m յ=y/h ն=n շ=sh ո=o/vo
չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts|c ւ=v/u փ=p ք=k օ=o ֆ=f և=ev/yev
`

// mkhedruli is the Georgian alphabet by its national system of 2002.
const mkhedruli = `
ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh|j რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh|g ყ=q|k შ=sh ჩ=ch ც=ts
ძ=dz წ=ts ჭ=ch|tch ხ=kh|h ჯ=j ჰ=h
`
