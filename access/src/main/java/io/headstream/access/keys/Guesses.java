package io.headstream.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong keys by where they came from: ten at once, then one each ten seconds. Other addresses notice nothing of it, nor does who has signed in
 * already.
 */
@ApplicationScoped
public class Guesses {
    private static final int MOST = 10;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final int ADDRESSES = 10_000;
    private static final int IPV6_NETWORK = 8;

    // when an address will have none left to pay for
    private final Map<String, Instant> paid = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** How long an address must wait before a key of its is looked at; zero, or a number of seconds. */
    public synchronized long wait(String address) {
        Instant end = paid.get(network(address));
        if (end == null) {
            return 0;
        }
        Duration over = Duration.between(Instant.now(), end).minus(EACH.multipliedBy(MOST - 1L));
        return over.isNegative() || over.isZero() ? 0 : over.toSeconds() + 1;
    }

    public synchronized void wrong(String address) {
        Instant now = Instant.now();
        Instant end = paid.getOrDefault(network(address), now);
        paid.put(network(address), (end.isBefore(now) ? now : end).plus(EACH));
    }

    // whoever has one address of IPv6 has a network of them
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
