package io.headstream.standalone;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Python client as its text alone; what it does is tested with a server, in {@link ClientsIT}. */
class PythonClientIT {
    @Test
    void the_client_is_typed_and_formatted() throws Exception {
        PythonClient.install();
        PythonClient.run(Map.of(), "mypy");
        PythonClient.run(Map.of(), "ruff", "check");
        PythonClient.run(Map.of(), "ruff", "format", "--check");
    }
}
