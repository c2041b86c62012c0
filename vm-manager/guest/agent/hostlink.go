package main

import (
	"bufio"
	"encoding/json"
	"io"
	"sync"
	"time"
)

// hostLink is the guest's end of the control port. One host at a time; each hello starts a new session, and everything
// of the session before is closed.
type hostLink struct {
	mu      sync.Mutex
	current *session
}

func newHostLink() *hostLink {
	link := &hostLink{}
	steps.onStep(func(s step) { link.event("step", s) })
	return link
}

func (l *hostLink) serve() {
	port, err := openPort("io.quayside.control")
	if err != nil {
		kernelLog("control port: " + err.Error())
		return
	}
	for {
		err := l.serveOn(port)
		kernelLog("control port: " + err.Error())
		time.Sleep(100 * time.Millisecond)
	}
}

func (l *hostLink) serveOn(port io.ReadWriter) error {
	in := bufio.NewReaderSize(port, 64<<10)
	writer := newFrameWriter(port)
	for {
		f, err := readFrame(in)
		if err == errOutOfStep || (err == nil && f.kind != kindHello && l.session() == nil) {
			f, err = seekHello(in)
		}
		if err != nil {
			return err
		}
		if f.kind == kindHello {
			l.begin(writer, f)
		} else {
			l.session().receive(f)
		}
	}
}

func (l *hostLink) begin(writer *frameWriter, hello frame) {
	next := newSession(writer)
	l.mu.Lock()
	before := l.current
	l.current = next
	l.mu.Unlock()
	if before != nil {
		before.close()
	}
	next.send(hello)
}

func (l *hostLink) session() *session {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.current
}

// event tells the host something it didn't ask for; without a host it is dropped.
func (l *hostLink) event(name string, data any) {
	if s := l.session(); s != nil {
		payload, _ := json.Marshal(map[string]any{"name": name, "data": data})
		s.send(frame{kind: kindEvent, payload: payload})
	}
}

// frameWriter puts the frames of all streams on the port, one at a time, on the thread that has them: a hand-over would
// take as long as the rest. Frames of a closed session are dropped.
type frameWriter struct {
	mu  sync.Mutex
	out io.Writer
}

func newFrameWriter(out io.Writer) *frameWriter { return &frameWriter{out: out} }

func (w *frameWriter) write(owner *session, f frame) {
	w.writeEncoded(owner, encodeFrame(f))
}

func (w *frameWriter) writeEncoded(owner *session, encoded []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !owner.closed() {
		w.out.Write(encoded)
	}
}
