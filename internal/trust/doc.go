// Package trust checks certificates without a workspace: with the public keys of seminars and their lists of revoked
// certificates, as a third party has them. It reads files and texts that anybody may have made.
package trust
