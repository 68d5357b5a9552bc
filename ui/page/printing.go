package page

import (
	"context"

	"lanyard/internal/printing"
)

// Printing is what pages need of internal/printing.
type Printing interface {
	Printers(ctx context.Context) ([]printing.Printer, error)
	Printer(ctx context.Context, uri string) (printing.Printer, error)
	printing.Sender
}

// The settings of this desk's printer.
const (
	SettingPrinter      = "printer"            // its address; "" is none, and badges are saved as files
	SettingPrintCheckin = "printer.at_checkin" // one of the values below; "" is PrintInKiosk
	SettingPrintTray    = "printer.tray"       // one of the printer's; "" leaves it to the printer
	SettingPrintSheets  = "printer.sheets"     // "two": front and back of a badge come on sheets of their own
	SettingPrintCopies  = "printer.copies"     // of every badge; "" is one
	SettingPrintRight   = "printer.right"      // how far everything is moved to the right, in millimetres
	SettingPrintDown    = "printer.down"       // and down
)

// Where a badge that was not printed yet is printed as somebody is checked in.
const (
	PrintNowhere    = "nowhere"
	PrintInKiosk    = "kiosk"
	PrintEverywhere = "everywhere"
)
