package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

// A step of the start, as the host sees it. Error is empty while nothing went wrong.
type step struct {
	Name    string  `json:"name"`
	Seconds float64 `json:"seconds"`
	Error   string  `json:"error,omitempty"`
}

// stepLog remembers every step, for a host that attaches later, and tells a host that is already there.
type stepLog struct {
	mu     sync.Mutex
	steps  []step
	notify func(step)
}

var steps stepLog

func (l *stepLog) reached(name string) { l.add(step{Name: name, Seconds: uptime()}) }

func (l *stepLog) failed(name string, err error) {
	l.add(step{Name: name, Seconds: uptime(), Error: err.Error()})
}

func (l *stepLog) add(s step) {
	kernelLog(fmt.Sprintf("%.2f %s %s", s.Seconds, s.Name, s.Error))
	l.mu.Lock()
	l.steps = append(l.steps, s)
	notify := l.notify
	l.mu.Unlock()
	if notify != nil {
		notify(s)
	}
}

func (l *stepLog) all() []step {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]step{}, l.steps...)
}

func (l *stepLog) onStep(notify func(step)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.notify = notify
}

// uptime is seconds since the kernel started.
func uptime() float64 {
	text, err := os.ReadFile("/proc/uptime")
	if err != nil {
		return 0
	}
	first, _, _ := strings.Cut(string(text), " ")
	seconds, _ := strconv.ParseFloat(first, 64)
	return seconds
}

// kernelLog puts a line into the kernel's ring buffer, and so on the serial console that the host keeps.
func kernelLog(line string) {
	if kmsg, err := os.OpenFile("/dev/kmsg", os.O_WRONLY, 0); err == nil {
		fmt.Fprintf(kmsg, "<4>quayside: %s\n", strings.TrimSpace(line))
		kmsg.Close()
	}
}
