package printing

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// spooled is the scheme of the address of a printer that is reached through a system's own print command.
const spooled = "windows"

// ofSystem says whether an address is that of such a printer, and how the system calls it.
func ofSystem(uri string) (name string, is bool) {
	rest, is := strings.CutPrefix(strings.TrimSpace(uri), spooled+":")
	if !is {
		return "", false
	}
	name, err := url.PathUnescape(rest)
	return name, err == nil && name != ""
}

// spoolerPrinter is a printer as Windows describes it (class Win32_Printer).
type spoolerPrinter struct {
	Name, Location     string
	Default            bool
	WorkOffline        bool
	PrinterStatus      int
	DetectedErrorState int
}

// spoolerPrinters reads what Windows answers: a list, or one alone without a list.
func spoolerPrinters(answer []byte) ([]Printer, error) {
	answer = []byte(strings.TrimSpace(strings.TrimPrefix(string(answer), "\ufeff")))
	if len(answer) == 0 {
		return nil, nil
	}
	if answer[0] != '[' {
		answer = slices.Concat([]byte("["), answer, []byte("]"))
	}
	var found []spoolerPrinter
	if err := json.Unmarshal(answer, &found); err != nil {
		return nil, err
	}
	all := make([]Printer, len(found))
	for i, f := range found {
		all[i] = f.printer()
	}
	slices.SortFunc(all, func(a, b Printer) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// printer is it as the others are: by the meanings of PrinterStatus and DetectedErrorState in Microsoft's reference.
func (f spoolerPrinter) printer() Printer {
	p := Printer{Name: f.Name, Info: f.Name, URI: spooled + ":" + url.PathEscape(f.Name), State: Idle, Accepts: true, Default: f.Default,
		Reasons: []string{}, Paper: []string{}, Trays: []string{}}
	if reason, ok := map[int]string{4: "media-empty", 6: "toner-empty", 7: "door-open", 8: "media-jam", 9: "offline", 11: "output-area-full"}[f.DetectedErrorState]; ok {
		p.State, p.Reasons = Stopped, append(p.Reasons, reason)
	}
	switch {
	case f.WorkOffline && !slices.Contains(p.Reasons, "offline"), f.PrinterStatus == 7 && len(p.Reasons) == 0:
		p.Reasons = append(p.Reasons, "offline")
		p.State = Stopped
	case f.PrinterStatus == 6 && p.State == Idle:
		p.State = Stopped
	case f.PrinterStatus == 4 && p.State == Idle:
		p.State = Processing
	}
	return p
}

func spoolerNone(name string) *seminar.Error {
	return seminar.Errorf(CodeNone, "There is no printer at {printer}. Choose another one in the settings; nothing was sent.").WithArg("printer", name)
}
