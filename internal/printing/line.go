package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/OpenPrinting/goipp"

	"lanyard/internal/seminar"
)

const (
	port       = "631"
	socket     = "/run/cups/cups.sock"
	askTime    = 10 * time.Second // for a question
	sendTime   = 2 * time.Minute  // for a document
	mostAnswer = 4 << 20          // bytes
)

// Line reaches printers. It is safe for concurrent use.
type Line struct {
	// Patience is how long a page may take before Follow says that nothing comes out; a document of several pages has a
	// sixth of it for each more.
	Patience time.Duration

	server string // "host:port" of CUPS, or the path of its socket
	client *http.Client
}

// New makes a line to printers, through the CUPS that a server names as the variable CUPS_SERVER does: a host, with its
// port or without, or the path of a socket. "" is this computer's.
func New(server string) *Line {
	server, _, _ = strings.Cut(server, "/version=")
	switch _, err := os.Stat(socket); {
	case strings.HasPrefix(server, "/"):
	case server == "" && err == nil:
		server = socket
	case server == "":
		server = net.JoinHostPort("localhost", port)
	default:
		if _, _, err := net.SplitHostPort(server); err != nil {
			server = net.JoinHostPort(strings.Trim(server, "[]"), port)
		}
	}
	l := &Line{server: server, Patience: 30 * time.Second}
	dialer := &net.Dialer{Timeout: askTime / 2}
	l.client = &http.Client{
		Transport: &http.Transport{
			DisableKeepAlives: true, // a connection that is used once cannot make net/http send anything again
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if address == net.JoinHostPort("localhost", port) && strings.HasPrefix(l.server, "/") {
					return dialer.DialContext(ctx, "unix", l.server)
				}
				return dialer.DialContext(ctx, network, address)
			},
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return l
}

// cups is the address of the printing system of this computer.
func (l *Line) cups() string {
	if strings.HasPrefix(l.server, "/") {
		return "ipp://" + net.JoinHostPort("localhost", port) + "/"
	}
	return "ipp://" + l.server + "/"
}

// address is where HTTP finds a printer: ipp is HTTP at port 631 (RFC 8010, 4.2; RFC 7472 for ipps).
func address(uri string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(uri))
	bad := seminar.Errorf(CodeAddress, "“{uri}” is not the address of a printer. Write it as ipp://192.168.1.20/ipp/print.").WithArg("uri", uri)
	if err != nil || u.Hostname() == "" {
		return "", bad.Because(err)
	}
	switch u.Scheme {
	case "ipp":
		u.Scheme = "http"
	case "ipps":
		u.Scheme = "https"
	case "http", "https":
		return u.String(), nil
	default:
		return "", bad
	}
	if u.Port() == "" {
		u.Host = net.JoinHostPort(u.Hostname(), port)
	}
	return u.String(), nil
}

// errNotSent is wrapped by errors from before anything was sent.
var errNotSent = errors.New("nothing was sent")

// ask sends one request, with a document behind it unless that is nil, and reads the answer.
func (l *Line) ask(ctx context.Context, uri string, m *goipp.Message, document []byte) (*goipp.Message, error) {
	to, err := address(uri)
	if err != nil {
		return nil, err
	}
	head, err := m.EncodeBytes()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotSent, err)
	}
	limit := askTime
	if document != nil {
		limit = sendTime
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, to, io.MultiReader(bytes.NewReader(head), bytes.NewReader(document)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotSent, err)
	}
	r.ContentLength = int64(len(head) + len(document))
	r.Header.Set("Content-Type", goipp.ContentType)
	answer, err := l.client.Do(r)
	if err != nil {
		var op *net.OpError
		if errors.As(err, &op) && op.Op == "dial" {
			err = fmt.Errorf("%w: %w", errNotSent, err)
		}
		return nil, err
	}
	defer answer.Body.Close()
	switch {
	case answer.StatusCode >= http.StatusInternalServerError: // which says nothing about the document
		return nil, errors.New(answer.Status)
	case answer.StatusCode != http.StatusOK:
		return nil, refusal(answer.Status)
	}
	said := &goipp.Message{}
	if err := said.Decode(io.LimitReader(answer.Body, mostAnswer)); err != nil {
		return nil, err
	}
	if status := goipp.Status(said.Code); status >= goipp.StatusRedirectionOtherSite {
		return said, refusal(status.String())
	}
	return said, nil
}

// refusal is an answer that is none of those that were hoped for.
type refusal string

func (r refusal) Error() string { return string(r) }
