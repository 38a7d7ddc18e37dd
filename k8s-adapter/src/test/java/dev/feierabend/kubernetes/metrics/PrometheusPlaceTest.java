package dev.feierabend.kubernetes.metrics;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrometheusPlaceTest {
  @Test
  void anAddressWithAPasswordIsRefusedWithoutSayingIt() {
    URI url = URI.create("https://us:geheim-4711@prometheus.example.org");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prometheus.Place(url, Optional.empty(), Optional.empty()))
        .withMessageContaining("a token has its file")
        .satisfies(refused ->
            org.assertj.core.api.Assertions.assertThat(refused.getMessage())
                .doesNotContain("geheim"));
  }
}
