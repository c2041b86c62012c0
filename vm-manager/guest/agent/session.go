package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"sync"
)

// session is the time between two hellos: its requests, and its streams by number.
type session struct {
	writer  *frameWriter
	done    chan struct{}
	mu      sync.Mutex
	streams map[uint32]*stream
}

func newSession(writer *frameWriter) *session {
	return &session{writer: writer, done: make(chan struct{}), streams: map[uint32]*stream{}}
}

func (s *session) send(f frame) {
	s.writer.write(s, f)
}

func (s *session) closed() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

func (s *session) close() {
	s.mu.Lock()
	streams := s.streams
	s.streams = map[uint32]*stream{}
	close(s.done)
	s.mu.Unlock()
	for _, open := range streams {
		open.abort()
	}
}

// receive never blocks for long: the reader of the port calls it for every frame.
func (s *session) receive(f frame) {
	switch f.kind {
	case kindRequest:
		go s.answer(f.payload)
	case kindOpen:
		s.open(f)
	case kindData, kindWindow, kindEnd, kindReset:
		s.mu.Lock()
		target := s.streams[f.stream]
		s.mu.Unlock()
		if target != nil {
			s.deliver(target, f)
		}
	}
}

func (s *session) deliver(target *stream, f frame) {
	switch f.kind {
	case kindData:
		target.arrived(f.payload)
	case kindWindow:
		if len(f.payload) == 4 {
			target.allow(int(binary.BigEndian.Uint32(f.payload)))
		}
	case kindEnd:
		target.arrived(nil)
	case kindReset:
		s.forget(target)
		target.abort()
	}
}

func (s *session) open(f frame) {
	created := newStream(s, f.stream)
	s.mu.Lock()
	if s.streams[f.stream] != nil || s.closed() {
		s.mu.Unlock()
		return
	}
	s.streams[f.stream] = created
	s.mu.Unlock()
	go func() {
		var target streamTarget
		err := json.Unmarshal(f.payload, &target)
		if err == nil {
			err = target.connect(created)
		}
		if err != nil {
			created.fail(err)
		}
	}()
}

func (s *session) forget(gone *stream) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.streams[gone.id] == gone {
		delete(s.streams, gone.id)
	}
}

type request struct {
	ID   int64           `json:"id"`
	Name string          `json:"name"`
	Args json.RawMessage `json:"args"`
}

type reply struct {
	ID     int64  `json:"id"`
	Result any    `json:"result,omitempty"`
	Error  string `json:"error,omitempty"`
}

func (s *session) answer(payload []byte) {
	var asked request
	if err := json.Unmarshal(payload, &asked); err != nil {
		kernelLog("request: " + err.Error())
		return
	}
	answer := reply{ID: asked.ID}
	if handle, ok := handlers[asked.Name]; !ok {
		answer.Error = fmt.Sprintf("unknown request %q", asked.Name)
	} else if result, err := handle(asked.Args); err != nil {
		answer.Error = err.Error()
	} else {
		answer.Result = result
	}
	encoded, err := json.Marshal(answer)
	if err != nil || len(encoded) > maxPayload {
		encoded, _ = json.Marshal(reply{ID: asked.ID, Error: "the answer is too long"})
	}
	s.send(frame{kind: kindReply, payload: encoded})
}
