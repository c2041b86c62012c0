package main

import (
	"fmt"
	"os"
	"sync"
	"syscall"
)

// logStore keeps the last part of each program's output in memory, so that a chatty program can't fill a file system.
type logStore struct {
	mu   sync.Mutex
	tail map[string][]byte
}

const logLimit = 1 << 20

var logs = logStore{tail: map[string][]byte{}}

// writer is the end of a pipe to hand to a program; what the program writes ends up in the log of that name.
func (l *logStore) writer(name string) (*os.File, error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	go func() {
		defer reader.Close()
		buffer := make([]byte, 16<<10)
		for {
			n, err := reader.Read(buffer)
			l.append(name, buffer[:n])
			if err != nil {
				return
			}
		}
	}()
	return writer, nil
}

func (l *logStore) append(name string, data []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	tail := append(l.tail[name], data...)
	if len(tail) > 2*logLimit {
		tail = append([]byte(nil), tail[len(tail)-logLimit:]...)
	}
	l.tail[name] = tail
}

// last returns at most the given number of bytes of a log's end.
func (l *logStore) last(name string, count int) (string, error) {
	if name == "kernel" {
		return kernelRing(count)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	tail, ok := l.tail[name]
	if !ok {
		return "", fmt.Errorf("there is no log %q", name)
	}
	return string(tail[max(0, len(tail)-count):]), nil
}

func kernelRing(count int) (string, error) {
	buffer := make([]byte, min(max(count, 1), logLimit))
	const readAll = 3
	n, err := syscall.Klogctl(readAll, buffer)
	if err != nil {
		return "", err
	}
	return string(buffer[:n]), nil
}
