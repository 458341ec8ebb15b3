package org.hearsay.gather.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which sockets may be contacted: public ones, and those that the settings name. It is asked with the address that
 * is about to be connected, so neither a name nor a spelling of an address can lead around it.
 *
 * <p>The blocks are those of the IANA special-purpose registries that are not globally reachable (RFC 6890 and its
 * updates), with multicast and the reserved end. IPv6 forms that carry an IPv4 address are judged by that address.
 */
final class AddressRule {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final List<Block> CLOSED = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/32",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** An IPv6 block and where in its addresses an IPv4 address lies: compatible, mapped, NAT64, 6to4. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(Block.parse("::/96"), 12),
            new Carrier(Block.parse("::ffff:0:0:0/96"), 12),
            new Carrier(Block.parse("64:ff9b::/96"), 12),
            new Carrier(Block.parse("2002::/16"), 2));

    private final List<Block> allowed;
    private final Set<InetSocketAddress> endpoints;

    /** @throws IllegalArgumentException if one of {@code allow} is no CIDR block */
    AddressRule(List<String> allow, Set<InetSocketAddress> endpoints) {
        this.allowed = allow.stream().map(Block::parse).toList();
        this.endpoints = endpoints;
    }

    boolean permits(InetSocketAddress socket) {
        InetAddress address = socket.getAddress();
        if (address == null) {
            return false;
        }
        if (endpoints.stream().anyMatch(e -> address.equals(e.getAddress()) && e.getPort() == socket.getPort())) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return isOpen(bytes) || allowed.stream().anyMatch(block -> block.holds(bytes));
    }

    private static boolean isOpen(byte[] address) {
        if (CLOSED.stream().anyMatch(block -> block.holds(address))) {
            return false;
        }
        for (Carrier carrier : CARRIERS) {
            if (carrier.block.holds(address)) {
                return isOpen(Arrays.copyOfRange(address, carrier.at, carrier.at + 4));
            }
        }
        return true;
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(Block::parse).toList();
    }

    private record Carrier(Block block, int at) {}

    /** An address block: its first address and how many leading bits count. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(byte[] start, int bits) {
        static Block parse(String text) {
            int slash = text.indexOf('/');
            String literal = (slash < 0 ? text : text.substring(0, slash)).strip();
            try {
                if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
                    throw new UnknownHostException(literal);
                }
                InetAddress address = InetAddress.getByName(literal); // a literal: no name server is asked
                byte[] start = address.getAddress();
                int all = start.length * 8;
                int bits = slash < 0
                        ? all
                        : Integer.parseInt(text.substring(slash + 1).strip());
                if (bits < 0 || bits > all || literal.contains(":") && address instanceof Inet4Address) {
                    throw new UnknownHostException(literal);
                }
                return new Block(start, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        "not an address block: '" + text + "'; write one like 10.0.0.0/8 or fd00::/8", e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            if (!Arrays.equals(address, 0, whole, start, 0, whole)) {
                return false;
            }
            int mask = 0xff00 >> rest;
            return rest == 0 || (address[whole] & mask & 0xff) == (start[whole] & mask & 0xff);
        }
    }
}
