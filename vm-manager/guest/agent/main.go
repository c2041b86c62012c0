// Quayside's guest program: one static binary that is the first program of the initial RAM disk, process 1 of the
// guest, and the host's partner on the control port.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// powerOffSignal ends the machine. The kernel runs /sbin/poweroff, which is this program under another name, when a
// hypervisor without a power button (Hyper-V) asks for the end.
const powerOffSignal = syscall.SIGUSR2

// version is what the host compares with its own protocol; raise it when a frame or a request changes its meaning.
const version = 1

func main() {
	if os.Getpid() != 1 && filepath.Base(os.Args[0]) == "poweroff" {
		syscall.Kill(1, powerOffSignal)
		return
	}
	if os.Getpid() != 1 {
		fmt.Fprintln(os.Stderr, "this program is process 1 of Quayside's virtual machine")
		os.Exit(2)
	}
	if _, err := os.Stat(bootModules); err == nil {
		bootFromRAMDisk()
	}
	runAsInit()
}
