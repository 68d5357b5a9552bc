package pdf

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"github.com/klauspost/compress/zlib"
	"io"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"sync"
)

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

var errShape = errors.New("pdf: the file is not of the shape that gofpdf writes")

// object is one object of a file that gofpdf wrote: "7 0 obj … endobj\n".
type object struct {
	number, offset int
	text           []byte
	// Behind the text, where it is not a part of it.
	stream  []byte
	picture *outside
	end     []byte
}

// finish does what gofpdf cannot: it packs the streams that gofpdf left plain (it would make a new compressor for each,
// which takes longer than drawing a badge), names subset fonts as the standard wants, and says the language of the text.
// Every object keeps its number.
func finish(w io.Writer, file []byte, language string, names map[string]string, used charset, k kept) error {
	head, objects, trailer, err := objectsOf(file)
	if err != nil {
		return err
	}
	if err := trim(objects, used); err != nil {
		return err
	}
	var edits []string
	for from, to := range names {
		edits = append(edits, from, to)
	}
	if languageTag.MatchString(language) {
		const catalogue = "/Type /Catalog\n"
		edits = append(edits, catalogue, catalogue+"/Lang ("+language+")\n")
	}
	if err := each(objects, edits, k); err != nil {
		return err
	}
	return assemble(w, head, objects, trailer)
}

// each gives every object its final text. The processors share the work.
func each(objects []object, edits []string, k kept) error {
	workers := min(runtime.GOMAXPROCS(0), len(objects))
	failed := make([]error, workers)
	var wait sync.WaitGroup
	for i := range workers {
		wait.Go(func() {
			p := packer{z: zlib.NewWriter(io.Discard)}
			for o := i; o < len(objects) && failed[i] == nil; o += workers {
				objects[o], failed[i] = p.final(objects[o], edits, k)
			}
		})
	}
	wait.Wait()
	return errors.Join(failed...)
}

// packer packs streams, one after the other, with one compressor.
type packer struct {
	z      *zlib.Writer
	packed bytes.Buffer
}

var (
	streamBegins = []byte("\nstream\n")
	streamEnds   = []byte("\nendstream\n")
)

// final is an object with the edits made in its dictionary, and with its stream packed unless it is already.
func (p *packer) final(o object, edits []string, k kept) (object, error) {
	dict, rest, found := bytes.Cut(o.text, streamBegins)
	changed := dict
	for i := 0; i < len(edits); i += 2 {
		if at := []byte(edits[i]); bytes.Contains(changed, at) {
			changed = bytes.ReplaceAll(changed, at, []byte(edits[i+1]))
		}
	}
	o.text = changed
	if !found {
		return o, nil
	}
	changed = withoutFonts(changed)
	end := bytes.LastIndex(rest, streamEnds)
	if end < 0 {
		return o, errShape
	}
	length := []byte("/Length " + strconv.Itoa(end))
	if !bytes.Contains(changed, length) {
		return o, errShape
	}
	if packed, picture := k.stream(rest[:end]); packed != nil || picture != nil {
		now := "/Filter /FlateDecode /Length " + strconv.Itoa(len(packed))
		if picture != nil {
			now = "/Length " + strconv.Itoa(picture.length)
		}
		changed = bytes.Replace(changed, length, []byte(now), 1)
		o.text, o.stream, o.picture, o.end = slices.Concat(changed, streamBegins), packed, picture, rest[end:]
		return o, nil
	}
	if bytes.Contains(dict, []byte("/Filter")) {
		o.text = slices.Concat(changed, streamBegins, rest)
		return o, nil
	}
	p.packed.Reset()
	p.z.Reset(&p.packed)
	if _, err := p.z.Write(rest[:end]); err != nil {
		return o, fmt.Errorf("pdf: %w", err)
	}
	if err := p.z.Close(); err != nil {
		return o, fmt.Errorf("pdf: %w", err)
	}
	changed = bytes.Replace(changed, length, []byte("/Filter /FlateDecode /Length "+strconv.Itoa(p.packed.Len())), 1)
	o.text = slices.Concat(changed, streamBegins, p.packed.Bytes(), rest[end:])
	return o, nil
}

// withoutFonts takes the fonts out of the dictionary of a form: ours are outlines of letters, and a reader that meets one
// would read every font of the document anew, a hundred times a page.
func withoutFonts(dict []byte) []byte {
	if !bytes.Contains(dict, []byte("/Subtype /Form")) {
		return dict
	}
	before, rest, found := bytes.Cut(dict, []byte("/Font <<\n"))
	_, after, closed := bytes.Cut(rest, []byte(">>\n"))
	if !found || !closed {
		return dict
	}
	return slices.Concat(before, after)
}

// objectsOf takes a file apart: what stands before its first object, its objects in the order in which they stand, and what
// stands behind its cross-reference table, up to the place of that table.
func objectsOf(file []byte) (head []byte, objects []object, trailer []byte, err error) {
	const mark = "startxref\n"
	place := bytes.LastIndex(file, []byte(mark))
	if place < 0 {
		return nil, nil, nil, errShape
	}
	digits, _, _ := bytes.Cut(file[place+len(mark):], []byte("\n"))
	table, err := strconv.Atoi(string(digits))
	at := bytes.Index(file[min(max(table, 0), place):place], []byte("trailer\n"))
	if err != nil || at < 0 {
		return nil, nil, nil, errShape
	}
	// "xref", "0 n" and the entry of the object that there never is; then 20 bytes an object.
	lines := bytes.SplitAfter(file[table:table+at], []byte("\n"))
	if len(lines) < 5 {
		return nil, nil, nil, errShape
	}
	for i, l := range lines[3 : len(lines)-1] {
		offset, err := strconv.Atoi(string(l[:min(10, len(l))]))
		if err != nil || offset > table {
			return nil, nil, nil, errShape
		}
		objects = append(objects, object{number: i + 1, offset: offset})
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.offset, b.offset) })
	for i := range objects {
		end := table
		if i+1 < len(objects) {
			end = objects[i+1].offset
		}
		objects[i].text = file[objects[i].offset:end]
	}
	return file[:objects[0].offset], objects, file[table+at : place+len(mark)], nil
}

// assemble writes the objects with a table of where they stand now.
func assemble(w io.Writer, head []byte, objects []object, trailer []byte) error {
	out := bufio.NewWriterSize(w, 1<<16)
	size := 0
	// The writer keeps the first error for Flush.
	write := func(part []byte) {
		n, _ := out.Write(part)
		size += n
	}
	write(head)
	for i := range objects {
		o := &objects[i]
		o.offset = size
		stream := o.stream
		if o.picture != nil {
			var err error
			if stream, err = o.picture.read(); err != nil {
				return err
			}
		}
		for _, part := range [][]byte{o.text, stream, o.end} {
			write(part)
		}
	}
	table := size
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.number, b.number) })
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range objects {
		fmt.Fprintf(out, "%010d 00000 n \n", o.offset)
	}
	write(trailer)
	fmt.Fprintf(out, "%d\n%%%%EOF\n", table)
	return out.Flush() // the first error of all of them
}
