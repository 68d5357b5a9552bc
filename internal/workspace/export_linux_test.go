package workspace

// RemoteIn looks a folder up in a mount table.
var RemoteIn = remoteIn
