package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A frame on the control port: two magic bytes, a kind, a zero byte, stream number, payload length (both 32 bits, big
// endian), payload. Stream 0 carries requests, replies and events; the others carry raw bytes.
const (
	frameMagic  = 0x5153 // "QS"
	headerSize  = 12
	maxPayload  = 64 << 10
	helloLength = 16
)

type frameKind byte

const (
	kindHello   frameKind = 1 // 16 random bytes of the host, sent back as they are; starts a new session
	kindRequest frameKind = 2 // JSON {id, name, args}
	kindReply   frameKind = 3 // JSON {id, result} or {id, error}
	kindEvent   frameKind = 4 // JSON {name, data}
	kindOpen    frameKind = 5 // host to guest: JSON target of a new stream
	kindOpened  frameKind = 6
	kindData    frameKind = 7
	kindWindow  frameKind = 8  // 32 bits: so many more bytes may be sent
	kindEnd     frameKind = 9  // no more data in this direction
	kindReset   frameKind = 10 // the stream is gone; payload is the reason
)

type frame struct {
	kind    frameKind
	stream  uint32
	payload []byte
}

var errOutOfStep = errors.New("no frame where one should start")

func encodeFrame(f frame) []byte {
	out := make([]byte, headerSize+len(f.payload))
	putHeader(out, f.kind, f.stream, len(f.payload))
	copy(out[headerSize:], f.payload)
	return out
}

func putHeader(out []byte, kind frameKind, stream uint32, length int) {
	binary.BigEndian.PutUint16(out, frameMagic)
	out[2], out[3] = byte(kind), 0
	binary.BigEndian.PutUint32(out[4:], stream)
	binary.BigEndian.PutUint32(out[8:], uint32(length))
}

func readFrame(in *bufio.Reader) (frame, error) {
	var header [headerSize]byte
	if _, err := io.ReadFull(in, header[:]); err != nil {
		return frame{}, err
	}
	length := binary.BigEndian.Uint32(header[8:])
	if binary.BigEndian.Uint16(header[:]) != frameMagic || header[3] != 0 || length > maxPayload {
		return frame{}, errOutOfStep
	}
	f := frame{kind: frameKind(header[2]), stream: binary.BigEndian.Uint32(header[4:]), payload: make([]byte, length)}
	_, err := io.ReadFull(in, f.payload)
	return f, err
}

// seekHello skips whatever an earlier host left half sent, up to the next hello frame, and returns that frame.
func seekHello(in *bufio.Reader) (frame, error) {
	want := encodeFrame(frame{kind: kindHello, payload: make([]byte, helloLength)})[:headerSize]
	window := make([]byte, 0, headerSize)
	for {
		b, err := in.ReadByte()
		if err != nil {
			return frame{}, err
		}
		if len(window) == headerSize {
			window = append(window[:0], window[1:]...)
		}
		window = append(window, b)
		if string(window) == string(want) {
			payload := make([]byte, helloLength)
			_, err := io.ReadFull(in, payload)
			return frame{kind: kindHello, payload: payload}, err
		}
	}
}

func (k frameKind) String() string { return fmt.Sprintf("kind %d", byte(k)) }
