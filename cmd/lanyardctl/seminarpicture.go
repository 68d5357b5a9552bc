package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/picture"
)

func (p *program) seminarPictureCommand() *cobra.Command {
	var remove bool
	c := command("picture logo|signature|background FILE", "Give a seminar a picture that its badges and certificates show, or take it away",
		"seminars picture logo logo.svg", cobra.RangeArgs(1, 2), func(ctx context.Context, args []string) error {
			source := template.Source(args[0])
			switch {
			case !slices.Contains(desk.PictureSources(), source):
				return usage(fmt.Errorf("a seminar's picture is %s, not %q", pictureNames(), args[0]))
			case remove == (len(args) == 2):
				return usage(errors.New("say a PNG, JPEG or SVG file, or --remove"))
			}
			var file []byte
			if !remove {
				var err error
				if file, err = p.readFile(args[1], picture.MaxFile); err != nil {
					return err
				}
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			action, err := p.desk.SetSeminarPicture(ctx, s.ID, source, file)
			if err != nil {
				return err
			}
			pictures, err := p.desk.SeminarPictures(ctx, s.ID)
			if err != nil {
				return err
			}
			answer := map[string]any{"seminar": s.ID, "picture": source, "bytes": len(pictures[source]), "action": action}
			return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%s\t%d bytes\n", source, len(pictures[source])) })
		})
	c.Flags().BoolVar(&remove, "remove", false, "take the picture away")
	return c
}

func pictureNames() string {
	var all []string
	for _, s := range desk.PictureSources() {
		all = append(all, string(s))
	}
	return strings.Join(all, ", ")
}
