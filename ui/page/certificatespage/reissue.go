package certificatespage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

// reissueKey issues the certificate in front anew.
func (p *Page) reissueKey() {
	if e := p.inFront(); e != nil && e.certificate != nil && !e.certificate.Revoked {
		p.reissue(*e.certificate)
	}
}

// reissue issues a certificate anew with what is known now, and revokes the one before as replaced by it. It is done at once,
// for undo takes both back: the new one then holds no more, also where it was printed meanwhile, and the first holds again.
func (p *Page) reissue(c seminar.Certificate) {
	type done struct {
		again  seminar.Certificate
		action desk.Action
	}
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (done, error) {
		again, action, err := d.Reissue(ctx, c.Serial, "")
		return done{again, action}, err
	}, func(made done, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.wanted = made.again.ID
		p.env.Done(p.env.Lang.T("certificates.reissued", "serial", made.again.Serial, "first", c.Serial), made.action)
	})
}
