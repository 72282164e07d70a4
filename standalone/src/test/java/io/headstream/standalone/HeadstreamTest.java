package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.cli.Asking;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HeadstreamTest {
    @Test
    void options_without_a_command_are_those_of_serve() {
        assertThat(Headstream.asServe(new String[] {})).containsExactly("serve");
        assertThat(Headstream.asServe(new String[] {"--port", "9000", "--no-open"}))
                .containsExactly("serve", "--port", "9000", "--no-open");
        for (String own : new String[] {"-h", "--help", "-V", "--version", "traces", "no-such-command"}) {
            assertThat(Headstream.asServe(new String[] {own})).containsExactly(own);
        }
    }

    @Test
    void all_but_what_serves_or_loads_a_model_is_asked_by_the_script_in_a_jvm_of_its_own() throws Exception {
        assertThat(Headstream.commandLine().getSubcommands().keySet())
                .containsAll(Asking.COMMANDS.keySet())
                .hasSize(Asking.COMMANDS.size() + 2);
        String script = Files.readString(Path.of(System.getProperty("headstream.root"), "headstream"));
        Headstream.commandLine().getSubcommands().keySet().stream()
                .filter(name -> !name.equals("serve") && !name.equals("activations"))
                .forEach(name -> assertThat(script).containsPattern("(?m)^(\\w+ \\| )*" + name + "( \\| \\w+)*\\)$"));
    }
}
