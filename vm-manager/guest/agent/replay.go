package main

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

// replayUser is the user number under which changes of the host are made again; the host's server knows it, and changes
// nothing for it.
const replayUser = 0x51530001

func init() {
	handlers["share-changes"] = shareChanges
	handlers["share-forget"] = shareForget
}

// change is something that the host did in a shared folder.
type change struct {
	Kind   string `json:"kind"` // made, deleted, modified
	Path   string `json:"path"` // below the share
	Folder bool   `json:"folder"`
	Link   bool   `json:"link"`
	Parent uint64 `json:"parent"` // node of the folder it is in, 0 if the kernel doesn't know it
	Node   uint64 `json:"node"`   // node of itself, 0 if the kernel doesn't know it
}

// shareChanges does again what the host did, so that the kernel raises events for watchers in containers.
func shareChanges(args json.RawMessage) (any, error) {
	var asked struct {
		Path    string   `json:"path"`
		Changes []change `json:"changes"`
	}
	if err := json.Unmarshal(args, &asked); err != nil {
		return nil, err
	}
	mount, err := mountAt(asked.Path)
	if err != nil {
		return nil, err
	}
	answer := make(chan string)
	replayer.Do(startReplayer)
	replays <- func() {
		failed := ""
		for _, c := range asked.Changes {
			if err := c.replay(mount); err != nil {
				failed = c.Kind + " " + c.Path + ": " + err.Error()
			}
		}
		answer <- failed
	}
	if failed := <-answer; failed != "" {
		return map[string]any{"failed": failed}, nil
	}
	return map[string]any{}, nil
}

// shareForget has the kernel ask the host again, at the next look, for what may have changed there.
func shareForget(args json.RawMessage) (any, error) {
	var asked struct {
		Path       string   `json:"path"`
		Attributes []uint64 `json:"attributes"`
		Unused     bool     `json:"unused"` // all that nobody uses
		Entries    []struct {
			Parent uint64 `json:"parent"`
			Name   string `json:"name"`
		} `json:"entries"`
	}
	if err := json.Unmarshal(args, &asked); err != nil {
		return nil, err
	}
	mount, err := mountAt(asked.Path)
	if err != nil {
		return nil, err
	}
	for _, node := range asked.Attributes {
		mount.forgetAttributes(node)
	}
	for _, entry := range asked.Entries {
		mount.forgetName(entry.Parent, entry.Name)
	}
	if asked.Unused {
		return map[string]any{}, mount.forgetUnused()
	}
	return map[string]any{}, nil
}

var (
	replayer sync.Once
	replays  = make(chan func())
)

// startReplayer starts a thread of its own, because a thread has a user number for files. It keeps its other rights.
func startReplayer() {
	go func() {
		runtime.LockOSThread()
		syscall.RawSyscall(syscall.SYS_SETFSUID, replayUser, 0, 0)
		raiseCapabilities()
		for work := range replays {
			work()
		}
	}()
}

// raiseCapabilities makes all that this thread may have effective again; another user number takes some away.
func raiseCapabilities() {
	header := struct {
		version uint32
		pid     int32
	}{0x20080522, 0}
	var data [2]struct{ effective, permitted, inheritable uint32 }
	syscall.RawSyscall(syscall.SYS_CAPGET, uintptr(unsafe.Pointer(&header)), uintptr(unsafe.Pointer(&data)), 0)
	for i := range data {
		data[i].effective = data[i].permitted
	}
	syscall.RawSyscall(syscall.SYS_CAPSET, uintptr(unsafe.Pointer(&header)), uintptr(unsafe.Pointer(&data)), 0)
}

// replay has the kernel forget what it knew before, and then do the same itself.
func (c change) replay(mount *fuseMount) error {
	path, err := below(mount.path, c.Path)
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	switch c.Kind {
	case "modified":
		mount.forgetContent(c.Node)
		return touch(path)
	case "deleted":
		if err = deleteAgain(path, c.Folder); err == syscall.ENOENT {
			mount.forgetName(c.Parent, name)
		}
		return err
	case "made":
		mount.forgetName(c.Parent, name)
		if err = c.makeAgain(path); err == syscall.EEXIST {
			err = touch(path) // so that watchers hear of something
		}
		return err
	}
	return errors.New("unknown change")
}

func deleteAgain(path string, folder bool) error {
	if folder {
		return syscall.Rmdir(path)
	}
	return syscall.Unlink(path)
}

func (c change) makeAgain(path string) error {
	switch {
	case c.Folder:
		return syscall.Mkdir(path, 0o777)
	case c.Link:
		return syscall.Symlink("quayside", path)
	}
	fd, err := syscall.Open(path, syscall.O_CREAT|syscall.O_EXCL|syscall.O_WRONLY|syscall.O_CLOEXEC|syscall.O_NOFOLLOW, 0o666)
	if err == nil {
		syscall.Close(fd)
	}
	return err
}

func below(share, path string) (string, error) {
	full := filepath.Join(share, path)
	if !strings.HasPrefix(full, share+"/") && full != share {
		return "", errors.New("outside of the share")
	}
	return full, nil
}

// touch sets the time of modification only, which the kernel tells watchers as a modification.
func touch(path string) error {
	const omit, now, noFollow = 1<<30 - 2, 1<<30 - 1, 0x100
	name, err := syscall.BytePtrFromString(path)
	if err != nil {
		return err
	}
	times := [2]syscall.Timespec{{Nsec: omit}, {Nsec: now}}
	atCurrent := -100
	_, _, errno := syscall.Syscall6(syscall.SYS_UTIMENSAT, uintptr(atCurrent), uintptr(unsafe.Pointer(name)),
		uintptr(unsafe.Pointer(&times)), noFollow, 0, 0)
	if errno != 0 {
		return errno
	}
	return nil
}
