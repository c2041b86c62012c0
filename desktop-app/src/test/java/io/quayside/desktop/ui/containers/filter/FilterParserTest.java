package io.quayside.desktop.ui.containers.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    private static final Container WEB = Samples.running("web")
            .image("nginx:1.27")
            .port(5000, 80)
            .label("team", "shop floor")
            .build();
    private static final Container REDIS =
            Samples.exited("redis", 3).image("redis:7").port(0, 6379).build();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "web, web",
                "WEB, web",
                "redis:7, redis",
                "5000, web",
                "port:6379, redis",
                "port:80, web",
                "label:team, web",
                "label:team=\"shop floor\", web",
                "\"shop floor\", web",
                "is:running, web",
                "is:stopped, redis",
                "is:problem, redis",
                "-is:running, redis",
                "-redis, web",
                "image:nginx, web",
                "name:red, redis",
                "web nginx, web",
                "web redis, ||",
                "label:team=shop, ||"
            })
    void findsWhatTheTextSays(String text, String names) {
        List<String> found = Stream.of(WEB, REDIS)
                .filter(FilterParser.parse(text))
                .map(Container::name)
                .toList();
        assertEquals(names.isEmpty() ? List.of() : List.of(names), found);
    }

    @Test
    void whatIsWrongIsSaidAndTheRestApplies() {
        ContainerFilter filter = FilterParser.parse("web port:http");
        assertEquals(Optional.of("“http” is not a port. A port is a number from 1 to 65535."), filter.fault());
        assertTrue(filter.test(WEB) && !filter.test(REDIS));
    }

    @Test
    void aTermThatIsStillTypedIsNoFault() {
        assertEquals(new ContainerFilter(List.of(), Optional.empty()), FilterParser.parse("port:"));
    }

    @Test
    void aMissingQuotationMarkIsSaid() {
        assertEquals(
                Optional.of("A closing quotation mark is missing."),
                FilterParser.parse("\"shop flo").fault());
    }
}
