package io.headstream.api.browser;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the page cannot know by itself.
 *
 * @param boltUri where a program of the user's own connects to the database
 * @param boltPasswordFile where that machine keeps the password of user neo4j, readable by its owner only; absent where it is not Headstream's
 * @param browser the address of a Neo4j Browser that opens it, relative to the server or absolute
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Settings(
        @Schema(type = SchemaType.STRING, description = "where drivers connect", example = "bolt://localhost:7687")
                Optional<String> boltUri,
        @Schema(
                        type = SchemaType.STRING,
                        description = "file with the password of user neo4j, for programs of who started this server")
                Optional<String> boltPasswordFile,
        @Schema(type = SchemaType.STRING, description = "address of a Neo4j Browser; absent where there is none")
                Optional<String> browser) {}
