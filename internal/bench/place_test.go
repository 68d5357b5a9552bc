package bench_test

import (
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// BenchmarkRegisterWithQuotas registers people where a seminar, a category and a delegation have quotas and a waiting list is kept, by turns among
// 1,000 and among 100,000, of whom some thousands wait. Aim: it takes no longer among the many.
func BenchmarkRegisterWithQuotas(b *testing.B) {
	few, many := limited(b, 1000), limited(b, 100_000)
	var took [2][]time.Duration
	for b.Loop() {
		for i, register := range []func(){few, many} {
			begun := time.Now()
			register()
			took[i] = append(took[i], time.Since(begun))
		}
	}
	var median [2]time.Duration
	for i, all := range took {
		slices.Sort(all)
		median[i] = all[len(all)/2]
	}
	b.ReportMetric(median[0].Seconds()*1000, "ms/1,000")
	b.ReportMetric(median[1].Seconds()*1000, "ms/100,000")
	b.ReportMetric(float64(median[1])/float64(median[0]), "times")
}

// limited gives what registers one more person in a sample of n whose places are limited; every second one finds none.
func limited(b *testing.B, n int) func() {
	_, d, of := workspace(b, n)
	s, err := d.Seminar(ctx, of)
	if err != nil {
		b.Fatal(err)
	}
	s.Capacity, s.WaitingList = 2*n, true
	if _, err := d.SaveSeminar(ctx, s); err != nil {
		b.Fatal(err)
	}
	var delegations [2]seminar.Delegation
	for i, v := range []seminar.Delegation{{Name: "Of many places", Quota: 100_000}, {Name: "Of none", Quota: 1}} {
		v.SeminarID = of
		if delegations[i], _, err = d.SaveDelegation(ctx, v); err != nil {
			b.Fatal(err)
		}
	}
	category, _, err := d.SaveCategory(ctx, seminar.Category{SeminarID: of, Name: "Limited", Quota: n})
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	return func() {
		i++
		_, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Ayan"},
			Registration: seminar.Registration{SeminarID: of, CategoryID: category.ID, DelegationID: delegations[i%2].ID}})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswersCounted counts what 100,000 people answered to one of six questions, as the form of that question does.
func BenchmarkAnswersCounted(b *testing.B) {
	_, d, of := workspace(b, 1000)
	var asked []seminar.Question
	for i := range 6 {
		q, _, err := d.SaveQuestion(ctx, seminar.Question{SeminarID: of, Text: string(rune('A' + i)), Position: i})
		if err != nil {
			b.Fatal(err)
		}
		asked = append(asked, q)
	}
	forms := make([]desk.Form, 99_000)
	for i := range forms {
		answers := map[seminar.ID]string{}
		for j, q := range asked {
			answers[q.ID] = string(rune('a' + (i+j)%7))
		}
		forms[i] = desk.Form{Attendee: seminar.Attendee{GivenName: "Ayan"}, Registration: seminar.Registration{SeminarID: of, Answers: answers}}
	}
	if _, err := d.RegisterAll(ctx, forms, nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if counts, err := d.Answered(ctx, of, asked[3].ID); err != nil || len(counts) != 7 {
			b.Fatal(len(counts), err)
		}
	}
}
