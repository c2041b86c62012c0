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

// share is a folder of the host, from the moment that it asks for the mount.
type share struct {
	mounted chan struct{} // closed when the host has answered the kernel, or when there won't be a mount
	err     error
	once    sync.Once
	mount   *fuseMount
}

// settle says how the mount went; the first word counts.
func (s *share) settle(err error) {
	s.once.Do(func() {
		s.err = err
		close(s.mounted)
	})
}

var (
	sharesLock sync.Mutex
	shares     = map[string]*share{}
)

// shareAt is the share at a path, or one that isn't there.
func shareAt(path string) (*share, error) {
	sharesLock.Lock()
	defer sharesLock.Unlock()
	if s := shares[path]; s != nil {
		return s, nil
	}
	return nil, errors.New(path + " isn't shared")
}

// mountAt is the mounted share at a path.
func mountAt(path string) (*fuseMount, error) {
	s, err := shareAt(path)
	if err != nil {
		return nil, err
	}
	sharesLock.Lock()
	defer sharesLock.Unlock()
	if s.mount == nil {
		return nil, errors.New(path + " isn't mounted")
	}
	return s.mount, nil
}

// awaitShare lets the host wait for a mount: its stream is open before that.
func awaitShare(args json.RawMessage) (any, error) {
	path, err := pathIn(args)
	if err != nil {
		return nil, err
	}
	s, err := shareAt(path)
	if err != nil {
		return nil, err
	}
	<-s.mounted
	return nil, s.err
}

func pathIn(args json.RawMessage) (string, error) {
	var asked struct {
		Path string `json:"path"`
	}
	err := json.Unmarshal(args, &asked)
	return asked.Path, err
}

// mountShare mounts what the host has at the other end of the stream. It returns when the mount is gone.
func mountShare(path, options string, st *stream) error {
	s := &share{mounted: make(chan struct{})}
	sharesLock.Lock()
	before := shares[path]
	shares[path] = s
	sharesLock.Unlock()
	if before != nil {
		before.takeAway()
	}
	err := s.mountAndRelay(path, options == "ro", st)
	if err == nil {
		s.settle(errors.New(path + " is no longer shared"))
	} else {
		s.settle(err)
	}
	return err
}

// takeAway makes room for a new mount at the same place.
func (s *share) takeAway() {
	sharesLock.Lock()
	mount := s.mount
	sharesLock.Unlock()
	if mount != nil {
		mount.takeAway()
		<-mount.gone
	}
}

func (s *share) mountAndRelay(path string, readOnly bool, st *stream) error {
	if err := makeMountPoint(path); err != nil {
		return err
	}
	mount, err := mountFuse(path, readOnly, func() {
		go func() {
			readAhead(path)
			s.settle(nil)
		}()
	})
	if err != nil {
		return err
	}
	sharesLock.Lock()
	s.mount = mount
	sharesLock.Unlock()
	st.opened()
	st.widen(shareWindow)
	return mount.relay(st)
}

// shareWindow is room for some of the largest replies; what comes goes to the kernel at once.
const shareWindow = 4 << 20

// readAhead has the kernel ask for as much at once as the host gives; by itself it takes an eighth for what a disk would do well.
func readAhead(path string) {
	text, _ := os.ReadFile("/proc/self/mountinfo")
	for _, line := range strings.Split(string(text), "\n") {
		if fields := strings.Fields(line); len(fields) > 4 && unescapeMount(fields[4]) == path {
			os.WriteFile("/sys/class/bdi/"+fields[2]+"/read_ahead_kb", []byte("1024"), 0o644)
		}
	}
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
