package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
)

type mountPoint struct {
	source, target, kind string
	flags                uintptr
	options              string
}

// mountAll mounts in order and reports, but survives, a mount that fails: a guest that answers can say what is wrong.
func mountAll(points []mountPoint) {
	for _, p := range points {
		os.MkdirAll(p.target, 0o755)
		if err := syscall.Mount(p.source, p.target, p.kind, p.flags, p.options); err != nil {
			kernelLog(fmt.Sprintf("mount %s: %v", p.target, err))
		}
	}
}

// mountsUnder lists mount points at or below any of the given folders, deepest first.
func mountsUnder(folders ...string) []string {
	text, _ := os.ReadFile("/proc/mounts")
	var found []string
	for _, line := range strings.Split(string(text), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		target := unescapeMount(fields[1])
		for _, folder := range folders {
			if target == folder || strings.HasPrefix(target, folder+"/") {
				found = append(found, target)
			}
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return len(found[i]) > len(found[j]) })
	return found
}

// unescapeMount undoes the kernel's octal escapes for space, tab, newline and backslash.
func unescapeMount(path string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(path)
}

// diskBySerial finds a whole disk by the serial number that the host gave it.
func diskBySerial(serial string) (string, bool) {
	files, _ := filepath.Glob("/sys/block/*/serial")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err == nil && strings.TrimSpace(string(text)) == serial {
			return "/dev/" + filepath.Base(filepath.Dir(file)), true
		}
	}
	return "", false
}
