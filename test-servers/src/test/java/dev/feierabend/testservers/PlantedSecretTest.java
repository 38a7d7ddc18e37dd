package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever looks for a secret finds it, in each form in which it could get out.
class PlantedSecretTest {
  private static final String SECRET = "Planted&8f3a\"<Secret>";
  private final PlantedSecret planted = new PlantedSecret(SECRET);

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "feierabend:", "Bearer "})
  void inBase64WhateverStandsBeforeAndBehindIt(String before) {
    for (String behind : new String[] {"", "x", "xy", "xyz"}) {
      String told = Base64.getEncoder().encodeToString((before + SECRET + behind).getBytes(UTF_8));
      assertThat(planted.toldBy("Authorization: Basic " + told)).isPresent();
    }
  }

  @Test
  void asItIsAndAsFormsXmlJsonAndHexadecimalHaveIt() {
    assertThat(planted.toldBy("no " + SECRET + "!")).contains(SECRET);
    assertThat(planted.toldBy("a=b&password=" + URLEncoder.encode(SECRET, UTF_8))).isPresent();
    assertThat(planted.toldBy("<password>Planted&amp;8f3a&quot;&lt;Secret&gt;</password>"))
        .isPresent();
    assertThat(planted.toldBy("<password>Planted&amp;8f3a\"&lt;Secret></password>")).isPresent();
    assertThat(planted.toldBy("{\"password\": \"Planted&8f3a\\\"<Secret>\"}")).isPresent();
    assertThat(planted.toldBy(HexFormat.of().formatHex(SECRET.getBytes(UTF_8)))).isPresent();
  }

  @Test
  void whatDoesNotTellItIsLeftAlone() {
    String other = Base64.getEncoder().encodeToString("feierabend:Planted-another".getBytes(UTF_8));

    assertThat(planted.toldBy("Planted " + other + " Secret")).isEmpty();
    assertThat(planted.toString()).doesNotContain("Planted");
  }
}
