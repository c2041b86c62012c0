package main

import (
	"os"
	"strings"
)

func setUpNetwork(conf config) error {
	if _, err := run("ip", "link", "set", "lo", "up"); err != nil {
		return err
	}
	if _, err := run("ip", "link", "set", "eth0", "up"); err != nil {
		return err
	}
	os.WriteFile("/proc/sys/net/ipv4/ip_forward", []byte("1"), 0o644)
	if conf.Network.Mode == "dhcp" {
		_, err := run("udhcpc", "-i", "eth0", "-n", "-q", "-t", "10", "-s", "/usr/lib/quayside/dhcp")
		return err
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
