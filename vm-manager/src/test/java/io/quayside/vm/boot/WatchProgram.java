package io.quayside.vm.boot;

import io.quayside.testing.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// This computer's Perl with the libraries it needs, in a folder, so that a container without anything can run it. It
/// can make
/// any system call, which busybox can't.
final class WatchProgram {
    /// Prints what inotify tells of the folders that it is given, until there is a file `stop`.
    private static final String WATCH = """
            $|=1; my $fd=syscall(253); my %n; for(@ARGV){ $n{syscall(254,$fd,$_,0x3c2)}=$_ }
            open(F,"<&=",$fd); print "watching\\n";
            while(sysread(F,$b,65536)){ while(length $b){ my($w,$m,$c,$l)=unpack("lLLL",$b); my $f=unpack("Z*",substr($b,16,$l));
            $b=substr($b,16+$l); print join(" ",map{($m&$_->[0])?$_->[1]:()}([2,"MODIFY"],[0x100,"CREATE"],[0x200,"DELETE"])),
            " $n{$w}/$f\\n"; exit if $f eq "stop" } }
            """;

    /// Writes into a file through memory that is shared with it.
    private static final String MAP = """
            open(F,"+<",$ARGV[0]) or die "open: $!"; my $at=syscall(9,0,4096,3,1,fileno(F),0); die "mmap: $!" if $at==-1;
            pipe(R,W); syswrite(W,"mapped"); syscall(0,fileno(R),$at,6)==6 or die "read: $!"; syscall(26,$at,4096,4)==0 or die "msync: $!";
            """;

    /// Holds a file's lock, has another process try for it, and lets go.
    private static final String LOCK = """
            $|=1; sub taken { open($_[0],"+<",$ARGV[0]) or die "open: $!"; flock($_[0],6) } taken(my $mine) or die "lock: $!";
            if(!fork){ print taken(my $it) ? "taken\n" : "refused\n"; exit } wait; flock($mine,8); print taken(my $own) ? "free\n" : "held\n";
            """;

    private WatchProgram() {}

    /// Puts it there; absent Perl skips the test.
    static void into(Path folder) throws IOException {
        Path perl = Command.find("perl").orElse(null);
        org.junit.jupiter.api.Assumptions.assumeTrue(perl != null, "no perl to make system calls with");
        Files.createDirectories(folder);
        copy(perl, folder);
        List<String> lines = Command.of("ldd", perl.toString())
                .run()
                .orFail()
                .output()
                .lines()
                .toList();
        for (String line : lines) {
            for (String word : line.strip().split(" ")) {
                if (word.startsWith("/")) {
                    copy(Path.of(word), folder);
                }
            }
        }
        Files.writeString(folder.resolve("watch.pl"), WATCH);
        Files.writeString(folder.resolve("map.pl"), MAP);
        Files.writeString(folder.resolve("lock.pl"), LOCK);
    }

    private static void copy(Path file, Path folder) throws IOException {
        Path name = file.getFileName();
        if (name != null && Files.isRegularFile(file.toRealPath(), LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(file.toRealPath(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The start of a command line, for a container that has the folder at this path.
    static String run(String folder, String script) {
        return folder + "/ld-linux-x86-64.so.2 --library-path " + folder + " " + folder + "/perl " + folder + "/"
                + script;
    }
}
