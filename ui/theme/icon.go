package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"lanyard/assets/icons"
)

// IconName names an icon of package lanyard/assets/icons.
type IconName string

// The icons.
const (
	IconDesk         IconName = "desk"
	IconAttendees    IconName = "attendees"
	IconProgramme    IconName = "programme"
	IconBadges       IconName = "badges"
	IconCertificates IconName = "certificates"
	IconReports      IconName = "reports"
	IconSettings     IconName = "settings"
	IconCheck        IconName = "check"
	IconCross        IconName = "cross"
	IconUndo         IconName = "undo"
	IconRedo         IconName = "redo"
	IconAlert        IconName = "alert"
	IconRepeat       IconName = "repeat"
	IconSearch       IconName = "search"
	IconPlus         IconName = "plus"
	IconMinus        IconName = "minus"
	IconPrint        IconName = "print"
	IconDownload     IconName = "download"
	IconUpload       IconName = "upload"
	IconPerson       IconName = "person"
	IconPersonAdd    IconName = "person-add"
	IconGroup        IconName = "group"
	IconClock        IconName = "clock"
	IconFlag         IconName = "flag"
	IconFilter       IconName = "filter"
	IconMore         IconName = "more"
	IconChevronDown  IconName = "chevron-down"
	IconChevronUp    IconName = "chevron-up"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconSun          IconName = "sun"
	IconMoon         IconName = "moon"
	IconMonitor      IconName = "monitor"
	IconTrash        IconName = "trash"
	IconEdit         IconName = "edit"
	IconArrowUp      IconName = "arrow-up"
	IconArrowDown    IconName = "arrow-down"
	IconArrowLeft    IconName = "arrow-left"
	IconArrowRight   IconName = "arrow-right"
	IconEnter        IconName = "enter"
	IconExit         IconName = "exit"
	IconLock         IconName = "lock"
	IconUnlock       IconName = "unlock"
	IconMail         IconName = "mail"
	IconPhone        IconName = "phone"
	IconGlobe        IconName = "globe"
	IconBuilding     IconName = "building"
	IconPlace        IconName = "place"
	IconHistory      IconName = "history"
	IconInfo         IconName = "info"
	IconHelp         IconName = "help"
	IconCamera       IconName = "camera"
	IconImage        IconName = "image"
	IconFile         IconName = "file"
	IconSheet        IconName = "sheet"
	IconFolder       IconName = "folder"
	IconSave         IconName = "save"
	IconCopy         IconName = "copy"
	IconLink         IconName = "link"
	IconNetwork      IconName = "network"
	IconWifi         IconName = "wifi"
	IconWifiOff      IconName = "wifi-off"
	IconDatabase     IconName = "database"
	IconSound        IconName = "sound"
	IconSoundOff     IconName = "sound-off"
	IconFullScreen   IconName = "fullscreen"
	IconZoomIn       IconName = "zoom-in"
	IconZoomOut      IconName = "zoom-out"
	IconStar         IconName = "star"
	IconLightbulb    IconName = "lightbulb"
	IconAccess       IconName = "access"
	IconUtensils     IconName = "utensils"
	IconNote         IconName = "note"
	IconMicrophone   IconName = "microphone"
	IconCoffee       IconName = "coffee"
	IconEye          IconName = "eye"
	IconEyeOff       IconName = "eye-off"
	IconKey          IconName = "key"
	IconShield       IconName = "shield"
	IconLanguages    IconName = "languages"
	IconQR           IconName = "qr"
	IconBarcode      IconName = "barcode"
	IconMerge        IconName = "merge"
	IconSwap         IconName = "swap"
	IconSort         IconName = "sort"
	IconGrip         IconName = "grip"
	IconMenu         IconName = "menu"
	IconDot          IconName = "dot"
	IconChecklist    IconName = "checklist"
	IconTable        IconName = "table"
	IconKeyboard     IconName = "keyboard"
	IconTheme        IconName = "theme"
	IconExternal     IconName = "external"
	IconCard         IconName = "card"
	IconDoor         IconName = "door"
	IconSample       IconName = "sample"
	IconText         IconName = "text"
	IconStack        IconName = "stack"
	IconBox          IconName = "box"
	IconBand         IconName = "band"
	IconGrid         IconName = "grid"
	IconMagnet       IconName = "magnet"
	IconAlignLeft    IconName = "align-left"
	IconAlignCentre  IconName = "align-centre"
	IconAlignRight   IconName = "align-right"
	IconAlignTop     IconName = "align-top"
	IconAlignMiddle  IconName = "align-middle"
	IconAlignBottom  IconName = "align-bottom"
	IconSpreadAcross IconName = "spread-across"
	IconSpreadDown   IconName = "spread-down"
)

// Icon is an icon in the colour of text; it follows the theme, and buttons recolour it.
func Icon(name IconName) fyne.Resource { return IconIn(name, fynetheme.ColorNameForeground) }

// IconIn is an icon in a named colour of the theme.
func IconIn(name IconName, colour fyne.ThemeColorName) fyne.Resource {
	data, err := icons.Files.ReadFile(string(name) + ".svg")
	if err != nil {
		// A misspelt name shows as a missing picture rather than ending the program at a desk.
		fyne.LogError("theme: no icon "+string(name), err)
		return fynetheme.BrokenImageIcon()
	}
	return fynetheme.NewColoredResource(fyne.NewStaticResource("lanyard-"+string(name)+".svg", data), colour)
}

// toolkitIcons are the toolkit's icons that Lanyard draws its own way. It never changes.
var toolkitIcons = map[fyne.ThemeIconName]IconName{
	fynetheme.IconNameSearch:         IconSearch,
	fynetheme.IconNameCancel:         IconCross,
	fynetheme.IconNameConfirm:        IconCheck,
	fynetheme.IconNameDelete:         IconTrash,
	fynetheme.IconNameContentAdd:     IconPlus,
	fynetheme.IconNameContentRemove:  IconMinus,
	fynetheme.IconNameContentUndo:    IconUndo,
	fynetheme.IconNameContentCopy:    IconCopy,
	fynetheme.IconNameArrowDropDown:  IconChevronDown,
	fynetheme.IconNameArrowDropUp:    IconChevronUp,
	fynetheme.IconNameMenuExpand:     IconChevronRight,
	fynetheme.IconNameMoreHorizontal: IconMore,
	fynetheme.IconNameNavigateBack:   IconArrowLeft,
	fynetheme.IconNameNavigateNext:   IconArrowRight,
	fynetheme.IconNameWarning:        IconAlert,
	fynetheme.IconNameError:          IconAlert,
	fynetheme.IconNameInfo:           IconInfo,
	fynetheme.IconNameQuestion:       IconHelp,
	fynetheme.IconNameSettings:       IconSettings,
	fynetheme.IconNameCalendar:       IconProgramme,
	fynetheme.IconNameVisibility:     IconEye,
	fynetheme.IconNameVisibilityOff:  IconEyeOff,
	fynetheme.IconNameDocumentPrint:  IconPrint,
	fynetheme.IconNameDocumentSave:   IconSave,
	fynetheme.IconNameDownload:       IconDownload,
	fynetheme.IconNameUpload:         IconUpload,
	fynetheme.IconNameWindowClose:    IconCross,
}
