package main

import (
	"encoding/binary"
	"errors"
	"os"
	"syscall"
	"unsafe"
)

const swapFile = dataDir + "/swap"

// setUpSwap gives the kernel a file of that many bytes on the data disk to put memory into; 0 takes it away.
func setUpSwap(bytes int64) error {
	if bytes == 0 {
		if err := os.Remove(swapFile); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := makeSwapFile(swapFile, bytes); err != nil {
		os.Remove(swapFile)
		return err
	}
	const discard = 0x10000 // what is no longer swapped out goes back to the host
	return swapCall(syscall.SYS_SWAPON, discard)
}

// endSwap lets the file system be unmounted.
func endSwap() {
	if _, err := os.Stat(swapFile); err == nil {
		swapCall(syscall.SYS_SWAPOFF, 0)
	}
}

func swapCall(number, flags uintptr) error {
	path, err := syscall.BytePtrFromString(swapFile)
	if err != nil {
		return err
	}
	if _, _, errno := syscall.Syscall(number, uintptr(unsafe.Pointer(path)), flags, 0); errno != 0 {
		return errno
	}
	return nil
}

// makeSwapFile makes the file unless there is one of that size. It has no holes, which the kernel would refuse.
func makeSwapFile(path string, bytes int64) error {
	if info, err := os.Stat(path); err == nil && info.Size() != bytes {
		os.Remove(path)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := syscall.Fallocate(int(file.Fd()), 0, 0, bytes); err != nil {
		return err
	}
	if _, err := file.WriteAt(swapHeader(os.Getpagesize(), bytes), 0); err != nil {
		return err
	}
	return file.Sync()
}

// swapHeader is the first page: version 1 at 1024, then the number of the last page, and the magic at the page's end.
func swapHeader(page int, bytes int64) []byte {
	header := make([]byte, page)
	binary.NativeEndian.PutUint32(header[1024:], 1)
	binary.NativeEndian.PutUint32(header[1028:], uint32(bytes/int64(page))-1)
	copy(header[page-10:], "SWAPSPACE2")
	return header
}
