package designerpage

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// warned says above the page what it cannot show as it should.
func (p *Page) warned(all []document.Warning) {
	l := p.env.Lang
	if err := p.editor.Template().Check(); err != nil {
		p.tell(err)
		return
	}
	if len(all) == 0 {
		p.say(widgets.KindNeutral, "", "")
		return
	}
	more := ""
	if len(all) > 1 {
		more = l.N("paper.warnings.more", len(all)-1)
	}
	p.say(widgets.KindAttention, all[0].Message, more)
}

// tell says why the template cannot be drawn, or not be saved as it is.
func (p *Page) tell(err error) {
	var all seminar.Problems
	if errors.As(err, &all) && len(all) > 0 {
		err = p.placed(all[0])
	}
	p.say(widgets.KindRefused, p.env.Lang.Err(err), "")
}

var place = regexp.MustCompile(`^(front|back)\[(\d+)\]\.?(.*)$`)

// placed names the element of a problem as the list of layers does, where its place in the file says nothing.
func (p *Page) placed(e *seminar.Error) error {
	m := place.FindStringSubmatch(e.Field)
	if m == nil {
		return e
	}
	n, _ := strconv.Atoi(m[2])
	side := p.editor.Template().Side(m[1] == "back")
	if n >= len(side) {
		return e
	}
	at := p.env.Lang.T("designer.element", "name", called(p.env.Lang, side[n].ID))
	if m[3] != "" {
		at += ", " + m[3]
	}
	said := e.WithArg("place", at)
	said.Message = strings.Replace(e.Message, e.Field, at, 1) // the English sentence has it filled in already
	return said
}

// say puts a notice above the page; "" takes it away.
func (p *Page) say(kind widgets.Kind, title, text string) {
	shown := p.above.Visible()
	if title == "" {
		p.above.Hide()
	} else {
		p.notice.Set(kind, title, text)
		p.above.Show()
	}
	if shown != p.above.Visible() || shown {
		p.lay.Refresh()
	}
}
