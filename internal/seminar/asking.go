package seminar

import "slices"

// Condition is what must hold for a question to be asked: that another question's answer, or the category, is one of some
// values, or none of them.
type Condition struct {
	Question ID       `json:"question,omitempty"` // "" looks at the category
	Not      bool     `json:"not,omitempty"`
	Values   []string `json:"values,omitempty"` // answers, or ids of categories; none: any answer at all
}

// Asked are those of a seminar's questions that somebody of a category is asked, having answered so far what is given, in
// their order. The answer to a question that is itself not asked counts as none.
func Asked(all []Question, category ID, answers map[ID]string) []Question {
	a := asking{questions: map[ID]Question{}, category: category, answers: answers, known: map[ID]bool{}}
	for _, q := range all {
		a.questions[q.ID] = q
	}
	return slices.DeleteFunc(slices.Clone(all), func(q Question) bool { return !a.asked(q) })
}

// asking finds out what is asked of one person.
type asking struct {
	questions map[ID]Question
	category  ID
	answers   map[ID]string
	known     map[ID]bool
}

func (a *asking) asked(q Question) bool {
	if yes, ok := a.known[q.ID]; ok {
		return yes
	}
	a.known[q.ID] = true // questions in a circle, which two desks can make, are asked
	yes := !slices.ContainsFunc(q.When, func(c Condition) bool { return !a.holds(c) })
	a.known[q.ID] = yes
	return yes
}

func (a *asking) holds(c Condition) bool {
	if c.Question == "" {
		return slices.Contains(c.Values, string(a.category)) != c.Not
	}
	answer := a.answers[c.Question]
	of, there := a.questions[c.Question]
	if there && !a.asked(of) {
		answer = ""
	}
	if len(c.Values) == 0 {
		return (answer != "") != c.Not
	}
	return slices.ContainsFunc(of.values(answer), func(v string) bool { return slices.Contains(c.Values, v) }) != c.Not
}

// values are what of an answer a condition is compared with.
func (q Question) values(answer string) []string {
	switch q.Type {
	case TypeSeveral:
		return q.Chosen(answer)
	case TypeConsent:
		if ParseConsent(answer).Holds() {
			return []string{"yes"}
		}
		return []string{"no"}
	}
	return []string{answer}
}

// Circle says whether a question would wait, by its conditions, for its own answer.
func Circle(all []Question, of Question) bool {
	waits := map[ID][]Condition{}
	for _, q := range all {
		waits[q.ID] = q.When
	}
	waits[of.ID] = of.When
	seen := map[ID]bool{}
	var reaches func(id ID) bool
	reaches = func(id ID) bool {
		for _, c := range waits[id] {
			if c.Question == of.ID {
				return true
			}
			if c.Question != "" && !seen[c.Question] {
				seen[c.Question] = true
				if reaches(c.Question) {
					return true
				}
			}
		}
		return false
	}
	return reaches(of.ID)
}
