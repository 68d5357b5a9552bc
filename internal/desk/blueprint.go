package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"lanyard/internal/blueprint"
	"lanyard/internal/seminar"
)

// Blueprint is a seminar without its people, its dates and its keys, with ids of this workspace in it: programme, lists,
// categories, delegations without their heads, questions, templates of its own, pictures and settings.
func (d *Desk) Blueprint(ctx context.Context, of seminar.ID) (*blueprint.Blueprint, error) {
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return nil, err
	}
	b := &blueprint.Blueprint{Schema: blueprint.Schema, Days: blueprint.DaysOf(s), EraseDays: blueprint.EraseDaysOf(s), Seminar: s, Pictures: map[string][]byte{}}
	pictures, err := d.SeminarPictures(ctx, of)
	if err != nil {
		return nil, err
	}
	for source, data := range pictures {
		b.Pictures[string(source)] = data
	}
	v := &b.Seminar
	v.EraseAfter = ""
	v.ID, v.Start, v.End, v.CodeKey, v.SignKey, v.Logo, v.Signature, v.Background = "", "", "", nil, nil, nil, nil, nil
	sessions, err := d.Sessions(ctx, of)
	if err != nil {
		return nil, err
	}
	for _, one := range sessions {
		b.Sessions = append(b.Sessions, blueprint.SessionOf(one, s))
	}
	lists, err := d.Lists(ctx, of)
	if err != nil {
		return nil, err
	}
	for _, one := range lists {
		one = blueprint.ListOf(one, s)
		one.SeminarID = ""
		b.Lists = append(b.Lists, one)
	}
	if b.Categories, err = d.Categories(ctx, of); err != nil {
		return nil, err
	}
	if b.Delegations, err = d.Delegations(ctx, of); err != nil {
		return nil, err
	}
	if b.Questions, err = d.Questions(ctx, of); err != nil {
		return nil, err
	}
	for i := range b.Categories {
		b.Categories[i].SeminarID = ""
	}
	for i := range b.Delegations {
		b.Delegations[i].SeminarID, b.Delegations[i].HeadID = "", ""
	}
	for i := range b.Questions {
		b.Questions[i].SeminarID = ""
	}
	return b, d.addTemplates(ctx, of, b)
}

// addTemplates puts in the templates that are the seminar's own.
func (d *Desk) addTemplates(ctx context.Context, of seminar.ID, b *blueprint.Blueprint) error {
	stored, err := d.Templates(ctx, of, "")
	if err != nil {
		return err
	}
	for _, one := range stored {
		if one.SeminarID != of {
			continue
		}
		file, err := d.ExportTemplate(ctx, one.ID)
		if err != nil {
			return err
		}
		b.Templates = append(b.Templates, file)
	}
	return nil
}

// SeminarTemplate is the file of a template of a seminar: its blueprint without who signs and which series it is of, in which things
// have keys for ids.
func (d *Desk) SeminarTemplate(ctx context.Context, of seminar.ID) ([]byte, error) {
	b, err := d.Blueprint(ctx, of)
	if err != nil {
		return nil, err
	}
	b.Seminar.Signer, b.Seminar.SignerAs, b.Seminar.SeriesID = "", "", ""
	delete(b.Pictures, "signature")
	if b.Seminar.BadgeTemplate, err = d.portable(ctx, b, b.Seminar.BadgeTemplate); err != nil {
		return nil, err
	}
	for i := range b.Categories {
		if b.Categories[i].Template, err = d.portable(ctx, b, b.Categories[i].Template); err != nil {
			return nil, err
		}
	}
	b.Seminar.Kinds = slices.Clone(b.Seminar.Kinds)
	for i := range b.Seminar.Kinds {
		if b.Seminar.Kinds[i].Template, err = d.portable(ctx, b, b.Seminar.Kinds[i].Template); err != nil {
			return nil, err
		}
	}
	ids := map[string]string{}
	eachThing(b, func(sort string, i int, id seminar.ID) { ids[string(id)] = fmt.Sprintf("@%s-%d", sort, i+1) })
	named, err := blueprint.Renamed(*b, ids)
	if err != nil {
		return nil, err
	}
	return named.JSON()
}

// portable puts a template that every seminar may use into a blueprint too, which may go to another workspace. What is not here any
// more is the standard one.
func (d *Desk) portable(ctx context.Context, b *blueprint.Blueprint, id string) (string, error) {
	if id == "" || id == seminar.NoBadge || isShipped(id) {
		return id, nil
	}
	for _, file := range b.Templates {
		if templateID(file) == id {
			return id, nil
		}
	}
	file, err := d.ExportTemplate(ctx, seminar.ID(id))
	if seminar.CodeOf(err) == seminar.CodeNotFound {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	b.Templates = append(b.Templates, file)
	return id, nil
}

func templateID(file []byte) string {
	var head struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(file, &head) // a file that cannot be read has no id, and is refused when it is taken in
	return head.ID
}

// eachThing hands over the things of a blueprint that have ids.
func eachThing(b *blueprint.Blueprint, do func(sort string, i int, id seminar.ID)) {
	for i, v := range b.Sessions {
		do("session", i, v.ID)
	}
	for i, v := range b.Categories {
		do("category", i, v.ID)
	}
	for i, v := range b.Delegations {
		do("delegation", i, v.ID)
	}
	for i, v := range b.Lists {
		do("list", i, v.ID)
	}
	for i, v := range b.Questions {
		do("question", i, v.ID)
	}
}
