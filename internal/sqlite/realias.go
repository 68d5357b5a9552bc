package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"lanyard/internal/seminar"
)

// Who is whom follows from the set of merges that stand: those whom they connect are one person, and one of them, the
// root, is whom all their rows are read as. Nothing of it depends on the order in which merges came.

// deriveMerge works out anew who is whom around a merge that was written or undone.
func (t *tx) deriveMerge(ctx context.Context, doc, before []byte) error {
	var ids []seminar.ID
	for _, d := range [][]byte{doc, before} {
		var m seminar.Merge
		if d == nil {
			continue
		}
		if err := json.Unmarshal(d, &m); err != nil {
			return err
		}
		ids = append(ids, m.KeepID, m.DropID)
	}
	return t.realias(ctx, ids...)
}

// realias works out anew who is whom around some attendees, and makes anew what is derived from them.
func (t *tx) realias(ctx context.Context, around ...seminar.ID) error {
	was := map[seminar.ID]seminar.ID{}
	for _, id := range around {
		if id == "" {
			continue
		}
		all, err := t.Aliases(ctx, id)
		if err != nil {
			return err
		}
		for _, one := range all {
			was[one] = all[0]
		}
	}
	circle := slices.Sorted(maps.Keys(was))
	now, err := t.roots(ctx, circle)
	if err != nil {
		return err
	}
	for _, id := range circle {
		if _, err := t.exec(ctx, "DELETE FROM alias WHERE attendee = ?", string(id)); err != nil {
			return err
		}
	}
	for _, id := range circle {
		if root, several := now[id]; several {
			if _, err := t.exec(ctx, "INSERT INTO alias (attendee, root) VALUES (?, ?)", string(id), string(root)); err != nil {
				return err
			}
		}
	}
	if err := t.putRosters(ctx, circle, now); err != nil {
		return err
	}
	changed := slices.ContainsFunc(circle, func(id seminar.ID) bool { return cmp.Or(now[id], id) != was[id] })
	if !changed {
		return nil
	}
	return t.movePresences(ctx, circle, now)
}

// putRosters makes the rows of a circle anew, in every seminar once.
func (t *tx) putRosters(ctx context.Context, circle []seminar.ID, roots map[seminar.ID]seminar.ID) error {
	done := map[[2]seminar.ID]bool{}
	for _, id := range circle {
		root, several := roots[id]
		if !several {
			if err := t.eachID(ctx, "SELECT id FROM registration WHERE attendee = ?", string(id), t.putRoster); err != nil {
				return err
			}
			continue
		}
		err := t.eachID(ctx, "SELECT DISTINCT coalesce(seminar, '') FROM registration WHERE attendee = ?", string(id), func(ctx context.Context, of seminar.ID) error {
			row := [2]seminar.ID{root, of}
			if done[row] {
				return nil
			}
			done[row] = true
			return t.putSeveral(ctx, root, of)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// roots gives the root of everyone in a circle who is one with another of it. A circle is closed: no merge leads out.
// The root is one who is here with a name and whom no such other was preferred to; of several, or of none, the smallest
// id. Somebody whose registration was undone after the merge may have left no more than what the merge filled in.
func (t *tx) roots(ctx context.Context, circle []seminar.ID) (map[seminar.ID]seminar.ID, error) {
	group := map[seminar.ID]seminar.ID{} // a forest: everyone points towards the first of their group
	for _, id := range circle {
		group[id] = id
	}
	var first func(seminar.ID) seminar.ID
	first = func(id seminar.ID) seminar.ID {
		if group[id] == id {
			return id
		}
		return first(group[id])
	}
	here, named, dropped := map[seminar.ID]bool{}, map[seminar.ID]bool{}, map[seminar.ID]bool{}
	for _, id := range circle {
		var a seminar.Attendee
		is, err := t.Get(ctx, seminar.EntityAttendee, id, &a)
		if err != nil {
			return nil, err
		}
		here[id], named[id] = is, is && a.Name() != ""
	}
	for _, id := range circle {
		err := t.each(ctx, "SELECT keep, dropped FROM merge WHERE keep = ? AND gone = 0 AND NOT apart AND dropped <> keep", []any{string(id)},
			func(scan func(...any) error) error {
				var keep, drop seminar.ID
				if err := scan(&keep, &drop); err != nil {
					return err
				}
				group[first(drop)] = first(keep)
				dropped[drop] = dropped[drop] || named[keep]
				return nil
			})
		if err != nil {
			return nil, err
		}
	}
	members := map[seminar.ID][]seminar.ID{}
	for _, id := range circle {
		members[first(id)] = append(members[first(id)], id)
	}
	roots := map[seminar.ID]seminar.ID{}
	for _, all := range members {
		root := all[0]
		for _, better := range []func(seminar.ID) bool{func(id seminar.ID) bool { return named[id] && !dropped[id] },
			func(id seminar.ID) bool { return named[id] }, func(id seminar.ID) bool { return here[id] }} {
			if i := slices.IndexFunc(all, better); i >= 0 {
				root = all[i]
				break
			}
		}
		for _, id := range all {
			if len(all) > 1 {
				roots[id] = root
			}
		}
	}
	return roots, nil
}

// movePresences makes the presence of a circle anew on every list where any of it was: that of several is the root's.
func (t *tx) movePresences(ctx context.Context, circle []seminar.ID, roots map[seminar.ID]seminar.ID) error {
	t.person = history{}
	lists := map[seminar.ID]bool{}
	for _, id := range circle {
		err := t.eachID(ctx, "SELECT DISTINCT list FROM checkin WHERE attendee = ? AND list IS NOT NULL", string(id), func(_ context.Context, list seminar.ID) error {
			lists[list] = true
			return nil
		})
		if err != nil {
			return err
		}
	}
	for list := range lists {
		for _, id := range circle {
			if root, several := roots[id]; several && root != id {
				if err := t.movePresence(ctx, list, id, nil); err != nil {
					return err
				}
			}
		}
		for _, id := range circle {
			if root, several := roots[id]; !several || root == id {
				if err := t.putPresence(ctx, list, id); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// root gives the root of an attendee; several is false for somebody who was never merged, and is their own.
func (r reader) root(ctx context.Context, attendee seminar.ID) (root seminar.ID, several bool, err error) {
	err = r.row(ctx, "SELECT root FROM alias WHERE attendee = ?", string(attendee)).Scan(&root)
	if errors.Is(err, sql.ErrNoRows) {
		return attendee, false, nil
	}
	return root, err == nil, err
}

// leave makes anew the row of those whom a registration no longer belongs to.
func (t *tx) leave(ctx context.Context, doc, before []byte) error {
	var now, old seminar.Registration
	if err := errors.Join(json.Unmarshal(doc, &now), json.Unmarshal(before, &old)); err != nil {
		return err
	}
	if now.AttendeeID == old.AttendeeID && now.SeminarID == old.SeminarID {
		return nil
	}
	root, several, err := t.root(ctx, old.AttendeeID)
	if err != nil || !several {
		return err
	}
	return t.putSeveral(ctx, root, old.SeminarID)
}
