package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	keyDir        = "/run/quayside"
	dockerSocket  = "/run/docker.sock"
	containerdTOM = "/run/containerd.toml"
)

// engine keeps containerd and dockerd running: started together, stopped together, started again when one of them ends.
type engine struct {
	mu       sync.Mutex
	listen   string
	stopping bool
	state    string
	pids     []int
	again    chan struct{}
}

var theEngine = engine{state: "absent", again: make(chan struct{}, 1)}

func (e *engine) prepare(files hostFiles, conf config) error {
	if err := os.MkdirAll(keyDir, 0o700); err != nil {
		return err
	}
	for _, name := range []string{"ca.pem", "server-cert.pem", "server-key.pem"} {
		if len(files[name]) == 0 {
			return errors.New(name + " is missing")
		}
		if err := os.WriteFile(keyDir+"/"+name, files[name], 0o600); err != nil {
			return err
		}
	}
	daemon := conf.Engine.Daemon
	if len(daemon) == 0 {
		daemon = []byte("{}")
	}
	os.MkdirAll("/run/docker-etc", 0o755)
	if err := os.WriteFile("/run/docker-etc/daemon.json", daemon, 0o644); err != nil {
		return err
	}
	address, err := ownAddress()
	if err != nil {
		return err
	}
	e.listen = net.JoinHostPort(address, strconv.Itoa(conf.Engine.Port))
	return os.WriteFile(containerdTOM, []byte(containerdConfig), 0o644)
}

// ownAddress is the address that the host reaches; listening there only keeps the API off the container networks.
func ownAddress() (string, error) {
	eth, err := net.InterfaceByName("eth0")
	if err != nil {
		return "", err
	}
	addresses, err := eth.Addrs()
	if err != nil {
		return "", err
	}
	for _, a := range addresses {
		if ip, ok := a.(*net.IPNet); ok && ip.IP.To4() != nil {
			return ip.IP.String(), nil
		}
	}
	return "", errors.New("eth0 has no address")
}

const containerdConfig = `version = 2
root = "/var/lib/containerd"
state = "/run/containerd"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.blockfile",
  "io.containerd.internal.v1.opt", "io.containerd.tracing.processor.v1.otlp", "io.containerd.internal.v1.tracing"]
[grpc]
  address = "/run/containerd/containerd.sock"
`

// supervise returns only when the machine stops. A pair of processes that ends early is started again, later each time.
func (e *engine) supervise(host *hostLink) {
	for pause := time.Second; ; {
		began := time.Now()
		err := e.runOnce(host)
		e.mu.Lock()
		e.pids = nil
		stopping := e.stopping
		e.state = "stopped"
		e.mu.Unlock()
		if stopping {
			return
		}
		host.event("engine", map[string]any{"state": "stopped", "error": err.Error()})
		kernelLog("engine: " + err.Error())
		if time.Since(began) > time.Minute {
			pause = time.Second
		}
		select {
		case <-e.again:
			pause = time.Second
		case <-time.After(pause):
			pause = min(2*pause, 30*time.Second)
		}
	}
}

func (e *engine) runOnce(host *hostLink) error {
	containerd, containerdEnded, err := e.launch("containerd", "containerd", "--config", containerdTOM)
	if err != nil {
		return err
	}
	os.Remove("/run/dockerd.pid") // of one that was killed; its number may belong to another process by now
	dockerd, dockerdEnded, err := e.launch("engine", "dockerd", "--containerd=/run/containerd/containerd.sock",
		"--config-file=/run/docker-etc/daemon.json", "--pidfile=/run/dockerd.pid",
		"-H", "unix://"+dockerSocket, "-H", "tcp://"+e.listen, "--tlsverify",
		"--tlscacert="+keyDir+"/ca.pem", "--tlscert="+keyDir+"/server-cert.pem", "--tlskey="+keyDir+"/server-key.pem")
	if err != nil {
		syscall.Kill(containerd, syscall.SIGTERM)
		<-containerdEnded
		return err
	}
	e.mu.Lock()
	e.pids, e.state = []int{dockerd, containerd}, "starting"
	e.mu.Unlock()
	steps.reached("engine-start")
	go e.announceReady(host, dockerd)
	select {
	case status := <-dockerdEnded:
		endWithin(containerd, containerdEnded, 10*time.Second)
		return fmt.Errorf("dockerd: %s", describe(status))
	case status := <-containerdEnded:
		endWithin(dockerd, dockerdEnded, 15*time.Second)
		return fmt.Errorf("containerd: %s", describe(status))
	}
}

func (e *engine) launch(log string, argv ...string) (int, <-chan syscall.WaitStatus, error) {
	output, err := logs.writer(log)
	if err != nil {
		return 0, nil, err
	}
	defer output.Close()
	return processes.start(argv, &os.ProcAttr{Files: []*os.File{nil, output, output}, Sys: &syscall.SysProcAttr{Setpgid: true}})
}

// endWithin asks, waits and then kills.
func endWithin(pid int, ended <-chan syscall.WaitStatus, limit time.Duration) {
	syscall.Kill(pid, syscall.SIGTERM)
	select {
	case <-ended:
	case <-time.After(limit):
		syscall.Kill(pid, syscall.SIGKILL)
		<-ended
	}
}

// announceReady asks dockerd once, patiently: it listens early and answers late.
func (e *engine) announceReady(host *hostLink, dockerd int) {
	for e.running(dockerd) {
		if answersPing() {
			e.mu.Lock()
			e.state = "running"
			e.mu.Unlock()
			steps.reached("engine-ready")
			host.event("engine", map[string]any{"state": "running"})
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func (e *engine) running(pid int) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.pids) > 0 && e.pids[0] == pid
}

func answersPing() bool {
	conn, err := net.Dial("unix", dockerSocket)
	if err != nil {
		return false
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(time.Minute))
	io.WriteString(conn, "GET /_ping HTTP/1.0\r\n\r\n")
	answer := make([]byte, 16)
	n, _ := io.ReadFull(conn, answer)
	return strings.Contains(string(answer[:n]), " 200")
}

// restart ends the engine; the supervisor starts it again.
func (e *engine) restart() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	select {
	case e.again <- struct{}{}: // no pause before the next start
	default:
	}
	if len(e.pids) == 0 {
		return nil
	}
	return syscall.Kill(e.pids[0], syscall.SIGTERM)
}

// stop ends the engine for good: dockerd stops its containers first.
func (e *engine) stop(limit time.Duration) {
	e.mu.Lock()
	e.stopping = true
	pids := e.pids
	e.mu.Unlock()
	if len(pids) == 0 {
		return
	}
	syscall.Kill(pids[0], syscall.SIGTERM)
	for end := time.Now().Add(limit); time.Now().Before(end) && e.running(pids[0]); {
		time.Sleep(20 * time.Millisecond)
	}
}

func (e *engine) stateNow() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.state
}
