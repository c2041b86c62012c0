package main

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"time"
)

const leaseLimit = 30 * time.Second

func setUpNetwork(conf config) error {
	if _, err := run("ip", "link", "set", "lo", "up"); err != nil {
		return err
	}
	if _, err := run("ip", "link", "set", "eth0", "up"); err != nil {
		return err
	}
	os.WriteFile("/proc/sys/net/ipv4/ip_forward", []byte("1"), 0o644)
	// A port may be published at an address that only the host has; the host listens there and comes to the container.
	os.WriteFile("/proc/sys/net/ipv4/ip_nonlocal_bind", []byte("1"), 0o644)
	if conf.Network.Mode == "dhcp" {
		return followLeases(conf.Hostname)
	}
	if _, err := run("ip", "addr", "add", conf.Network.Address, "dev", "eth0"); err != nil {
		return err
	}
	if _, err := run("ip", "route", "add", "default", "via", conf.Network.Gateway); err != nil {
		return err
	}
	var resolv strings.Builder
	for _, server := range conf.Network.DNS {
		resolv.WriteString("nameserver " + server + "\n")
	}
	return os.WriteFile("/run/resolv.conf", []byte(resolv.String()), 0o644)
}

// followLeases waits for the first address; the client goes on, so that the address stays ours.
func followLeases(hostname string) error {
	output, err := logs.writer("network")
	if err != nil {
		return err
	}
	defer output.Close()
	argv := []string{"udhcpc", "-f", "-i", "eth0", "-x", "hostname:" + hostname, "-s", "/usr/lib/quayside/dhcp"}
	_, ended, err := processes.start(argv, &os.ProcAttr{Files: []*os.File{nil, output, output}, Sys: &syscall.SysProcAttr{Setpgid: true}})
	if err != nil {
		return err
	}
	for end := time.Now().Add(leaseLimit); time.Now().Before(end); {
		if _, err := ownAddress(); err == nil {
			return nil
		}
		select {
		case status := <-ended:
			return errors.New("udhcpc: " + describe(status))
		case <-time.After(20 * time.Millisecond):
		}
	}
	return errors.New("nobody handed out an address within 30 seconds")
}
