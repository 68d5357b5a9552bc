package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// questionFlags are a question as flags.
type questionFlags struct {
	text, kind, help, unit, min, max string
	options, texts, helps, optionsIn []string
	when, hidden                     []string
	required, atDesk                 bool
}

func (q *questionFlags) declare(f *pflag.FlagSet) {
	f.StringVar(&q.text, "text", "", "the question")
	f.StringVar(&q.kind, "type", seminar.TypeText, strings.Join(seminar.QuestionTypes(), ", "))
	f.StringArrayVar(&q.options, "option", nil, "an answer to choose from (may be repeated)")
	f.BoolVar(&q.required, "required", false, "must be answered")
	f.BoolVar(&q.atDesk, "at-desk", false, "asked at check-in while it has no answer")
	f.StringVar(&q.help, "help-text", "", "a sentence below it; of a consent, what is agreed to")
	f.StringArrayVar(&q.texts, "text-in", nil, "LANG=TEXT: the question in another language (may be repeated)")
	f.StringArrayVar(&q.helps, "help-in", nil, "LANG=TEXT: the sentence below it in another language (may be repeated)")
	f.StringArrayVar(&q.optionsIn, "option-in", nil, "LANG=OPTION=TEXT: an answer to choose from in another language (may be repeated)")
	f.StringVar(&q.min, "min", "", "the smallest number")
	f.StringVar(&q.max, "max", "", "the largest number")
	f.StringVar(&q.unit, "unit", "", "the unit of a number")
	f.StringArrayVar(&q.when, "when", nil, "asked only if: QUESTION=VALUE,…, QUESTION!=VALUE,…, QUESTION (answered), !QUESTION, or category=NAME,… (may be repeated: all must hold)")
	f.StringArrayVar(&q.hidden, "not-in", nil, "where it is not shown: form, self or paper (may be repeated)")
}

// lay puts the flags that said says were given over a question.
func (p *program) layQuestion(ctx context.Context, f *questionFlags, said func(flag string) bool, over *seminar.Question) error {
	plain := map[string]func(){
		"text": func() { over.Text = f.text }, "type": func() { over.Type = f.kind }, "option": func() { over.Options = f.options },
		"required": func() { over.Required = f.required }, "at-desk": func() { over.AtDesk = f.atDesk },
		"help-text": func() { over.Help = f.help }, "unit": func() { over.Unit = f.unit }}
	for flag, put := range plain {
		if said(flag) {
			put()
		}
	}
	for flag, bound := range map[string]**float64{"min": &over.Min, "max": &over.Max} {
		if said(flag) {
			n, err := desk.ParseNumber(map[string]string{"min": f.min, "max": f.max}[flag])
			if err != nil {
				return usage(fmt.Errorf("--%s is a number: %w", flag, err))
			}
			*bound = n
		}
	}
	for flag, to := range map[string]*map[string]string{"text-in": &over.Texts, "help-in": &over.Helps} {
		if said(flag) {
			texts, err := tagged(flag, map[string][]string{"text-in": f.texts, "help-in": f.helps}[flag])
			if err != nil {
				return err
			}
			*to = texts
		}
	}
	if said("option-in") {
		if err := layOptions(f.optionsIn, over); err != nil {
			return err
		}
	}
	if said("not-in") {
		over.Hidden = nil
		for _, name := range f.hidden {
			place := seminar.Place(name)
			if name != "" && !slices.Contains([]seminar.Place{seminar.InForm, seminar.AtSelf, seminar.OnPaper}, place) {
				return usage(fmt.Errorf("--not-in is form, self or paper, not %q", name))
			}
			if name != "" {
				over.Hidden = append(over.Hidden, place)
			}
		}
	}
	if said("when") {
		over.When = nil
		for _, text := range f.when {
			if text == "" { // as --when "": everybody again
				continue
			}
			c, err := p.condition(ctx, over.SeminarID, text)
			if err != nil {
				return err
			}
			over.When = append(over.When, c)
		}
	}
	return nil
}

// tagged reads LANG=TEXT; an empty text takes a language away.
func tagged(flag string, all []string) (map[string]string, error) {
	var texts map[string]string
	for _, one := range all {
		tag, text, ok := strings.Cut(one, "=")
		if !ok || tag == "" {
			return nil, usage(fmt.Errorf("--%s is LANG=TEXT, as az=…, not %q", flag, one))
		}
		if text == "" {
			continue
		}
		if texts == nil {
			texts = map[string]string{}
		}
		texts[tag] = text
	}
	return texts, nil
}

