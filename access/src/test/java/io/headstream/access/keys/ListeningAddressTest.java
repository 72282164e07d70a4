package io.headstream.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.access.caller.Role;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningAddressTest {
    @TempDir
    Path data;

    @Test
    void without_a_key_only_this_machine_is_listened_to() {
        for (String open : new String[] {"0.0.0.0", "::", "192.0.2.1", "", "no-such-host.invalid"}) {
            assertThatThrownBy(() -> start(open, Optional.empty()))
                    .isInstanceOf(PreventFurtherStepsException.class)
                    .hasMessageContaining("HEADSTREAM_API_KEY")
                    .extracting(e -> ((PreventFurtherStepsException) e).getExitCode())
                    .isEqualTo(2);
            start(open, Optional.of("secret"));
        }
        for (String own : new String[] {"127.0.0.1", "localhost", "::1", "127.0.0.2"}) {
            start(own, Optional.empty());
        }
    }

    @Test
    void the_last_admin_s_key_stays_where_others_are_served() {
        ListeningAddress everywhere = new ListeningAddress("0.0.0.0");
        new Keys(Optional.empty(), data, new ListeningAddress("127.0.0.1")).add("ada", Role.ADMIN);
        Keys keys = new Keys(Optional.empty(), data, everywhere);
        assertThatThrownBy(() -> keys.revoke("ada")).hasMessageContaining("last admin");
        assertThat(keys.none()).isFalse();
    }

    @Test
    void the_first_key_is_an_admin_s_and_on_this_machine_the_last_may_go() {
        Keys keys = new Keys(Optional.empty(), data, new ListeningAddress("127.0.0.1"));
        assertThatThrownBy(() -> keys.add("bob", Role.READ)).hasMessageContaining("first key");
        String secret = keys.add("ada", Role.ADMIN);
        keys.add("bob", Role.READ);
        assertThatThrownBy(() -> keys.revoke("ada")).hasMessageContaining("last admin");
        assertThat(new Keys(Optional.empty(), data, new ListeningAddress("127.0.0.1")).of(secret))
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo("ada"));
        keys.revoke("bob");
        keys.revoke("ada");
        assertThat(keys.none()).isTrue();
    }

    private void start(String host, Optional<String> key) {
        ListeningAddress address = new ListeningAddress(host);
        address.refuse(new StartupEvent(), new Keys(key, data, address));
    }
}
