package io.quayside.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POSTGRES_PASSWORD=hunter2 next | POSTGRES_PASSWORD=*** next
                    {"password":"hun\\"ter","user":"me"} | {"password":"***"ter","user":"me"}
                    {"identitytoken": "abc.def", "a":1} | {"identitytoken": "***", "a":1}
                    Authorization: Bearer abcdefghijk | Authorization: ***
                    X-Registry-Auth: eyJ1c2VybmFtZSI6 | X-Registry-Auth: ***
                    http://me:secret@proxy.example:3128/x | http://me:***@proxy.example:3128/x
                    sent bearer eyJhbGciOiJIUzI1NiJ9 ok | sent bearer *** ok
                    AWS_SECRET_ACCESS_KEY=abc | AWS_SECRET_ACCESS_KEY=***
                    API_KEY: abc | API_KEY: ***
                    container secretary started | container secretary started
                    unix:///run/user/1000/docker.sock | unix:///run/user/1000/docker.sock
                    """)
    void secretsGoAndTheRestStays(String text, String masked) {
        assertEquals(masked, Secrets.mask(text));
    }

    @org.junit.jupiter.api.Test
    void homeOfTheUserBecomesATilde() {
        assertEquals("~/.local/share", Secrets.mask(System.getProperty("user.home") + "/.local/share"));
    }

    @org.junit.jupiter.api.Test
    void privateKeyGoesAsAWhole() {
        assertEquals(
                "RSA PRIVATE KEY *** rest",
                Secrets.mask("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- rest"));
    }
}
