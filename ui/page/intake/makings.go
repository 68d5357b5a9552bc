package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// makings are how the list is made, as it was found and can be changed: encoding, delimiter, sheet, header; and from where it is.
func (k *Intake) makings() []fyne.CanvasObject {
	l := k.Env.Lang
	var all []fyne.CanvasObject
	if k.encoded() {
		all = append(all, k.selected("intake.encoding", transfer.Encodings(), k.found.Encoding, k.list.Options.Encoding, k.encodingName, func(id string) { k.list.Options.Encoding = id }))
	}
	if k.found.Format == "csv" || k.delimited() {
		all = append(all, k.selected("intake.delimiter", []string{",", ";", "\t", "|"}, said(k.found.Delimiter), said(k.list.Options.Delimiter),
			func(id string) string { return l.T("intake.delimiter." + delimiters[id]) }, func(id string) { k.list.Options.Delimiter = first(id) }))
	}
	if len(k.found.Sheets) > 1 {
		all = append(all, k.selected("intake.sheet", k.found.Sheets, k.found.Sheet, k.list.Options.Sheet, func(id string) string { return id }, func(id string) { k.list.Options.Sheet = id }))
	}
	if k.found.Format != "json" && k.found.Format != "vcf" && k.found.Headers != nil {
		check := widgets.NewCheck(l.T("intake.headerless"), nil)
		check.Checked = k.found.Headerless
		check.OnChanged = func(on bool) { k.list.Options.Headerless = on; k.inspect() }
		all = append(all, check)
	}
	pill := func(icon theme.IconName, word string) {
		p := widgets.NewStatusPill(widgets.KindNeutral, word)
		p.Icon, p.RTL = icon, l.RTL()
		all = append(all, p)
	}
	if name := systems[k.found.System]; name != "" {
		pill(theme.IconLink, l.T("intake.system", "system", name))
	}
	if k.list.Kept {
		pill(theme.IconHistory, l.T("intake.kept"))
		all = append(all, widgets.NewButton(l.T("intake.forget"), k.forget))
	}
	return all
}

// encoded says whether the list is a text, of which the encoding can be chosen.
func (k *Intake) encoded() bool {
	return k.found.Encoding != "" || k.problem != nil && seminar.CodeOf(k.problem) == transfer.CodeEncoding
}

func (k *Intake) delimited() bool {
	return k.problem != nil && seminar.CodeOf(k.problem) == transfer.CodeQuote
}

// choiceWidth is the room of a choice, in device-independent pixels.
const choiceWidth = 230

// selected is a choice that begins with what was found out.
func (k *Intake) selected(label string, ids []string, found, chosen string, name func(id string) string, set func(id string)) fyne.CanvasObject {
	l := k.Env.Lang
	if found != "" && !slices.Contains(ids, found) {
		ids = append([]string{found}, ids...)
	}
	auto := l.T("intake.auto")
	if found != "" && chosen == "" {
		auto = l.T("intake.found", "what", name(found))
	}
	options := []string{auto}
	for _, id := range ids {
		options = append(options, name(id))
	}
	s := widgets.NewSelect(options, nil)
	s.Selected = auto
	if chosen != "" {
		s.Selected = name(chosen)
	}
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i > 0 {
			set(ids[i-1])
		} else {
			set("")
		}
		k.inspect()
	}
	word := widgets.NewText(l.T(label), theme.CaptionSize, theme.QuietText)
	word.RTL = l.RTL()
	return widgets.Row(l.RTL(), theme.Space2, word, widgets.Fixed(choiceWidth, 0, s))
}

// encodingName is what an encoding is called, and whose letters it has where that is one kind.
func (k *Intake) encodingName(id string) string {
	if key := "intake.encoding." + id; k.Env.Lang.Has(key) {
		return k.Env.Lang.T(key)
	}
	return id
}

// delimiters are the words for the characters between cells. It never changes.
var delimiters = map[string]string{",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}

// said is a delimiter as a text, "" for none.
func said(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

func first(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

// systems are the names of the systems that lists come from, as they write them. It never changes.
var systems = map[string]string{"pretix": "pretix", "indico": "Indico", "eventbrite": "Eventbrite", "tito": "Tito", "luma": "Luma", "alf.io": "alf.io",
	"hi.events": "Hi.Events", "open event": "Open Event"}
