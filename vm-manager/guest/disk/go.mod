module io.quayside/disk

go 1.24
