package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"github.com/klauspost/compress/zlib"
	"image"
	"image/color"
	"io"
	"regexp"
	"runtime"
	"strconv"
	"sync"

	"lanyard/internal/page"
)

// packing packs the instructions of pages while the next ones are being drawn.
type packing struct {
	jobs   chan job
	rooms  chan []byte // of pages that are packed, to be written into again
	pages  [][]byte    // packed
	failed []error     // by processor
	wait   sync.WaitGroup
}

type job struct {
	page int
	buf  []byte
}

func pack(pages int) *packing {
	workers := max(1, runtime.GOMAXPROCS(0)-1)
	p := &packing{jobs: make(chan job, workers), rooms: make(chan []byte, 2*workers+2), pages: make([][]byte, pages), failed: make([]error, workers)}
	for i := range workers {
		p.wait.Go(func() { p.failed[i] = p.work() })
	}
	return p
}

// quickly packs in less than half the time of the default, and a twentieth larger.
const quickly = 2

func (p *packing) work() error {
	z, err := zlib.NewWriterLevel(io.Discard, quickly)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	var failed error
	for j := range p.jobs {
		packed.Reset()
		z.Reset(&packed)
		if _, err := z.Write(j.buf); err != nil {
			failed = err
		}
		if err := z.Close(); err != nil {
			failed = err
		}
		p.pages[j.page] = bytes.Clone(packed.Bytes())
		select {
		case p.rooms <- j.buf[:0]:
		default:
		}
	}
	return failed
}

// room is a buffer for a page.
func (p *packing) room() []byte {
	select {
	case buf := <-p.rooms:
		return buf
	default:
		return make([]byte, 0, 16<<10)
	}
}

func (p *packing) take(page int, buf []byte) { p.jobs <- job{page, buf} }

// end waits for the last page.
func (p *packing) end() error {
	close(p.jobs)
	p.wait.Wait()
	for _, err := range p.failed {
		if err != nil {
			return fmt.Errorf("pdf: %w", err)
		}
	}
	return nil
}

// outside is a JPEG that stands in the file as it is.
type outside struct {
	image  page.Image
	length int // bytes
}

// read gives the bytes, anew if they are not held.
func (o outside) read() ([]byte, error) {
	i, err := o.image.Loaded()
	if err == nil && len(i.Data) != o.length {
		err = fmt.Errorf("pdf: a picture changed while it was being written")
	}
	return i.Data, err
}

// kept is what stands outside of gofpdf's file and goes into it in the end: pages, and pictures as they are.
type kept struct {
	pages    [][]byte
	pictures []outside
}

func (w *writer) kept() kept { return kept{w.packing.pages, w.outside} }

// pageMark stands in gofpdf's file for the instructions of a page.
func pageMark(i int) string { return "%lanyard page " + strconv.Itoa(i) }

var (
	pageMarks    = regexp.MustCompile(`%lanyard page (\d+)`)
	pictureMarks = regexp.MustCompile(`lanyard picture (\d+) `)
)

// stream is what belongs in the place of a stream that has a mark: the packed instructions of a page, or a picture; neither
// for a stream without one.
func (k kept) stream(marked []byte) (packed []byte, picture *outside) {
	const longest = 4096 // gofpdf says some things at the head of a page
	if len(marked) > longest {
		return nil, nil
	}
	if m := pageMarks.FindSubmatch(marked); m != nil {
		if i, err := strconv.Atoi(string(m[1])); err == nil && i < len(k.pages) {
			return k.pages[i], nil
		}
	}
	if m := pictureMarks.FindSubmatch(marked); m != nil {
		if i, err := strconv.Atoi(string(m[1])); err == nil && i < len(k.pictures) {
			return nil, &k.pictures[i]
		}
	}
	return nil, nil
}

// headOf is the head of a JPEG file (ITU-T T.81, B.2) of a size and a number of colours, with a mark instead of a picture.
func headOf(c image.Config, number int) []byte {
	head := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
	mark := "lanyard picture " + strconv.Itoa(number) + " "
	head = append(head, 0xff, 0xfe)
	head = binary.BigEndian.AppendUint16(head, uint16(2+len(mark)))
	head = append(head, mark...)
	components := 3
	if c.ColorModel == color.GrayModel {
		components = 1
	}
	head = append(head, 0xff, 0xc0)
	head = binary.BigEndian.AppendUint16(head, uint16(8+3*components))
	head = append(head, 8)
	head = binary.BigEndian.AppendUint16(head, uint16(c.Height))
	head = binary.BigEndian.AppendUint16(head, uint16(c.Width))
	head = append(head, byte(components))
	for i := range components {
		head = append(head, byte(i+1), 0x11, 0)
	}
	return head
}
