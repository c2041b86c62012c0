package io.quayside.desktop.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number of bytes as people write it: `6GB`, `1.5GB`, `4096MiB`. A bare number is gigabytes.
record VmSize(long bytes) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?) ?([kmgt]i?b?|)");
    private static final Map<String, Long> UNITS =
            Map.of("", 1_000_000_000L, "m", 1_000_000L, "g", 1_000_000_000L, "t", 1_000_000_000_000L);
    private static final Map<String, Long> BINARY = Map.of("mi", 1L << 20, "gi", 1L << 30, "ti", 1L << 40);

    static VmSize parse(String text) {
        Matcher parts = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            String unit = parts.group(2).replaceFirst("b$", "");
            Long factor = UNITS.getOrDefault(unit, BINARY.get(unit));
            if (factor != null) {
                return new VmSize(new BigDecimal(parts.group(1))
                        .multiply(BigDecimal.valueOf(factor))
                        .longValue());
            }
        }
        throw new TypeConversionException("write sizes as in 6GB or 4096MiB, not " + text);
    }

    static final class Converter implements ITypeConverter<VmSize> {
        @Override
        public VmSize convert(String text) {
            return parse(text);
        }
    }
}
