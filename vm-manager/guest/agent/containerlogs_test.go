package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

var someID = strings.Repeat("0123456789abcdef", 4)

func newLog(t *testing.T, content string) (string, string) {
	folder := t.TempDir()
	os.Mkdir(folder+"/"+someID, 0o700)
	file := folder + "/" + someID + "/" + someID + "-json.log"
	os.WriteFile(file, []byte(content), 0o600)
	return folder, file
}

func lines(count int) string {
	var text strings.Builder
	for i := range count {
		fmt.Fprintf(&text, `{"log":"line %d\n","stream":"stdout"}`+"\n", i)
	}
	return text.String()
}

func trimmedTo(t *testing.T, content string, keep int64) string {
	folder, file := newLog(t, content)
	if _, err := trimLogs(folder, []string{someID}, keep); err == syscall.EOPNOTSUPP {
		t.Skip("no file system like the guest's")
	} else if err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(file)
	return string(text)
}

func TestTrimmedLogKeepsItsEndInWholeLines(t *testing.T) {
	all := lines(5000)
	for _, keep := range []int64{0, 1, 100, 4096, 50_000, int64(len(all)) - 4096, int64(len(all))} {
		left := strings.TrimLeft(trimmedTo(t, all, keep), " ")
		if !strings.HasSuffix(all, left) || left != "" && !strings.HasPrefix(left, `{"log":"line `) {
			t.Errorf("%d: %.60q", keep, left)
		}
		if int64(len(left)) > keep+4096 || int64(len(left)) < keep-100 {
			t.Errorf("%d: %d bytes left", keep, len(left))
		}
	}
}

func TestLineWithoutEndIsNotCutInTwo(t *testing.T) {
	if left := trimmedTo(t, strings.Repeat("x", 100_000), 1000); left != "" {
		t.Errorf("%d bytes left", len(left))
	}
}

func TestLogThatAnotherHasOpenIsLeftAlone(t *testing.T) {
	folder, file := newLog(t, lines(5000))
	writer, _ := os.OpenFile(file, os.O_WRONLY|os.O_APPEND, 0)
	listed, _ := containerLogs(folder)
	answer, err := trimLogs(folder, []string{someID}, 0)
	if said := fmt.Sprint(answer); err != nil || said != "map[freedBytes:0 inUse:["+someID+"]]" || !listed[0].InUse {
		t.Errorf("%s, %v, %v", said, err, listed)
	}
	writer.Close()
	listed, _ = containerLogs(folder)
	if len(listed) != 1 || listed[0].InUse || listed[0].ID != someID || listed[0].Bytes < 100_000 {
		t.Error(listed)
	}
}

func TestOnlyRegularLogsOfContainersAreTouched(t *testing.T) {
	folder, file := newLog(t, "")
	elsewhere := t.TempDir() + "/precious"
	os.WriteFile(elsewhere, []byte(lines(5000)), 0o600)
	os.Remove(file)
	os.Symlink(elsewhere, file)
	linked := strings.Repeat("f", 64)
	os.Symlink(folder+"/"+someID, folder+"/"+linked)
	fifo := strings.Repeat("e", 64)
	os.Mkdir(folder+"/"+fifo, 0o700)
	syscall.Mkfifo(folder+"/"+fifo+"/"+fifo+"-json.log", 0o600)
	for _, id := range []string{someID, linked, fifo, "../" + someID, "", "x"} {
		if _, err := trimLogs(folder, []string{id}, 0); err == nil {
			t.Errorf("%q taken", id)
		}
	}
	listed, err := containerLogs(folder)
	if text, _ := os.ReadFile(elsewhere); string(text) != lines(5000) || len(listed) != 0 || err != nil {
		t.Errorf("%v, %v", listed, err)
	}
}
