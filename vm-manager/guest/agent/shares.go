package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// shareRoots are folders of the read-only root that may carry shared folders under the path they have on the host.
var shareRoots = []string{"/host", "/Users", "/home", "/mnt", "/media", "/srv", "/opt", "/Volumes", "/private", "/tmp", "/var/folders", "/root", "/work"}

// mountShare mounts the host's 9P server, which speaks on the stream, at path. It returns when the mount is gone.
func mountShare(path, options string, st *stream) error {
	if err := makeMountPoint(path); err != nil {
		return err
	}
	modprobe([]string{"9p", "9pnet_fd"})
	ends, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
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
	all := fmt.Sprintf("trans=fd,rfdno=%d,wfdno=%d,version=9p2000.L,%s", ends[1], ends[1], options)
	err = syscall.Mount("quayside", path, "9p", syscall.MS_NODEV|syscall.MS_NOSUID, all)
	syscall.Close(ends[1]) // the mount holds the socket now
	if err != nil {
		conn.Close()
		return fmt.Errorf("mount %s: %w", path, err)
	}
	steps.reached("share " + path)
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

func unmountShare(path string) error {
	err := syscall.Unmount(path, 0)
	if errors.Is(err, syscall.EBUSY) {
		return fmt.Errorf("%s is in use by a container", path)
	}
	return err
}
