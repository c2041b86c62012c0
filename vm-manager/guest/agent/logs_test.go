package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"testing"
)

// followed opens a stream to a log and returns the host's end of it.
func followed(t *testing.T, name string, count int) net.Conn {
	t.Helper()
	_, host := linked(t)
	hello(t, host, "0123456789abcdef")
	target, _ := json.Marshal(streamTarget{Kind: "log", Name: name, Bytes: count})
	host.Write(encodeFrame(frame{kind: kindOpen, stream: 3, payload: target}))
	return host
}

// withLogs has other logs for a test.
func withLogs(t *testing.T, store *logStore) {
	before := logs
	logs = store
	t.Cleanup(func() { logs = before })
}

func expect(t *testing.T, host net.Conn, kind frameKind, payload string) {
	t.Helper()
	if got := receive(t, host); got.kind != kind || string(got.payload) != payload {
		t.Fatalf("got %v %.100q instead of %v %.100q", got.kind, got.payload, kind, payload)
	}
}

func TestFollowedLogTellsItsEndAndThenWhatComes(t *testing.T) {
	store := newLogStore("engine")
	withLogs(t, store)
	store.append("engine", []byte("one\ntwo\nthree\n"))
	host := followed(t, "engine", 8)
	expect(t, host, kindOpened, "")
	expect(t, host, kindData, "three\n")
	store.append("engine", []byte("four\n"))
	expect(t, host, kindData, "four\n")
	host.Write(encodeFrame(frame{kind: kindEnd, stream: 3}))
	expect(t, host, kindEnd, "")
}

func TestLogIsFollowedBeforeItsProgramStarts(t *testing.T) {
	store := newLogStore("engine")
	withLogs(t, store)
	host := followed(t, "engine", 100)
	expect(t, host, kindOpened, "")
	store.append("engine", []byte("one\n"))
	expect(t, host, kindData, "one\n")
}

func TestLogThatIsUnknownIsRefused(t *testing.T) {
	host := followed(t, "kernel", 100)
	if got := receive(t, host); got.kind != kindReset || len(got.payload) == 0 {
		t.Fatalf("got %v %q", got.kind, got.payload)
	}
}

// A host that doesn't read holds nobody up; what it has missed then is whole lines.
func TestSlowFollowerMissesWholeLines(t *testing.T) {
	store := newLogStore("engine")
	withLogs(t, store)
	host := followed(t, "engine", 0)
	expect(t, host, kindOpened, "")
	line := append(append([]byte("<"), bytes.Repeat([]byte("x"), 98)...), '\n')
	for i := 0; i < 6*logLimit/len(line); i++ {
		store.append("engine", line)
	}
	host.Write(encodeFrame(frame{kind: kindEnd, stream: 3}))
	var text []byte
	for got := receive(t, host); got.kind == kindData; got = receive(t, host) {
		text = append(text, got.payload...)
		count := uint32(len(got.payload))
		host.Write(encodeFrame(frame{kind: kindWindow, stream: 3,
			payload: []byte{byte(count >> 24), byte(count >> 16), byte(count >> 8), byte(count)}}))
	}
	if len(text) >= 5*logLimit || len(text) < logLimit {
		t.Errorf("%d bytes came", len(text))
	}
	for _, got := range bytes.SplitAfter(text, []byte("\n")) {
		if len(got) > 1 && got[0] != '<' || bytes.Count(got, []byte("<")) > 1 {
			t.Fatalf("%q", got)
		}
	}
}

func TestStreamThatTheHostClosedIsForgotten(t *testing.T) {
	store := newLogStore("engine")
	withLogs(t, store)
	guest, host := io.Pipe()
	defer guest.Close()
	owner := newSession(newFrameWriter(host))
	go io.Copy(io.Discard, guest)
	st := newStream(owner, 3)
	ended := make(chan error)
	go func() { ended <- store.follow("engine", 10, st) }()
	st.abort()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
