package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyInputTest {

    /// The answer, at most `piece` bytes at a time.
    private static WireInput wire(String answer, int piece) {
        return new WireInput(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(piece, length));
            }
        });
    }

    private static BodyInput body(String answer, int piece) throws IOException {
        WireInput in = wire(answer, piece);
        return BodyInput.of(ResponseHead.read(in), "GET", in);
    }

    private static String text(BodyInput body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[7];
        int n = body.read(some, 0, some.length);
        while (n >= 0) {
            all.write(some, 0, n);
            n = body.read(some, 0, some.length);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static String chunked(String body) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100_000})
    void chunksComeTogetherHoweverTheyAreSplit(int piece) throws Exception {
        BodyInput body = body(chunked("5\r\nhello\r\n1;x=y\r\n \r\n0b \r\nwide, world\r\n0\r\nT: x\r\n\r\n"), piece);
        assertFalse(body.complete());
        assertEquals("hello wide, world", text(body));
        assertTrue(body.complete());
    }

    @Test
    void whatHasArrivedIsReturnedWithoutWaitingForMore() throws Exception {
        BodyInput body = body(chunked("5\r\nhello\r\n5\r\nwor"), 1000);
        byte[] some = new byte[100];
        assertEquals("hellowor", new String(some, 0, body.read(some, 0, 100), StandardCharsets.ISO_8859_1));
        assertThrows(EOFException.class, () -> body.read(some, 0, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "x\r\n",
                "-1\r\n",
                "5\r\nhello!\r\n0\r\n\r\n",
                "5x\r\nhello\r\n",
                "fffffffffffffffff\r\n",
                "5\rhello\r\n0\r\n\r\n"
            })
    void malformedChunksAreRefused(String body) throws Exception {
        assertThrows(MalformedHttpException.class, () -> text(body(chunked(body), 1000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5\r\n", "5\r\nhel", "5\r\nhello", "5\r\nhello\r\n", "0\r\n", "5;ext"})
    void cutChunksAreACut(String body) {
        assertThrows(EOFException.class, () -> text(body(chunked(body), 1000)));
    }

    @ParameterizedTest
    @CsvSource({
        "200,GET,Content-Length: 5,hello",
        "200,GET,X: y,hello and more",
        "200,HEAD,Content-Length: 5,''",
        "204,GET,Content-Length: 5,''",
        "304,GET,Transfer-Encoding: chunked,''"
    })
    void framingFollowsFromTheHead(int status, String method, String field, String expected) throws Exception {
        WireInput in = wire("HTTP/1.1 " + status + " Fine\r\n" + field + "\r\n\r\nhello and more", 3);
        assertEquals(expected, text(BodyInput.of(ResponseHead.read(in), method, in)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999", "5, 5"})
    void nonsensicalLengthIsRefused(String length) {
        assertThrows(
                MalformedHttpException.class,
                () -> body("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nhello", 1000));
    }

    @Test
    void interimAnswersArePassedOver() throws Exception {
        ResponseHead head = ResponseHead.read(wire(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 X\r\nA: b\r\n\r\nHTTP/1.0 201\r\nA:c\nB : d\r\n\r\n", 1));
        assertEquals(201, head.status());
        assertFalse(head.keepsAlive());
        assertEquals("c", head.field("a").orElseThrow());
    }
}
