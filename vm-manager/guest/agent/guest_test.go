package main

import (
	"bytes"
	"io"
	"os"
	"testing"
)

func TestDataDiskIsJudgedByItsFirstBytes(t *testing.T) {
	ext4 := make([]byte, 1<<20)
	ext4[1080], ext4[1081] = 0x53, 0xEF
	foreign := make([]byte, 1<<20)
	foreign[700000] = 1
	for want, content := range map[string][]byte{"empty": make([]byte, 1<<20), "ext4": ext4, "other": foreign} {
		file := t.TempDir() + "/disk"
		os.WriteFile(file, content, 0o600)
		if got, err := contentOf(file); err != nil || got != want {
			t.Errorf("%s: %s, %v", want, got, err)
		}
	}
}

// A power loss leaves any part of what mkfs writes.
func TestFirstFileSystemThatWasNotFinishedIsMadeAgain(t *testing.T) {
	device := t.TempDir() + "/disk"
	start := make([]byte, 1<<20)
	judged := func(want string) {
		t.Helper()
		disk, _ := os.OpenFile(device, os.O_WRONLY|os.O_CREATE, 0o600)
		disk.Truncate(1 << 30)
		disk.WriteAt(start, 0)
		disk.Close()
		if got, err := contentOf(device); err != nil || got != want {
			t.Errorf("%s instead of %s, %v", got, want, err)
		}
	}
	start[700000] = 1
	judged("other")
	if err := mark(device, []byte(unfinishedMark)); err != nil {
		t.Fatal(err)
	}
	judged("unfinished")
	start[1080], start[1081] = 0x53, 0xEF
	judged("unfinished")
	start[1024+0x34] = 1 // was mounted: the mark is in some file
	judged("ext4")
	if err := mark(device, make([]byte, len(unfinishedMark))); err != nil {
		t.Fatal(err)
	}
	start[1024+0x34] = 0
	judged("ext4")
}

func TestConfigurationOfAnotherVersionIsRefused(t *testing.T) {
	_, err := hostFiles{"config.json": []byte(`{"version": 99}`)}.config()
	if err == nil {
		t.Error("accepted")
	}
}

func TestLogKeepsItsEnd(t *testing.T) {
	store := newLogStore()
	store.append("x", bytes.Repeat([]byte("a"), 3*logLimit))
	store.append("x", []byte("end"))
	if got, _ := store.last("x", 4); got != "aend" || len(store.logs["x"].tail) > 2*logLimit {
		t.Errorf("%q, %d bytes", got, len(store.logs["x"].tail))
	}
}

func TestMountPathsMustBeCleanAndBelowAShareRoot(t *testing.T) {
	for _, path := range []string{"relative", "/Users/../etc", "/etc/x", "/usr"} {
		if makeMountPoint(path) == nil {
			t.Errorf("%s accepted", path)
		}
	}
}

func TestEscapedMountNamesAreRead(t *testing.T) {
	if got := unescapeMount(`/Users/a\040b`); got != "/Users/a b" {
		t.Error(got)
	}
}

func TestControlLineIsNamedByTheKernelsCommandLine(t *testing.T) {
	if got := kernelArgument("console=ttyS0 quayside.control=ttyS1 quiet", "quayside.control"); got != "ttyS1" {
		t.Error(got)
	}
	if got := kernelArgument("console=ttyS0 xquayside.control=ttyS1", "quayside.control"); got != "" {
		t.Error(got)
	}
}

func TestHyperVIsToldByItsFirmware(t *testing.T) {
	if !isHyperV("Microsoft Corporation\n", "Virtual Machine\n") || isHyperV("Microsoft Corporation", "Surface Laptop") || isHyperV("QEMU", "Virtual Machine") {
		t.Error("mistaken")
	}
}

func TestSerialLineLetsAllBytesThrough(t *testing.T) {
	master, terminal, err := openTerminal(24, 80)
	if err != nil {
		t.Skip(err)
	}
	defer master.Close()
	defer terminal.Close()
	if err := makeRaw(terminal); err != nil {
		t.Fatal(err)
	}
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	master.Write(all)
	got := make([]byte, 256)
	if _, err := io.ReadFull(terminal, got); err != nil || !bytes.Equal(got, all) {
		t.Fatalf("%v %x", err, got)
	}
}

func TestDataDiskOfAnOlderLayoutIsTakenAndOfANewerOneRefused(t *testing.T) {
	for before, taken := range map[string]bool{"": true, "0\n": true, "1\n": true, "2\n": false, "x": false} {
		dir := t.TempDir()
		os.WriteFile(dir+"/quayside-format", []byte(before), 0o644)
		err := checkFormat(dir)
		after, _ := os.ReadFile(dir + "/quayside-format")
		if (err == nil) != taken || (taken && string(after) != "1\n") || (!taken && string(after) != before) {
			t.Errorf("%q: %v, then %q", before, err, after)
		}
	}
	if dir := t.TempDir(); checkFormat(dir) != nil {
		t.Error("a new disk is refused")
	}
}
