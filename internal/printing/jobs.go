package printing

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/OpenPrinting/goipp"

	"lanyard/internal/seminar"
)

const (
	lookEvery  = 400 * time.Millisecond
	lookSeldom = 3 * time.Second // once a job has taken a while
	tries      = 5               // of a printer that has stopped answering
	followed   = 10 * time.Minute
)

// Print sends a PDF to a printer and answers with the job that it became. The printer is asked first, so that it gets
// nothing while it is stopped, without paper, or not there: printer_none, printer_unreachable, printer_stopped,
// printer_paper, printer_refused. printer_unknown says that the connection was lost after something had been sent: the
// document may come out, and must not be sent again unasked.
func (l *Line) Print(ctx context.Context, uri string, document []byte, o Options) (Job, error) {
	if !bytes.HasPrefix(document, []byte("%PDF-")) {
		return Job{}, seminar.Errorf(CodeDocument, "This is no PDF. Only PDFs can be printed.")
	}
	p, err := l.Printer(ctx, uri)
	if err == nil {
		err = p.Trouble()
	}
	if err != nil {
		return Job{}, err
	}
	const pdf = "application/pdf"
	if len(p.formats) > 0 && !slices.Contains(p.formats, pdf) {
		return Job{}, refused(p.called(), "no PDF")
	}
	m := request(goipp.OpPrintJob)
	add(&m.Operation, "printer-uri", goipp.TagURI, uri)
	add(&m.Operation, "requesting-user-name", goipp.TagName, short(o.User, "lanyard"))
	add(&m.Operation, "job-name", goipp.TagName, short(o.Name, "Lanyard"))
	add(&m.Operation, "document-format", goipp.TagMimeType, pdf)
	if o.Copies > 1 {
		addNumber(&m.Job, "copies", o.Copies)
	}
	if slices.Contains(p.media, o.Media) { // some refuse a job with another, whatever they are told
		add(&m.Job, "media", goipp.TagKeyword, o.Media)
	}
	answer, err := l.ask(ctx, uri, m, document)
	var no refusal
	switch {
	case err == nil:
		return jobOf(answer.Job), nil
	case errors.As(err, &no), errors.Is(err, errNotSent):
		return Job{}, unsent(uri, answer, err)
	}
	return Job{State: JobUnknown, Reasons: []string{}}, unknown(p.called()).Because(err)
}

// Job is what became of a job. printer_unknown says that the printer does not know any more, or does not answer.
func (l *Line) Job(ctx context.Context, uri string, id int) (Job, error) {
	m := request(goipp.OpGetJobAttributes)
	add(&m.Operation, "printer-uri", goipp.TagURI, uri)
	addNumber(&m.Operation, "job-id", id)
	add(&m.Operation, "requested-attributes", goipp.TagKeyword, "job-id", "job-state", "job-state-reasons")
	add(&m.Operation, "requesting-user-name", goipp.TagName, "lanyard")
	answer, err := l.ask(ctx, uri, m, nil)
	if err != nil {
		return Job{ID: id, State: JobUnknown, Reasons: []string{}}, unknown(uri).Because(err)
	}
	return jobOf(answer.Job), nil
}

// Follow watches a job until it is over. It is done, nil, only when the document came out. Otherwise: printer_gave_up,
// printer_unknown, or what holds the printer up (see Printer.Trouble), after which the job may still come out.
func (l *Line) Follow(ctx context.Context, uri string, job Job) (Job, error) {
	begun, missed, every := time.Now(), 0, lookEvery
	for {
		switch job.State {
		case JobCompleted:
			return job, nil
		case JobAborted, JobCancelled:
			return job, seminar.Errorf(CodeGaveUp, "The printer {printer} took the document and gave it up ({why}). Print it again; nothing is lost.").
				WithArg("printer", uri).WithArg("why", strings.Join(append([]string{string(job.State)}, job.Reasons...), ", "))
		}
		if time.Since(begun) > followed {
			return job, unknown(uri)
		}
		select {
		case <-ctx.Done():
			return job, ctx.Err()
		case <-time.After(every):
		}
		if time.Since(begun) > 10*lookSeldom {
			every = lookSeldom
		}
		next, err := l.Job(ctx, uri, job.ID)
		if err != nil {
			if missed++; missed >= tries || ctx.Err() != nil {
				return next, err
			}
			continue
		}
		missed, job = 0, next
		if job.State == JobCompleted {
			continue
		}
		if p, err := l.Printer(ctx, uri); err == nil && !job.Over() {
			p.Accepts = true // of the next job, not of this one
			if err := p.Trouble(); err != nil {
				return job, held(err)
			}
		}
	}
}

// held is what holds a printer up that has the document already: then printing again would give two.
func held(err error) error {
	var e *seminar.Error
	if !errors.As(err, &e) {
		return err
	}
	return seminar.Errorf(CodeHeld, "The printer {printer} has the document and waits ({why}). See to it and it comes out by itself.").
		WithArg("printer", e.Args["printer"]).WithArg("why", e.Args["why"]).Because(err)
}

func unknown(printer string) *seminar.Error {
	return seminar.Errorf(CodeUnknown, "The connection to the printer {printer} was lost. Look whether the document came out before you print it again.").WithArg("printer", printer)
}

func jobOf(attributes goipp.Attributes) Job {
	j := Job{State: JobUnknown, Reasons: []string{}}
	for _, a := range attributes {
		switch a.Name {
		case "job-id":
			j.ID = number(a)
		case "job-state":
			if s, ok := map[int]JobState{3: JobPending, 4: JobHeld, 5: JobProcessing, 6: JobStopped, 7: JobCancelled, 8: JobAborted, 9: JobCompleted}[number(a)]; ok {
				j.State = s
			}
		case "job-state-reasons":
			j.Reasons = reasons(texts(a))
		}
	}
	return j
}

// short is a name of at most 255 bytes (RFC 8011, 5.1.3), or another if there is none.
func short(name, otherwise string) string {
	if name == "" {
		name = otherwise
	}
	if len(name) > 255 {
		name = strings.ToValidUTF8(name[:255], "")
	}
	return name
}
