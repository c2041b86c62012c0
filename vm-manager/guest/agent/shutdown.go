package main

import (
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

var shutdownOnce sync.Once

// powerOff stops the engine and its containers, then the file systems, then the machine. It does not return.
func powerOff() {
	shutdownOnce.Do(func() {
		steps.reached("stopping")
		theEngine.stop(25 * time.Second)
		endEverything()
		endSwap()
		for _, target := range mountsUnder("/host", "/var/lib/docker", "/var/lib/containerd", dataDir) {
			if syscall.Unmount(target, 0) != nil {
				syscall.Unmount(target, syscall.MNT_DETACH)
			}
		}
		syscall.Sync()
		steps.reached("stopped")
		syscall.Reboot(syscall.LINUX_REBOOT_CMD_POWER_OFF)
	})
	select {}
}

// endEverything asks all other processes to end, and ends them after a second.
func endEverything() {
	syscall.Kill(-1, syscall.SIGTERM)
	for end := time.Now().Add(time.Second); time.Now().Before(end) && othersLive(); {
		time.Sleep(10 * time.Millisecond)
	}
	syscall.Kill(-1, syscall.SIGKILL)
}

// othersLive ignores kernel threads, which have no command line.
func othersLive() bool {
	files, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, file := range files {
		if file == "/proc/1/cmdline" {
			continue
		}
		if text, err := os.ReadFile(file); err == nil && len(text) > 0 {
			return true
		}
	}
	return false
}

// awaitPowerButton turns the hypervisor's power button into an orderly power off.
func awaitPowerButton() {
	modprobe([]string{"button", "evdev"})
	names, _ := filepath.Glob("/sys/class/input/event*/device/name")
	for _, name := range names {
		text, _ := os.ReadFile(name)
		if kind := strings.TrimSpace(string(text)); kind == "Power Button" || strings.HasPrefix(kind, "gpio-keys") {
			go readButton("/dev/input/" + filepath.Base(filepath.Dir(filepath.Dir(name))))
		}
	}
}

func readButton(device string) {
	input, err := os.Open(device)
	if err != nil {
		return
	}
	defer input.Close()
	const keyEvent, powerKey = 1, 116
	event := make([]byte, 24)
	for {
		if _, err := io.ReadFull(input, event); err != nil {
			return
		}
		if binary.LittleEndian.Uint16(event[16:]) == keyEvent && binary.LittleEndian.Uint16(event[18:]) == powerKey {
			powerOff()
		}
	}
}
