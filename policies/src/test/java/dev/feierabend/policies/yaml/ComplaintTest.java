package dev.feierabend.policies.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {
  private static final Place HERE = new Place(1, 1);

  @ParameterizedTest
  @CsvSource({
    "\"https://admin:geheim@bmc.example\", \"https://***@bmc.example\"",
    "https://admin@bmc.example/a@b, https://***@bmc.example/a@b",
    "//admin:ge/heim, //admin:ge/heim"
  })
  void aPasswordInAnAddressIsNotRepeated(String found, String told) {
    assertThat(new Complaint(HERE, "an address", found).found()).isEqualTo(told);
  }

  @Test
  void whateverElseWasFoundIsTold() {
    assertThat(new Complaint(HERE, "a person", "petra@example.org").found())
        .isEqualTo("petra@example.org");
  }
}