// layOptions reads LANG=OPTION=TEXT.
func layOptions(all []string, over *seminar.Question) error {
	over.OptionTexts = nil
	for _, one := range all {
		parts := strings.SplitN(one, "=", 3)
		if len(parts) < 3 || !slices.Contains(over.Options, parts[1]) {
			return usage(fmt.Errorf("--option-in is LANG=OPTION=TEXT of one of the options, as az=Fish=Balıq, not %q", one))
		}
		if over.OptionTexts == nil {
			over.OptionTexts = map[string]map[string]string{}
		}
		if over.OptionTexts[parts[1]] == nil {
			over.OptionTexts[parts[1]] = map[string]string{}
		}
		over.OptionTexts[parts[1]][parts[0]] = parts[2]
	}
	return nil
}

// condition reads what must hold for a question to be asked.
func (p *program) condition(ctx context.Context, of seminar.ID, text string) (seminar.Condition, error) {
	var c seminar.Condition
	name, values, compared := strings.Cut(text, "=")
	if compared {
		name, c.Not = strings.CutSuffix(name, "!")
	} else {
		name, c.Not = strings.CutPrefix(name, "!")
	}
	name = strings.TrimSpace(name)
	if strings.EqualFold(name, "category") {
		for _, one := range strings.Split(values, ",") {
			category, err := p.desk.FindCategory(ctx, of, strings.TrimSpace(one))
			if err != nil {
				return c, err
			}
			c.Values = append(c.Values, string(category.ID))
		}
		return c, nil
	}
	q, err := p.desk.FindQuestion(ctx, of, name)
	if err != nil || !compared {
		c.Question = q.ID
		return c, err
	}
	c.Question = q.ID
	for _, one := range strings.Split(values, ",") {
		if q.Type == seminar.TypeConsent {
			c.Values = append(c.Values, strings.TrimSpace(one))
			continue
		}
		value, problem := desk.ReadAnswer(q, one, "", p.desk.Now())
		if problem != nil {
			return c, usage(problem)
		}
		c.Values = append(c.Values, value)
	}
	return c, nil
}

func (p *program) questionsCommand() *cobra.Command {
	c := listing(p, "questions", "List the seminar's own questions", shapeQuestion,
		func(ctx context.Context, of seminar.ID) ([]seminar.Question, error) { return p.desk.Questions(ctx, of) },
		plainQuestion)
	var q questionFlags
	add := adding(p, "Add a question", `questions add --text "How many nights?" --type number --min 1 --max 5 --when "Do you need a hotel?=yes"`, shapeQuestion, plainQuestion,
		func(ctx context.Context, s seminar.Seminar) (seminar.Question, error) {
			v := seminar.Question{SeminarID: s.ID}
			if !slices.Contains(seminar.QuestionTypes(), q.kind) {
				return v, usage(fmt.Errorf("--type is one of %s, not %q", strings.Join(seminar.QuestionTypes(), ", "), q.kind))
			}
			if err := p.layQuestion(ctx, &q, func(string) bool { return true }, &v); err != nil {
				return v, err
			}
			if v.Offers() != (len(v.Options) > 0) {
				return v, usage(fmt.Errorf("a choice has the answers to choose from, as --option; other questions have none"))
			}
			present, err := p.desk.Questions(ctx, s.ID)
			if err != nil {
				return v, err
			}
			v.Position = desk.Behind(present, func(v seminar.Question) int { return v.Position })
			done, _, err := p.desk.SaveQuestion(ctx, v)
			return done, err
		})
	q.declare(add.Flags())
	c.AddCommand(add, p.editQuestionCommand(), p.removeQuestionCommand())
	return c
}

func (p *program) editQuestionCommand() *cobra.Command {
	var q questionFlags
	var c *cobra.Command
	c = command("edit QUESTION", "Change a question (id or text): only what is said", `questions edit "How many nights?" --max 7`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v, err := p.desk.FindQuestion(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			if err := p.layQuestion(ctx, &q, c.Flags().Changed, &v); err != nil {
				return err
			}
			done, _, err := p.desk.SaveQuestion(ctx, v)
			if err != nil {
				return err
			}
			done = questionOf(done)
			return p.print(done, func(w io.Writer) { plainQuestion(w, done) })
		})
	q.declare(c.Flags())
	return c
}

func (p *program) removeQuestionCommand() *cobra.Command {
	return command("remove QUESTION", "Remove a question (id or text); its answers stay, and undo brings it back", `questions remove "How many nights?"`, cobra.ExactArgs(1),
		func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			v, err := p.desk.FindQuestion(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			action, err := p.desk.Remove(ctx, seminar.EntityQuestion, v.ID)
			if err != nil {
				return err
			}
			removed := struct {
				ID        seminar.ID `json:"id"`
				Operation string     `json:"operation"`
			}{v.ID, string(action)}
			return p.print(removed, func(w io.Writer) { fmt.Fprintf(w, "%s\t%s\n", removed.ID, removed.Operation) })
		})
}
