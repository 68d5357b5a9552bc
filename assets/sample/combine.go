package sample

import (
	"fmt"
	"strings"
)

// combine makes the person of number i. Every choice comes from the number alone.
func combine(sources []source, i int) Person {
	h := mix(uint64(i))
	s := sources[i%len(sources)]
	woman := h&1 == 1
	given := s.men
	if woman {
		given = s.women
	}
	name := given[(h>>8)%uint64(len(given))]
	family := s.families[(h>>24)%uint64(len(s.families))]
	p := Person{
		Key:          fmt.Sprintf("g%06d", i),
		Organisation: s.organisations[(h>>40)%uint64(len(s.organisations))],
		Country:      s.country,
		Email:        fmt.Sprintf("attendee.%06d@example.%s", i, s.domain),
		Phone:        fmt.Sprintf("%s555%04d", s.phone, i%10000),
		Language:     s.language,
		Category:     category((h >> 48) % 100),
		Delegation:   s.delegation,
		Status:       status((h >> 56) % 100),
		Seminars:     []string{"cooperation-2025"},
		combined:     true,
	}
	if s.language == "ar" {
		return arabic(p, name, family, h)
	}
	p.Given, p.Family = name, family
	if woman {
		p.Family = feminine(s.language, family)
	}
	return p
}

// arabic fills in a name kept as "Latin/Arabic"; every other person gives it in Latin with the native one beside.
func arabic(p Person, given, family string, h uint64) Person {
	latinGiven, nativeGiven, _ := strings.Cut(given, "/")
	latinFamily, nativeFamily, _ := strings.Cut(family, "/")
	if h>>4&1 == 1 {
		p.Given, p.Family = nativeGiven, nativeFamily
		return p
	}
	p.Given, p.Family = latinGiven, latinFamily
	p.Native = nativeGiven + " " + nativeFamily
	return p
}

// feminine gives the form of a family name that a woman bears. French names and those in -zadə or -зода are the
// same for everybody.
func feminine(language, family string) string {
	if language == "fr" {
		return family
	}
	for _, ending := range []struct{ man, woman string }{
		{"ский", "ская"}, {"ұлы", "қызы"}, {" уулу", " кызы"},
		{"ов", "ова"}, {"ев", "ева"}, {"ёв", "ёва"}, {"ин", "ина"}, {"ov", "ova"}, {"ev", "eva"},
	} {
		if stem, ok := strings.CutSuffix(family, ending.man); ok {
			return stem + ending.woman
		}
	}
	return family
}

// category deals out parts so that most are delegates; roll is 0 to 99.
func category(roll uint64) string {
	switch {
	case roll < 70:
		return "delegate"
	case roll < 84:
		return "guest"
	case roll < 90:
		return "press"
	case roll < 94:
		return "speaker"
	case roll < 97:
		return "interpreter"
	}
	return "staff"
}

// status deals out where a registration stands; roll is 0 to 99.
func status(roll uint64) string {
	switch {
	case roll < 4:
		return "pending"
	case roll < 7:
		return "waitlisted"
	case roll < 10:
		return "cancelled"
	}
	return "confirmed"
}

// mix spreads a number over 64 bits (the finaliser of SplitMix64, by Sebastiano Vigna).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
