package io.quayside.engine.network;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of IPv4 or IPv6 addresses, such as `172.17.0.0/16`. One address is a range too.
///
/// @param address any address in it
/// @param length how many of its leading bits all its addresses share
public record IpRange(InetAddress address, int length) {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /// Reads `172.17.0.0/16`, `fd00::/8` or an address without a length. Empty if it is neither; no name is looked up.
    public static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!V4.matcher(host).matches() && !V6.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            int bits = address.getAddress().length * Byte.SIZE;
            int length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return length < 0 || length > bits ? Optional.empty() : Optional.of(new IpRange(address, length));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // 999.1.1.1, or a length that is no number
        }
    }

    /// Whether a range has an address, both as text. Text that is neither has nothing.
    public static boolean holds(String range, String address) {
        return parse(range)
                .filter(whole -> parse(address).filter(whole::contains).isPresent())
                .isPresent();
    }

    public boolean isV4() {
        return address instanceof Inet4Address;
    }

    /// Whether all of the other range is in this one.
    public boolean contains(IpRange other) {
        return isV4() == other.isV4()
                && length <= other.length
                && prefix(length).equals(other.prefix(length));
    }

    /// Whether the two have an address in common.
    public boolean overlaps(IpRange other) {
        return contains(other) || other.contains(this);
    }

    /// The range written with its first address: `172.17.0.0/16` for `172.17.5.1/16`.
    public boolean isExact() {
        return number().and(hosts()).signum() == 0;
    }

    /// How many addresses it has.
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits() - length);
    }

    private BigInteger hosts() {
        return size().subtract(BigInteger.ONE);
    }

    private BigInteger prefix(int leading) {
        return number().shiftRight(bits() - leading);
    }

    private BigInteger number() {
        return new BigInteger(1, address.getAddress());
    }

    private int bits() {
        return address.getAddress().length * Byte.SIZE;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + length;
    }
}
