package main

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

// earlyModules are needed before the control port and the data disk work; the rest loads while the engine starts.
var earlyModules = []string{"virtio_console", "qemu_fw_cfg", "virtio_net", "ext4", "overlay", "virtio_rng", "af_packet"}

var lateModules = []string{"virtio_balloon", "bridge", "br_netfilter", "veth", "nf_tables", "nft_compat",
	"nft_chain_nat", "nf_nat", "nf_conntrack", "xt_conntrack", "xt_addrtype", "xt_MASQUERADE", "xt_nat", "xt_tcpudp"}

// runAsInit is process 1 on the root disk: it brings the machine up and then serves the host until power off.
func runAsInit() {
	// What is done here is to pass on bytes. A second thread that looks for work each time takes more than it could do.
	runtime.GOMAXPROCS(1)
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGCHLD)
	go func() {
		for range ended {
			processes.reap()
		}
	}()
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, powerOffSignal)
	go func() {
		<-asked
		powerOff()
	}()
	baseMounts()
	steps.reached("init")
	modprobe(earlyModules)
	if onHyperV() {
		modprobe(hyperVModules)
	}
	host := newHostLink()
	go host.serve()
	steps.reached("modules")
	bringUp(host)
	select {}
}

// bringUp runs the steps of the start. A step that fails ends the start but not the machine: the host reads the reason
// and the logs over the control port.
func bringUp(host *hostLink) {
	files, err := readHostFiles()
	if err != nil {
		steps.failed("config", err)
		return
	}
	conf, err := files.config()
	if err != nil {
		steps.failed("config", err)
		return
	}
	syscall.Sethostname([]byte(conf.Hostname))
	if err := setUpNetwork(conf); err != nil {
		steps.failed("network", err)
		return
	}
	steps.reached("network")
	if err := mountData(); err != nil {
		steps.failed("data-disk", err)
		return
	}
	steps.reached("data-disk")
	if err := setUpSwap(conf.SwapMiB << 20); err != nil {
		kernelLog("swap: " + err.Error()) // the machine works without it
	}
	go modprobe(lateModules)
	go awaitPowerButton()
	if err := theEngine.prepare(files, conf); err != nil {
		steps.failed("engine-start", err)
		return
	}
	awaitShares(conf, 30*time.Second)
	theEngine.supervise(host)
}

func baseMounts() {
	os.Setenv("PATH", "/usr/sbin:/usr/bin")
	mountAll([]mountPoint{
		{"run", "/run", "tmpfs", syscall.MS_NODEV | syscall.MS_NOSUID, "mode=755,size=128m"},
		{"tmp", "/tmp", "tmpfs", syscall.MS_NODEV | syscall.MS_NOSUID, "mode=1777"},
		{"pts", "/dev/pts", "devpts", 0, "gid=5,mode=620,ptmxmode=666"},
		{"shm", "/dev/shm", "tmpfs", syscall.MS_NODEV | syscall.MS_NOSUID, "mode=1777"},
		{"cgroup", "/sys/fs/cgroup", "cgroup2", 0, "nsdelegate,memory_recursiveprot"},
	})
	// Process 1 leaves the root group, so that the engine may hand controllers down.
	os.MkdirAll("/sys/fs/cgroup/init", 0o755)
	os.WriteFile("/sys/fs/cgroup/init/cgroup.procs", []byte("1"), 0o644)
	os.WriteFile("/sys/fs/cgroup/cgroup.subtree_control", []byte("+cpu +cpuset +io +memory +pids"), 0o644)
	syscall.Mount("", "/", "", syscall.MS_SHARED|syscall.MS_REC, "")
}
