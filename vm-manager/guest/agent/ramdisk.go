package main

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// bootModules lists the modules of the RAM disk in load order; only the RAM disk has this file.
const bootModules = "/modules/order"

const newRoot = "/newroot"

// bootFromRAMDisk finds the root disk, moves onto it and starts this program again from there. It does not return.
func bootFromRAMDisk() {
	mountAll([]mountPoint{
		{"dev", "/dev", "devtmpfs", 0, ""},
		{"proc", "/proc", "proc", 0, ""},
		{"sys", "/sys", "sysfs", 0, ""},
	})
	kernelLog("initial RAM disk")
	if isProbe() {
		halt("probe")
	}
	loadBootModules()
	root, err := awaitRoot(10 * time.Second)
	if err != nil {
		halt("no root disk: " + err.Error())
	}
	if err := syscall.Mount(root, newRoot, "erofs", syscall.MS_RDONLY, ""); err != nil {
		halt("cannot mount " + root + ": " + err.Error())
	}
	kernelLog("root is " + root)
	for _, dir := range []string{"/dev", "/proc", "/sys"} {
		if err := syscall.Mount(dir, newRoot+dir, "", syscall.MS_MOVE, ""); err != nil {
			halt("cannot move " + dir + ": " + err.Error())
		}
	}
	freeRAMDisk()
	if err := enter(newRoot); err != nil {
		halt("cannot enter the root disk: " + err.Error())
	}
	halt("cannot start /sbin/init: " + syscall.Exec("/sbin/init", []string{"/sbin/init"}, nil).Error())
}

// isProbe tells a test of the hypervisor, which wants to see that a kernel and a program run, and nothing more.
func isProbe() bool {
	line, _ := os.ReadFile("/proc/cmdline")
	return strings.Contains(string(line), "quayside.probe")
}

func loadBootModules() {
	order, _ := os.ReadFile(bootModules)
	hyperV := onHyperV()
	for _, name := range strings.Fields(string(order)) {
		if strings.HasPrefix(name, "hv_") && !hyperV {
			continue
		}
		if err := loadModule("/modules/" + name); err != nil && !errors.Is(err, syscall.EEXIST) {
			// Drivers for hardware that isn't there refuse to load; a root disk that stays away is what counts.
			kernelLog("module " + name + ": " + err.Error())
		}
	}
}

// awaitRoot polls, because disks appear some time after their driver.
func awaitRoot(limit time.Duration) (string, error) {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if disk, ok := diskBySerial("qsroot"); ok {
			return disk, nil
		}
		if disk, ok := partitionWithRoot(); ok {
			return disk, nil
		}
	}
	return "", errors.New("no disk named qsroot and no partition with an erofs file system")
}

// partitionWithRoot serves hypervisors that give disks no serial number: the root is a partition of the boot disk.
func partitionWithRoot() (string, bool) {
	parts, _ := filepath.Glob("/sys/block/*/*/partition")
	for _, part := range parts {
		device := "/dev/" + filepath.Base(filepath.Dir(part))
		if hasErofs(device) {
			return device, true
		}
	}
	return "", false
}

func hasErofs(device string) bool {
	file, err := os.Open(device)
	if err != nil {
		return false
	}
	defer file.Close()
	var magic [4]byte
	_, err = file.ReadAt(magic[:], 1024)
	return err == nil && binary.LittleEndian.Uint32(magic[:]) == 0xE0F5E1E2
}

// freeRAMDisk gives the memory of the RAM disk back; the running program's own file goes with its last user.
func freeRAMDisk() {
	os.RemoveAll("/modules")
	os.Remove("/init")
}

func enter(dir string) error {
	if err := os.Chdir(dir); err != nil {
		return err
	}
	if err := syscall.Mount(".", "/", "", syscall.MS_MOVE, ""); err != nil {
		return err
	}
	if err := syscall.Chroot("."); err != nil {
		return err
	}
	return os.Chdir("/")
}

// halt says why on the console and powers off: the host sees the machine end and shows the console's last lines.
func halt(reason string) {
	kernelLog(reason)
	time.Sleep(200 * time.Millisecond)
	syscall.Reboot(syscall.LINUX_REBOOT_CMD_POWER_OFF)
	select {}
}
