package io.headstream.standalone;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * What the driver says of a failure, in a line. It logs each attempt that it will repeat with the stack trace of what failed, as when the server is ended
 * while a model is written in the background: nothing that anybody could mend there.
 */
@LoggingFilter(name = "driver-in-a-line")
public final class DriverInALine implements Filter {
    private static final String DRIVER = "org.neo4j.driver";

    @Override
    public boolean isLoggable(LogRecord said) {
        Throwable why = said.getThrown();
        if (why != null && String.valueOf(said.getLoggerName()).startsWith(DRIVER)) {
            said.setMessage(said.getMessage() + ": " + why.getMessage());
            said.setThrown(null);
        }
        return true;
    }
}
