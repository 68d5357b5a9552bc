package ui

import (
	"lanyard/ui/page"
	"lanyard/ui/page/attendeespage"
	"lanyard/ui/page/badgespage"
	"lanyard/ui/page/certificatespage"
	"lanyard/ui/page/designerpage"
	"lanyard/ui/page/deskpage"
	"lanyard/ui/page/livepage"
	"lanyard/ui/page/programmepage"
	"lanyard/ui/page/reportspage"
	"lanyard/ui/page/settingspage"
)

// makers make each page for a window.
var makers = map[page.Name]func(*page.Env) page.Page{
	page.Desk:         func(e *page.Env) page.Page { return deskpage.New(e) },
	page.Attendees:    func(e *page.Env) page.Page { return attendeespage.New(e) },
	page.Programme:    func(e *page.Env) page.Page { return programmepage.New(e) },
	page.Badges:       func(e *page.Env) page.Page { return badgespage.New(e) },
	page.Certificates: func(e *page.Env) page.Page { return certificatespage.New(e) },
	page.Reports:      func(e *page.Env) page.Page { return reportspage.New(e) },
	page.Designer:     func(e *page.Env) page.Page { return designerpage.New(e) },
	page.Live:         func(e *page.Env) page.Page { return livepage.New(e) },
	page.Settings:     func(e *page.Env) page.Page { return settingspage.New(e) },
}
