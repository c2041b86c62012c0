package main

import (
	"os"
	"strings"
)

// hyperVModules drive what Hyper-V gives a guest beside its disks: network, shutdown and time, memory.
var hyperVModules = []string{"hv_netvsc", "hv_utils", "hv_balloon"}

// onHyperV tells by the firmware's tables. Drivers of its bus would only refuse to load elsewhere, and cost time.
func onHyperV() bool {
	vendor, _ := os.ReadFile("/sys/class/dmi/id/sys_vendor")
	product, _ := os.ReadFile("/sys/class/dmi/id/product_name")
	return isHyperV(string(vendor), string(product))
}

func isHyperV(vendor, product string) bool {
	return strings.TrimSpace(vendor) == "Microsoft Corporation" && strings.TrimSpace(product) == "Virtual Machine"
}
