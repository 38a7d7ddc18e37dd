package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.KeyName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class VouchingSettingsTest {
  private static final String WITNESS =
      new CosignerKey(
              new KeyName("w.example.org"), CheckpointSigner.ofSeed(new byte[32]).publicKey())
          .toString();

  @Test
  void whoIsNamedIsAsked() {
    var asked =
        read(Map.of(
                "feierabend.witnesses[0].vkey", WITNESS,
                "feierabend.witnesses[0].url", "https://w.example.org",
                "feierabend.on-witness-refusal", "FREEZE"))
            .asked();

    assertThat(asked.witnesses()).hasSize(1);
    assertThat(asked.authority()).isEmpty();
    assertThat(asked.freezes()).isTrue();
  }

  @Test
  void nobodyIsAskedWhereNobodyIsNamedAndARefusalIsAnAlarm() {
    var asked = read(Map.of("feierabend.on-witness-refusal", "ALARM")).asked();

    assertThat(asked.witnesses()).isEmpty();
    assertThat(asked.freezes()).isFalse();
  }

  @Test
  void aKeyThatIsNoneEndsTheStartWithASentence() {
    var settings =
        read(
            Map.of(
                "feierabend.witnesses[0].vkey", "w.example.org+x",
                "feierabend.witnesses[0].url", "https://w.example.org"));

    assertThatThrownBy(settings::asked)
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("feierabend.witnesses: Expected ");
  }

  @Test
  void certificatesThatAreNoneEndTheStartWithASentence(@TempDir Path folder) throws IOException {
    Path ca = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    var settings =
        read(
            Map.of(
                "feierabend.timestamps.url",
                "https://tsa.example.org",
                "feierabend.timestamps.ca",
                ca.toString()));

    assertThatThrownBy(settings::asked)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("feierabend.timestamps.ca");
  }

  private static VouchingSettings read(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("feierabend", VouchingSettings.class)
        .get();
  }
}
