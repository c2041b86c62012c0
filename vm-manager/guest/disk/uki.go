package main

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
	"errors"
	"os"
)

const (
	codeSection = 0x60000020 // code, executable, readable
	dataSection = 0x40000040 // initialised data, readable
)

// writeUKI appends release, command line, kernel and initial RAM disk to systemd's boot stub, each as a section: the
// firmware starts the stub, and the stub the kernel.
func writeUKI(out, stubFile string, parts []string) error {
	image, err := os.ReadFile(stubFile)
	if err != nil {
		return err
	}
	for i, name := range []string{".osrel", ".cmdline", ".linux", ".initrd"} {
		content, err := os.ReadFile(parts[i])
		if err != nil {
			return err
		}
		kind := uint32(dataSection)
		if name == ".linux" {
			kind = codeSection
		}
		if image, err = withSection(image, name, content, kind); err != nil {
			return err
		}
	}
	return os.WriteFile(out, image, 0o644)
}

// Places in a PE32+ file, from the start of the optional header.
const (
	atSectionAlignment = 32
	atFileAlignment    = 36
	atSizeOfImage      = 56
	atSizeOfHeaders    = 60
	atCheckSum         = 64
	sectionHeaderSize  = 40
)

func withSection(image []byte, name string, content []byte, kind uint32) ([]byte, error) {
	parsed, err := pe.NewFile(bytes.NewReader(image))
	if err != nil {
		return nil, err
	}
	little := binary.LittleEndian
	fileHeader := int(little.Uint32(image[0x3c:])) + 4
	optional := fileHeader + binary.Size(pe.FileHeader{})
	if little.Uint16(image[optional:]) != 0x20b {
		return nil, errors.New("the boot stub is no 64-bit program")
	}
	sectionAlign, fileAlign := little.Uint32(image[optional+atSectionAlignment:]), little.Uint32(image[optional+atFileAlignment:])
	var last uint32
	for _, section := range parsed.Sections {
		last = max(last, section.VirtualAddress+max(section.VirtualSize, section.Size))
	}
	entry := optional + int(parsed.SizeOfOptionalHeader) + len(parsed.Sections)*sectionHeaderSize
	if entry+sectionHeaderSize > int(little.Uint32(image[optional+atSizeOfHeaders:])) {
		return nil, errors.New("the boot stub has no room for another section")
	}
	grown := padded(image, fileAlign)
	address, offset := aligned(last, sectionAlign), uint32(len(grown))
	grown = padded(append(grown, content...), fileAlign)

	header := pe.SectionHeader32{VirtualSize: uint32(len(content)), VirtualAddress: address,
		SizeOfRawData: uint32(len(grown)) - offset, PointerToRawData: offset, Characteristics: kind}
	copy(header.Name[:], name)
	if _, err := binary.Encode(grown[entry:], little, header); err != nil {
		return nil, err
	}
	little.PutUint16(grown[fileHeader+2:], uint16(len(parsed.Sections)+1))
	little.PutUint32(grown[optional+atSizeOfImage:], aligned(address+uint32(len(content)), sectionAlign))
	little.PutUint32(grown[optional+atCheckSum:], 0) // firmware doesn't look at it
	return grown, nil
}

func aligned(value, to uint32) uint32 { return (value + to - 1) / to * to }

func padded(data []byte, to uint32) []byte {
	return append(bytes.Clone(data), make([]byte, int(aligned(uint32(len(data)), to))-len(data))...)
}
