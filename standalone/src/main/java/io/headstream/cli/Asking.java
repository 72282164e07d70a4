package io.headstream.cli;

import io.headstream.cli.ask.CompareCommand;
import io.headstream.cli.ask.CypherCommand;
import io.headstream.cli.ask.QueryCommand;
import io.headstream.cli.change.AblateCommand;
import io.headstream.cli.change.PatchCommand;
import io.headstream.cli.change.SteerCommand;
import io.headstream.cli.change.SweepCommand;
import io.headstream.cli.circuit.CircuitCommand;
import io.headstream.cli.circuit.CircuitsCommand;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.keys.BoltCommand;
import io.headstream.cli.keys.KeysCommand;
import io.headstream.cli.models.IndexCommand;
import io.headstream.cli.models.ModelsCommand;
import io.headstream.cli.output.Misspelt;
import io.headstream.cli.output.Output;
import io.headstream.cli.trace.ExportCommand;
import io.headstream.cli.trace.ImportCommand;
import io.headstream.cli.trace.TraceCommand;
import io.headstream.cli.trace.TracesCommand;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * Runs a command that only asks a server. `./headstream` starts it for these commands in a JVM that has picocli, Jackson and the named
 * queries on its class path and nothing else, so that no other class may be needed here (docs/decisions/how-the-jvm-is-run.md).
 */
@Command(name = "headstream")
public final class Asking {
    /** By name. Only the one that is asked for is looked at, as picocli takes its time for each. */
    public static final Map<String, Supplier<Callable<Integer>>> COMMANDS = Map.ofEntries(
            Map.entry("trace", TraceCommand::new),
            Map.entry("traces", TracesCommand::new),
            Map.entry("ablate", AblateCommand::new),
            Map.entry("patch", PatchCommand::new),
            Map.entry("steer", SteerCommand::new),
            Map.entry("sweep", SweepCommand::new),
            Map.entry("circuit", CircuitCommand::new),
            Map.entry("circuits", CircuitsCommand::new),
            Map.entry("compare", CompareCommand::new),
            Map.entry("query", QueryCommand::new),
            Map.entry("cypher", CypherCommand::new),
            Map.entry("models", ModelsCommand::new),
            Map.entry("keys", KeysCommand::new),
            Map.entry("index", IndexCommand::new),
            Map.entry("export", ExportCommand::new),
            Map.entry("import", ImportCommand::new),
            Map.entry("bolt", BoltCommand::new));

    private Asking() {}

    public static void main(String[] args) {
        if (args.length == 0 || !COMMANDS.containsKey(args[0])) {
            System.err.println("headstream: this only asks; ./headstream --help says what else there is");
            System.exit(ExitCode.USAGE);
        }
        System.exit(of(args[0]).execute(args));
    }

    static CommandLine of(String command) {
        CommandLine line = Misspelt.toldBy(new CommandLine(new Asking())
                .addSubcommand(Objects.requireNonNull(COMMANDS.get(command)).get())
                .setExecutionExceptionHandler((failure, asked, parsed) -> report(failure, asked)));
        IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        return line.setParameterExceptionHandler((wrong, args) -> {
            int code = usual.handleParseException(wrong, args);
            if (command.equals("query")) {
                wrong.getCommandLine()
                        .getErr()
                        .println(
                                "A question's parameters are given as NAME=VALUE, such as 'token= Mary'; headstream query"
                                        + " NAME --help lists them");
            }
            return code;
        });
    }

    /** Tells why a command failed, in a line. */
    public static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof CommandFailure known) {
            command.getErr().println("headstream: " + Output.lines(String.valueOf(known.getMessage())));
            return known.exitCode();
        }
        throw failure;
    }
}
