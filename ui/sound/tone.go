package sound

import (
	"encoding/binary"
	"math"
	"time"
)

// Kind is what a sound says.
type Kind int

// The sounds. They differ in rhythm as well as in pitch, so that who hears no pitch, or only half of it in a loud hall,
// tells them apart: one rising pair, one note twice, a long low fall, three quick notes.
const (
	Accepted Kind = iota
	Already
	Refused
	Attention
)

const (
	rate     = 44100 // samples a second
	channels = 2
)

// note is one tone: its pitch, how long it sounds, and the silence after it.
type note struct {
	hertz       float64
	sounds, gap time.Duration
}

var melodies = map[Kind][]note{
	Accepted:  {{659.26, 90 * time.Millisecond, 15 * time.Millisecond}, {987.77, 160 * time.Millisecond, 0}},
	Already:   {{587.33, 110 * time.Millisecond, 90 * time.Millisecond}, {587.33, 110 * time.Millisecond, 0}},
	Refused:   {{277.18, 220 * time.Millisecond, 30 * time.Millisecond}, {196.00, 420 * time.Millisecond, 0}},
	Attention: {{783.99, 70 * time.Millisecond, 60 * time.Millisecond}, {783.99, 70 * time.Millisecond, 60 * time.Millisecond}, {1046.50, 140 * time.Millisecond, 0}},
}

// attack is how long a note takes to begin and to end: without it every note clicks.
const attack = 8 * time.Millisecond

// samples is a sound as 32-bit floats, little endian, at a volume from 0 to 1.
func samples(k Kind, volume float64) []byte {
	var out []byte
	for _, n := range melodies[k] {
		count := int(n.sounds.Seconds() * rate)
		edge := attack.Seconds() * rate
		for i := range count {
			// The octave above, softly: small loudspeakers hardly give the low notes at all.
			at := 2 * math.Pi * n.hertz * float64(i) / rate
			v := 0.75*math.Sin(at) + 0.25*math.Sin(2*at)
			v *= volume * min(1, float64(i)/edge, float64(count-i)/edge)
			out = appendSample(out, v)
		}
		for range int(n.gap.Seconds() * rate) {
			out = appendSample(out, 0)
		}
	}
	return out
}

func appendSample(out []byte, v float64) []byte {
	for range channels {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(v)))
	}
	return out
}
