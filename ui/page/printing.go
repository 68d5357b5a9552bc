package page

import (
	"context"

	"lanyard/internal/printing"
)

// Printing is what pages need of internal/printing.
type Printing interface {
	Printers(ctx context.Context) ([]printing.Printer, error)
	Printer(ctx context.Context, uri string) (printing.Printer, error)
	Print(ctx context.Context, uri string, document []byte, o printing.Options) (printing.Job, error)
	Follow(ctx context.Context, uri string, job printing.Job) (printing.Job, error)
}

// The settings of this desk's printer.
const (
	SettingPrinter      = "printer"            // its address; "" is none, and badges are saved as files
	SettingPrintCheckin = "printer.at_checkin" // one of the values below; "" is PrintInKiosk
)

// Where a badge that was not printed yet is printed as somebody is checked in.
const (
	PrintNowhere    = "nowhere"
	PrintInKiosk    = "kiosk"
	PrintEverywhere = "everywhere"
)
