// Package sound is what a desk hears: one short sound for each kind of answer, made of notes and not of files. Without a
// loudspeaker it is silent.
package sound

import (
	"bytes"
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/ebitengine/oto/v3"
)

// Volume is how loud sounds are.
type Volume string

// The volumes; "" is Normal.
const (
	Off    Volume = "off"
	Quiet  Volume = "quiet"
	Normal Volume = "normal"
	Loud   Volume = "loud"
)

// Volumes are all of them, from none to most.
func Volumes() []Volume { return []Volume{Off, Quiet, Normal, Loud} }

var loudness = map[Volume]float64{Quiet: 0.15, "": 0.45, Normal: 0.45, Loud: 0.95}

// Player plays sounds one after the other. Its methods return at once and may be called from any goroutine. A program has
// one: the system's sound can be opened only once.
type Player struct {
	log    *slog.Logger
	volume atomic.Value // Volume
	wanted chan Kind    // the next one; an older one that still waits gives way
}

// New makes a player that ends with a context. The sound device is opened with the first sound.
func New(ctx context.Context, log *slog.Logger) *Player {
	p := &Player{log: log, wanted: make(chan Kind, 1)}
	p.volume.Store(Normal)
	go p.run(ctx)
	return p
}

// SetVolume changes how loud the next sounds are.
func (p *Player) SetVolume(v Volume) { p.volume.Store(v) }

// Play plays a sound, after the one that is being played. Of several that wait only the last is played: it belongs to
// what is on the screen.
func (p *Player) Play(k Kind) {
	if p.volume.Load() == Off {
		return
	}
	for {
		select {
		case p.wanted <- k:
			return
		default:
		}
		select {
		case <-p.wanted:
		default:
		}
	}
}

// rest is how long the device stays open after a sound: an open one takes a little of the processor all the time.
const rest = 2 * time.Second

func (p *Player) run(ctx context.Context) {
	var device *oto.Context
	for {
		select {
		case <-ctx.Done():
			return
		case k := <-p.wanted:
			if device == nil {
				device = p.open()
			} else if err := device.Resume(); err != nil {
				p.log.Info("sound", "error", err)
			}
			if device == nil || !p.playAll(ctx, device, k) {
				return // nobody hears anything any more: what is wanted gives way to what is wanted after it
			}
		}
	}
}

// playAll plays sounds until none has been wanted for a while, then lets the device rest; false if it is gone.
func (p *Player) playAll(ctx context.Context, device *oto.Context, k Kind) bool {
	for {
		p.play(device, k)
		select {
		case k = <-p.wanted:
			continue
		case <-ctx.Done():
		case <-time.After(rest):
		}
		if err := device.Suspend(); err != nil { // the loudspeaker was pulled out
			p.log.Info("sound", "error", err)
			return false
		}
		return true
	}
}

// open opens the system's sound; nil if there is none.
func (p *Player) open() *oto.Context {
	device, ready, err := oto.NewContext(&oto.NewContextOptions{SampleRate: rate, ChannelCount: channels, Format: oto.FormatFloat32LE,
		BufferSize: 50 * time.Millisecond})
	if err == nil {
		<-ready
		err = device.Err()
	}
	if err != nil {
		p.log.Info("no sound", "error", err)
		return nil
	}
	return device
}

// play plays one sound to its end.
func (p *Player) play(device *oto.Context, k Kind) {
	volume, _ := p.volume.Load().(Volume)
	one := device.NewPlayer(bytes.NewReader(samples(k, loudness[volume])))
	one.Play()
	for one.IsPlaying() {
		time.Sleep(5 * time.Millisecond)
	}
}
