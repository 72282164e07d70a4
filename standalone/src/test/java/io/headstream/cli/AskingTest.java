package io.headstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AskingTest {
    private static final Pattern LINE = Pattern.compile("(?m)^([a-z]+(?: \\| [a-z]+)+)\\)$");

    @Test
    void the_script_starts_it_for_the_commands_that_it_has() throws Exception {
        String script = Files.readString(Path.of(System.getProperty("headstream.root"), "headstream"));
        Matcher line = LINE.matcher(script);
        assertThat(line.find()).isTrue();
        assertThat(Set.of(line.group(1).split(" \\| "))).isEqualTo(Asking.COMMANDS.keySet());
    }

    @ParameterizedTest
    @CsvSource({"--tga, --tag", "--distracter, --distractor", "--tagret, --target", "--efects=none, --effects"})
    void an_option_that_was_probably_meant_is_named(String written, String meant) {
        StringWriter errors = new StringWriter();
        CommandLine command = Asking.of("trace").setErr(new PrintWriter(errors));
        assertThat(command.execute("trace", written, "x", "When Mary")).isEqualTo(2);
        assertThat(errors.toString()).contains("Unknown option", "Possible solutions: ", meant);
        assertThat(errors.toString().lines()).hasSize(2);
    }

    @Test
    void each_is_told_of_a_server_that_does_not_answer_in_a_line() {
        StringWriter errors = new StringWriter();
        CommandLine command = Asking.of("traces").setErr(new PrintWriter(errors));
        assertThat(command.execute("traces", "--server", "http://localhost:1")).isEqualTo(1);
        assertThat(errors.toString().strip())
                .isEqualTo(
                        "headstream: no Headstream answers at http://localhost:1; start it with ./headstream, or give"
                                + " --server");
    }
}
