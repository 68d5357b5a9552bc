package printing

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/OpenPrinting/goipp"

	"lanyard/internal/seminar"
)

// defaultPrinter is the bit of printer-type that CUPS sets for the default queue (cups/cups.h, CUPS_PRINTER_DEFAULT).
const defaultPrinter = 0x20000

var printerAttributes = []string{"printer-name", "printer-info", "printer-uri-supported", "printer-state", "printer-state-reasons", "printer-state-message",
	"printer-is-accepting-jobs", "printer-type", "document-format-supported", "document-format-preferred", "media-supported", "media-ready",
	"media-source-supported", "sides-supported", "pwg-raster-document-type-supported", "pwg-raster-document-resolution-supported",
	"pwg-raster-document-sheet-back"}

// Printers are the queues of this computer, by name. printer_cups says that its printing system does not answer.
func (l *Line) Printers(ctx context.Context) ([]Printer, error) {
	if all, is, err := systemPrinters(ctx); is {
		return all, err
	}
	m := request(goipp.OpCupsGetPrinters)
	add(&m.Operation, "requested-attributes", goipp.TagKeyword, printerAttributes...)
	answer, err := l.ask(ctx, l.cups(), m, nil)
	switch {
	case answer != nil && goipp.Status(answer.Code) == goipp.StatusErrorNotFound: // CUPS has no queue
		return nil, nil
	case err != nil:
		return nil, seminar.Errorf(CodeCUPS, "The printing system of this computer (CUPS) does not answer. Type the address of a printer in the network, or save PDFs.").Because(err)
	}
	var all []Printer
	for _, g := range answer.AttrGroups() {
		if g.Tag == goipp.TagPrinterGroup {
			all = append(all, printerOf(g.Attrs))
		}
	}
	slices.SortFunc(all, func(a, b Printer) int { return cmp.Compare(a.Name, b.Name) })
	return all, nil
}

// Printer is the printer at an address, as it stands now: printer_none, printer_unreachable, printer_refused or
// printer_address if that cannot be learnt.
func (l *Line) Printer(ctx context.Context, uri string) (Printer, error) {
	if name, is := ofSystem(uri); is {
		return systemPrinter(ctx, name)
	}
	m := request(goipp.OpGetPrinterAttributes)
	add(&m.Operation, "printer-uri", goipp.TagURI, uri)
	add(&m.Operation, "requested-attributes", goipp.TagKeyword, printerAttributes...)
	answer, err := l.ask(ctx, uri, m, nil)
	if err != nil {
		return Printer{}, unsent(uri, answer, err)
	}
	p := printerOf(answer.Printer)
	p.URI = uri
	return p, nil
}

// unsent says what it means that a printer could not even be asked.
func unsent(uri string, answer *goipp.Message, err error) error {
	var known *seminar.Error
	var no refusal
	switch {
	case errors.As(err, &known), errors.Is(err, context.Canceled):
		return err
	case answer != nil && goipp.Status(answer.Code) == goipp.StatusErrorNotFound, strings.HasPrefix(err.Error(), "404"):
		return seminar.Errorf(CodeNone, "There is no printer at {printer}. Choose another one in the settings; nothing was sent.").WithArg("printer", uri).Because(err)
	case answer != nil && goipp.Status(answer.Code) == goipp.StatusErrorBusy:
		return seminar.Errorf(CodeBusy, "The printer {printer} is busy with another document. Print again when it is done; nothing is lost.").WithArg("printer", uri).Because(err)
	case errors.As(err, &no):
		return refused(uri, string(no)).Because(err)
	}
	return seminar.Errorf(CodeUnreachable, "The printer {printer} does not answer. Check that it is switched on and connected, then print again; nothing is lost.").
		WithArg("printer", uri).Because(err)
}

func refused(printer, why string) *seminar.Error {
	return seminar.Errorf(CodeRefused, "The printer {printer} did not take the document: {why}. Nothing is lost.").WithArg("printer", printer).WithArg("why", why)
}

func printerOf(attributes goipp.Attributes) Printer {
	p := Printer{Reasons: []string{}, Paper: []string{}, Trays: []string{}}
	for _, a := range attributes {
		values := texts(a)
		if len(values) == 0 {
			continue
		}
		switch a.Name {
		case "printer-name":
			p.Name = values[0]
		case "printer-info":
			p.Info = values[0]
		case "printer-uri-supported":
			p.URI = values[0]
		case "printer-state":
			p.State = map[int]State{3: Idle, 4: Processing, 5: Stopped}[number(a)]
		case "printer-state-reasons":
			p.Reasons = reasons(values)
		case "printer-state-message":
			p.message = values[0]
		case "printer-is-accepting-jobs":
			p.Accepts = values[0] == "true"
		case "printer-type":
			p.Default = number(a)&defaultPrinter != 0
		case "document-format-supported":
			p.formats = values
		case "document-format-preferred":
			p.preferred = values[0]
		case "media-supported":
			p.media = values
		case "media-ready":
			p.Paper = values
		case "media-source-supported":
			p.Trays = slices.DeleteFunc(values, func(tray string) bool { return tray == "auto" })
		case "sides-supported":
			p.TwoSided = slices.Contains(values, twoSided)
		case "pwg-raster-document-type-supported":
			p.raster.types = values
		case "pwg-raster-document-resolution-supported":
			p.raster.dpi = resolutions(a)
		case "pwg-raster-document-sheet-back":
			p.raster.back = values[0]
		}
	}
	return p
}

// request begins a request. Version 1.1 is what every printer has (RFC 8011; PWG 5100.12 demands it beside 2.0).
func request(op goipp.Op) *goipp.Message {
	m := goipp.NewRequest(goipp.MakeVersion(1, 1), op, 1)
	add(&m.Operation, "attributes-charset", goipp.TagCharset, "utf-8")
	add(&m.Operation, "attributes-natural-language", goipp.TagLanguage, "en")
	return m
}

func add(to *goipp.Attributes, name string, tag goipp.Tag, values ...string) {
	a := goipp.Attribute{Name: name}
	for _, v := range values {
		a.Values.Add(tag, goipp.String(v))
	}
	to.Add(a)
}

func addNumber(to *goipp.Attributes, name string, n int) {
	to.Add(goipp.MakeAttribute(name, goipp.TagInteger, goipp.Integer(n)))
}

func texts(a goipp.Attribute) []string {
	var all []string
	for _, v := range a.Values {
		all = append(all, v.V.String())
	}
	return all
}

// number is the first value of an attribute as an integer or an enumeration; 0 if it is none.
func number(a goipp.Attribute) int {
	if len(a.Values) > 0 {
		if n, ok := a.Values[0].V.(goipp.Integer); ok {
			return int(n)
		}
	}
	return 0
}

// resolutions are those of an attribute in dots per inch, as far as they are the same in both directions.
func resolutions(a goipp.Attribute) []int {
	var all []int
	for _, v := range a.Values {
		if r, ok := v.V.(goipp.Resolution); ok && r.Xres == r.Yres && r.Units == goipp.UnitsDpi {
			all = append(all, r.Xres)
		}
	}
	return all
}

// reasons are the keywords of an attribute that says "none" when there are none.
func reasons(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "none" || v == "" })
}
