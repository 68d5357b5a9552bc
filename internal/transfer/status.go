package transfer

import (
	"strings"

	"lanyard/internal/seminar"
)

// standing is what a status word means: a status, or why the row is skipped.
type standing struct {
	status seminar.Status
	code   string
}

// standings are the words for each, in the systems' own English and in ordinary words.
func standings() map[string]standing {
	all := map[string]standing{}
	for _, s := range []struct {
		is    standing
		words string
	}{
		{standing{status: seminar.Confirmed}, "confirmed|complete|completed|attending|paid|approved|acquired|checked in|checked_in|active|going|ok|valid|yes|accepted|invited|free|registered|" +
			"подтвержден|подтверждена|подтверждено|участвует|зарегистрирован|зарегистрирована|оплачено|да|təsdiqlənib|təsdiq edilib|qeydiyyatdan keçib|iştirak edir|bəli|confirmé|confirmée|inscrit|inscrite|onaylandı|tasdiqlangan|tasdiqlandi|расталды|ырасталды|مؤكد"},
		{standing{status: seminar.Pending}, "pending|pending approval|pending_approval|unpaid|awaiting payment|awaiting_payment|to_be_paid|to be paid|reserved|draft|incomplete|awaiting moderation|moderation|pre_reserved|offline_payment|" +
			"в ожидании|ожидает|ожидает подтверждения|не подтвержден|gözləmədədir|gözləyir|təsdiq gözləyir|en attente|beklemede|kutilmoqda|күтілуде|قيد الانتظار"},
		{standing{status: seminar.Waitlisted}, "waitlist|waitlisted|waiting list|on the waiting list|waiting|лист ожидания|в листе ожидания|резерв|gözləmə siyahısında|gözləmə siyahısındadır|liste d’attente|yedek|yedek liste"},
		// Our own lists say whether somebody came, which is no status of a registration.
		{standing{}, "not arrived|arrived|present|late|excused|absent|expected|inside|left|gəlib|gəlməyib|iştirak etməyib|gecikib|üzrlü|gözlənilir|içəridədir|çıxıb"},
		{standing{code: CodeRefunded}, "refunded|refund|fully refunded|возврат|возвращен|возвращено|qaytarılıb|geri qaytarılıb|remboursé|iade|iade edildi"},
		{standing{code: CodeVoid}, "void|voided|invalid|invalidated|expired|released|deleted|revoked|transferred|аннулирован|аннулировано|etibarsız|etibarsızdır|nul|geçersiz"},
		{standing{code: CodeDeclined}, "declined|rejected|refused|denied|not approved|not going|not attending|not_going|no|отклонен|отклонена|отклонено|отказ|нет|rədd edilib|imtina edib|refusé|refusée|reddedildi|rad etilgan|مرفوض|не приедет|не придёт|не сможет|gəlməyəcək|iştirak etməyəcək|kelmaydi"},
		{standing{code: CodeCancelled}, "cancelled|canceled|cancelled by organiser|отменен|отменена|отменено|ləğv edilib|ləğv olunub|annulé|annulée|iptal|iptal edildi|bekor qilingan|cancelled by attendee|cancelled by participant|отменена участником|жойылды|жокко чыгарылды|ملغى"},
		{standing{code: CodeWithdrawn}, "withdrawn|withdrew|отозван|отозвана|отозвано|снят|снята|geri götürülüb|geri çəkilib|retiré|retirée|geri çekildi"},
	} {
		for _, w := range strings.Split(s.words, "|") {
			all[fold(w)] = s.is
		}
	}
	return all
}

// reason is why a row is skipped, as a sentence.
func reason(code string) string {
	switch code {
	case CodeTotal:
		return "This row is a total of those above, not a person."
	case CodeRefunded:
		return "The ticket was refunded."
	case CodeVoid:
		return "The ticket is void."
	case CodeDeclined:
		return "The registration was declined."
	case CodeWithdrawn:
		return "The registration was withdrawn."
	}
	return "The registration was cancelled."
}

// yes says whether a cell means yes. no is everything that is surely not: empty, No, 0, false and their like.
func yes(s string) bool {
	switch fold(s) {
	case "yes", "y", "true", "1", "x", "да", "bəli", "beli", "hə", "he", "oui", "evet", "ha", "иә", "ооба", "نعم", "✓":
		return true
	}
	return strings.TrimSpace(s) == "✓" || strings.TrimSpace(s) == "✔"
}

func no(s string) bool {
	switch fold(s) {
	case "", "no", "n", "false", "0", "нет", "xeyr", "non", "hayir", "yoq", "жоқ", "жок", "لا", "never", "notcheckedin":
		return true
	}
	return false
}

// consentOf is what a cell says of a consent; a text that says neither yes nor no is kept as its wording.
func consentOf(s string) seminar.Agreed {
	a := seminar.AgreedBy(s)
	switch {
	case s == "":
		return a
	case yes(s):
		a = seminar.Agreed{State: seminar.ConsentGiven}
	case no(s):
		a = seminar.Agreed{State: seminar.ConsentRefused}
	}
	a.Where = seminar.ConsentImported
	return a
}
