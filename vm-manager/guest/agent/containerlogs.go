package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"syscall"
)

// containerFolders is where the engine keeps a folder for each container, with the log of its json-file driver in it.
const containerFolders = dataDir + "/docker/containers"

// mostLogs is how many logs fit into one answer.
const mostLogs = 400

var containerID = regexp.MustCompile(`^[0-9a-f]{64}$`)

func init() {
	handlers["container-logs"] = func(json.RawMessage) (any, error) { return containerLogs(containerFolders) }
	handlers["trim-container-logs"] = func(args json.RawMessage) (any, error) {
		asked := struct {
			IDs  []string `json:"ids"`
			Keep int64    `json:"keep"`
		}{Keep: -1}
		if err := json.Unmarshal(args, &asked); err != nil {
			return nil, err
		}
		if asked.Keep < 0 {
			return nil, errors.New("it isn't said how much to keep")
		}
		return trimLogs(containerFolders, asked.IDs, asked.Keep)
	}
}

// containerLog is the log of a container. While the container runs, the engine has it open and knows by heart how long
// it is: of a log that became shorter it would show nothing new and look for the end without end.
type containerLog struct {
	ID    string `json:"id"`
	Bytes int64  `json:"bytes"`
	InUse bool   `json:"inUse"`
}

// containerLogs lists the largest ones, largest first.
func containerLogs(folder string) ([]containerLog, error) {
	all := []containerLog{}
	names, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	for _, entry := range names {
		file, err := openLog(folder, entry.Name())
		if err != nil {
			continue // another driver's, or the container has just gone
		}
		if info, err := file.Stat(); err == nil {
			all = append(all, containerLog{entry.Name(), allocated(info), !lease(file)})
		}
		file.Close()
	}
	slices.SortFunc(all, func(a, b containerLog) int {
		switch {
		case a.Bytes > b.Bytes:
			return -1
		case a.Bytes < b.Bytes:
			return 1
		}
		return 0
	})
	return all[:min(len(all), mostLogs)], nil
}

// openLog opens a container's log for writing, and nothing else: no link is followed below the folder.
func openLog(folder, id string) (*os.File, error) {
	if !containerID.MatchString(id) {
		return nil, errors.New("not a container: " + id)
	}
	const flags = syscall.O_NOFOLLOW | syscall.O_CLOEXEC | syscall.O_NONBLOCK
	dir, err := syscall.Open(filepath.Join(folder, id), syscall.O_RDONLY|syscall.O_DIRECTORY|flags, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(dir)
	fd, err := syscall.Openat(dir, id+"-json.log", syscall.O_RDWR|flags, 0)
	if err != nil {
		return nil, err
	}
	var info syscall.Stat_t
	if err := syscall.Fstat(fd, &info); err != nil || info.Mode&syscall.S_IFMT != syscall.S_IFREG {
		syscall.Close(fd)
		return nil, errors.New("not a regular file")
	}
	return os.NewFile(uintptr(fd), id), nil
}

// lease is whether nobody else has the file open; then everybody who opens it waits until it is closed here.
func lease(file *os.File) bool {
	const setLease = 1024
	_, _, errno := syscall.Syscall(syscall.SYS_FCNTL, file.Fd(), setLease, syscall.F_WRLCK)
	return errno == 0
}

func allocated(info os.FileInfo) int64 { return info.Sys().(*syscall.Stat_t).Blocks * 512 }

// trimLogs leaves about the last bytes of each log that isn't in use, in whole lines.
func trimLogs(folder string, ids []string, keep int64) (any, error) {
	freed, inUse := int64(0), []string{}
	for _, id := range ids {
		file, err := openLog(folder, id)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if lease(file) {
			var less int64
			less, err = trimLog(file, keep)
			freed += less
		} else {
			inUse = append(inUse, id)
		}
		file.Close()
		if err != nil {
			return nil, err
		}
	}
	return map[string]any{"freedBytes": freed, "inUse": inUse}, nil
}

// trimLog cuts whole blocks off the start of a file that nobody else has open, and then blanks what is left of the first
// line; both take no room. A power loss in between leaves a first line that the engine skips.
func trimLog(file *os.File, keep int64) (int64, error) {
	before, err := file.Stat()
	if err != nil {
		return 0, err
	}
	block := int64(before.Sys().(*syscall.Stat_t).Blksize) // another width on another processor
	cut := (before.Size() - keep) / block * block
	if before.Size() <= keep || cut <= 0 {
		return 0, nil
	}
	blank, err := restOfLine(file, cut)
	if err != nil {
		return 0, err
	}
	if cut+blank >= before.Size() {
		err = file.Truncate(0)
	} else if err = collapse(file, cut); err == nil {
		_, err = file.WriteAt(bytes.Repeat([]byte(" "), int(blank)), 0)
	}
	if err == nil {
		err = file.Sync()
	}
	after, statErr := file.Stat()
	if err = errors.Join(err, statErr); err != nil {
		return 0, err
	}
	return allocated(before) - allocated(after), nil
}

// restOfLine is how many bytes after a place belong to a line that begins before it, its end included.
func restOfLine(file *os.File, at int64) (int64, error) {
	chunk := make([]byte, 64<<10)
	for from := at - 1; ; {
		n, err := file.ReadAt(chunk, from)
		if end := bytes.IndexByte(chunk[:n], '\n'); end >= 0 {
			return from + int64(end) + 1 - at, nil
		}
		from += int64(n)
		if err == io.EOF {
			return from - at, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

// collapse takes blocks out of the start of a file.
func collapse(file *os.File, length int64) error {
	const collapseRange = 0x08
	return syscall.Fallocate(int(file.Fd()), collapseRange, 0, length)
}
