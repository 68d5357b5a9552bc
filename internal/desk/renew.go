package desk

import (
	"context"

	"lanyard/internal/collation"
	"lanyard/internal/i18n"
)

// This desk's settings of how people are listed.
const (
	SettingSortLanguage = "sort_language" // names are sorted in (BCP 47); "" is the interface's
	SettingDraft        = "draft."        // begins those of what is half-written in a form; an erasure clears them
	SettingHonorifics   = "honorifics"    // HonorificsShown: before names in the window's lists too, not on paper alone
	HonorificsShown     = "shown"
)

// SortLanguage is the language that names are to be sorted in: the one chosen, else the interface's. "" if neither is one
// that names can be sorted in.
func (d *Desk) SortLanguage(ctx context.Context) (string, error) {
	chosen, err := d.Setting(ctx, SettingSortLanguage)
	if err != nil || chosen != "" {
		return collation.Known(chosen), err
	}
	of, err := d.Setting(ctx, "language")
	return collation.Known(i18n.Open(of).Tag()), err
}

// Renew brings the keys that people are searched and sorted by up to this version and to SortLanguage. It says whether
// there was anything to do; 100,000 people take some seconds, and the desk goes on meanwhile. progress, from 0 to 1, may
// be nil.
func (d *Desk) Renew(ctx context.Context, progress func(float64)) (bool, error) {
	language, err := d.SortLanguage(ctx)
	if err != nil {
		return false, err
	}
	return d.keeper.Renew(ctx, language, progress)
}
