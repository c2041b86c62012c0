package main

import (
	"os"
	"strings"
	"syscall"
	"unsafe"
)

// openSerialPort opens the control port of a hypervisor that has no virtio: the serial line that the kernel's command line
// names as quayside.control. A serial line has no end-of-file; bytes that nobody reads on the host's side are lost.
func openSerialPort(name string) (*os.File, error) {
	port, err := os.OpenFile("/dev/"+name, os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		return nil, err
	}
	if err := makeRaw(port); err != nil {
		port.Close()
		return nil, err
	}
	return port, nil
}

// makeRaw lets all bytes through as they are, at the highest speed that every driver knows; virtual lines ignore it.
func makeRaw(port *os.File) error {
	settings := syscall.Termios{Cflag: syscall.CS8 | syscall.CREAD | syscall.CLOCAL | syscall.B115200}
	settings.Cc[syscall.VMIN] = 1
	return ioctl(port, syscall.TCSETS, unsafe.Pointer(&settings))
}

// kernelArgument is the value of name=value on the kernel's command line, or empty.
func kernelArgument(line, name string) string {
	for _, word := range strings.Fields(line) {
		if value, found := strings.CutPrefix(word, name+"="); found {
			return value
		}
	}
	return ""
}
