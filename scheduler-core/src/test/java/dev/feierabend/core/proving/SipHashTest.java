package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {
  /// The vectors of the authors' reference implementation: of the bytes 0, 1, 2… under the key 0 to
  /// 15.
  @ParameterizedTest
  @CsvSource({
    "0, 726fdb47dd0e0e31",
    "2, 0d6c8009d9a94f5a",
    "4, cf2794e0277187b7",
    "6, cbc9466e58fee3ce",
    "8, 93f5f5799a932462"
  })
  void theVectorsOfTheReference(int length, String expected) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    long hash = SipHash.of(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, new String(bytes, UTF_16LE));
    assertThat(Long.toHexString(hash)).isEqualTo(expected.replaceFirst("^0+", ""));
  }
}
