package programmepage

import (
	"os"
	"strings"
	"time"

	"lanyard/ui/widgets"
)

// localZone is the name of this computer's time zone, UTC if it has none.
func localZone() string {
	for _, name := range []string{os.Getenv("TZ"), time.Local.String()} {
		if _, err := time.LoadLocation(name); err == nil && name != "" && name != "Local" {
			return name
		}
	}
	if target, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(target, "zoneinfo/"); ok {
			return name
		}
	}
	return "UTC"
}

// zones are those that are offered while somebody types; any other name of the IANA list may be written.
func zones() []string {
	return []string{"Asia/Baku", "Asia/Tashkent", "Asia/Samarkand", "Asia/Dushanbe", "Asia/Almaty", "Asia/Astana", "Asia/Aqtau",
		"Asia/Bishkek", "Asia/Ashgabat", "Asia/Tbilisi", "Asia/Riyadh", "Asia/Dubai", "Asia/Qatar", "Asia/Kuwait", "Asia/Tehran",
		"Asia/Karachi", "Asia/Amman", "Asia/Beirut", "Asia/Jakarta", "Asia/Kuala_Lumpur", "Africa/Casablanca", "Africa/Cairo",
		"Africa/Tunis", "Africa/Algiers", "Africa/Dakar", "Africa/Nouakchott", "Europe/Istanbul", "Europe/Moscow", "Europe/Paris",
		"Europe/London", "Europe/Berlin", "UTC"}
}

func (s *seminarSheet) makeZone(zone string) {
	s.zone = widgets.NewSuggest("Asia/Baku")
	s.steer(s.zone.Entry)
	s.zone.SetText(zone)
	s.zone.OnEnter = func() { s.save() }
	s.zone.Resized = s.column.Refresh
	s.zone.Find = func(text string, offer func([]string)) {
		s.fields["zone"].SetError("")
		want := strings.ToLower(strings.TrimSpace(text))
		var found []string
		for _, z := range zones() {
			if want != "" && strings.Contains(strings.ToLower(z), want) && z != text {
				found = append(found, z)
			}
		}
		offer(found)
	}
	s.add("zone", s.page.env.Lang.T("programme.zone"), s.zone.Content())
}
