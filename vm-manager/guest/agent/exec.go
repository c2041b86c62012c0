package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

// exec runs a program with the stream as its input and output, or as its terminal. The stream ends with the program.
func (t streamTarget) exec(st *stream) error {
	if len(t.Argv) == 0 {
		return errors.New("no program named")
	}
	if t.Rows > 0 && t.Columns > 0 {
		return t.execOnTerminal(st)
	}
	ends, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	inside := os.NewFile(uintptr(ends[1]), "exec")
	conn, err := fileConn(ends[0])
	if err != nil {
		inside.Close()
		return err
	}
	_, _, err = processes.start(t.Argv, &os.ProcAttr{
		Dir: "/", Files: []*os.File{inside, inside, inside}, Sys: &syscall.SysProcAttr{Setsid: true}})
	inside.Close()
	if err != nil {
		conn.Close()
		return err
	}
	st.opened()
	relay(st, conn)
	return nil
}

func (t streamTarget) execOnTerminal(st *stream) error {
	master, terminal, err := openTerminal(t.Rows, t.Columns)
	if err != nil {
		return err
	}
	_, _, err = processes.start(t.Argv, &os.ProcAttr{
		Dir: "/root", Files: []*os.File{terminal, terminal, terminal}, Sys: &syscall.SysProcAttr{Setsid: true, Setctty: true}})
	terminal.Close()
	if err != nil {
		master.Close()
		return err
	}
	st.opened()
	relay(st, terminalEnd{master})
	return nil
}

func openTerminal(rows, columns uint16) (*os.File, *os.File, error) {
	master, err := os.OpenFile("/dev/pts/ptmx", os.O_RDWR, 0)
	if err != nil {
		return nil, nil, err
	}
	var number, unlock int32
	size := [4]uint16{rows, columns}
	for _, call := range []struct {
		request  uintptr
		argument unsafe.Pointer
	}{
		{syscall.TIOCSPTLCK, unsafe.Pointer(&unlock)},
		{syscall.TIOCGPTN, unsafe.Pointer(&number)},
		{syscall.TIOCSWINSZ, unsafe.Pointer(&size)},
	} {
		if err := ioctl(master, call.request, call.argument); err != nil {
			master.Close()
			return nil, nil, err
		}
	}
	terminal, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		master.Close()
		return nil, nil, err
	}
	return master, terminal, nil
}

// ioctl leaves the file in the poller's care, which Fd() would end.
func ioctl(file *os.File, request uintptr, argument unsafe.Pointer) error {
	raw, err := file.SyscallConn()
	if err != nil {
		return err
	}
	var errno syscall.Errno
	if err := raw.Control(func(fd uintptr) {
		_, _, errno = syscall.Syscall(syscall.SYS_IOCTL, fd, request, uintptr(argument))
	}); err != nil {
		return err
	}
	if errno != 0 {
		return errno
	}
	return nil
}

// terminalEnd has no half-closed state: the end of the host's input hangs the terminal up.
type terminalEnd struct{ *os.File }

func (t terminalEnd) CloseWrite() error { return t.File.Close() }
