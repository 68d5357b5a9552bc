package designerpage

import (
	"context"

	"lanyard/internal/document/template/edit"
)

// laid are layers ready for what is selected, before anybody takes hold of it.
type laid struct {
	version int
	key     string
	layers  []*layer
}

// prepare draws the layers for what is selected, if anything is.
func (p *Page) prepare() {
	held, key := p.heldNow()
	if len(held) == 0 || p.ready.version == p.editor.Version() && p.ready.key == key && p.ready.layers != nil {
		return
	}
	a, version := p.artist(), p.editor.Version()
	p.preparing.Run(p.env.Context, p.env.Run, func(context.Context) ([]*layer, error) { return a.layers(held) },
		func(all []*layer, err error) {
			if err == nil {
				p.ready = laid{version, key, all}
			}
		})
}

// heldNow is what would be held, by id, and a key of it: what is drawn depends on the scale and the person too.
func (p *Page) heldNow() (map[string]bool, string) {
	held, key := map[string]bool{}, tenths(float64(p.stage.view.scale)*100)+" "+p.who.key()
	for _, e := range p.editor.Chosen() {
		if !e.Locked {
			held[e.ID] = true
			key += "\x00" + e.ID
		}
	}
	return held, key
}

// held shows layers as something is taken hold of.
func (p *Page) held(h *hold) {
	hint := "designer.hint.resize"
	switch h.handle {
	case edit.Whole:
		hint = "designer.hint.move"
	case edit.Turn:
		hint = "designer.hint.turn"
	}
	p.bar.hint.SetText(p.env.Lang.T(hint))
	held, key := p.heldNow()
	if p.ready.version != p.editor.Version() || p.ready.key != key || p.ready.layers == nil {
		a := p.artist()
		all, err := a.layers(held)
		if err != nil {
			p.tell(err)
			return
		}
		p.ready = laid{p.editor.Version(), key, all}
	}
	p.latest.Cancel()
	layers := p.ready.layers
	p.ready = laid{}
	p.stage.lay(layers)
}

// resizing draws what is held anew, as its size changes. The pointer does not wait for it.
func (p *Page) resizing(*hold) {
	held, _ := p.heldNow()
	a := p.artist()
	p.shaping.Run(p.env.Context, p.env.Run, func(context.Context) ([]*layer, error) { return a.pictures(held) },
		func(all []*layer, err error) {
			if err == nil {
				p.stage.relay(all)
			}
		})
}
