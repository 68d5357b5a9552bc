//go:build !windows

package printing

import "context"

// systemPrinters: CUPS has the printers here.
func systemPrinters(context.Context) ([]Printer, bool, error) { return nil, false, nil }

// systemPrinter is none: a workspace may come from a computer with Windows, its printers do not.
func systemPrinter(_ context.Context, name string) (Printer, error) {
	return Printer{}, spoolerNone(name)
}

func systemPrint(_ context.Context, name string, _ []byte, _ Options) (Job, error) {
	return Job{}, spoolerNone(name)
}
