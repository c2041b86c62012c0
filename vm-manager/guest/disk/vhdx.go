package main

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"unicode/utf16"
)

// Where the parts of a VHDX lie in the file (Microsoft's specification [MS-VHDX]); blocks follow from 4 MiB on. Blocks
// that hold only zeros aren't in the file.
const (
	blockSize      = mebibyte
	headersAt      = 64 << 10
	regionsAt      = 192 << 10
	logAt          = 1 * mebibyte
	metadataAt     = 2 * mebibyte
	tableAt        = 3 * mebibyte
	blocksAt       = 4 * mebibyte
	fullyPresent   = 6
	blocksOfBitmap = 4096 // after so many blocks a place for a sector bitmap follows in the table
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func writeVHDX(out io.WriterAt, disk []byte) error {
	if len(disk)%blockSize != 0 || len(disk)/blockSize > blocksOfBitmap {
		return errors.New("the disk is no whole number of MiB, or larger than 4 GiB")
	}
	front := make([]byte, blocksAt)
	copy(front, "vhdxfile")
	for i, unit := range utf16.Encode([]rune("Quayside")) {
		binary.LittleEndian.PutUint16(front[8+2*i:], unit)
	}
	for i := range 2 {
		copy(front[headersAt*(i+1):], header(uint64(i+1), disk))
		copy(front[regionsAt+i*headersAt:], regions())
	}
	copy(front[metadataAt:], metadata(disk))
	end := int64(blocksAt)
	for i := range len(disk) / blockSize {
		block := disk[i*blockSize : (i+1)*blockSize]
		if len(bytes.Trim(block, "\x00")) == 0 {
			continue
		}
		binary.LittleEndian.PutUint64(front[tableAt+8*i:], uint64(end)|fullyPresent)
		if _, err := out.WriteAt(block, end); err != nil {
			return err
		}
		end += blockSize
	}
	_, err := out.WriteAt(front, 0)
	return err
}

func header(sequence uint64, disk []byte) []byte {
	h := make([]byte, 4096)
	copy(h, "head")
	binary.LittleEndian.PutUint64(h[8:], sequence)
	copy(h[16:], identity("file", disk))
	copy(h[32:], identity("data", disk))
	binary.LittleEndian.PutUint16(h[66:], 1)
	binary.LittleEndian.PutUint32(h[68:], mebibyte)
	binary.LittleEndian.PutUint64(h[72:], logAt)
	return summed(h)
}

func regions() []byte {
	r := make([]byte, headersAt)
	copy(r, "regi")
	binary.LittleEndian.PutUint32(r[8:], 2)
	for i, region := range []struct {
		id string
		at uint64
	}{{"2DC27766-F623-4200-9D64-115E9BFD4A08", tableAt}, {"8B7CA206-4790-4B9A-B8FE-575F050F886E", metadataAt}} {
		entry := r[16+32*i:]
		copy(entry, guid(region.id))
		binary.LittleEndian.PutUint64(entry[16:], region.at)
		binary.LittleEndian.PutUint32(entry[24:], mebibyte)
		binary.LittleEndian.PutUint32(entry[28:], 1)
	}
	return summed(r)
}

// metadata is a table, and from 64 KiB on the values that it names.
func metadata(disk []byte) []byte {
	const ofDisk, required, values = 2, 4, 64 << 10
	m := make([]byte, 2*values)
	copy(m, "metadata")
	at := uint32(values)
	items := []struct {
		id    string
		flags uint32
		value []byte
	}{
		{"CAA16737-FA36-4D43-B3B6-33F0AA44E76B", required, binary.LittleEndian.AppendUint64(nil, blockSize)},
		{"2FA54224-CD1B-4876-B211-5DBED83BF4B8", required | ofDisk, binary.LittleEndian.AppendUint64(nil, uint64(len(disk)))},
		{"BECA12AB-B2E6-4523-93EF-C309E000C746", required | ofDisk, identity("virtual disk", disk)},
		{"8141BF1D-A96F-4709-BA47-F233A8FAAB5F", required | ofDisk, binary.LittleEndian.AppendUint32(nil, sector)},
		{"CDA348C7-445D-4471-9CC9-E9885251C556", required | ofDisk, binary.LittleEndian.AppendUint32(nil, sector)},
	}
	binary.LittleEndian.PutUint16(m[10:], uint16(len(items)))
	for i, item := range items {
		entry := m[32+32*i:]
		copy(entry, guid(item.id))
		binary.LittleEndian.PutUint32(entry[16:], at)
		binary.LittleEndian.PutUint32(entry[20:], uint32(len(item.value)))
		binary.LittleEndian.PutUint32(entry[24:], item.flags)
		copy(m[at:], item.value)
		at += uint32(len(item.value))
	}
	return m
}

// summed puts the checksum of a structure into its place, which counts as zero meanwhile.
func summed(structure []byte) []byte {
	binary.LittleEndian.PutUint32(structure[4:], crc32.Checksum(structure, castagnoli))
	return structure
}

// guid is the usual text as bytes: its first three numbers are little endian.
func guid(text string) []byte {
	b, err := hex.DecodeString(strings.ReplaceAll(text, "-", ""))
	if err != nil || len(b) != 16 {
		panic("not a GUID: " + text)
	}
	for _, span := range [][2]int{{0, 4}, {4, 6}, {6, 8}} {
		for i, j := span[0], span[1]-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
	}
	return b
}
