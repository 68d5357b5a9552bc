// Package printing takes PDF documents to printers by IPP (RFC 8011): to the queues of this computer's CUPS, or straight to
// a printer in the network.
//
// It writes and reads IPP with goipp and sends it with net/http itself, rather than through a whole client: what was
// sent, and how far, decides whether a document may have come out, and nothing is ever sent a second time.
package printing

import (
	"image"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// State is what a printer does.
type State string

// The states of a printer (RFC 8011, 5.4.11).
const (
	Idle       State = "idle"
	Processing State = "processing"
	Stopped    State = "stopped"
)

// Printer is a printer or a queue, as it answered last.
type Printer struct {
	Name    string   `json:"name"`
	URI     string   `json:"uri"`
	Info    string   `json:"info"` // what people call it, or where it stands
	State   State    `json:"state"`
	Reasons []string `json:"reasons"` // IPP keywords such as media-empty; none when all is well
	Accepts bool     `json:"accepts"` // new jobs
	Default bool     `json:"default"` // of this computer

	Paper []string `json:"paper"` // the sizes that lie in it, as iso_a6_105x148mm; none if it does not say
	Trays []string `json:"trays"` // IPP keywords such as main or by-pass-tray; none if it has no choice
	// TwoSided says whether it prints both sides of a sheet.
	TwoSided bool `json:"two_sided"`

	formats   []string // that it says it prints
	preferred string   // of them
	message   string   // what it says about itself to people
	media     []string // the sizes of paper that it knows
	raster    rasterWishes
}

// hands are the reasons that somebody has to see to.
var hands = []string{"media-empty", "media-needed", "media-jam", "cover-open", "door-open", "interlock-open", "input-tray-missing",
	"marker-supply-empty", "toner-empty", "output-area-full"}

// Trouble is why a document should not be sent to the printer now: printer_paper, printer_stopped, printer_unreachable or
// printer_refused; nil when it is ready.
func (p Printer) Trouble() error {
	var trouble *seminar.Error
	switch {
	case p.State == Stopped && p.says(hands...), p.State == Processing && p.waits():
		trouble = seminar.Errorf(CodePaper, "{why}: the printer {printer} needs a hand. See to it, then print again; nothing is lost.")
	case p.says("offline", "shutdown", "timed-out"):
		trouble = seminar.Errorf(CodeUnreachable, "The printer {printer} does not answer. Check that it is switched on and connected, then print again; nothing is lost.")
	case p.State == Stopped:
		trouble = seminar.Errorf(CodeStopped, "The printer {printer} is stopped. Start it again, then print again; nothing is lost.")
	case !p.Accepts:
		return refused(p.called(), "not-accepting-jobs")
	default:
		return nil
	}
	return trouble.WithArg("printer", p.called()).WithArg("why", strings.Join(p.Reasons, ", "))
}

func (p Printer) called() string {
	for _, name := range []string{p.Info, p.Name} {
		if name != "" {
			return name
		}
	}
	return p.URI
}

// says tells whether one of some reasons is given as more than a remark (RFC 8011, 5.4.12: -report and -warning do not
// keep a printer from printing).
func (p Printer) says(reasons ...string) bool {
	return slices.ContainsFunc(p.Reasons, func(r string) bool { return slices.Contains(reasons, strings.TrimSuffix(r, "-error")) })
}

// waits tells whether a printer that is at work cannot go on: some say so without ever being stopped. One empty tray of
// several is no such reason.
func (p Printer) waits() bool {
	return slices.ContainsFunc(p.Reasons, func(r string) bool {
		bare := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(r, "-error"), "-warning"), "-report")
		return bare == "media-needed" || strings.HasSuffix(r, "-error") && slices.Contains(hands, bare)
	})
}

// JobState is what became of a job.
type JobState string

// The states of a job (RFC 8011, 5.3.7). The last five do not change any more.
const (
	JobPending    JobState = "pending"
	JobHeld       JobState = "pending-held"
	JobProcessing JobState = "processing"
	JobStopped    JobState = "processing-stopped"
	JobCancelled  JobState = "canceled"
	JobAborted    JobState = "aborted"
	JobCompleted  JobState = "completed"
	JobUnknown    JobState = "unknown" // nobody can say any more
	JobHanded     JobState = "handed"  // to a system that does not say what becomes of it
)

// Job is a document that a printer has taken.
type Job struct {
	ID      int      `json:"id"`
	State   JobState `json:"state"`
	Reasons []string `json:"reasons"`

	pages int // with their copies; 0 is not known
}

// Over says whether the state will not change any more.
func (j Job) Over() bool {
	return slices.Contains([]JobState{JobCancelled, JobAborted, JobCompleted, JobUnknown, JobHanded}, j.State)
}

// Options are how a document is printed.
type Options struct {
	Name   string // of the job, as the printer's own list shows it
	User   string // whose it is
	Copies int    // 0 is one
	Media  string // a size's name such as iso_a6_105x148mm (see Media); a printer that does not know it, or "", takes its own
	Tray   string // one of Printer.Trays; a printer that does not have it, or "", chooses
	// TwoSided prints on both sides of a sheet, which turns over along its long edge; a printer that cannot prints on one.
	TwoSided bool
}

// Document is what is printed: a PDF, and the same pages as pictures for printers that want those.
type Document struct {
	PDF   []byte
	Pages int
	Media string // as Options.Media, which goes before
	// Paint paints a page, counted from 0, at a resolution in dots per inch; nil where there is only the PDF.
	Paint func(page int, dpi float64) (image.Image, error)
}

// The codes of what can go wrong.
const (
	CodeNone        = "printer_none"        // there is no such printer
	CodeCUPS        = "printer_cups"        // this computer's printing system does not answer
	CodeUnreachable = "printer_unreachable" // it does not answer; nothing was sent
	CodeStopped     = "printer_stopped"
	CodePaper       = "printer_paper"
	CodeRefused     = "printer_refused"
	CodeBusy        = "printer_busy"    // with another document; nothing was taken
	CodeUnknown     = "printer_unknown" // the document was sent, and whether it came out nobody can say
	CodeHeld        = "printer_held"    // it has the document and waits for a hand
	CodeSlow        = "printer_slow"    // it has had it for too long
	CodeGaveUp      = "printer_gave_up" // it had taken the document
	CodeAddress     = "printer_address"
	CodeDocument    = "printer_document"
)
