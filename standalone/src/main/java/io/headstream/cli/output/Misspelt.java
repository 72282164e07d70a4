package io.headstream.cli.output;

import io.headstream.access.text.Nearest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what was wrong with a command's words. To an option that there is not picocli suggests those that begin with the same two letters, and where
 * there are none it prints all of the command's help: here the one that was probably meant is named instead.
 */
public final class Misspelt implements IParameterExceptionHandler {
    private final IParameterExceptionHandler usual;

    private Misspelt(IParameterExceptionHandler usual) {
        this.usual = usual;
    }

    /** Has a command line tell so. */
    public static CommandLine toldBy(CommandLine line) {
        return line.setParameterExceptionHandler(new Misspelt(line.getParameterExceptionHandler()));
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) throws Exception {
        Optional<String> meant = meant(wrong);
        if (meant.isEmpty()) {
            return usual.handleParseException(wrong, args);
        }
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("Possible solutions: " + meant.get()); // in picocli's words
        return ExitCode.USAGE;
    }

    private static Optional<String> meant(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || !unmatched.isUnknownOption()
                || !unmatched.getSuggestions().isEmpty()) {
            return Optional.empty();
        }
        String given = unmatched.getUnmatched().get(0).split("=", 2)[0];
        return Nearest.of(
                given, wrong.getCommandLine().getCommandSpec().optionsMap().keySet());
    }
}
