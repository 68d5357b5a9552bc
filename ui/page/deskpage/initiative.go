package deskpage

import (
	"lanyard/internal/seminar"
	"lanyard/ui/page/initiative"
)

// PutForward opens the form of an initiative: somebody put one forward in the session that goes on. Scans are taken meanwhile, as
// over any form.
func (p *Page) PutForward() {
	if p.known.seminar.ID == "" || p.panel || p.asking || !p.env.Leaving() {
		return
	}
	p.panel = true
	p.closePanel = func() { p.putting.Close() }
	p.putting = initiative.Open(p.env, seminar.Initiative{}, nil, func() {
		p.panel, p.closePanel = false, nil
		p.take()
	})
}
