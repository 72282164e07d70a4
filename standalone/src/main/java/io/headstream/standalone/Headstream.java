package io.headstream.standalone;

import io.headstream.cli.Asking;
import io.headstream.cli.ask.CompareCommand;
import io.headstream.cli.ask.CypherCommand;
import io.headstream.cli.ask.QueryCommand;
import io.headstream.cli.change.AblateCommand;
import io.headstream.cli.change.PatchCommand;
import io.headstream.cli.change.SteerCommand;
import io.headstream.cli.change.SweepCommand;
import io.headstream.cli.circuit.CircuitCommand;
import io.headstream.cli.circuit.CircuitsCommand;
import io.headstream.cli.keys.BoltCommand;
import io.headstream.cli.keys.KeysCommand;
import io.headstream.cli.models.IndexCommand;
import io.headstream.cli.models.ModelsCommand;
import io.headstream.cli.output.Misspelt;
import io.headstream.cli.trace.ActivationsCommand;
import io.headstream.cli.trace.ExportCommand;
import io.headstream.cli.trace.ImportCommand;
import io.headstream.cli.trace.TraceCommand;
import io.headstream.cli.trace.TracesCommand;
import io.headstream.tracer.error.TraceException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line; without a command it starts the server. Quarkus starts only for `serve`; what only asks a server is run by {@link Asking} when
 * `./headstream` starts it. */
@QuarkusMain
@Command(
        name = "headstream",
        description = "Ask questions of a transformer's forward pass.",
        mixinStandardHelpOptions = true,
        version = "headstream 0.1.0",
        subcommands = {
            Serve.class,
            TraceCommand.class,
            TracesCommand.class,
            AblateCommand.class,
            PatchCommand.class,
            SteerCommand.class,
            SweepCommand.class,
            CircuitCommand.class,
            CircuitsCommand.class,
            CompareCommand.class,
            QueryCommand.class,
            CypherCommand.class,
            ModelsCommand.class,
            KeysCommand.class,
            IndexCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ActivationsCommand.class,
            BoltCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong input or settings"})
public final class Headstream {
    private static final Set<String> OWN = Set.of("-h", "--help", "-V", "--version");

    private Headstream() {}

    public static void main(String[] args) {
        boundNetworkMemory();
        System.exit(commandLine().execute(asServe(args)));
    }

    static CommandLine commandLine() {
        return Misspelt.toldBy(new CommandLine(new Headstream())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command)));
    }

    /** Options that are not the program's own are those of `serve`, which is what it does without a command. */
    static String[] asServe(String[] args) {
        boolean isNamed = args.length > 0 && (!args[0].startsWith("-") || OWN.contains(args[0]));
        return isNamed
                ? args
                : Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new);
    }

    /** A row of the database's is built in whole outside the heap before it is sent, however long its lists: 256 MB are enough for all. */
    private static void boundNetworkMemory() {
        for (String[] setting : new String[][] {
            {"io.netty.tryReflectionSetAccessible", "true"}, {"io.netty.maxDirectMemory", String.valueOf(256 << 20)}
        }) {
            System.setProperty(setting[0], System.getProperty(setting[0], setting[1]));
        }
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof Settings.UserError || failure instanceof TraceException) {
            command.getErr().println("headstream: " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof StoreFailure) {
            command.getErr().println("headstream: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        return Asking.report(failure, command);
    }
}
