package transfer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/emersion/go-vcard"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lanyard/internal/seminar"
)

// own are the fields that vCard has no property for, under names of ours (RFC 2426, 3.8).
var own = map[Field]string{FieldNativeName: "X-LANYARD-NATIVE-NAME", FieldBadgeNumber: "X-LANYARD-BADGE-NUMBER", FieldStatus: "X-LANYARD-STATUS",
	FieldDelegation: "X-LANYARD-DELEGATION", FieldAccess: "X-LANYARD-ACCESS", FieldDietary: "X-LANYARD-DIETARY"}

// plain are the fields that a property of vCard holds as they are.
var plain = map[Field]string{FieldBadgeName: vcard.FieldNickname, FieldPosition: vcard.FieldTitle, FieldOrganisation: vcard.FieldOrganization,
	FieldEmail: vcard.FieldEmail, FieldPhone: vcard.FieldTelephone, FieldBirthDate: vcard.FieldBirthday, FieldCategory: vcard.FieldCategories,
	FieldDeskNote: vcard.FieldNote, FieldLanguage: "X-LANYARD-LANGUAGE"}

// WriteCards writes a sheet of people as address cards (vCard 3.0, RFC 2426, which every address book reads). Columns are
// known by their IDs, which are Fields; others are left out.
func WriteCards(ctx context.Context, w io.Writer, s Sheet, progress func(done, total int)) error {
	encoder := vcard.NewEncoder(w)
	country := display.English.Regions()
	for n, row := range s.Rows {
		if err := step(ctx, n, len(s.Rows), progress); err != nil {
			return err
		}
		values := map[Field]string{}
		for i, c := range s.Columns {
			if i < len(row) && row[i] != nil {
				values[Field(c.ID)] = fmt.Sprint(row[i])
			}
		}
		card := vcard.Card{}
		card.SetValue(vcard.FieldVersion, "3.0")
		card.SetName(&vcard.Name{GivenName: part(values[FieldGivenName]), FamilyName: part(values[FieldFamilyName]), HonorificPrefix: part(values[FieldHonorific])})
		card.SetValue(vcard.FieldFormattedName, seminar.Attendee{GivenName: values[FieldGivenName], FamilyName: values[FieldFamilyName], NativeName: values[FieldNativeName]}.Name())
		for _, fields := range []map[Field]string{own, plain} {
			for field, name := range fields {
				if v := values[field]; v != "" {
					card.SetValue(name, v)
				}
			}
		}
		if r, err := language.ParseRegion(values[FieldCountry]); err == nil {
			card.SetAddress(&vcard.Address{Country: country.Name(r)})
		}
		if err := encoder.Encode(card); err != nil {
			return err
		}
	}
	return nil
}

// part is a part of a name: a semicolon ends one, and address books do not agree on how it is written inside.
func part(s string) string { return strings.ReplaceAll(s, ";", ",") }

// isCards says whether a file holds address cards.
func isCards(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) >= 11 && bytes.EqualFold(data[:11], []byte("BEGIN:VCARD"))
}

// cardFields are the columns that address cards are read into.
var cardFields = []Field{FieldGivenName, FieldFamilyName, FieldName, FieldNativeName, FieldBadgeName, FieldHonorific, FieldPosition, FieldOrganisation,
	FieldCountry, FieldEmail, FieldPhone, FieldLanguage, FieldBirthDate, FieldCategory, FieldDelegation, FieldStatus, FieldAccess, FieldDietary,
	FieldDeskNote, FieldBadgeNumber}

// readCards gives a row a card, under a header of fields. Row numbers count the cards from 1.
func readCards(ctx context.Context, data []byte) ([]Row, error) {
	header := Row{}
	for _, f := range cardFields {
		header.Cells = append(header.Cells, string(f))
	}
	rows := []Row{header}
	var taken room
	decoder := vcard.NewDecoder(bytes.NewReader(data))
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		card, err := decoder.Decode()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, seminar.Errorf(CodeCard, "Card {n} of this file cannot be read. Export the cards again and try once more.").
				WithArg("n", strconv.Itoa(len(rows))).Because(err)
		}
		if err := taken.take(len(cardFields)); err != nil {
			return nil, err
		}
		rows = append(rows, Row{Number: len(rows), Cells: cardCells(card)})
	}
}

func cardCells(card vcard.Card) []string {
	values := map[Field]string{}
	for _, fields := range []map[Field]string{own, plain} {
		for field, name := range fields {
			values[field] = card.PreferredValue(name)
		}
	}
	if n := card.Name(); n != nil && n.GivenName+n.FamilyName != "" {
		values[FieldGivenName], values[FieldFamilyName], values[FieldHonorific] = n.GivenName, n.FamilyName, n.HonorificPrefix
		if n.AdditionalName != "" {
			values[FieldGivenName] += " " + n.AdditionalName
		}
	} else if whole := card.PreferredValue(vcard.FieldFormattedName); whole != values[FieldNativeName] {
		values[FieldName] = whole
	}
	if a := card.Address(); a != nil {
		values[FieldCountry] = a.Country
	}
	cells := make([]string, len(cardFields))
	for i, f := range cardFields {
		cells[i] = values[f]
	}
	return cells
}
