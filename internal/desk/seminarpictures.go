package desk

import (
	"context"
	"slices"

	"lanyard/internal/document/template"
	"lanyard/internal/picture"
	"lanyard/internal/seminar"
)

// Codes of a seminar's pictures, beside those of package picture.
const (
	CodeSeminarPicture = "seminar_picture"         // there is no such picture
	CodePictureWaiting = "seminar_picture_waiting" // parts of it are still on their way from another desk
)

const (
	sharpest = 1200      // pixels of the longer side of a seminar's picture
	heaviest = 400 << 10 // and bytes of it: every desk gets them
)

// PictureSources are the pictures that a seminar may have.
func PictureSources() []template.Source {
	return []template.Source{template.Logo, template.Signature, template.Background}
}

// SeminarPictures gives a seminar's own pictures, whole; those that it does not have are not among them. Errors: CodeNotFound;
// CodePictureWaiting.
func (d *Desk) SeminarPictures(ctx context.Context, of seminar.ID) (map[template.Source][]byte, error) {
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return nil, err
	}
	pictures, waiting, err := d.picturesOf(ctx, s.Pictures())
	if err == nil && waiting {
		err = pictureWaiting()
	}
	return pictures, err
}

// picturesOf puts pictures together, and says whether parts of some are still on their way: those are not among them.
func (d *Desk) picturesOf(ctx context.Context, pieces map[string][]seminar.ID) (map[template.Source][]byte, bool, error) {
	pictures, waiting := map[template.Source][]byte{}, false
	for source, ids := range pieces {
		data, err := joinPieces(ctx, d, ids)
		if seminar.CodeOf(err) == CodeTemplateWaiting {
			waiting = true
			continue
		}
		if err != nil {
			return nil, false, err
		}
		pictures[template.Source(source)] = data
	}
	return pictures, waiting, nil
}

func pictureWaiting() error {
	return seminar.Errorf(CodePictureWaiting, "A picture of the seminar has not arrived from the other desk yet. Wait a moment, then try again.")
}

// ReadSeminarPicture makes a file fit to be a seminar's picture: no larger than 1200 pixels and 400 kB. Errors: as picture.Check;
// picture.CodeLarge for an SVG that is heavier.
func ReadSeminarPicture(file []byte) ([]byte, error) { return picture.Shrunk(file, sharpest, heaviest) }

// SetSeminarPicture gives a seminar a picture, or for nil takes it away. What cannot be used is refused as ReadSeminarPicture
// refuses it, and a source that is none of PictureSources with CodeSeminarPicture.
func (d *Desk) SetSeminarPicture(ctx context.Context, of seminar.ID, source template.Source, file []byte) (Action, error) {
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return "", err
	}
	return d.SaveSeminarWith(ctx, s, map[template.Source][]byte{source: file})
}

// SaveSeminarWith changes a seminar's own particulars and some of its pictures as one action; nil takes a picture away. Errors:
// those of ValidateSeminar, and as SetSeminarPicture.
func (d *Desk) SaveSeminarWith(ctx context.Context, s seminar.Seminar, pictures map[template.Source][]byte) (Action, error) {
	return d.saveSeminar(ctx, s, pictures, nil)
}

// SaveSeminarIn is SaveSeminarWith, and puts the seminar into the series of a title: one that there is not yet is added with it, and ""
// is none.
func (d *Desk) SaveSeminarIn(ctx context.Context, s seminar.Seminar, pictures map[template.Source][]byte, series string) (Action, error) {
	return d.saveSeminar(ctx, s, pictures, &series)
}

func (d *Desk) saveSeminar(ctx context.Context, s seminar.Seminar, pictures map[template.Source][]byte, series *string) (Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return "", err
	}
	if err := ValidateSeminar(s).OrNil(); err != nil {
		return "", err
	}
	changed, pieces, err := cutPictures(pictures)
	if err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		var before seminar.Seminar
		if _, err := c.Get(ctx, seminar.EntitySeminar, s.ID, &before); err != nil {
			return err
		}
		now := s
		for _, source := range PictureSources() { // a form may have been opened before somebody changed one
			*now.Picture(string(source)) = *before.Picture(string(source))
		}
		for source, ids := range changed {
			*now.Picture(source) = ids
		}
		if err := c.inSeries(ctx, &now, series); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntitySeminar, s.ID, before, now); err != nil {
			return err
		}
		return c.keepPieces(ctx, pieces)
	})
}

// cutPictures are pictures as they are kept: the ids of their pieces, none of one that is taken away, and the pieces.
func cutPictures(files map[template.Source][]byte) (map[string][]seminar.ID, []seminar.Piece, error) {
	ids := map[string][]seminar.ID{}
	var pieces []seminar.Piece
	for source, file := range files {
		if !slices.Contains(PictureSources(), source) {
			return nil, nil, seminar.Errorf(CodeSeminarPicture, "There is no picture “{name}” of a seminar: it is logo, signature or background.").
				WithArg("name", string(source))
		}
		ids[string(source)] = nil
		if file == nil {
			continue
		}
		data, err := ReadSeminarPicture(file)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range seminar.Pieces(data) {
			ids[string(source)] = append(ids[string(source)], p.ID)
			pieces = append(pieces, p)
		}
	}
	return ids, pieces, nil
}
