package seminar_test

import (
	"errors"
	"fmt"
	"testing"

	"lanyard/internal/seminar"
)

func TestALogIsToldNobodysName(t *testing.T) {
	cause := errors.New("disk I/O error")
	err := fmt.Errorf("register: %w", seminar.Errorf("email", "“{value}” is not an e-mail address.").WithArg("value", "leyla@example.org").WithField("email").Because(cause))
	for want, err := range map[string]error{"email (email): disk I/O error": err, "disk I/O error": cause, "": nil,
		"name, age (age)": seminar.Problems{seminar.Errorf("name", "“{value}”").WithArg("value", "Leyla"), seminar.Errorf("age", "?").WithField("age")}} {
		if got := seminar.Logged(err); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
