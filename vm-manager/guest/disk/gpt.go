package main

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"unicode/utf16"
)

const (
	sector       = 512
	mebibyte     = 1 << 20
	tableEntries = 128
	entrySize    = 128
	tableSectors = tableEntries * entrySize / sector
)

// Types of partitions, as GPT stores them.
var (
	espType  = guid("C12A7328-F81F-11D2-BA4B-00A0C93EC93B")
	rootType = guid("4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709")
)

// partitioned is a whole disk: a GUID partition table, the EFI system partition, and the root, each starting at a MiB.
func partitioned(esp, root []byte) []byte {
	espStart := mebibyte
	rootStart := espStart + roundUp(len(esp))
	disk := make([]byte, rootStart+roundUp(len(root))+mebibyte)
	copy(disk[espStart:], esp)
	copy(disk[rootStart:], root)
	entries := append(partition(espType, identity("esp", esp), espStart, len(esp), "ESP"),
		partition(rootType, identity("root", root), rootStart, len(root), "qsroot")...)
	entries = append(entries, make([]byte, tableEntries*entrySize-len(entries))...)
	last := uint64(len(disk)/sector - 1)
	id := identity("disk", append(append([]byte{}, esp...), root...))
	copy(disk, protectiveRecord(last))
	copy(disk[sector:], tableHeader(1, last, 2, last, id, entries))
	copy(disk[2*sector:], entries)
	copy(disk[(last-tableSectors)*sector:], entries)
	copy(disk[last*sector:], tableHeader(last, 1, last-tableSectors, last, id, entries))
	return disk
}

func partition(kind, id []byte, start, length int, name string) []byte {
	entry := append(append([]byte{}, kind...), id...)
	entry = binary.LittleEndian.AppendUint64(entry, uint64(start/sector))
	entry = binary.LittleEndian.AppendUint64(entry, uint64((start+roundUp(length))/sector-1))
	entry = binary.LittleEndian.AppendUint64(entry, 0)
	for _, unit := range utf16.Encode([]rune(name)) {
		entry = binary.LittleEndian.AppendUint16(entry, unit)
	}
	return append(entry, make([]byte, entrySize-len(entry))...)
}

func tableHeader(here, other, table, last uint64, id, entries []byte) []byte {
	header := []byte("EFI PART\x00\x00\x01\x00")
	header = binary.LittleEndian.AppendUint32(header, 92)
	header = append(header, make([]byte, 8)...)
	for _, place := range []uint64{here, other, tableSectors + 2, last - tableSectors - 1} {
		header = binary.LittleEndian.AppendUint64(header, place)
	}
	header = append(header, id...)
	header = binary.LittleEndian.AppendUint64(header, table)
	for _, number := range []uint32{tableEntries, entrySize, crc32.ChecksumIEEE(entries)} {
		header = binary.LittleEndian.AppendUint32(header, number)
	}
	binary.LittleEndian.PutUint32(header[16:], crc32.ChecksumIEEE(header))
	return header
}

// protectiveRecord tells programs that know no GPT that the disk is in use.
func protectiveRecord(last uint64) []byte {
	record := make([]byte, sector)
	copy(record[446:], []byte{0, 0, 2, 0, 0xEE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0})
	binary.LittleEndian.PutUint32(record[458:], uint32(last))
	record[510], record[511] = 0x55, 0xAA
	return record
}

func roundUp(bytes int) int { return (bytes + mebibyte - 1) / mebibyte * mebibyte }

// identity is a GUID made from content, so that another content has another one and the same content the same.
func identity(purpose string, content []byte) []byte {
	sum := sha256.New()
	sum.Write([]byte(purpose + "\n"))
	sum.Write(content)
	id := sum.Sum(nil)[:16]
	id[7] = id[7]&0x0F | 0x80 // version 8: made as its maker likes
	id[8] = id[8]&0x3F | 0x80
	return id
}
