package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const dataDir = "/data"

// dataFormat is the layout of the data disk; a disk with a higher number belongs to a newer image and is left alone.
const dataFormat = 1

var dataDevice string

// mountData mounts the disk that keeps images, containers and volumes. An empty disk gets a file system, and so does one
// whose first file system was never finished; a disk with anything else on it is never overwritten.
func mountData() error {
	device, err := findDataDisk()
	if err != nil {
		return err
	}
	dataDevice = device
	content, err := contentOf(device)
	if err != nil {
		return err
	}
	switch content {
	case "empty", "unfinished":
		if err := makeFileSystem(device); err != nil {
			return err
		}
	case "ext4":
	default:
		return fmt.Errorf("the data disk holds something that is no ext4 file system; it was left as it is")
	}
	if err := mountChecked(device); err != nil {
		return err
	}
	if err := checkFormat(dataDir); err != nil {
		return err
	}
	if _, err := growFileSystem(); err != nil {
		kernelLog("grow: " + err.Error())
	}
	return bindData()
}

func findDataDisk() (string, error) {
	if device, ok := diskBySerial("qsdata"); ok {
		return device, nil
	}
	// A hypervisor that gives disks no serial number: the one whole disk that is empty or ext4.
	disks, _ := filepath.Glob("/sys/block/[sv]d*")
	for _, disk := range disks {
		parts, _ := filepath.Glob(disk + "/*/partition")
		device := "/dev/" + filepath.Base(disk)
		if content, err := contentOf(device); len(parts) == 0 && err == nil && content != "other" {
			return device, nil
		}
	}
	return "", errors.New("there is no data disk")
}

// A disk carries this mark from before its first file system is begun until that is whole and on the disk, where ext4 puts
// none of its own data at first. It is gone before anything is ever mounted; so with it there is no data.
const (
	unfinishedMark = "Quayside makes the first file system of this disk.\n"
	markOffset     = 127 << 20
)

func makeFileSystem(device string) error {
	if err := mark(device, []byte(unfinishedMark)); err != nil {
		return err
	}
	if _, err := run("mkfs.ext4", "-q", "-F", "-m0", "-L", "qsdata", "-E", "lazy_itable_init=1,lazy_journal_init=1,nodiscard", device); err != nil {
		return err
	}
	if !marked(device) {
		return nil // the file system has something there after all
	}
	return mark(device, make([]byte, len(unfinishedMark)))
}

// mark writes at the mark's place, after and before all else that is written.
func mark(device string, content []byte) error {
	disk, err := os.OpenFile(device, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer disk.Close()
	if err := disk.Sync(); err != nil {
		return err
	}
	if _, err := disk.WriteAt(content, markOffset); err != nil {
		return err
	}
	return disk.Sync()
}

func marked(device string) bool {
	disk, err := os.Open(device)
	if err != nil {
		return false
	}
	defer disk.Close()
	found := make([]byte, len(unfinishedMark))
	_, err = disk.ReadAt(found, markOffset)
	return err == nil && string(found) == unfinishedMark
}

// neverMounted reads that from a superblock: ext4 keeps when it was mounted last and how many times.
func neverMounted(start []byte) bool {
	return binary.LittleEndian.Uint32(start[1024+0x2c:]) == 0 && binary.LittleEndian.Uint16(start[1024+0x34:]) == 0
}

// contentOf looks at the first MiB: all zero is "empty", the ext4 magic number is "ext4". With the mark it is
// "unfinished", unless that file system was mounted before, so that no file of a container passes for the mark.
func contentOf(device string) (string, error) {
	disk, err := os.Open(device)
	if err != nil {
		return "", err
	}
	defer disk.Close()
	start := make([]byte, 1<<20)
	if _, err := io.ReadFull(disk, start); err != nil {
		return "", fmt.Errorf("reading %s: %w", device, err)
	}
	whole := start[1080] == 0x53 && start[1081] == 0xEF
	switch {
	case marked(device) && (!whole || neverMounted(start)):
		return "unfinished", nil
	case whole:
		return "ext4", nil
	}
	if len(bytes.Trim(start, "\x00")) == 0 {
		return "empty", nil
	}
	return "other", nil
}

// mountChecked lets the journal repair what a power loss left, and e2fsck what the journal can't, as far as that loses
// no data.
func mountChecked(device string) error {
	os.MkdirAll(dataDir, 0o755)
	err := mountExt4(device)
	if err == nil {
		return nil
	}
	output, checkErr := run("e2fsck", "-p", device)
	kernelLog("e2fsck: " + strings.ReplaceAll(output, "\n", "; "))
	if again := mountExt4(device); again == nil {
		return nil
	}
	return fmt.Errorf("the data disk cannot be mounted (%v) and e2fsck could not repair it without risk: %v", err, checkErr)
}

func mountExt4(device string) error {
	return syscall.Mount(device, dataDir, "ext4", syscall.MS_NOATIME, "discard")
}

// checkFormat compares the layout's number with the one that this image knows. A disk without one is new, or lost power
// before the number was written; a lower number is an older layout, which so far differs in nothing.
func checkFormat(dir string) error {
	file := dir + "/quayside-format"
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	number := strings.TrimSpace(string(text))
	if number != "" {
		found, err := strconv.Atoi(number)
		if err != nil || found > dataFormat {
			return fmt.Errorf("the data disk has format %q; this image knows up to %d", number, dataFormat)
		}
		if found == dataFormat {
			return nil
		}
	}
	return writeDurably(file, strconv.Itoa(dataFormat)+"\n")
}

// writeDurably leaves the old content or the new one, whenever the power goes.
func writeDurably(file, text string) error {
	beside, err := os.OpenFile(file+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = beside.WriteString(text)
	if err == nil {
		err = beside.Sync()
	}
	if closed := beside.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}

// growFileSystem makes the file system as large as its disk and returns the new size in bytes.
func growFileSystem() (uint64, error) {
	size, _ := os.ReadFile("/sys/block/" + filepath.Base(dataDevice) + "/size")
	sectors, err := strconv.ParseUint(strings.TrimSpace(string(size)), 10, 64)
	if err != nil {
		return 0, err
	}
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dataDir, &fs); err != nil {
		return 0, err
	}
	// A file system is smaller than its disk by its own tables; less than a sixteenth is not worth a resize.
	have, want := fs.Blocks*uint64(fs.Bsize), sectors*512
	if want > have+want/16+(64<<20) {
		if _, err := run("resize2fs", dataDevice); err != nil {
			return 0, err
		}
		err = syscall.Statfs(dataDir, &fs)
	}
	return fs.Blocks * uint64(fs.Bsize), err
}

func bindData() error {
	for _, bind := range [][2]string{{"docker", "/var/lib/docker"}, {"containerd", "/var/lib/containerd"}} {
		source := dataDir + "/" + bind[0]
		if err := os.MkdirAll(source, 0o710); err != nil {
			return err
		}
		if err := syscall.Mount(source, bind[1], "", syscall.MS_BIND, ""); err != nil {
			return err
		}
	}
	return nil
}
