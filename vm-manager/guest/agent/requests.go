package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

// handlers answer the host's requests, by name.
var handlers = map[string]func(json.RawMessage) (any, error){
	"ping":      func(json.RawMessage) (any, error) { return map[string]any{"version": version}, nil },
	"steps":     func(json.RawMessage) (any, error) { return steps.all(), nil },
	"info":      func(json.RawMessage) (any, error) { return info() },
	"address":   func(json.RawMessage) (any, error) { return addressOfGuest() },
	"time-sync": timeSync,
	"fstrim":    func(json.RawMessage) (any, error) { return trimmed() },
	"drop-caches": func(json.RawMessage) (any, error) {
		syscall.Sync() // what isn't written yet can't be dropped
		return nil, os.WriteFile("/proc/sys/vm/drop_caches", []byte("3"), 0o644)
	},
	"resize":         func(json.RawMessage) (any, error) { return resized() },
	"restart-engine": func(json.RawMessage) (any, error) { return nil, theEngine.restart() },
	"logs":           readLogs,
	"unmount":        unmountRequest,
	"power-off":      func(json.RawMessage) (any, error) { go powerOff(); return nil, nil },
}

func info() (any, error) {
	memory := memoryInfo()
	var fs syscall.Statfs_t
	if dataDevice != "" {
		if err := syscall.Statfs(dataDir, &fs); err != nil {
			return nil, err
		}
	}
	kernel, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	block := uint64(fs.Bsize)
	return map[string]any{
		"version": version, "kernel": strings.TrimSpace(string(kernel)), "uptimeSeconds": uptime(),
		"engine":           theEngine.stateNow(),
		"unixMillis":       time.Now().UnixMilli(),
		"memoryTotalBytes": memory["MemTotal"], "memoryAvailableBytes": memory["MemAvailable"], "memoryFreeBytes": memory["MemFree"],
		"memoryCacheBytes": memory["Cached"] + memory["Buffers"] + memory["SReclaimable"],
		"diskTotalBytes":   fs.Blocks * block, "diskUsedBytes": (fs.Blocks - fs.Bfree) * block, "diskFreeBytes": fs.Bavail * block,
	}, nil
}

// memoryInfo is /proc/meminfo in bytes.
func memoryInfo() map[string]uint64 {
	text, _ := os.ReadFile("/proc/meminfo")
	values := map[string]uint64{}
	for _, line := range strings.Split(string(text), "\n") {
		if fields := strings.Fields(line); len(fields) >= 2 {
			kib, _ := strconv.ParseUint(fields[1], 10, 64)
			values[strings.TrimSuffix(fields[0], ":")] = kib << 10
		}
	}
	return values
}

// timeSync sets the clock to the host's; a guest's clock stands still while the host sleeps.
func timeSync(args json.RawMessage) (any, error) {
	var asked struct {
		UnixMillis int64 `json:"unixMillis"`
	}
	if err := json.Unmarshal(args, &asked); err != nil {
		return nil, err
	}
	if asked.UnixMillis < 1_600_000_000_000 {
		return nil, errors.New("that is no time of day")
	}
	offset := asked.UnixMillis - time.Now().UnixMilli()
	if offset < 100 && offset > -100 {
		return map[string]any{"offsetMillis": offset, "set": false}, nil
	}
	now := syscall.NsecToTimeval(asked.UnixMillis * 1_000_000)
	return map[string]any{"offsetMillis": offset, "set": true}, syscall.Settimeofday(&now)
}

// trimmed tells the disk which blocks are free, so that the host gets them back.
func trimmed() (any, error) {
	dir, err := os.Open(dataDir)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	const fitrim = 0xC0185879
	span := struct{ start, length, minimum uint64 }{0, ^uint64(0), 0}
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, dir.Fd(), fitrim, uintptr(unsafe.Pointer(&span))); errno != 0 {
		return nil, errno
	}
	return map[string]any{"trimmedBytes": span.length}, nil
}

func resized() (any, error) {
	bytes, err := growFileSystem()
	return map[string]any{"diskTotalBytes": bytes}, err
}

func readLogs(args json.RawMessage) (any, error) {
	asked := struct {
		Name  string `json:"name"`
		Bytes int    `json:"bytes"`
	}{Name: "engine", Bytes: 16 << 10}
	if err := json.Unmarshal(args, &asked); err != nil {
		return nil, err
	}
	// A quarter of a frame at most, because JSON may need several characters for one.
	text, err := logs.last(filepath.Base(asked.Name), min(max(asked.Bytes, 0), maxPayload/4))
	return map[string]any{"text": text}, err
}

func unmountRequest(args json.RawMessage) (any, error) {
	var asked struct {
		Path string `json:"path"`
	}
	if err := json.Unmarshal(args, &asked); err != nil {
		return nil, err
	}
	return nil, unmountShare(asked.Path)
}

// addressOfGuest is where a host that is in the same network reaches the engine.
func addressOfGuest() (any, error) {
	address, err := ownAddress()
	return map[string]any{"address": address}, err
}
