package main

import (
	"syscall"
	"unsafe"
)

// Calls that never wait, on files that the runtime watches, without telling the scheduler of them. Told, it wakes the
// runtime's monitor, which then looks every 20 microseconds whether the call has come back: more than a hundred times for each file
// that is made in a shared folder.

// readQuick waits until there is something, and is 0 at the end.
func readQuick(raw syscall.RawConn, buffer []byte) (int, error) {
	count, errno := 0, syscall.Errno(0)
	err := raw.Read(func(fd uintptr) bool {
		count, errno = quick(syscall.SYS_READ, fd, buffer)
		return errno != syscall.EAGAIN
	})
	return finished(count, errno, err)
}

// writeQuick waits until all is written.
func writeQuick(raw syscall.RawConn, data []byte) (int, error) {
	written := 0
	for written < len(data) {
		count, errno := 0, syscall.Errno(0)
		err := raw.Write(func(fd uintptr) bool {
			count, errno = quick(syscall.SYS_WRITE, fd, data[written:])
			return errno != syscall.EAGAIN
		})
		count, err = finished(count, errno, err)
		if err != nil {
			return written, err
		}
		written += count
	}
	return written, nil
}

// writeNow writes what fits without waiting; an error is left to the next ordinary write.
func writeNow(raw syscall.RawConn, data []byte) int {
	written := 0
	raw.Write(func(fd uintptr) bool {
		if count, errno := quick(syscall.SYS_WRITE, fd, data); errno == 0 {
			written = count
		}
		return true
	})
	return written
}

func quick(call, fd uintptr, data []byte) (int, syscall.Errno) {
	for {
		count, _, errno := syscall.RawSyscall(call, fd, uintptr(unsafe.Pointer(unsafe.SliceData(data))), uintptr(len(data)))
		if errno == 0 {
			return int(count), 0
		}
		if errno != syscall.EINTR {
			return 0, errno
		}
	}
}

func finished(count int, errno syscall.Errno, err error) (int, error) {
	if err == nil && errno != 0 {
		err = errno
	}
	return count, err
}
