package transfer

import (
	"maps"
	"strings"
)

// sentences are what a problem says in English; {value} is the cell's text.
var sentences = map[string]string{
	CodeNoName:      "This row has no name, and nobody is taken in: write it and import the list again.",
	CodeBadEmail:    "“{value}” is not an e-mail address. The person is taken in without it.",
	CodeBadCountry:  "“{value}” is not a country that is known here. The person is taken in without it.",
	CodeBadStatus:   "“{value}” is not a status that is known here. The person is taken in as pending.",
	CodeBadPhone:    "“{value}” is not a phone number. The person is taken in without it.",
	CodeRounded:     "A spreadsheet has rounded this phone number to “{value}”: its last digits are gone. Set that column to text, write the number again and import once more. The person is taken in without it.",
	CodeBadDate:     "“{value}” is not a date. Write it as 1985-07-18. The person is taken in without it.",
	CodeHidden:      "This row is hidden in the spreadsheet. “{value}” is taken in all the same; delete the row there if that is not meant.",
	CodeFormula:     "This cell shows an error of the spreadsheet, “{value}”, and no text. It is taken for empty.",
	CodeGuests:      "This row stands for more people than it names. {guests} are taken in as guests of the one who is named.",
	CodeBadQuantity: "“{value}” is not a number of people from 1 to {limit}. One person is taken in.",
}

// NewProblem is a problem with a cell. The sentence is filled in with the value and pairs of names and values.
func NewProblem(row int, column, code, value string, args ...string) Problem {
	p := Problem{Row: row, Column: column, Value: value, Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if p.Args == nil {
			p.Args = map[string]string{}
		}
		p.Args[args[i]] = args[i+1]
	}
	p.Message = sentences[code]
	for name, text := range p.Values() {
		p.Message = strings.ReplaceAll(p.Message, "{"+name+"}", text)
	}
	return p
}

// Values are what a sentence about the problem is filled in with.
func (p Problem) Values() map[string]string {
	all := map[string]string{"value": p.Value}
	maps.Copy(all, p.Args)
	return all
}

func (b *builder) problem(r Row, f Field, code, value string, args ...string) {
	column := ""
	if i := b.mapping.Column(f); i >= 0 {
		column = b.table.Headers[i]
	}
	b.result.Errors = append(b.result.Errors, NewProblem(r.Number, column, code, value, args...))
}
