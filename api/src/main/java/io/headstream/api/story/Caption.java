package io.headstream.api.story;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a head is seen to do, by rule: an observation in this pass, not a claim about the head. */
enum Caption {
    COPIES_THE_ANSWER("copies the answer"),
    WORKS_AGAINST_IT("works against it"),
    SEES_ITS_TOKEN_EARLIER("sees its token earlier"),
    CONTINUES_WHAT_FOLLOWED("continues what followed"),
    READS_THE_REPEATED_TOKEN("reads the repeated token"),
    LOOKS_ONE_BACK("looks one back");

    private final String words;

    Caption(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Stream<String> all() {
        return Arrays.stream(values()).map(Caption::words);
    }
}
