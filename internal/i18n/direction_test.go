package i18n_test

import (
	"testing"

	"lanyard/internal/i18n"
)

func TestWhichLanguagesAreWrittenFromRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{"ar": true, "fa": true, "he": true, "az": false, "az-Arab": true, "ru": false, "": false} {
		if got := i18n.RightToLeft(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}
