package dev.feierabend.app.vouching;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PostTest {
  @Test
  void anAddressWithAPasswordIsRefusedWithoutSayingIt() {
    assertThatThrownBy(
            () -> Post.expectNobodyIn(URI.create("https://us:geheim-4711@tsa.example.org")))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("without a user or a password")
        .hasMessageNotContaining("geheim");
    assertThatCode(() -> Post.expectNobodyIn(URI.create("https://tsa.example.org/a@b")))
        .doesNotThrowAnyException();
  }
}
