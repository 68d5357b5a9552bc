# Lanyard: the registration desk of a seminar. `make run` and `make test` are all that most people need.

# no_animations: a caret that fades in and out for ever draws the whole window sixty times a second.
TAGS    := migrated_fynedo,no_animations
VERSION := $(shell sed -n 's/^Version *= *"\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS := -s -w
LINT    := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: run build test demo bench lint package screenshots fuzz clean

# Opens the window on the sample seminar. Without a display: the same under Xvfb, with pictures and documents in demo/.
run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec bin/lanyard --sample; \
	else \
		echo "There is no display here: Lanyard runs under Xvfb and leaves pictures of its pages and its documents in demo/."; \
		.ci/setup test && rm -rf demo && bin/lanyardctl demo --dir demo && .ci/tour demo/pages light && .ci/tour demo/pages dark; \
	fi

build:
	@.ci/setup build
	go build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/lanyard ./cmd/lanyard
	CGO_ENABLED=0 go build -ldflags '$(LDFLAGS)' -o bin/lanyardctl ./cmd/lanyardctl

test:
	@.ci/setup test
	go test -tags $(TAGS) -timeout 9m ./...

# The sample's documents and spreadsheets, without a window.
demo:
	CGO_ENABLED=0 go build -o bin/lanyardctl ./cmd/lanyardctl
	rm -rf demo && bin/lanyardctl demo --dir demo

# Every figure of docs/performance.md, as ratios in one run.
bench: build
	@.ci/setup bench
	go test -tags $(TAGS) -run '^$$' -bench . -benchtime 1x -timeout 30m ./internal/bench
	go test -run '^$$' -bench AgainstReportLab -benchtime 5x ./internal/document
	go test -run '^$$' -bench AgainstWeasyPrint -benchtime 3x -timeout 30m ./internal/document
	go test -run '^$$' -bench Preview -benchtime 50x ./internal/document
	go test -run '^$$' -bench TenThousand/badges -benchtime 1x ./internal/document
	go test -run '^$$' -bench TenThousand/certificates -benchtime 1x ./internal/document
	go test -run '^$$' -bench Names -benchtime 3x ./internal/typeset

lint:
	@.ci/setup build
	go vet -tags $(TAGS) ./...
	go run $(LINT) run --build-tags $(TAGS) ./...

# A Debian package that installs, in dist/.
package: build
	VERSION=$(VERSION) .ci/package

screenshots: build
	@.ci/setup test
	.ci/tour docs/screenshots light
	.ci/tour docs/screenshots dark

# Every parser for a while; FUZZTIME=10m for a campaign.
FUZZTIME ?= 20s
fuzz:
	FUZZTIME=$(FUZZTIME) .ci/fuzz

clean:
	rm -rf bin demo dist
