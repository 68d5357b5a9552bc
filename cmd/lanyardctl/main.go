// Command lanyardctl is the registration desk without a window: the same use cases, for scripts, tests and servers.
package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(int(execute())) }

// execute runs the command line of this process, which an interruption ends between two transactions, and gives its
// exit status.
func execute() exit {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interruption does not wait
	err := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	var code exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return code
	}
	return failed
}
