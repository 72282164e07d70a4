package io.headstream.access.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteTest {

    @Test
    void an_origin_is_scheme_host_and_port() {
        assertThat(Site.parse("http://LOCALHOST:8080")).isEqualTo(Site.parse("http://localhost:8080"));
        assertThat(Site.parse("https://traces.example")).isEqualTo(Site.parse("https://traces.example:443"));
        assertThat(Site.parse("http://traces.example")).isNotEqualTo(Site.parse("https://traces.example"));
        assertThat(Site.parse("http://localhost:8080")).isNotEqualTo(Site.parse("http://localhost:8081"));
        assertThat(Site.parse("http://[::1]:8080").map(Site::toString)).hasValue("http://[::1]:8080");
    }

    @Test
    void what_is_no_origin_is_none() {
        for (String other : new String[] {"null", "", "localhost", "http://", "http://a b", "http://localhost/path"}) {
            assertThat(Site.parse(other)).as(other).isEmpty();
        }
    }
}
