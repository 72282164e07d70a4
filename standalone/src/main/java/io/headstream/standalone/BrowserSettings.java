package io.headstream.standalone;

import static org.neo4j.configuration.SettingImpl.newBuilder;
import static org.neo4j.configuration.SettingValueParsers.BOOL;
import static org.neo4j.configuration.SettingValueParsers.STRING;

import org.neo4j.configuration.Description;
import org.neo4j.configuration.SettingsDeclaration;
import org.neo4j.graphdb.config.Setting;

/** What Neo4j Browser asks the database ({@code dbms.clientConfig}). Neo4j's HTTP server declares these settings; it does not run here. */
public final class BrowserSettings implements SettingsDeclaration {
    @Description("Commands that Browser runs once it is connected, separated by semicolons")
    public static final Setting<String> post_connect_cmd =
            newBuilder("browser.post_connect_cmd", STRING, "").build();

    @Description("Whether Browser may report how it is used")
    public static final Setting<Boolean> allow_telemetry =
            newBuilder("client.allow_telemetry", BOOL, false).build();

    /** The style sheet, then the guide, from the page's own server. */
    static String commands(int port) {
        String files = "http://localhost:" + port + "/browser-files/";
        return "style " + files + "headstream.grass; guide " + files + "guide.html";
    }
}
