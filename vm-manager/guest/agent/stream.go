package main

import (
	"encoding/binary"
	"errors"
	"io"
	"sync"
)

// window is how many bytes one side may send before the other side has taken them; it bounds memory for each stream.
const window = 256 << 10

// stream is one raw connection between host and guest. Its user side is a reader and writer; the session feeds it.
type stream struct {
	session *session
	id      uint32
	mu      sync.Mutex
	changed *sync.Cond
	inbox   [][]byte
	ended   bool // the host sends no more
	gone    bool
	credit  int
	window  int // what the host may send ahead of the reader
	taken   int // bytes read here that the host hasn't been told of
	direct  func([]byte) int
	waiting bool // the reader has all that came, and waits
}

var errStreamGone = errors.New("the host closed the stream")

func newStream(s *session, id uint32) *stream {
	created := &stream{session: s, id: id, credit: window, window: window}
	created.changed = sync.NewCond(&created.mu)
	return created
}

// arrived takes a payload from the host, or its end (nil).
func (st *stream) arrived(payload []byte) {
	st.mu.Lock()
	defer st.mu.Unlock()
	if payload == nil {
		st.ended = true
	} else if !st.ended {
		if st.direct != nil && st.waiting && len(st.inbox) == 0 && len(payload) > 0 {
			done := st.direct(payload)
			st.took(done)
			payload = payload[done:]
			if len(payload) == 0 {
				return
			}
		}
		st.inbox = append(st.inbox, payload)
	}
	st.changed.Broadcast()
}

// deliver has what arrives while the reader waits handed to a function, on the thread that reads the port: it takes as many
// bytes as it can without waiting. A wake-up of the reader would take longer than the rest.
func (st *stream) deliver(direct func([]byte) int) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.direct = direct
}

// took says that bytes have left; the host may then send more. Call it with the lock.
func (st *stream) took(count int) {
	st.taken += count
	if st.taken >= st.window/4 && !st.gone {
		give := st.taken
		st.taken = 0
		go st.session.send(frame{kind: kindWindow, stream: st.id, payload: binary.BigEndian.AppendUint32(nil, uint32(give))})
	}
}

// widen lets the host send more ahead.
func (st *stream) widen(to int) {
	st.mu.Lock()
	more := to - st.window
	st.window = to
	st.mu.Unlock()
	st.session.send(frame{kind: kindWindow, stream: st.id, payload: binary.BigEndian.AppendUint32(nil, uint32(more))})
}

func (st *stream) allow(bytes int) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.credit += bytes
	st.changed.Broadcast()
}

func (st *stream) abort() {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.gone = true
	st.changed.Broadcast()
}

// next returns the next payload as it was sent, so that datagrams keep their boundaries; io.EOF at the host's end.
func (st *stream) next() ([]byte, error) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.waiting = true
	for len(st.inbox) == 0 && !st.ended && !st.gone {
		st.changed.Wait()
	}
	st.waiting = false
	if st.gone {
		return nil, errStreamGone
	}
	if len(st.inbox) == 0 {
		return nil, io.EOF
	}
	payload := st.inbox[0]
	st.inbox = st.inbox[1:]
	st.took(len(payload))
	return payload, nil
}

// Write sends in frames as large as the host's window allows. The caller may use the buffer again.
func (st *stream) Write(data []byte) (int, error) {
	written := 0
	for written < len(data) {
		count, err := st.reserve(min(len(data)-written, maxPayload))
		if err != nil {
			return written, err
		}
		st.session.send(frame{kind: kindData, stream: st.id, payload: data[written : written+count]})
		written += count
	}
	return written, nil
}

// writeInPlace is Write for what lies behind room for one frame's header. The headers go into the buffer, each over what has
// been sent by then, so that nothing is copied. A frame is 64 KiB with its header, because the port takes 32 KiB at once.
func (st *stream) writeInPlace(buffer []byte) error {
	for at := headerSize; at < len(buffer); {
		count, err := st.reserve(min(len(buffer)-at, maxPayload-headerSize))
		if err != nil {
			return err
		}
		putHeader(buffer[at-headerSize:], kindData, st.id, count)
		st.session.writer.writeEncoded(st.session, buffer[at-headerSize:at+count])
		at += count
	}
	return nil
}

func (st *stream) reserve(wanted int) (int, error) {
	st.mu.Lock()
	defer st.mu.Unlock()
	for st.credit == 0 && !st.gone {
		st.changed.Wait()
	}
	if st.gone {
		return 0, errStreamGone
	}
	count := min(wanted, st.credit)
	st.credit -= count
	return count, nil
}

// writeDatagram sends one datagram as one frame, or drops it when the host doesn't keep up, as a network would.
func (st *stream) writeDatagram(data []byte) {
	st.mu.Lock()
	fits := !st.gone && len(data) <= st.credit && len(data) <= maxPayload
	if fits {
		st.credit -= len(data)
	}
	st.mu.Unlock()
	if fits {
		st.session.send(frame{kind: kindData, stream: st.id, payload: data})
	}
}

func (st *stream) opened() { st.session.send(frame{kind: kindOpened, stream: st.id}) }

// end says that no more data follows in this direction.
func (st *stream) end() { st.session.send(frame{kind: kindEnd, stream: st.id}) }

// fail ends the stream in both directions with a reason.
func (st *stream) fail(err error) {
	st.session.forget(st)
	st.abort()
	st.session.send(frame{kind: kindReset, stream: st.id, payload: []byte(err.Error())})
}

// finish ends a stream whose two directions are both done.
func (st *stream) finish() {
	st.session.forget(st)
	st.abort()
}
