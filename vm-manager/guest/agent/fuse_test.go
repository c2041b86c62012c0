package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"syscall"
	"testing"
)

func replyOf(unique uint64, content []byte) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(replyHeader+len(content)))
	out = binary.LittleEndian.AppendUint32(out, 0)
	out = binary.LittleEndian.AppendUint64(out, unique)
	return append(out, content...)
}

func TestRepliesReachTheKernelWholeHoweverTheyAreCut(t *testing.T) {
	var all []byte
	want := [][]byte{replyOf(1, nil), replyOf(2, bytes.Repeat([]byte("abc"), 3000)), replyOf(3, []byte("end"))}
	for _, one := range want {
		all = append(all, one...)
	}
	for _, size := range []int{1, 3, 15, 16, 17, 100, len(all)} {
		var got [][]byte
		r := replies{whole: func(pieces [][]byte) error {
			got = append(got, bytes.Join(pieces, nil))
			return nil
		}}
		for at := 0; at < len(all); at += size {
			if err := r.take(bytes.Clone(all[at:min(at+size, len(all))])); err != nil {
				t.Fatal(err)
			}
		}
		if len(got) != 3 || !bytes.Equal(got[0], want[0]) || !bytes.Equal(got[1], want[1]) || !bytes.Equal(got[2], want[2]) {
			t.Errorf("pieces of %d: %d replies", size, len(got))
		}
	}
}

func TestWhatIsNoReplyIsNotPassedOn(t *testing.T) {
	short, long, notification := replyOf(1, nil), replyOf(1, nil), replyOf(0, make([]byte, 24))
	binary.LittleEndian.PutUint32(short, 15)
	binary.LittleEndian.PutUint32(long, 1<<30)
	for _, hostile := range [][]byte{short, long, notification} {
		r := replies{whole: func([][]byte) error { return errors.New("passed on") }}
		if err := r.take(hostile); err == nil || err.Error() == "passed on" {
			t.Errorf("%x: %v", hostile, err)
		}
	}
}

// shareHost answers the kernel's requests for a share: a folder with one file.
type shareHost struct {
	conn   net.Conn
	in     []byte
	opened chan struct{}

	forgotten chan uint64
}

func (h *shareHost) serve() {
	header := make([]byte, headerSize)
	for {
		if _, err := io.ReadFull(h.conn, header); err != nil {
			return
		}
		f := frame{kind: frameKind(header[2]), stream: binary.BigEndian.Uint32(header[4:])}
		f.payload = make([]byte, binary.BigEndian.Uint32(header[8:]))
		if _, err := io.ReadFull(h.conn, f.payload); err != nil {
			return
		}
		switch f.kind {
		case kindOpened:
			close(h.opened)
		case kindData:
			h.in = append(h.in, f.payload...)
			for len(h.in) >= 40 && len(h.in) >= int(binary.LittleEndian.Uint32(h.in)) {
				length := binary.LittleEndian.Uint32(h.in)
				h.answer(h.in[:length])
				h.in = h.in[length:]
			}
		}
	}
}

func nodeOf(name string) uint64 { return uint64(len(name)) }

func attributesOf(node uint64) []byte {
	mode, size := uint32(syscall.S_IFREG|0o644), uint64(200_000)
	if node == 1 {
		mode, size = syscall.S_IFDIR|0o755, 0
	}
	out := make([]byte, 88)
	binary.LittleEndian.PutUint64(out, node)
	binary.LittleEndian.PutUint64(out[8:], size)
	binary.LittleEndian.PutUint32(out[60:], mode)
	binary.LittleEndian.PutUint32(out[64:], 1)
	return out
}

