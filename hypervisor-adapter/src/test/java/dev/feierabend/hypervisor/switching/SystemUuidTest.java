package dev.feierabend.hypervisor.switching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.terms.MachineId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemUuidTest {
  private static final MachineId MACHINE = MachineId.of("00112233-4455-6677-8899-aabbccddeeff");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00112233-4455-6677-8899-aabbccddeeff",
        "33221100-5544-7766-8899-aabbccddeeff",
        "ffeeddcc-bbaa-9988-7766-554433221100",
        "ccddeeff-aabb-8899-7766-554433221100",
        "ffeeddcc-bbaa-9988-6677-445500112233"
      })
  void inEveryByteOrderItIsTheSameMachine(String found) {
    assertThat(SystemUuid.mayBe(MACHINE, UUID.fromString(found))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00112233-4455-6677-8899-aabbccddeefe",
        "00112233-4455-7766-8899-aabbccddeeff",
        "11223300-4455-6677-8899-aabbccddeeff"
      })
  void anyOtherIsAnotherMachine(String found) {
    assertThat(SystemUuid.mayBe(MACHINE, UUID.fromString(found))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0-0-0-0-0",
        "a machine",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-ffffffffffff"
      })
  void aBoardThatWasNeverToldOneNamesNone(String told) {
    assertThat(SystemUuid.told(told)).isEmpty();
  }
}
