package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"unsafe"
)

// A shared folder is mounted by the kernel's FUSE client. Its requests go to the host as they are, and the host's replies
// come back the same way: what is here moves bytes, and knows of them only where one ends.
const (
	largestRequest = 1<<20 + 8<<10  // the host takes a MiB in one write
	largestReply   = 1<<20 + 64<<10 // and gives as much to one read
	replyHeader    = 16
)

// fuseMount is a mounted folder, and the device by which the kernel asks for what is in it.
type fuseMount struct {
	path    string
	flags   uintptr
	device  *os.File
	raw     syscall.RawConn
	replies replies
	started func() // the host has answered for the first time
	start   sync.Once
	broken  atomic.Bool
	end     sync.Once
	gone    chan struct{}
}

func mountFuse(path string, readOnly bool, started func()) (*fuseMount, error) {
	modprobe([]string{"fuse"})
	fd, err := syscall.Open("/dev/fuse", syscall.O_RDWR|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	flags := uintptr(syscall.MS_NODEV | syscall.MS_NOSUID | syscall.MS_NOATIME)
	if readOnly {
		flags |= syscall.MS_RDONLY
	}
	data := fmt.Sprintf("fd=%d,rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions", fd)
	if err := syscall.Mount("quayside", path, "fuse.quayside", flags, data); err != nil {
		syscall.Close(fd)
		return nil, fmt.Errorf("mount %s: %w", path, err)
	}
	// Only now: a device without a mount can't be watched.
	m := &fuseMount{path: path, flags: flags, device: os.NewFile(uintptr(fd), path), started: started, gone: make(chan struct{})}
	m.replies.whole = m.write
	if m.raw, err = m.device.SyscallConn(); err == nil && mayWait(m.raw) {
		err = errors.New("the device of " + path + " can't be watched")
	}
	if err != nil {
		m.takeAway()
		return nil, err
	}
	return m, nil
}

// relay works until the kernel has let go of the folder, or the host of the stream.
func (m *fuseMount) relay(st *stream) error {
	took := func(payload []byte) int {
		if err := m.replies.take(payload); err != nil && !m.broken.Swap(true) {
			go st.fail(fmt.Errorf("%s: %w", m.path, err))
		}
		return len(payload)
	}
	st.deliver(took)
	go func() {
		for {
			payload, err := st.next()
			if err != nil {
				m.takeAway()
				return
			}
			took(payload)
		}
	}()
	defer func() {
		st.end()
		st.finish()
		m.close()
	}()
	buffer := make([]byte, headerSize+largestRequest)
	for {
		count, err := readQuick(m.raw, buffer[headerSize:])
		switch {
		case err == syscall.ENOENT: // the request was taken back
		case err != nil:
			return nil
		case count < 4 || binary.LittleEndian.Uint32(buffer[headerSize:]) != uint32(count):
			return errors.New("the kernel's request isn't whole")
		default:
			if err := st.writeInPlace(buffer[:headerSize+count]); err != nil {
				return nil
			}
		}
	}
}

// write gives the kernel one reply. It is quick, because only notifications wait for locks.
func (m *fuseMount) write(pieces [][]byte) error {
	errno := syscall.Errno(0)
	err := m.raw.Control(func(fd uintptr) { errno = writeWhole(fd, pieces) })
	m.start.Do(m.started)
	switch {
	case err != nil:
		return err
	case errno == syscall.EINVAL: // who asked gets an error
		kernelLog(m.path + ": the kernel refused a reply")
	case errno != 0 && errno != syscall.ENOENT: // ENOENT: the request was taken back
		return errno
	}
	return nil
}

func writeWhole(fd uintptr, pieces [][]byte) syscall.Errno {
	if len(pieces) == 1 {
		_, errno := quick(syscall.SYS_WRITE, fd, pieces[0])
		return errno
	}
	parts := make([]syscall.Iovec, len(pieces))
	for i, piece := range pieces {
		parts[i].Base = unsafe.SliceData(piece)
		parts[i].SetLen(len(piece))
	}
	_, _, errno := syscall.RawSyscall(syscall.SYS_WRITEV, fd, uintptr(unsafe.Pointer(unsafe.SliceData(parts))), uintptr(len(parts)))
	return errno
}

// takeAway has all who use the folder get errors, not a hang.
func (m *fuseMount) takeAway() {
	m.end.Do(func() {
		syscall.Unmount(m.path, syscall.MNT_FORCE|syscall.MNT_DETACH)
		m.device.Close()
		close(m.gone)
	})
}

// close is for a folder that the kernel has let go of.
func (m *fuseMount) close() {
	m.end.Do(func() {
		m.device.Close()
		close(m.gone)
	})
}

// Kinds of notification.
const (
	forgetNode = 2
	forgetName = 3
)

// forgetAttributes has the kernel ask again for what is known of a file.
func (m *fuseMount) forgetAttributes(node uint64) { m.notifyNode(node, -1) }

// forgetContent is that, and what was read of it.
func (m *fuseMount) forgetContent(node uint64) { m.notifyNode(node, 0) }

func (m *fuseMount) notifyNode(node uint64, offset int64) {
	if node == 0 {
		return
	}
	message := binary.LittleEndian.AppendUint64(nil, node)
	message = binary.LittleEndian.AppendUint64(message, uint64(offset))
	m.notify(forgetNode, binary.LittleEndian.AppendUint64(message, 0))
}

// forgetName has the kernel ask again what has the name in a folder, if anything.
func (m *fuseMount) forgetName(parent uint64, name string) {
	if parent == 0 {
		return
	}
	message := binary.LittleEndian.AppendUint64(nil, parent)
	message = binary.LittleEndian.AppendUint32(message, uint32(len(name)))
	message = binary.LittleEndian.AppendUint32(message, 0)
	m.notify(forgetName, append(append(message, name...), 0))
}

// forgetUnused has the kernel drop the names that nobody uses, and with them the files: it does so when options change.
func (m *fuseMount) forgetUnused() error {
	return syscall.Mount("", m.path, "", syscall.MS_REMOUNT|m.flags, "")
}

// notify may wait for locks that a request under way holds, so nothing that answers requests may wait for it. What the
// kernel doesn't know it needn't forget.
func (m *fuseMount) notify(kind uint32, message []byte) {
	whole := binary.LittleEndian.AppendUint32(nil, uint32(replyHeader+len(message)))
	whole = binary.LittleEndian.AppendUint32(whole, kind)
	whole = binary.LittleEndian.AppendUint64(whole, 0)
	whole = append(whole, message...)
	m.raw.Control(func(fd uintptr) { syscall.Write(int(fd), whole) })
}

// replies puts together what comes in frames of any size, because the kernel takes a reply only as a whole.
type replies struct {
	whole   func(pieces [][]byte) error
	start   []byte // of a reply, less than its header
	pieces  [][]byte
	missing int
}

func (r *replies) take(data []byte) error {
	for len(data) > 0 {
		if r.missing == 0 {
			if len(r.start) > 0 {
				data = append(r.start, data...)
				r.start = nil
			}
			if len(data) < replyHeader {
				r.start = bytes.Clone(data)
				return nil
			}
			length := binary.LittleEndian.Uint32(data)
			if length < replyHeader || length > largestReply || binary.LittleEndian.Uint64(data[8:]) == 0 {
				return errors.New("that is no reply")
			}
			r.missing = int(length)
		}
		count := min(len(data), r.missing)
		r.pieces = append(r.pieces, data[:count])
		r.missing -= count
		data = data[count:]
		if len(r.pieces) > 100 {
			r.pieces = [][]byte{bytes.Join(r.pieces, nil)}
		}
		if r.missing == 0 {
			err := r.whole(r.pieces)
			clear(r.pieces)
			r.pieces = r.pieces[:0]
			if err != nil {
				return err
			}
		}
	}
	return nil
}
