package printing

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/windows"

	"lanyard/internal/seminar"
)

// keptFor is how long a document stays for the program that prints it, which says nothing when it has read it.
const keptFor = 10 * time.Minute

const describe = `[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-CimInstance Win32_Printer | ` +
	`Select-Object Name,Location,Default,WorkOffline,PrinterStatus,DetectedErrorState | ConvertTo-Json -Compress`

// systemPrinters are the printers of Windows.
func systemPrinters(ctx context.Context) ([]Printer, bool, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*askTime) // a cold PowerShell takes its time
	defer cancel()
	c := exec.CommandContext(ctx, "powershell.exe", "-NoProfile", "-NonInteractive", "-Command", describe)
	c.SysProcAttr = &syscall.SysProcAttr{HideWindow: true}
	answer, err := c.Output()
	var all []Printer
	if err == nil {
		all, err = spoolerPrinters(answer)
	}
	if err != nil {
		return nil, true, seminar.Errorf(CodeCUPS, "The printing system of this computer does not answer. Type the address of a printer in the network, or save PDFs.").Because(err)
	}
	return all, true, nil
}

func systemPrinter(ctx context.Context, name string) (Printer, error) {
	all, _, err := systemPrinters(ctx)
	if err != nil {
		return Printer{}, err
	}
	i := slices.IndexFunc(all, func(p Printer) bool { return p.Name == name })
	if i < 0 {
		return Printer{}, spoolerNone(name)
	}
	return all[i], nil
}

// systemPrint hands a PDF to the program that prints PDFs for Windows (the verb printto), once a copy. What becomes of it
// nobody says. Trays and sides are those of the printer's own settings.
func systemPrint(_ context.Context, name string, document []byte, o Options) (Job, error) {
	if strings.ContainsRune(name, '"') {
		return Job{}, spoolerNone(name)
	}
	folder, err := os.MkdirTemp("", "lanyard-print")
	if err != nil {
		return Job{}, err
	}
	file := filepath.Join(folder, "lanyard.pdf")
	if err := os.WriteFile(file, document, 0o600); err != nil {
		return Job{}, err
	}
	time.AfterFunc(keptFor, func() { os.RemoveAll(folder) })
	verb, path, to := windows.StringToUTF16Ptr("printto"), windows.StringToUTF16Ptr(file), windows.StringToUTF16Ptr(`"`+name+`"`)
	for i := range max(1, o.Copies) {
		switch err := windows.ShellExecute(0, verb, path, to, nil, windows.SW_HIDE); {
		case err != nil && i > 0: // one of several is on its way
			return Job{State: JobUnknown, Reasons: []string{}}, unknown(name).Because(err)
		case err != nil:
			return Job{}, refused(name, "no program prints PDFs").Because(err)
		}
	}
	return Job{State: JobHanded, Reasons: []string{}}, nil
}
