package main

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// config is what the host says about this machine; the host writes it again before every start.
type config struct {
	Version  int    `json:"version"`
	Hostname string `json:"hostname"`
	Network  struct {
		Mode    string   `json:"mode"`
		Address string   `json:"address"`
		Gateway string   `json:"gateway"`
		DNS     []string `json:"dns"`
	} `json:"network"`
	// Shares says that the host is about to mount folders, which the engine's start waits for.
	Shares bool `json:"shares"`
	// SwapMiB is how large the swap file on the data disk is to be; 0 is none.
	SwapMiB int64 `json:"swapMiB"`
	Engine  struct {
		Port   int             `json:"port"`
		Daemon json.RawMessage `json:"daemon"`
	} `json:"engine"`
}

const firmwareConfig = "/sys/firmware/qemu_fw_cfg/by_name/opt/io.quayside/"

// hostFiles are the files that came from the host, by name: config.json and the engine's certificate and keys.
type hostFiles map[string][]byte

var hostFileNames = []string{"config.json", "ca.pem", "server-cert.pem", "server-key.pem"}

// readHostFiles takes them from QEMU's firmware configuration or, where there is none, from a disk that is a tar archive.
func readHostFiles() (hostFiles, error) {
	if files := fromFirmware(); len(files) > 0 {
		return files, nil
	}
	disks, _ := filepath.Glob("/sys/block/*/size")
	for _, disk := range disks {
		if files := fromTarDisk("/dev/" + filepath.Base(filepath.Dir(disk))); len(files) > 0 {
			return files, nil
		}
	}
	return nil, errors.New("the host gave no configuration")
}

func fromFirmware() hostFiles {
	files := hostFiles{}
	for _, name := range hostFileNames {
		if data, err := os.ReadFile(firmwareConfig + name + "/raw"); err == nil {
			files[name] = data
		}
	}
	return files
}

func fromTarDisk(device string) hostFiles {
	disk, err := os.Open(device)
	if err != nil {
		return nil
	}
	defer disk.Close()
	magic := make([]byte, 5)
	if _, err := disk.ReadAt(magic, 257); err != nil || string(magic) != "ustar" {
		return nil
	}
	files := hostFiles{}
	for archive := tar.NewReader(disk); ; {
		entry, err := archive.Next()
		if err != nil {
			return files
		}
		var data bytes.Buffer
		if _, err := io.Copy(&data, io.LimitReader(archive, 1<<20)); err == nil {
			files[entry.Name] = data.Bytes()
		}
	}
}

func (files hostFiles) config() (config, error) {
	var c config
	data, ok := files["config.json"]
	if !ok {
		return c, errors.New("config.json is missing")
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return c, fmt.Errorf("config.json: %w", err)
	}
	if c.Version != version {
		return c, fmt.Errorf("the host speaks version %d, this image version %d", c.Version, version)
	}
	return c, nil
}
