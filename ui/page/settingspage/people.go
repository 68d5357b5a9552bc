package settingspage

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"lanyard/internal/collation"
	"lanyard/internal/desk"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// peopleFields say how people are listed: the language that their names are sorted in, and the honorifics.
func (p *Page) peopleFields() []fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	tags, names := []string{""}, []string{t("settings.sort_language.interface")}
	for _, l := range collation.Languages() {
		tags, names = append(tags, l.Tag), append(names, l.Name)
	}
	chosen := p.env.Setting(desk.SettingSortLanguage)
	choice := widgets.NewSelect(names, nil)
	for i, tag := range tags {
		if tag == chosen {
			choice.SetSelectedIndex(i)
		}
	}
	field := widgets.NewFormField(t("settings.sort_language"), choice)
	field.Hint, field.RTL = t("settings.sort_language.hint"), rtl
	choice.OnChanged = func(string) {
		p.env.SetSetting(desk.SettingSortLanguage, tags[choice.SelectedIndex()])
		p.sortAnew(tags[choice.SelectedIndex()], field.SetHint)
	}
	honorifics := widgets.NewCheck(t("settings.honorifics"), nil)
	honorifics.Checked = p.env.Setting(desk.SettingHonorifics) == desk.HonorificsShown
	honorifics.OnChanged = func(on bool) {
		value := ""
		if on {
			value = desk.HonorificsShown
		}
		p.env.SetSetting(desk.SettingHonorifics, value)
	}
	return []fyne.CanvasObject{field, honorifics}
}

// sortAnew sorts everybody in a language, "" for the interface's, and says how far it is.
func (p *Page) sortAnew(language string, tell func(string)) {
	if language == "" {
		language = p.env.Lang.Tag()
	}
	d, l := p.env.Desk(), p.env.Lang
	if p.sorting != nil {
		p.sorting.Cancel()
	}
	say := func(fraction float64, _ string) { tell(l.T("settings.sorting", "n", int(fraction*100))) }
	say(0, "")
	p.sorting = task.Start(p.env.Context, p.env.Run, func(ctx context.Context, progress task.Progress) (bool, error) {
		return d.Keeper().Renew(ctx, language, func(part float64) { progress(part, "") })
	}, say, func(changed bool, err error) {
		switch {
		case errors.Is(err, context.Canceled): // another language was chosen meanwhile
		case err != nil:
			tell(l.T("settings.sort_language.hint"))
			p.env.Fail(err)
		default:
			tell(l.T("common.saved"))
			if changed {
				p.env.Changed()
			}
		}
	})
}
