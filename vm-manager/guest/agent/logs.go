package main

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"syscall"
)

// logStore keeps the last part of each program's output in memory, so that a chatty program can't fill a file system.
type logStore struct {
	mu      sync.Mutex
	changed *sync.Cond
	logs    map[string]*programLog
}

// programLog is the end of what the programs of one name have written, the earlier ones included.
type programLog struct {
	tail []byte
	end  int64 // how many bytes there were in all
}

const logLimit = 1 << 20

var logs = newLogStore("containerd", "engine")

// newLogStore has an empty log for each name, so that it can be followed before its program starts.
func newLogStore(names ...string) *logStore {
	store := &logStore{logs: map[string]*programLog{}}
	store.changed = sync.NewCond(&store.mu)
	for _, name := range names {
		store.logs[name] = &programLog{}
	}
	return store
}

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
	log := l.logs[name]
	if log == nil {
		log = &programLog{}
		l.logs[name] = log
	}
	log.end += int64(len(data))
	log.tail = append(log.tail, data...)
	if len(log.tail) > 2*logLimit {
		log.tail = append([]byte(nil), log.tail[len(log.tail)-logLimit:]...)
	}
	l.changed.Broadcast()
}

// last returns at most the given number of bytes of a log's end.
func (l *logStore) last(name string, count int) (string, error) {
	if name == "kernel" {
		return kernelRing(count)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	log, ok := l.logs[name]
	if !ok {
		return "", fmt.Errorf("there is no log %q", name)
	}
	return string(log.tail[max(0, len(log.tail)-count):]), nil
}

// follow sends a log's end, then what its programs write, until the host ends or closes the stream; what it has by then
// is sent in any case. Whoever is slower than the programs misses lines, but none begins in its middle.
func (l *logStore) follow(name string, count int, st *stream) error {
	l.mu.Lock()
	log, ok := l.logs[name]
	l.mu.Unlock()
	if !ok {
		return fmt.Errorf("there is no log %q that could be followed", name)
	}
	st.opened()
	left := false
	go func() {
		for err := error(nil); err == nil; _, err = st.next() {
		}
		l.mu.Lock()
		defer l.mu.Unlock()
		left = true
		l.changed.Broadcast()
	}()
	l.mu.Lock()
	defer l.mu.Unlock()
	at := log.wholeLine(log.end - int64(max(0, count)))
	buffer := make([]byte, maxPayload)
	for {
		for at == log.end && !left {
			l.changed.Wait()
		}
		if at == log.end {
			break
		}
		lineEnd := 0
		if at < log.first() {
			at = log.wholeLine(at)
			lineEnd = copy(buffer, "\n")
		}
		n := copy(buffer[lineEnd:], log.tail[at-log.first():])
		at += int64(n)
		l.mu.Unlock()
		_, err := st.Write(buffer[:lineEnd+n])
		l.mu.Lock()
		if err != nil {
			break
		}
	}
	st.end()
	st.finish()
	return nil
}

// first is where what is left of a log begins.
func (log *programLog) first() int64 { return log.end - int64(len(log.tail)) }

// wholeLine is where the first line begins that isn't before a place, of what is left.
func (log *programLog) wholeLine(at int64) int64 {
	first := log.first()
	at = max(at, first)
	if at == 0 || at > first && log.tail[at-first-1] == '\n' {
		return at
	}
	if end := bytes.IndexByte(log.tail[at-first:], '\n'); end >= 0 {
		return at + int64(end) + 1
	}
	return at
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
