package io.headstream.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is traced: traces of the same are shown by the same saved views, whatever their ids.
 *
 * @param model its id
 * @param targetPosition where the target is predicted
 * @param target the token that is explained, as it is written
 * @param distractor the one that it is compared with, if any
 * @param tokens ids of the prompt's
 */
public record TracedPass(
        String model, long targetPosition, String target, Optional<String> distractor, List<Long> tokens) {
    public TracedPass {
        tokens = List.copyOf(tokens);
    }

    /** SHA-256 in hexadecimal digits, as :SavedView keeps it: of five lines, texts in quotes. */
    public String hash() {
        String lines = String.join(
                "\n",
                quoted(model),
                String.valueOf(targetPosition),
                quoted(target),
                distractor.map(TracedPass::quoted).orElse("NULL"),
                tokens.toString());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }
}
