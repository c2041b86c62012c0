package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSwapFileIsOne asks the system's own tool, where there is one.
func TestSwapFileIsOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "swap")
	for _, bytes := range []int64{8 << 20, 4 << 20, 4 << 20} {
		if err := makeSwapFile(path, bytes); err != nil {
			t.Fatal(err)
		}
	}
	tool, err := exec.LookPath("blkid")
	if err != nil {
		t.Skip("blkid isn't installed")
	}
	output, _ := exec.Command(tool, "-p", path).CombinedOutput()
	if !strings.Contains(string(output), `TYPE="swap"`) {
		t.Fatalf("blkid says %q", output)
	}
}
