// Makes the disk that UEFI firmware boots: the kernel as one UEFI program, and a VHDX with that and the root file system.
//
//	disk uki OUT STUB OSREL CMDLINE LINUX INITRD
//	disk vhdx OUT ESP ROOT
//
// The same input gives the same bytes: identifiers are made from the content, and there are no times in the files.
package main

import (
	"fmt"
	"os"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 8 && os.Args[1] == "uki":
		err = writeUKI(os.Args[2], os.Args[3], os.Args[4:8])
	case len(os.Args) == 5 && os.Args[1] == "vhdx":
		err = writeDisk(os.Args[2], os.Args[3], os.Args[4])
	default:
		err = fmt.Errorf("arguments: %q", os.Args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "disk:", err)
		os.Exit(1)
	}
}

func writeDisk(out, espFile, rootFile string) error {
	esp, err := os.ReadFile(espFile)
	if err != nil {
		return err
	}
	root, err := os.ReadFile(rootFile)
	if err != nil {
		return err
	}
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	defer file.Close()
	return writeVHDX(file, partitioned(esp, root))
}
