package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sync"
	"time"
)

// streamTarget says what a stream is to be connected with in the guest.
type streamTarget struct {
	Kind    string   `json:"kind"`    // tcp, udp, unix, share, exec, log
	Address string   `json:"address"` // host:port, or the path of a socket
	Path    string   `json:"path"`    // where a share is mounted
	Options string   `json:"options"` // mount options of a share
	Argv    []string `json:"argv"`    // program of an exec stream
	Name    string   `json:"name"`    // which log is followed
	Bytes   int      `json:"bytes"`   // how much of a log's end comes first
	Rows    uint16   `json:"rows"`    // with columns: the exec stream is a terminal of that size
	Columns uint16   `json:"columns"`
}

func (t streamTarget) connect(st *stream) error {
	switch t.Kind {
	case "tcp", "unix":
		conn, err := net.DialTimeout(t.Kind, t.Address, 10*time.Second)
		if err != nil {
			return err
		}
		st.opened()
		relay(st, conn.(halfCloser))
		return nil
	case "udp":
		return t.relayDatagrams(st)
	case "share":
		return mountShare(t.Path, t.Options, st)
	case "exec":
		return t.exec(st)
	case "log":
		return logs.follow(t.Name, t.Bytes, st)
	}
	return fmt.Errorf("unknown kind of stream %q", t.Kind)
}

type halfCloser interface {
	io.ReadWriteCloser
	CloseWrite() error
}

// relay copies both ways until both directions have ended, or one has failed.
func relay(st *stream, conn halfCloser) {
	read := conn.Read
	if socket, ok := conn.(*net.UnixConn); ok {
		if raw, err := socket.SyscallConn(); err == nil {
			st.deliver(func(data []byte) int { return writeNow(raw, data) })
			read = func(buffer []byte) (int, error) { return readQuick(raw, buffer) }
		}
	}
	var once sync.Once
	broken := func(err error) {
		once.Do(func() {
			st.fail(err)
			conn.Close()
		})
	}
	toGuest := make(chan struct{})
	go func() {
		defer close(toGuest)
		for {
			payload, err := st.next()
			if err == io.EOF {
				conn.CloseWrite()
				return
			}
			if err == nil {
				_, err = conn.Write(payload)
			}
			if err != nil {
				broken(err)
				return
			}
		}
	}()
	buffer := make([]byte, maxPayload)
	for {
		n, err := read(buffer)
		if n > 0 {
			if _, sendErr := st.Write(buffer[:n]); sendErr != nil {
				broken(sendErr)
				break
			}
		}
		if err == io.EOF || (n == 0 && err == nil) {
			st.end()
			break
		}
		if err != nil {
			broken(err)
			break
		}
	}
	<-toGuest
	conn.Close()
	st.finish()
}

func (t streamTarget) relayDatagrams(st *stream) error {
	conn, err := net.Dial("udp", t.Address)
	if err != nil {
		return err
	}
	st.opened()
	go func() {
		buffer := make([]byte, maxPayload)
		for {
			n, err := conn.Read(buffer)
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err == nil {
				st.writeDatagram(buffer[:n])
			}
		}
	}()
	for {
		payload, err := st.next()
		if err != nil {
			conn.Close()
			st.finish()
			return nil
		}
		conn.Write(payload)
	}
}

func fileConn(descriptor int) (halfCloser, error) {
	file := os.NewFile(uintptr(descriptor), "socket")
	defer file.Close()
	conn, err := net.FileConn(file)
	if err != nil {
		return nil, err
	}
	return conn.(halfCloser), nil
}
