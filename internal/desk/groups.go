package desk

import (
	"context"
	"strings"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// greyBand is the colour of a category without one.
const greyBand = "#5c645f"

// Categories gives the categories of a seminar.
func (d *Desk) Categories(ctx context.Context, of seminar.ID) ([]seminar.Category, error) {
	return all[seminar.Category](ctx, d, seminar.EntityCategory, of)
}

// SaveCategory adds a category (with no id) or changes one. The rules of lists that name it follow another name.
func (d *Desk) SaveCategory(ctx context.Context, v seminar.Category) (seminar.Category, Action, error) {
	v.ID = orNew(v.ID)
	if v.Colour == "" {
		v.Colour = greyBand
	}
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return v, "", err
	}
	problems, err := d.checkTemplate(ctx, v.SeminarID, v.Template)
	if err != nil {
		return v, "", err
	}
	if err := append(named(v.Name, "name"), problems...).OrNil(); err != nil {
		return v, "", err
	}
	action, err := d.write(ctx, func(c *change) error {
		var before seminar.Category
		if _, err := c.Get(ctx, seminar.EntityCategory, v.ID, &before); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityCategory, v.ID, before, v); err != nil {
			return err
		}
		if before.Name == "" || before.Name == v.Name {
			return nil
		}
		return c.renameInRules(ctx, v.SeminarID, before.Name, v.Name)
	})
	return v, action, err
}

func (c *change) renameInRules(ctx context.Context, of seminar.ID, from, to string) error {
	lists, err := all[seminar.List](ctx, c, seminar.EntityList, of)
	if err != nil {
		return err
	}
	for _, l := range lists {
		now := l
		if now.Rule, err = attendance.RenameCategory(l.Rule, from, to); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityList, l.ID, l, now); err != nil {
			return err
		}
	}
	return nil
}

// Delegations gives the delegations of a seminar. A head who was merged is the kept person.
func (d *Desk) Delegations(ctx context.Context, of seminar.ID) ([]seminar.Delegation, error) {
	delegations, err := all[seminar.Delegation](ctx, d, seminar.EntityDelegation, of)
	for i, v := range delegations {
		if err != nil || v.HeadID == "" {
			continue
		}
		var person []seminar.ID
		if person, err = d.Aliases(ctx, v.HeadID); err == nil {
			delegations[i].HeadID = person[0]
		}
	}
	return delegations, err
}

// SaveDelegation adds a delegation (with no id) or changes one.
func (d *Desk) SaveDelegation(ctx context.Context, v seminar.Delegation) (seminar.Delegation, Action, error) {
	v.ID = orNew(v.ID)
	v.Country = strings.ToUpper(v.Country)
	if v.Name == "" {
		v.Name = v.Country
	}
	action, err := save(ctx, d, seminar.EntityDelegation, v.ID, v, named(v.Name, "name"))
	return v, action, err
}
