package wedge

import (
	"slices"
	"time"
	"unicode"
)

// scanned says whether what is held is a scan, now that an Enter was heard. The burst took at most the time since its
// first key can have been pressed; a person needs longer, even if the window heard everything late and at once.
func (d *Detector) scanned(now time.Time) bool {
	if len(d.text) < Shortest || len(d.text) > Longest {
		return false
	}
	_, certain := d.own()
	return certain || d.fast(now) && looksLikeCode(d.text)
}

// broken sends on what is held and remembers it: it may be the first digits of a badge, torn off by a machine that was too
// busy to bring the others.
func (d *Detector) broken() {
	now := d.Now()
	if now.Sub(d.sentAt) > time.Second {
		d.sent = nil
	}
	d.sent, d.sentAt = append(d.sent, d.text...), now
	d.Flush()
}

// mended is what was sent on a moment ago if a badge begins with it that goes on with text.
func (d *Detector) mended(text []rune) string {
	if d.Now().Sub(d.sentAt) > time.Second || !d.certain(append(slices.Clone(d.sent), text...)) {
		return ""
	}
	return string(d.sent)
}

// whole says whether what is held is a scan without an Enter.
func (d *Detector) whole() bool {
	if len(d.text) < Shortest || len(d.text) > Longest || !d.fast(d.last) {
		return false
	}
	_, certain := d.own()
	return certain
}

// fast says that no person can have typed what is held until now.
func (d *Detector) fast(now time.Time) bool {
	return now.Sub(d.from) <= d.budget()
}

// budget is what a person needs at least for what is held.
func (d *Detector) budget() time.Duration { return time.Duration(len(d.text)) * Fastest }

// looksLikeCode says what a short code has, and that words with spaces between them are none.
func looksLikeCode(text []rune) bool {
	spaces, letters, signs := false, false, len(text) >= Longish
	for _, r := range text {
		spaces = spaces || unicode.IsSpace(r)
		letters = letters || unicode.IsLetter(r)
		signs = signs || unicode.IsDigit(r) || r == '@'
	}
	return signs && !(spaces && letters)
}

func (d *Detector) certain(text []rune) bool { return d.Certain != nil && d.Certain(string(text)) }

// own says of each character whether it belongs to the scan. All do, unless a certain code stands in what is held after
// other characters or, made of digits, between them: a person was writing while somebody scanned.
func (d *Detector) own() (mine []bool, certain bool) {
	mine = make([]bool, len(d.text))
	set := func(of func(i int, r rune) bool) []rune {
		var text []rune
		for i, r := range d.text {
			if mine[i] = of(i, r); mine[i] {
				text = append(text, r)
			}
		}
		return text
	}
	all := func(int, rune) bool { return true }
	if text := set(all); d.certain(text) || d.mended(text) != "" {
		return mine, true
	}
	for first := 1; first <= len(d.text)-Shortest; first++ {
		if d.certain(set(func(i int, _ rune) bool { return i >= first })) {
			return mine, true
		}
	}
	if d.certain(set(func(_ int, r rune) bool { return unicode.IsDigit(r) })) {
		return mine, true
	}
	set(all)
	return mine, false
}

// take keeps the scan that is held, and passes on what a person typed meanwhile.
func (d *Detector) take() {
	mine, _ := d.own()
	at := 0
	var code []rune
	for i, r := range d.text {
		if mine[i] {
			code = append(code, r)
		}
	}
	whole := d.mended(code) + string(code)
	d.scan, d.sent = d.polled, nil
	held := d.clear()
	for i, h := range held {
		own := true
		switch h.Kind {
		case Char:
			own = mine[at]
			at++
		case Press:
			own = h.Class == Modifier || ofScan(held[i+1:], mine[at:])
			if own {
				d.mark(&d.taken, h.Key)
			}
		case Release:
			own = !d.passed[h.Key]
			delete(d.taken, h.Key)
		}
		if !own {
			d.pass(h)
		}
	}
	d.Scan(whole)
}

// ofScan says whether a key that was pressed before the events of rest belongs to the scan: its character does, or it has
// none.
func ofScan(rest []Event, mine []bool) bool {
	for _, e := range rest {
		switch e.Kind {
		case Char:
			return mine[0]
		case Press:
			return true
		}
	}
	return true
}
