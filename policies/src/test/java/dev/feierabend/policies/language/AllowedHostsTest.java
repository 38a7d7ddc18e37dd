package dev.feierabend.policies.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
  @ParameterizedTest
  @CsvSource({
    "permits.example.de,  https://permits.example.de/health,  true",
    "permits.example.de,  https://PERMITS.example.de:8443/,   true",
    "Permits.Example.de,  tcp://permits.example.de:5432,      true",
    "permits.example.de,  https://permits.example.de.evil.de, false",
    "permits.example.de,  https://other.permits.example.de/,  false",
    "permits.example.de,  https://permits.example.de./,       false",
    "*.example.de,        https://permits.example.de/,        true",
    "*.example.de,        https://a.b.example.de/,            true",
    "*.example.de,        https://example.de/,                false",
    "*.example.de,        https://evilexample.de/,            false",
    "*.example.de,        http://127.0.0.1/?.example.de,      false",
    "127.0.0.1,           http://127.0.0.1:8080/,             true",
    "127.0.0.1,           http://2130706433/,                 false",
    "[::1],               http://[::1]:8080/,                 true",
    "localhost,           http://[::1]:8080/,                 false",
  })
  void aNameAllowsItselfAndAStarAllThatEndsSo(String allowed, URI target, boolean allows) {
    assertThat(new AllowedHosts(List.of("elsewhere.example", allowed)).allow(target))
        .isEqualTo(allows);
  }

  @Test
  void nothingIsAllowedWhereNothingIsNamed() {
    assertThat(AllowedHosts.NONE.allow(URI.create("https://permits.example.de/"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "", "https://permits.example.de", "permits.*", "10.0.0.0/8", "a:443", "a..b"})
  void whatIsNoHostIsRefusedWithAnExample(String name) {
    assertThatThrownBy(() -> new AllowedHosts(List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Expected hosts at feierabend.readiness.allowed, for example permits.example.de or "
                + "\"*.example.de\", but found \"%s\"",
            name);
  }
}
