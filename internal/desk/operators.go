package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/alexedwards/argon2id"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// A workspace without operators belongs to whoever opens it: everybody may do everything. With the first operator, who is
// an administrator, actions ask for a right.

// The lengths of a PIN, in digits.
const (
	ShortestPIN = 4
	LongestPIN  = 12
)

// hashing are the costs of a PIN's hash: the second choice of RFC 9106, section 4, for a machine with little memory.
var hashing = &argon2id.Params{Memory: 64 << 10, Iterations: 3, Parallelism: 4, SaltLength: 16, KeyLength: 32}

// gate keeps who guesses PINs waiting. All hands at one desk share it.
type gate struct {
	mu     sync.Mutex
	misses map[seminar.ID]int
	until  map[seminar.ID]time.Time
}

// freeMisses are forgiven; each one beyond doubles the wait from a second to a minute.
const freeMisses = 4

// wait is how long an operator must wait before another try.
func (g *gate) wait(id seminar.ID, now time.Time) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.until[id].Sub(now)
}

func (g *gate) tried(id seminar.ID, right bool, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if right {
		delete(g.misses, id)
		delete(g.until, id)
		return
	}
	g.misses[id]++
	if over := g.misses[id] - freeMisses; over > 0 {
		g.until[id] = now.Add(min(time.Second<<(over-1), time.Minute))
	}
}

// Operators gives who may work at the desks, by name.
func (d *Desk) Operators(ctx context.Context) ([]seminar.Operator, error) {
	list, err := all[seminar.Operator](ctx, d, seminar.EntityOperator, "")
	sortBy(list, func(o seminar.Operator) string { return strings.ToLower(o.Name) + string(o.ID) })
	return list, err
}

// SaveOperator adds an operator (with no id) or changes one; an empty PIN keeps the one there was. The first operator
// must be an administrator, and the last administrator stays one.
func (d *Desk) SaveOperator(ctx context.Context, o seminar.Operator, pin string) (seminar.Operator, Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return o, "", err
	}
	o.Name = strings.TrimSpace(o.Name)
	o.PIN = ""
	problems := append(named(o.Name, "name"), validatePIN(pin)...)
	if !o.Role.Known() {
		problems = append(problems, seminar.Errorf("operator_role", "“{value}” is not a role. It is steward, supervisor or administrator.").
			WithArg("value", string(o.Role)).WithField("role"))
	}
	if err := problems.OrNil(); err != nil {
		return o, "", err
	}
	if pin != "" {
		var err error
		if o.PIN, err = argon2id.CreateHash(pin, hashing); err != nil {
			return o, "", err
		}
	}
	action, err := d.write(ctx, func(c *change) error {
		others, before, err := c.otherOperators(ctx, o.ID)
		if err != nil {
			return err
		}
		if o.PIN == "" {
			o.PIN = before.PIN
		}
		switch {
		case slices.ContainsFunc(others, func(v seminar.Operator) bool { return strings.EqualFold(v.Name, o.Name) }):
			return seminar.Problems{seminar.Errorf("operator_name", "Somebody else has this name already.").WithField("name")}
		case o.PIN == "":
			return seminar.Problems{seminar.Errorf(seminar.CodeRequired, "An operator needs a PIN.").WithField("pin")}
		case o.Role != seminar.Administrator && !anyAdministrator(others):
			return seminar.Problems{seminar.Errorf("operator_last", "Somebody must be the administrator.").WithField("role")}
		}
		o.ID = orNew(o.ID)
		_, err = c.set(ctx, seminar.EntityOperator, o.ID, before, o)
		return err
	})
	return o, action, err
}

// RemoveOperator takes an operator away; the last administrator can go only when nobody else is left.
func (d *Desk) RemoveOperator(ctx context.Context, id seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		others, before, err := c.otherOperators(ctx, id)
		if err != nil {
			return err
		}
		if before.ID == "" {
			return seminar.NotFound("operator", string(id))
		}
		if len(others) > 0 && !anyAdministrator(others) {
			return seminar.Errorf("operator_last", "Somebody must be the administrator.")
		}
		now := before
		now.Removed = true
		_, err = c.set(ctx, seminar.EntityOperator, id, before, now)
		return err
	})
}

// otherOperators gives all operators but one, and that one as it stands.
func (c *change) otherOperators(ctx context.Context, id seminar.ID) (others []seminar.Operator, one seminar.Operator, err error) {
	list, err := all[seminar.Operator](ctx, c, seminar.EntityOperator, "")
	for _, o := range list {
		if o.ID == id {
			one = o
		} else {
			others = append(others, o)
		}
	}
	return others, one, err
}

func anyAdministrator(list []seminar.Operator) bool {
	return slices.ContainsFunc(list, func(o seminar.Operator) bool { return o.Role == seminar.Administrator })
}

func validatePIN(pin string) seminar.Problems {
	if pin == "" || len(pin) >= ShortestPIN && len(pin) <= LongestPIN && strings.Trim(pin, "0123456789") == "" {
		return nil
	}
	return seminar.Problems{seminar.Errorf("operator_pin", "A PIN is {from} to {to} digits.").
		WithArg("from", strconv.Itoa(ShortestPIN)).WithArg("to", strconv.Itoa(LongestPIN)).WithField("pin")}
}

// SignIn gives the desk into the hands of an operator who knows the PIN. After a few wrong ones each further try has to
// wait longer, a minute at most.
func (d *Desk) SignIn(ctx context.Context, id seminar.ID, pin string) (*Desk, error) {
	o, err := get[seminar.Operator](ctx, d, seminar.EntityOperator, id)
	if err != nil {
		return nil, err
	}
	if wait := d.gate.wait(id, d.now()); wait > 0 {
		return nil, seminar.Errorf("operator_wait", "Too many wrong PINs. Try again in {seconds} seconds.").
			WithArg("seconds", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
	}
	right := false
	if o.PIN != "" {
		if right, err = argon2id.ComparePasswordAndHash(pin, o.PIN); err != nil {
			return nil, err
		}
	}
	d.gate.tried(id, right, d.now())
	if !right {
		return nil, seminar.Errorf(CodeWrongPIN, "This is not the PIN.").WithField("pin")
	}
	return d.as(o.Name, o.Role), nil
}

// Role is what whoever works at the desk is; "" for nobody who has signed in.
func (d *Desk) Role() seminar.Role { return d.role }

// Require says whether whoever works at the desk has a right: nil, CodeSignIn when nobody has signed in, or CodeRight
// with the role that would have it.
func (d *Desk) Require(ctx context.Context, right seminar.Right) error {
	if d.role.May(right) {
		return nil
	}
	if d.role == "" {
		list, err := all[seminar.Operator](ctx, d, seminar.EntityOperator, "")
		if err != nil || len(list) == 0 {
			return err
		}
		return seminar.Errorf(CodeSignIn, "Sign in first.")
	}
	return seminar.Errorf(CodeRight, "Only a {role} may do this. Ask one to sign in.").WithArg("role", string(right.Least()))
}

// The codes of what Require answers.
const (
	CodeSignIn = "operator_sign_in"
	CodeRight  = "operator_right"
	// CodeWrongPIN is what SignIn answers to a wrong PIN.
	CodeWrongPIN = "operator_wrong"
)

// requireUndo asks for the right to undo what others did, if any of the operations are another's.
func (d *Desk) requireUndo(ctx context.Context, targets []journal.Operation) error {
	for _, o := range targets {
		if o.Operator != d.operator {
			return d.Require(ctx, seminar.RightUndo)
		}
	}
	return nil
}
