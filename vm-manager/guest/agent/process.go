package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
)

// children starts programs and collects every process that ends, orphans included, as process 1 must. The lock is held
// while starting, so that a child that ends at once is known before its end is collected.
type children struct {
	mu      sync.Mutex
	waiting map[int]chan syscall.WaitStatus
}

var processes = children{waiting: map[int]chan syscall.WaitStatus{}}

// environment is the environment of everything that runs here.
var environment = []string{"PATH=/usr/sbin:/usr/bin", "HOME=/root", "TERM=xterm-256color", "DOCKER_HOST=unix:///run/docker.sock"}

func (c *children) start(argv []string, attr *os.ProcAttr) (int, <-chan syscall.WaitStatus, error) {
	path := argv[0]
	if !strings.Contains(path, "/") {
		path = lookPath(path)
	}
	attr.Env = environment
	c.mu.Lock()
	defer c.mu.Unlock()
	process, err := os.StartProcess(path, argv, attr)
	if err != nil {
		return 0, nil, err
	}
	pid := process.Pid
	process.Release()
	ended := make(chan syscall.WaitStatus, 1)
	c.waiting[pid] = ended
	return pid, ended, nil
}

func lookPath(name string) string {
	for _, dir := range []string{"/usr/sbin/", "/usr/bin/"} {
		if _, err := os.Stat(dir + name); err == nil {
			return dir + name
		}
	}
	return name
}

// reap collects all processes that have ended by now.
func (c *children) reap() {
	for {
		c.mu.Lock()
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, syscall.WNOHANG, nil)
		if errors.Is(err, syscall.EINTR) {
			c.mu.Unlock()
			continue
		}
		if pid <= 0 || err != nil {
			c.mu.Unlock()
			return
		}
		if ended, ok := c.waiting[pid]; ok && (status.Exited() || status.Signaled()) {
			delete(c.waiting, pid)
			ended <- status
		}
		c.mu.Unlock()
	}
}

// run waits for a short program and returns its output, stdout and stderr together.
func run(argv ...string) (string, error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer reader.Close()
	_, ended, err := processes.start(argv, &os.ProcAttr{Files: []*os.File{nil, writer, writer}})
	writer.Close()
	if err != nil {
		return "", err
	}
	var output bytes.Buffer
	io.Copy(&output, io.LimitReader(reader, 1<<20))
	status := <-ended
	text := strings.TrimSpace(output.String())
	if !status.Exited() || status.ExitStatus() != 0 {
		return text, fmt.Errorf("%s: %s: %s", argv[0], describe(status), lastLines(text, 5))
	}
	return text, nil
}

func describe(status syscall.WaitStatus) string {
	if status.Signaled() {
		return "ended by signal " + status.Signal().String()
	}
	return fmt.Sprintf("exit code %d", status.ExitStatus())
}

func lastLines(text string, count int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) > count {
		lines = lines[len(lines)-count:]
	}
	return strings.Join(lines, "\n")
}
