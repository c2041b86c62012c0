package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// patientPort reads from the control port across the comings and goings of the host: while no host is attached a read
// gives end-of-file, and the port can be opened only once, so it stays open and is asked again.
type patientPort struct {
	raw syscall.RawConn
}

func newPatientPort(file *os.File, err error) (*patientPort, error) {
	if err != nil {
		return nil, err
	}
	raw, err := file.SyscallConn()
	if err == nil && mayWait(raw) {
		err = errors.New("the control port can't be watched")
	}
	return &patientPort{raw}, err
}

// mayWait is whether a call on the file could wait; no such file is watched by the runtime.
func mayWait(raw syscall.RawConn) bool {
	waits := true
	raw.Control(func(fd uintptr) {
		flags, _, errno := syscall.RawSyscall(syscall.SYS_FCNTL, fd, syscall.F_GETFL, 0)
		waits = errno != 0 || flags&syscall.O_NONBLOCK == 0
	})
	return waits
}

func openPort(name string) (*patientPort, error) {
	if line, _ := os.ReadFile("/proc/cmdline"); kernelArgument(string(line), "quayside.control") != "" {
		return newPatientPort(openSerialPort(kernelArgument(string(line), "quayside.control")))
	}
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		names, _ := filepath.Glob("/sys/class/virtio-ports/*/name")
		for _, file := range names {
			if text, err := os.ReadFile(file); err == nil && strings.TrimSpace(string(text)) == name {
				return newPatientPort(os.OpenFile("/dev/"+filepath.Base(filepath.Dir(file)), os.O_RDWR, 0))
			}
		}
	}
	return nil, errors.New("there is no control port")
}

func (p *patientPort) Read(buffer []byte) (int, error) {
	for {
		n, err := readQuick(p.raw, buffer)
		if n > 0 || err != nil {
			return n, err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (p *patientPort) Write(data []byte) (int, error) { return writeQuick(p.raw, data) }
