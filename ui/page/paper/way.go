package paper

import (
	"context"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// settingOnTheWay keeps whose badges a printer is being given, while it is: if the program ends there, nobody knows whether
// they came out. What this desk prints goes one after the other, so that there is only one such moment.
const settingOnTheWay = "printer.on_the_way"

// unknownOf is the setting that says that a badge may have come out, and nobody knows: it is not printed again unasked.
func unknownOf(registration string) string { return "printer.unknown." + registration }

// depart writes down whose badges are being sent.
func depart(ctx context.Context, d *desk.Desk, w *printJob, rows []seminar.RosterRow) error {
	if err := stranded(ctx, d); err != nil || !w.marks { // of the last time, when the program ended too early
		return err
	}
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = string(r.RegistrationID)
	}
	return d.SetSetting(ctx, settingOnTheWay, strings.Join(ids, ","))
}

// arrive says that they are known to have been taken, or not.
func arrive(ctx context.Context, d *desk.Desk) error { return d.SetSetting(ctx, settingOnTheWay, "") }

// stranded says of those on the way that nobody knows.
func stranded(ctx context.Context, d *desk.Desk) error {
	ids, err := d.Setting(ctx, settingOnTheWay)
	if err != nil || ids == "" {
		return err
	}
	for _, id := range strings.Split(ids, ",") {
		if err := d.SetSetting(ctx, unknownOf(id), "1"); err != nil {
			return err
		}
	}
	return arrive(ctx, d)
}

// mayBeOut says whether somebody's badge may have come out without anybody knowing.
func mayBeOut(ctx context.Context, d *desk.Desk, r seminar.RosterRow) (bool, error) {
	said, err := d.Setting(ctx, unknownOf(string(r.RegistrationID)))
	if err != nil || said != "" {
		return true, err
	}
	ids, err := d.Setting(ctx, settingOnTheWay)
	return strings.Contains(ids, string(r.RegistrationID)), err
}
