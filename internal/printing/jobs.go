package printing

import (
	"bytes"
	"cmp"
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

// twoSided is the keyword for both sides, turned over along the long edge (RFC 8011, 5.2.8).
const twoSided = "two-sided-long-edge"

// Print sends a document to a printer, as a PDF or as pictures as the printer wants it, and answers with the job that it
// became. The printer is asked first, so that it gets nothing while it is stopped, without paper, or not there:
// printer_none, printer_unreachable, printer_stopped, printer_paper, printer_refused, printer_busy. printer_unknown says
// that the connection was lost after something had been sent: the document may come out, and must not be sent again unasked.
func (l *Line) Print(ctx context.Context, uri string, d Document, o Options) (Job, error) {
	if !bytes.HasPrefix(d.PDF, []byte("%PDF-")) {
		return Job{}, seminar.Errorf(CodeDocument, "This is no PDF. Only PDFs can be printed.")
	}
	p, err := l.Printer(ctx, uri)
	if err == nil {
		err = p.Trouble()
	}
	if err != nil {
		return Job{}, err
	}
	if name, is := ofSystem(uri); is {
		return systemPrint(ctx, name, d.PDF, o)
	}
	o.TwoSided = o.TwoSided && p.TwoSided
	o.Media = cmp.Or(o.Media, d.Media)
	format, data, err := p.wants(ctx, d, o)
	if err != nil {
		return Job{}, err
	}
	m := request(goipp.OpPrintJob)
	add(&m.Operation, "printer-uri", goipp.TagURI, uri)
	add(&m.Operation, "requesting-user-name", goipp.TagName, short(o.User, "lanyard"))
	add(&m.Operation, "job-name", goipp.TagName, short(o.Name, "Lanyard"))
	add(&m.Operation, "document-format", goipp.TagMimeType, format)
	if o.Copies > 1 {
		addNumber(&m.Job, "copies", o.Copies)
	}
	if o.TwoSided {
		add(&m.Job, "sides", goipp.TagKeyword, twoSided)
	}
	p.addMedia(m, o)
	answer, err := l.ask(ctx, uri, m, data)
	var no refusal
	switch {
	case err == nil:
		job := jobOf(answer.Job)
		job.pages = d.Pages * max(1, o.Copies)
		return job, nil
	case errors.As(err, &no), errors.Is(err, errNotSent):
		return Job{}, unsent(uri, answer, err)
	}
	return Job{State: JobUnknown, Reasons: []string{}}, unknown(p.called()).Because(err)
}

// addMedia says which paper is taken from where. A printer that does not know a size or a tray is not told: some refuse
// the job then, whatever they were asked.
func (p Printer) addMedia(m *goipp.Message, o Options) {
	known := slices.Contains(p.media, o.Media)
	switch {
	case slices.Contains(p.Trays, o.Tray):
		col := goipp.Collection{}
		if known {
			col.Add(goipp.MakeAttribute("media-size-name", goipp.TagKeyword, goipp.String(o.Media)))
		}
		col.Add(goipp.MakeAttribute("media-source", goipp.TagKeyword, goipp.String(o.Tray)))
		m.Job.Add(goipp.MakeAttribute("media-col", goipp.TagBeginCollection, col)) // never beside media (PWG 5100.7)
	case known:
		add(&m.Job, "media", goipp.TagKeyword, o.Media)
	}
}

// Cancel takes a job back that is not over. printer_refused: the printer does not, most likely because it is over.
func (l *Line) Cancel(ctx context.Context, uri string, id int) error {
	m := request(goipp.OpCancelJob)
	add(&m.Operation, "printer-uri", goipp.TagURI, uri)
	addNumber(&m.Operation, "job-id", id)
	add(&m.Operation, "requesting-user-name", goipp.TagName, "lanyard")
	if answer, err := l.ask(ctx, uri, m, nil); err != nil {
		return unsent(uri, answer, err)
	}
	return nil
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

// Follow watches a job until it is over. It is done, nil, only when the document came out, or was handed to a system that
// does not say. Otherwise: printer_gave_up or printer_unknown. Meanwhile told (which may be nil) is told of another state,
// with printer_held while the printer waits for a hand, and printer_slow when nothing has come out for long, as it is when
// CUPS looks in vain for a printer; however long that takes, the job is still followed.
func (l *Line) Follow(ctx context.Context, uri string, job Job, told func(Job, error)) (Job, error) {
	begun, missed, every := time.Now(), 0, lookEvery
	patience := l.Patience + time.Duration(max(0, job.pages-1))*l.Patience/6
	var said string
	for {
		switch job.State {
		case JobCompleted, JobHanded:
			return job, nil
		case JobAborted, JobCancelled:
			return job, seminar.Errorf(CodeGaveUp, "The printer {printer} took the document and gave it up ({why}). Print it again; nothing is lost.").
				WithArg("printer", uri).WithArg("why", strings.Join(append([]string{string(job.State)}, job.Reasons...), ", "))
		}
		if time.Since(begun) > max(followed, 2*patience) {
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
		if job.Over() {
			continue
		}
		var trouble error
		if p, err := l.Printer(ctx, uri); err == nil {
			p.Accepts = true // of the next job, not of this one
			if trouble = held(p.Trouble()); trouble != nil {
				begun = time.Now() // as long as somebody needs
			} else if time.Since(begun) > patience {
				trouble = slow(p)
			}
		}
		now := string(job.State)
		if trouble != nil {
			now = trouble.Error()
		}
		if now != said && told != nil {
			said = now
			told(job, trouble)
		}
	}
}

// held is what holds a printer up that has the document already: then printing again would give two.
func held(err error) error {
	if err == nil {
		return nil
	}
	var e *seminar.Error
	if !errors.As(err, &e) {
		return err
	}
	return seminar.Errorf(CodeHeld, "{why}: the printer {printer} has the document and waits. See to it and it comes out by itself.").
		WithArg("printer", e.Args["printer"]).WithArg("why", e.Args["why"]).Because(err)
}

// slow says that a printer has had something for too long.
func slow(p Printer) error {
	return seminar.Errorf(CodeSlow, "The document is with the printer {printer} and does not come out ({why}). Look at the printer; it is not sent again by itself.").
		WithArg("printer", p.called()).WithArg("why", cmp.Or(p.message, strings.Join(p.Reasons, ", "), string(p.State)))
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
