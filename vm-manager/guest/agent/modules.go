package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

// moduleIndex is modules.dep: for each module its file and the files it needs first. Reading it once and calling the
// kernel directly takes a fraction of the time of one modprobe process.
type moduleIndex struct {
	once  sync.Once
	dir   string
	needs map[string][]string
}

var moduleFiles moduleIndex

func (m *moduleIndex) read() {
	release, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	m.dir = "/usr/lib/modules/" + strings.TrimSpace(string(release)) + "/"
	m.needs = map[string][]string{}
	text, _ := os.ReadFile(m.dir + "modules.dep")
	for _, line := range strings.Split(string(text), "\n") {
		if file, needs, ok := strings.Cut(line, ":"); ok {
			m.needs[moduleName(file)] = append([]string{file}, strings.Fields(needs)...)
		}
	}
}

func moduleName(file string) string {
	return strings.ReplaceAll(strings.TrimSuffix(filepath.Base(file), ".ko"), "-", "_")
}

// modprobe loads what is there; names that are built into the kernel, or serve other hardware, are not an error.
func modprobe(names []string) {
	moduleFiles.once.Do(moduleFiles.read)
	for _, name := range names {
		files := moduleFiles.needs[moduleName(name)]
		for i := len(files) - 1; i >= 0; i-- {
			if err := loadModule(moduleFiles.dir + files[i]); err != nil && !errors.Is(err, syscall.EEXIST) {
				kernelLog("module " + files[i] + ": " + err.Error())
			}
		}
	}
}

func loadModule(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	empty := []byte{0}
	_, _, errno := syscall.Syscall(sysFinitModule, file.Fd(), uintptr(unsafe.Pointer(&empty[0])), 0)
	if errno != 0 {
		return errno
	}
	return nil
}
