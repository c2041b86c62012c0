package io.quayside.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines as people copy them.
class RunLineTest {

    private static ParsedRun parse(String line) throws RunLineException {
        return RunLine.parse(line, FakeSurroundings.EMPTY);
    }

    private static RunLineException refused(String line) {
        return assertThrows(RunLineException.class, () -> parse(line));
    }

    @Test
    void optionsComeInAllTheirSpellings() throws Exception {
        RunSpec spec = parse(
                        "docker run -itd --name web -p8080:80 -p=9000:90 --publish 1:1 --publish=2:2 --init=false img")
                .spec();

        assertEquals(
                List.of(
                        RunOption.on(RunFlag.INTERACTIVE),
                        RunOption.on(RunFlag.TTY),
                        RunOption.on(RunFlag.DETACH),
                        new RunOption(RunFlag.NAME, "web"),
                        new RunOption(RunFlag.PUBLISH, "8080:80"),
                        new RunOption(RunFlag.PUBLISH, "9000:90"),
                        new RunOption(RunFlag.PUBLISH, "1:1"),
                        new RunOption(RunFlag.PUBLISH, "2:2"),
                        new RunOption(RunFlag.INIT, "false")),
                spec.options());
        assertEquals("img", spec.image());
    }

    @Test
    void whatFollowsTheImageBelongsToTheCommand() throws Exception {
        assertEquals(
                List.of("sh", "-c", "echo -p --name; ls", "-d"),
                parse("docker run alpine sh -c 'echo -p --name; ls' -d").spec().command());
        assertEquals("-odd", parse("docker run -- -odd").spec().image());
    }

    @Test
    void copiedLinesAreUnderstood() throws Exception {
        RunSpec spec = parse("# start the database\n"
                        + "$ sudo docker container run -d \\\n"
                        + "    --name \"my db\" \\\n"
                        + "    -e PASSWORD='a b\"$c' -e TWO=\"x \\\"y\\\" \\$z\" \\\n"
                        + "    -v ~/data:/data \\\n"
                        + " postgres:17 \\\r\n -c 'a'\"b\"\\ c  # the end\n\n# more\n")
                .spec();

        assertEquals("my db", spec.value(RunFlag.NAME).orElseThrow());
        assertEquals(List.of("PASSWORD=a b\"$c", "TWO=x \"y\" $z"), spec.values(RunFlag.ENV));
        assertEquals(List.of("/home/user/data:/data"), spec.values(RunFlag.VOLUME));
        assertEquals("postgres:17", spec.image());
        assertEquals(List.of("-c", "ab c"), spec.command());
    }

    @Test
    void whatAShellWouldReplaceStaysAndIsTold() throws Exception {
        ParsedRun parsed = parse(
                "docker run -v $(pwd):/a -v \"${PWD}/b\":/b -e A=$HOME/x -e B='$no' -e C=\\$no -e D=5$ -e E=`id -u` i $1");

        assertEquals(List.of("$(pwd)", "${PWD}", "$HOME", "`id -u`", "$1"), parsed.unknown());
        assertEquals(List.of("$(pwd):/a", "${PWD}/b:/b"), parsed.spec().values(RunFlag.VOLUME));
        assertEquals(
                List.of("A=$HOME/x", "B=$no", "C=$no", "D=5$", "E=`id -u`"),
                parsed.spec().values(RunFlag.ENV));
        assertEquals(List.of("$1"), parsed.spec().command());
    }

    @Test
    void aWordThatIsNotUnderstoodIsNamedWithItsPlace() {
        RunLineException unknown = refused("docker run -d --publsh 80:80 img");
        assertEquals("--publsh", unknown.word());
        assertEquals(14, unknown.position());
        assertEquals("“--publsh” is no option of docker run.", unknown.getMessage());

        assertEquals("-Z", refused("docker run -Z img").word());
        assertEquals("--name", refused("docker run --name").word());
        assertEquals("--init=maybe", refused("docker run --init=maybe img").word());
        assertEquals("ps", refused("docker ps").word());
        assertEquals("--context", refused("docker --context x run img").word());
        assertEquals("ls", refused("ls -l").word());
        assertEquals("'open", refused("docker run -e 'open").word());
        assertEquals("|", refused("docker run img | less").word());
        assertEquals("docker run b", refused("docker run a\ndocker run b").word());
        assertEquals("The line names no image.", refused("docker run -d").getMessage());
        assertEquals("The line is empty.", refused("  ").getMessage());
    }

    @Test
    void linesAreWrittenSafely() throws Exception {
        RunSpec spec = RunSpec.detached("img:1")
                .with(RunFlag.NAME, "web")
                .with(RunFlag.ENV, List.of("A=it's $HOME; `x`\n\"", "B="))
                .with(RunFlag.INIT, List.of("false"))
                .withCommand(List.of("sh", "-c", "a && b", ""));

        String line = RunLine.render(spec);

        assertEquals("""
                docker run -d \\
                  --name web \\
                  -e 'A=it'\\''s $HOME; `x`
                "' \\
                  -e B= \\
                  --init=false \\
                  img:1 sh -c 'a && b' ''""", line);
        assertEquals(new ParsedRun(spec, List.of()), parse(line));
    }

    @Test
    void anOptionTakesThePlaceOfTheOneBefore() {
        RunSpec spec = RunSpec.detached("img")
                .with(RunFlag.PUBLISH, List.of("1:1", "2:2"))
                .with(RunFlag.RESTART, "always")
                .with(RunFlag.NAME, "a")
                .with(RunFlag.PUBLISH, List.of("3:3"));

        assertEquals(
                "docker run -d --name a -p 3:3 --restart always img",
                RunLine.render(spec).replace(" \\\n ", ""));
        assertEquals(
                "docker run -d --name a img",
                RunLine.render(spec.with(RunFlag.PUBLISH, List.of()).with(RunFlag.RESTART, ""))
                        .replace(" \\\n ", ""));
    }
}
