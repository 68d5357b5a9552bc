package printing

import (
	"testing"

	"lanyard/internal/seminar"
)

// What Windows says cannot be asked for elsewhere; the answers below have the shape of PowerShell's ConvertTo-Json.
func TestWhatWindowsSaysOfItsPrinters(t *testing.T) {
	all, err := spoolerPrinters([]byte("\ufeff" + `[{"Name":"Zebra, 2","Location":null,"Default":false,"WorkOffline":false,"PrinterStatus":3,"DetectedErrorState":4},
		{"Name":"A printer","Location":"","Default":true,"WorkOffline":false,"PrinterStatus":3,"DetectedErrorState":0},
		{"Name":"Gone","Location":"","Default":false,"WorkOffline":true,"PrinterStatus":3,"DetectedErrorState":0}]` + "\r\n"))
	if err != nil || len(all) != 3 || all[0].Name != "A printer" || !all[0].Default || all[0].Trouble() != nil || all[0].State != Idle {
		t.Fatalf("%+v %v", all, err)
	}
	if name, is := ofSystem(all[2].URI); !is || name != "Zebra, 2" {
		t.Errorf("%s is %q", all[2].URI, name)
	}
	for i, code := range map[int]string{1: CodeUnreachable, 2: CodePaper} {
		if err := all[i].Trouble(); err == nil || seminar.CodeOf(err) != code {
			t.Errorf("%+v: %v, want %s", all[i], err, code)
		}
	}
	if one, err := spoolerPrinters([]byte(`{"Name":"Alone","PrinterStatus":4}`)); err != nil || len(one) != 1 || one[0].State != Processing {
		t.Errorf("%+v %v", one, err)
	}
	if none, err := spoolerPrinters(nil); err != nil || len(none) != 0 {
		t.Errorf("%+v %v", none, err)
	}
	if _, err := spoolerPrinters([]byte("Get-CimInstance : error")); err == nil {
		t.Error("no answer is none")
	}
	if _, is := ofSystem("ipp://x/"); is {
		t.Error("an address of IPP")
	}
}
