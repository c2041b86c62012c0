module quayside.io/guest

go 1.24
