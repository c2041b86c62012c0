package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// patientPort reads from the control port across the comings and goings of the host: while no host is attached a read
// gives end-of-file, and the port can be opened only once, so it stays open and is asked again.
type patientPort struct {
	file *os.File
}

func openPort(name string) (*patientPort, error) {
	if line, _ := os.ReadFile("/proc/cmdline"); kernelArgument(string(line), "quayside.control") != "" {
		port, err := openSerialPort(kernelArgument(string(line), "quayside.control"))
		return &patientPort{port}, err
	}
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		names, _ := filepath.Glob("/sys/class/virtio-ports/*/name")
		for _, file := range names {
			if text, err := os.ReadFile(file); err == nil && strings.TrimSpace(string(text)) == name {
				port, err := os.OpenFile("/dev/"+filepath.Base(filepath.Dir(file)), os.O_RDWR, 0)
				return &patientPort{port}, err
			}
		}
	}
	return nil, errors.New("there is no control port")
}

func (p *patientPort) Read(buffer []byte) (int, error) {
	for {
		n, err := p.file.Read(buffer)
		if n > 0 || (err != nil && err != io.EOF) {
			return n, err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (p *patientPort) Write(data []byte) (int, error) { return p.file.Write(data) }