func (h *shareHost) answer(request []byte) {
	opcode, unique := binary.LittleEndian.Uint32(request[4:]), binary.LittleEndian.Uint64(request[8:])
	var content []byte
	switch opcode {
	case 2: // FORGET
		h.forgotten <- binary.LittleEndian.Uint64(request[16:])
		return
	case 42: // BATCH_FORGET
		h.forgotten <- binary.LittleEndian.Uint64(request[48:])
		return
	case 36: // INTERRUPT
		return
	case 26: // INIT
		content = make([]byte, 64)
		binary.LittleEndian.PutUint32(content, 7)
		binary.LittleEndian.PutUint32(content[4:], 31)
		binary.LittleEndian.PutUint32(content[20:], 1<<20)
	case 3: // GETATTR
		content = append(make([]byte, 16), attributesOf(binary.LittleEndian.Uint64(request[16:]))...)
	case 1: // LOOKUP
		node := nodeOf(string(request[40 : len(request)-1]))
		content = make([]byte, 40)
		binary.LittleEndian.PutUint64(content, node)
		content = append(content, attributesOf(node)...)
	case 14: // OPEN
		content = make([]byte, 16)
	case 15: // READ
		size := binary.LittleEndian.Uint32(request[56:])
		offset := binary.LittleEndian.Uint64(request[48:])
		content = bytes.Repeat([]byte("q"), int(min(uint64(size), 200_000-min(offset, 200_000))))
	}
	out := replyOf(unique, content)
	for len(out) > 0 {
		count := min(len(out), 50_000)
		h.conn.Write(encodeFrame(frame{kind: kindData, stream: 3, payload: out[:count]}))
		out = out[count:]
	}
}

// The kernel of the machine that builds serves as the guest's, where it lets us mount.
func TestKernelReadsAFileOfTheHostAndGetsErrorsWhenTheHostGoes(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root")
	}
	path := t.TempDir()
	if probe, err := mountFuse(path, false, func() {}); err != nil {
		t.Skip(err)
	} else {
		probe.takeAway()
	}
	_, conn := linked(t)
	t.Cleanup(func() {
		if share, err := mountAt(path); err == nil {
			share.takeAway()
		}
	})
	hello(t, conn, "0123456789abcdef")
	h := &shareHost{conn: conn, opened: make(chan struct{}), forgotten: make(chan uint64, 10)}
	go h.serve()
	target, _ := json.Marshal(streamTarget{Kind: "share", Path: path})
	conn.Write(encodeFrame(frame{kind: kindOpen, stream: 3, payload: target}))
	<-h.opened
	asked, _ := json.Marshal(map[string]string{"path": path})
	if _, err := awaitShare(asked); err != nil {
		t.Fatal(err)
	}
	// Not by the runtime, which would watch the file, and so ask about it where it serves it.
	open, err := syscall.Open(path+"/file", syscall.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Close(open)
	content := make([]byte, 300_000)
	if count, err := syscall.Read(open, content); err != nil || !bytes.Equal(content[:count], bytes.Repeat([]byte("q"), 200_000)) {
		t.Fatalf("%v, %d bytes", err, count)
	}
	forget, _ := json.Marshal(map[string]any{"path": path, "attributes": []uint64{nodeOf("file"), 99}, "entries": []any{map[string]any{"parent": 1, "name": "file"}}})
	if _, err := shareForget(forget); err != nil {
		t.Fatal(err)
	}
	if syscall.Access(path+"/unused", 0) != nil {
		t.Error("no other file")
	}
	unused, _ := json.Marshal(map[string]any{"path": path, "unused": true})
	if _, err := shareForget(unused); err != nil {
		t.Fatal(err)
	}
	if forgotten := <-h.forgotten; forgotten != nodeOf("unused") {
		t.Errorf("%d is forgotten", forgotten)
	}
	var device syscall.Stat_t
	syscall.Stat(path, &device)
	if ahead, _ := os.ReadFile(fmt.Sprintf("/sys/class/bdi/0:%d/read_ahead_kb", device.Dev&0xff|device.Dev>>12&0xfff00)); string(ahead) != "1024\n" {
		t.Errorf("%q KiB are read ahead", ahead)
	}
	share, err := mountAt(path)
	if err != nil {
		t.Fatal(err)
	}
	conn.Write(encodeFrame(frame{kind: kindReset, stream: 3}))
	<-share.gone
	var info syscall.Stat_t
	if syscall.Fstat(open, &info) == nil {
		t.Error("the open file still answers")
	}
	if mounted := mountsUnder(path); len(mounted) != 0 {
		t.Error(mounted)
	}
}
