package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// shareRoots are folders of the read-only root that may carry shared folders under the path they have on the host.
var shareRoots = []string{"/host", "/Users", "/home", "/mnt", "/media", "/srv", "/opt", "/Volumes", "/private", "/tmp", "/var/folders", "/root", "/work"}

func init() {
	handlers["await-share"] = awaitShare
	handlers["shares-mounted"] = func(json.RawMessage) (any, error) { sharesDone.Do(func() { close(sharesMounted) }); return nil, nil }
}

// sharesMounted is closed when the host has mounted what it shares.
var (
	sharesMounted = make(chan struct{})
	sharesDone    sync.Once
)

// awaitShares keeps the engine from starting containers before the folders are there that they mount.
func awaitShares(conf config, limit time.Duration) {
	if !conf.Shares {
		return
	}
	select {
	case <-sharesMounted:
	case <-time.After(limit):
		kernelLog("the host didn't mount its shared folders in time")
	}
}

// mounting is the outcome of a mount, for the host to ask for: a stream is open before its folder is mounted.
type mounting struct {
	done chan struct{}
	err  error
}

var (
	mountingsLock sync.Mutex
	mountings     = map[string]*mounting{}
)

func beginMounting(path string) *mounting {
	m := &mounting{done: make(chan struct{})}
	mountingsLock.Lock()
	mountings[path] = m
	mountingsLock.Unlock()
	return m
}

func (m *mounting) finish(err error) {
	m.err = err
	close(m.done)
}

func awaitShare(args json.RawMessage) (any, error) {
	path, err := pathIn(args)
	if err != nil {
		return nil, err
	}
	mountingsLock.Lock()
	m := mountings[path]
	mountingsLock.Unlock()
	if m == nil {
		return nil, errors.New(path + " isn't shared")
	}
	<-m.done
	return nil, m.err
}

func pathIn(args json.RawMessage) (string, error) {
	var asked struct {
		Path string `json:"path"`
	}
	err := json.Unmarshal(args, &asked)
	return asked.Path, err
}

// mountShare mounts the host's 9P server, which speaks on the stream, at path. It returns when the mount is gone.
func mountShare(path, options string, st *stream) error {
	m := beginMounting(path)
	err := mountAndRelay(path, options, st, m)
	select {
	case <-m.done:
	default:
		m.finish(err)
	}
	return err
}

func mountAndRelay(path, options string, st *stream, m *mounting) error {
	if err := makeMountPoint(path); err != nil {
		return err
	}
	pins.release(path) // of an earlier mount
	modprobe([]string{"9p", "9pnet_fd"})
	ends, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	for _, end := range ends {
		// A whole message fits, so that neither side waits in the middle of one.
		syscall.SetsockoptInt(end, syscall.SOL_SOCKET, syscall.SO_SNDBUF, 2<<20)
	}
	conn, err := fileConn(ends[0])
	if err != nil {
		syscall.Close(ends[1])
		return err
	}
	st.opened()
	relayed := make(chan struct{})
	go func() {
		relay(st, conn)
		close(relayed)
	}()
	flags := uintptr(syscall.MS_NODEV | syscall.MS_NOSUID | syscall.MS_NOATIME)
	if strings.HasPrefix(options, "ro,") {
		flags |= syscall.MS_RDONLY
		options = options[3:]
	}
	all := fmt.Sprintf("trans=fd,rfdno=%d,wfdno=%d,version=9p2000.L,%s", ends[1], ends[1], options)
	err = syscall.Mount("quayside", path, "9p", flags, all)
	syscall.Close(ends[1]) // the mount holds the socket now
	if err != nil {
		conn.Close()
		return fmt.Errorf("mount %s: %w", path, err)
	}
	m.finish(nil)
	<-relayed
	// The host is gone: what still uses the folder gets errors, not a hang.
	syscall.Unmount(path, syscall.MNT_FORCE|syscall.MNT_DETACH)
	return nil
}

// makeMountPoint creates the folder for a share. The top folders exist in the root image and get a small file system of
// their own on first use, because the root is read-only.
func makeMountPoint(path string) error {
	if !filepath.IsAbs(path) || filepath.Clean(path) != path {
		return errors.New("not a clean absolute path: " + path)
	}
	for _, top := range shareRoots {
		if path != top && !strings.HasPrefix(path, top+"/") {
			continue
		}
		if top != "/tmp" && len(mountsUnder(top)) == 0 {
			if err := syscall.Mount("shares", top, "tmpfs", syscall.MS_NODEV|syscall.MS_NOSUID, "mode=755,size=1m"); err != nil {
				return err
			}
			// Containers see folders that are mounted later only if mounts travel into them.
			syscall.Mount("", top, "", syscall.MS_SHARED, "")
		}
		return os.MkdirAll(path, 0o755)
	}
	return fmt.Errorf("%s can't be shared under its own path; share it under /host", path)
}

// unmountShare refuses while a container has the folder: a container's own mount of it would go on, and so would the
// host's server, without anybody knowing.
func unmountShare(path string) error {
	if user := shareUser(path); user != "" {
		return fmt.Errorf("%s is in use by a container (%s)", path, user)
	}
	pins.release(path)
	err := syscall.Unmount(path, 0)
	if errors.Is(err, syscall.EBUSY) {
		return fmt.Errorf("%s is in use by a container", path)
	}
	return err
}

// shareUser names a process that sees the file system at path in a mount namespace of its own.
func shareUser(path string) string {
	var info syscall.Stat_t
	if syscall.Stat(path, &info) != nil || len(mountsUnder(path)) == 0 {
		return ""
	}
	device := fmt.Sprintf("%d:%d", info.Dev>>8&0xfff, info.Dev&0xff|info.Dev>>12&0xfff00)
	seen := map[string]bool{namespaceOf("1"): true}
	processes, _ := filepath.Glob("/proc/[0-9]*")
	for _, process := range processes {
		pid := filepath.Base(process)
		namespace := namespaceOf(pid)
		if namespace == "" || seen[namespace] {
			continue
		}
		seen[namespace] = true
		text, _ := os.ReadFile(process + "/mountinfo")
		for _, line := range strings.Split(string(text), "\n") {
			if fields := strings.Fields(line); len(fields) > 4 && fields[2] == device {
				return "process " + strconv.Quote(processName(pid))
			}
		}
	}
	return ""
}

func namespaceOf(pid string) string {
	name, _ := os.Readlink("/proc/" + pid + "/ns/mnt")
	return name
}

func processName(pid string) string {
	name, _ := os.ReadFile("/proc/" + pid + "/comm")
	return strings.TrimSpace(string(name))
}
