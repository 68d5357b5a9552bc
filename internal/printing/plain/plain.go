// Package plain puts what printers say of themselves into words.
package plain

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

// reasons are those of printers that have words (RFC 8011, 5.4.12; PWG 5100.9); others are shown as the printer says them.
var reasons = []string{"media-empty", "media-needed", "media-jam", "media-low", "cover-open", "door-open", "interlock-open", "input-tray-missing",
	"marker-supply-empty", "marker-supply-low", "toner-empty", "toner-low", "output-area-full", "paused", "offline", "shutdown", "aborted", "canceled",
	"not-accepting-jobs", "no PDF", "no program prints PDFs"}

// Reason is a reason of a printer in words.
func Reason(l *i18n.Lang, keyword string) string {
	bare := keyword
	for _, suffix := range []string{"-error", "-warning", "-report"} {
		bare = strings.TrimSuffix(bare, suffix)
	}
	if bare == "media-needed" {
		bare = "media-empty"
	}
	if !slices.Contains(reasons, bare) {
		return keyword
	}
	return l.T("paper.reason." + strings.ReplaceAll(bare, " ", "-"))
}

// Reasons are the reasons of a printer in words, each of them once.
func Reasons(l *i18n.Lang, keywords []string) []string {
	var said []string
	for _, keyword := range keywords {
		if word := Reason(l, keyword); !slices.Contains(said, word) {
			said = append(said, word)
		}
	}
	return said
}

// trays are those that have words (PWG 5101.1); a printer's own are shown as it calls them.
var trays = []string{"main", "manual", "by-pass-tray", "top", "middle", "bottom", "tray-1", "tray-2", "tray-3", "main-roll", "photo", "disc", "envelope",
	"rear", "side", "left", "right", "large-capacity"}

// Tray is a tray of a printer in words.
func Tray(l *i18n.Lang, keyword string) string {
	if !slices.Contains(trays, keyword) {
		return keyword
	}
	return l.T("paper.tray." + keyword)
}

// Error puts the reasons of a printer that stand in an error into words.
func Error(l *i18n.Lang, err error) error {
	var e *seminar.Error
	if !errors.As(err, &e) || !strings.HasPrefix(e.Code, "printer_") || e.Args["why"] == "" {
		return err
	}
	c := *e
	c.Args = maps.Clone(e.Args)
	c.Args["why"] = strings.Join(Reasons(l, strings.Split(e.Args["why"], ", ")), ", ")
	c.Message = "" // the sentence is made anew out of its parts
	return c.Because(err)
}
