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
	handlers["share-pin"] = sharePin
}

// change is something that the host did in a shared folder.
type change struct {
	Kind   string `json:"kind"` // made, deleted, modified
	Path   string `json:"path"` // below the share
	Folder bool   `json:"folder"`
	Link   bool   `json:"link"`
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
	answer := make(chan string)
	replayer.Do(startReplayer)
	replays <- func() {
		failed := ""
		for _, c := range asked.Changes {
			if err := c.replay(asked.Path); err != nil {
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

func (c change) replay(share string) error {
	path, err := below(share, c.Path)
	if err != nil {
		return err
	}
	switch {
	case c.Kind == "modified":
		return touch(path)
	case c.Kind == "deleted" && c.Folder:
		pins.release(path)
		return syscall.Rmdir(path)
	case c.Kind == "deleted":
		return syscall.Unlink(path)
	case c.Kind == "made" && c.Folder:
		if err := syscall.Mkdir(path, 0o777); err != nil {
			return err
		}
		return pins.hold(path)
	case c.Kind == "made" && c.Link:
		return syscall.Symlink("quayside", path)
	case c.Kind == "made":
		fd, err := syscall.Open(path, syscall.O_CREAT|syscall.O_EXCL|syscall.O_WRONLY|syscall.O_CLOEXEC|syscall.O_NOFOLLOW, 0o666)
		if err == nil {
			syscall.Close(fd)
		}
		return err
	}
	return errors.New("unknown change")
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

// pinned keeps folders in the kernel's memory. Without that, the kernel forgets a folder that nobody has open and takes it
// for another one at the next look, so what happens in it would not reach those who watch it.
type pinned struct {
	mu      sync.Mutex
	folders map[string]int
}

// mostPins is also the number of folders that the host watches at most.
const mostPins = 16384

var pins = pinned{folders: map[string]int{}}

func (p *pinned) hold(path string) error {
	const openPath = 0x200000
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, held := p.folders[path]; held {
		return nil
	}
	if len(p.folders) >= mostPins {
		return errors.New("too many folders")
	}
	fd, err := syscall.Open(path, openPath|syscall.O_DIRECTORY|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0)
	if err == nil {
		p.folders[path] = fd
	}
	return err
}

// release lets go of a folder and of all below it.
func (p *pinned) release(path string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for held, fd := range p.folders {
		if held == path || strings.HasPrefix(held, path+"/") {
			syscall.Close(fd)
			delete(p.folders, held)
		}
	}
}

// sharePin holds folders of a share, and lets go of others.
func sharePin(args json.RawMessage) (any, error) {
	var asked struct {
		Path    string   `json:"path"`
		Folders []string `json:"folders"`
		Release []string `json:"release"`
	}
	if err := json.Unmarshal(args, &asked); err != nil {
		return nil, err
	}
	for _, folder := range asked.Release {
		if path, err := below(asked.Path, folder); err == nil {
			pins.release(path)
		}
	}
	failed := 0
	for _, folder := range asked.Folders {
		path, err := below(asked.Path, folder)
		if err == nil {
			err = pins.hold(path)
		}
		if err != nil {
			failed++
		}
	}
	return map[string]any{"failed": failed}, nil
}
