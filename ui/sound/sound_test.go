package sound_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"lanyard/ui/sound"
)

const (
	rate  = 44100
	frame = 2 * 4 // bytes: two channels of 32-bit floats
)

// loudspeaker is an ALSA device that the test listens to: what is played comes through a pipe, at the pace of a real one.
func loudspeaker(t *testing.T) <-chan []float64 {
	t.Helper()
	dir := t.TempDir()
	pipe, config := filepath.Join(dir, "heard"), filepath.Join(dir, "alsa.conf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("pcm.null { type null }\npcm.!default { type file\n slave.pcm null\n file %q\n format raw }\n", pipe)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("ALSA_CONFIG_PATH", config)
	heard := make(chan []float64, 1000)
	f, err := os.OpenFile(pipe, os.O_RDWR, 0) // read and write: opening does not wait for the other end
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	go func() {
		block := make([]byte, rate/100*frame)
		for {
			n, err := f.Read(block)
			if err != nil {
				close(heard)
				return
			}
			out := make([]float64, 0, n/frame)
			for i := 0; i+frame <= n; i += frame {
				out = append(out, float64(math.Float32frombits(binary.LittleEndian.Uint32(block[i:]))))
			}
			time.Sleep(time.Duration(len(out)) * time.Second / rate)
			heard <- out
		}
	}()
	return heard
}

// listen gives what is heard until it has been still for a while after the first sound.
func listen(t *testing.T, heard <-chan []float64) []float64 {
	t.Helper()
	var all []float64
	still := 0
	limit := time.After(10 * time.Second)
	for {
		select {
		case block, ok := <-heard:
			if !ok {
				t.Fatal("the loudspeaker is gone")
			}
			loud := false
			for _, v := range block {
				loud = loud || math.Abs(v) > 0.001
			}
			if loud {
				still = 0
			} else if still += len(block); len(all) > 0 && still > rate/2 {
				return all
			}
			if loud || len(all) > 0 {
				all = append(all, block...)
			}
		case <-limit:
			t.Fatalf("%d samples heard, and no end", len(all))
		}
	}
}

// span is what a pitch is looked for in: a note lasts longer, and two of one pitch do not weaken each other.
const span = rate / 20

// power is the most that there is of a pitch in any span of a sound (Goertzel's algorithm).
func power(all []float64, hertz float64) float64 {
	most := 0.0
	coefficient := 2 * math.Cos(2*math.Pi*hertz/rate)
	for at := 0; at+span <= len(all); at += span / 4 {
		var s1, s2 float64
		for _, v := range all[at : at+span] {
			s1, s2 = v+coefficient*s1-s2, s1
		}
		most = max(most, math.Sqrt(s1*s1+s2*s2-coefficient*s1*s2))
	}
	return most
}

func peak(all []float64) float64 {
	most := 0.0
	for _, v := range all {
		most = max(most, math.Abs(v))
	}
	return most
}

func TestEachAnswerHasItsSound(t *testing.T) {
	heard := loudspeaker(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p := sound.New(ctx, slog.New(slog.DiscardHandler))
	pitches := map[sound.Kind][]float64{sound.Accepted: {659.26, 987.77}, sound.Already: {587.33},
		sound.Refused: {277.18, 196.00}, sound.Attention: {783.99, 1046.50}}
	for _, k := range []sound.Kind{sound.Accepted, sound.Already, sound.Refused, sound.Attention} {
		p.Play(k)
		all := listen(t, heard)
		for other, notes := range pitches {
			for _, hertz := range notes {
				if got := power(all, hertz); (got > 150) != (other == k) {
					t.Errorf("sound %d has %.0f of %.0f Hz, a note of sound %d", k, got, hertz, other)
				}
			}
		}
	}
	p.SetVolume(sound.Loud)
	p.Play(sound.Accepted)
	loud := peak(listen(t, heard))
	p.SetVolume(sound.Quiet)
	p.Play(sound.Accepted)
	if quiet := peak(listen(t, heard)); quiet > loud/3 || loud > 1 {
		t.Errorf("quiet peaks at %.2f, loud at %.2f", quiet, loud)
	}
	p.SetVolume(sound.Off)
	p.Play(sound.Refused)
	p.SetVolume(sound.Normal)
	p.Play(sound.Attention)
	if all := listen(t, heard); power(all, 277.18) > 150 {
		t.Error("what was switched off is heard")
	}
}
