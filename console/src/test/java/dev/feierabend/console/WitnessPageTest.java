package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.core.proving.ProvingCommand.RecordWord;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.Seal;
import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.witness.Objection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What the page says of witnesses, as one refuses, comes round and falls silent.
@FreshConsole
class WitnessPageTest {
  private static final CheckpointSigner SIGNER = CheckpointSigner.ofSeed(new byte[32]);
  private static final Cosigner WITNESS = SIGNER.cosigner(new KeyName("w.example.org"));

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;

  @BeforeAll
  void something() {
    story = new Story(journal, clock).everyday();
  }

  private String page(String language) throws Exception {
    var request = get("/now").header("Accept-Language", language);
    return mvc.perform(as("arne", request)).andReturn().getResponse().getContentAsString();
  }

  private SignedNote signed(Duration later) {
    var log = journal.log();
    var checkpoints =
        new Checkpoints(log, journal, SIGNER, Optional.of(new KeyName("example.org/log")));
    checkpoints.sign(clock.instant().plus(later));
    return checkpoints.last().orElseThrow();
  }

  private void says(OfCheckpoint word) {
    journal.send(new RecordWord(word));
  }

  @Test
  void aWitnessThatRefusesOrFallsSilentIsToldToEveryReaderInBothLanguages() throws Exception {
    var note = signed(Duration.ZERO);
    long size = TreeHead.parse(note.text()).size();
    String digest = new Seal.Note(note.toString()).digestInHex();
    assertThat(page("en")).doesNotContain("w.example.org");

    says(new WitnessRefused(size, digest, "w.example.org", Objection.UNPROVEN, 3));
    assertThat(page("en")).contains("The witness w.example.org refuses to vouch");
    assertThat(page("de")).contains("w.example.org bürgt als Zeuge nicht");

    var word = WITNESS.cosign(note.text(), clock.instant());
    says(new CheckpointCosigned(size, digest, "w.example.org", word.line().toString(), word.at()));
    assertThat(page("en")).doesNotContain("w.example.org");

    story.freeze(Owner.OPERATOR);
    signed(Duration.ofDays(2));
    assertThat(page("en")).contains("The witness w.example.org has said nothing");
    assertThat(page("de")).contains("w.example.org hat als Zeuge seit mehr als einem Tag nichts");
  }
}
