package desk

import (
	"context"
	"strings"

	"lanyard/internal/seminar"
)

// learnNames learns what the categories and delegations are called.
func (in *importing) learnNames(ctx context.Context) error {
	for _, e := range []seminar.Entity{seminar.EntityCategory, seminar.EntityDelegation} {
		things, err := all[struct {
			ID   seminar.ID `json:"id"`
			Name string     `json:"name"`
		}](ctx, in, e, in.of)
		if err != nil {
			return err
		}
		for _, t := range things {
			in.names[t.ID] = t.Name
		}
	}
	return nil
}

// named gives the category or delegation of a name, made if the seminar has none of that name.
func (in *importing) named(ctx context.Context, e seminar.Entity, seen map[string]seminar.ID, name string) (seminar.ID, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	if key == "" || seen[key] != "" {
		return seen[key], nil
	}
	type thing struct {
		ID       seminar.ID `json:"id"`
		Seminar  seminar.ID `json:"seminar"`
		Name     string     `json:"name"`
		Position int        `json:"position"`
		Colour   string     `json:"colour,omitempty"`
		Country  string     `json:"country,omitempty"`
	}
	things, err := all[thing](ctx, in, e, in.of)
	if err != nil {
		return "", err
	}
	for _, t := range things {
		if strings.EqualFold(t.Name, key) || (t.Country != "" && strings.EqualFold(t.Country, key)) {
			seen[key] = t.ID
			return t.ID, nil
		}
	}
	t := thing{ID: seminar.DeriveID(in.of, string(e), key), Seminar: in.of, Name: strings.TrimSpace(name), Position: Behind(things, func(t thing) int { return t.Position })}
	if e == seminar.EntityCategory {
		t.Colour = "#5c645f"
	}
	seen[key], in.names[t.ID] = t.ID, t.Name
	_, err = in.set(ctx, e, t.ID, thing{}, t)
	return t.ID, err
}

func firstID(ids ...seminar.ID) seminar.ID {
	for _, id := range ids {
		if id != "" {
			return id
		}
	}
	return ""
}
