package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"testing"
	"time"
)

// linked is the guest's link on one end of a pipe and a test host on the other.
func linked(t *testing.T) (*hostLink, net.Conn) {
	t.Helper()
	guest, host := net.Pipe()
	link := &hostLink{}
	go link.serveOn(guest)
	t.Cleanup(func() { guest.Close(); host.Close() })
	host.SetDeadline(time.Now().Add(20 * time.Second))
	return link, host
}

func hello(t *testing.T, host net.Conn, nonce string) {
	t.Helper()
	sent := frame{kind: kindHello, payload: []byte(nonce)}
	host.Write(encodeFrame(sent))
	if got := receive(t, host); got.kind != kindHello || string(got.payload) != nonce {
		t.Fatalf("hello came back as %v %q", got.kind, got.payload)
	}
}

func receive(t *testing.T, host net.Conn) frame {
	t.Helper()
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(host, header); err != nil {
		t.Fatal(err)
	}
	f := frame{kind: frameKind(header[2]), stream: uint32(header[7])}
	f.payload = make([]byte, int(header[8])<<24|int(header[9])<<16|int(header[10])<<8|int(header[11]))
	if _, err := io.ReadFull(host, f.payload); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestHelloAfterHalfAFrameStartsANewSession(t *testing.T) {
	_, host := linked(t)
	hello(t, host, "0123456789abcdef")
	host.Write(encodeFrame(frame{kind: kindData, stream: 9, payload: make([]byte, 100)})[:50])
	host.Write(make([]byte, maxPayload+headerSize))
	hello(t, host, "fedcba9876543210")
}

func TestRequestIsAnswered(t *testing.T) {
	_, host := linked(t)
	hello(t, host, "0123456789abcdef")
	host.Write(encodeFrame(frame{kind: kindRequest, payload: []byte(`{"id":7,"name":"ping"}`)}))
	var got reply
	json.Unmarshal(receive(t, host).payload, &got)
	if got.ID != 7 || got.Error != "" {
		t.Fatalf("got %+v", got)
	}
}

func TestStreamCarriesMoreThanItsWindowBothWays(t *testing.T) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	go func() {
		conn, err := server.Accept()
		if err == nil {
			io.Copy(conn, conn)
			conn.Close()
		}
	}()
	_, host := linked(t)
	hello(t, host, "0123456789abcdef")
	target, _ := json.Marshal(streamTarget{Kind: "tcp", Address: server.Addr().String()})
	host.Write(encodeFrame(frame{kind: kindOpen, stream: 3, payload: target}))
	if got := receive(t, host); got.kind != kindOpened {
		t.Fatalf("got %v %q", got.kind, got.payload)
	}
	data := bytes.Repeat([]byte("quayside"), 3*window/8)
	credits := make(chan int, 1000)
	go sendAll(host, data, credits)
	var echoed []byte
	for len(echoed) < len(data) {
		switch got := receive(t, host); got.kind {
		case kindData:
			echoed = append(echoed, got.payload...)
			credits <- -len(got.payload)
		case kindWindow:
			credits <- int(got.payload[0])<<24 | int(got.payload[1])<<16 | int(got.payload[2])<<8 | int(got.payload[3])
		}
	}
	if !bytes.Equal(echoed, data) {
		t.Fatal("the echo differs")
	}
}

// sendAll sends within the guest's window, and opens ours for what was received (negative numbers).
func sendAll(host net.Conn, data []byte, credits <-chan int) {
	credit := window
	for {
		for len(data) > 0 && credit > 0 {
			count := min(len(data), credit, maxPayload)
			host.Write(encodeFrame(frame{kind: kindData, stream: 3, payload: data[:count]}))
			data, credit = data[count:], credit-count
		}
		change := <-credits
		if change > 0 {
			credit += change
		} else {
			count := uint32(-change)
			host.Write(encodeFrame(frame{kind: kindWindow, stream: 3,
				payload: []byte{byte(count >> 24), byte(count >> 16), byte(count >> 8), byte(count)}}))
		}
	}
}

func TestDatagramsKeepTheirBoundaries(t *testing.T) {
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	go func() {
		buffer := make([]byte, 100)
		for {
			n, from, err := server.ReadFrom(buffer)
			if err != nil {
				return
			}
			server.WriteTo(buffer[:n], from)
		}
	}()
	_, host := linked(t)
	hello(t, host, "0123456789abcdef")
	target, _ := json.Marshal(streamTarget{Kind: "udp", Address: server.LocalAddr().String()})
	host.Write(encodeFrame(frame{kind: kindOpen, stream: 3, payload: target}))
	if got := receive(t, host); got.kind != kindOpened {
		t.Fatalf("got %v %q", got.kind, got.payload)
	}
	for _, text := range []string{"one", "three"} {
		host.Write(encodeFrame(frame{kind: kindData, stream: 3, payload: []byte(text)}))
		if got := receive(t, host); string(got.payload) != text {
			t.Fatalf("got %q", got.payload)
		}
	}
}

func TestUnreachableTargetIsRefusedWithItsReason(t *testing.T) {
	_, host := linked(t)
	hello(t, host, "0123456789abcdef")
	host.Write(encodeFrame(frame{kind: kindOpen, stream: 5, payload: []byte(`{"kind":"tcp","address":"127.0.0.1:1"}`)}))
	if got := receive(t, host); got.kind != kindReset || got.stream != 5 || len(got.payload) == 0 {
		t.Fatalf("got %v %q", got.kind, got.payload)
	}
}
