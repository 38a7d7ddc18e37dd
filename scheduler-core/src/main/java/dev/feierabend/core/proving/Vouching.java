package dev.feierabend.core.proving;

import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.ProvingCommand.RecordWord;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.Vouched.Newest;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.stamps.Stamping;
import dev.feierabend.core.proving.stamps.TimestampAuthority;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.witness.Objection;
import dev.feierabend.core.proving.witness.Submission;
import dev.feierabend.core.proving.witness.Witness;
import dev.feierabend.core.proving.witness.Witness.Answer;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks others for their word on the newest checkpoint: an authority for the time, witnesses for a
/// cosignature. Who is out, or answers what counts for nothing, is asked again at the next look;
/// nothing waits for it.
public final class Vouching {
  private static final Logger LOG = LoggerFactory.getLogger(Vouching.class);
  private static final ActorId WITNESSES = new ActorId("witnesses");

  private final Asked asked;
  private final Vouched vouched;
  private final Dispatch journal;
  private final TileFolder tiles;

  /// Who is asked.
  ///
  /// @param freezes whether a refusal stops every power-down, by a freeze of the operator's
  public record Asked(
      Optional<TimestampAuthority> authority, List<Witness> witnesses, boolean freezes) {
    public Asked {
      witnesses = List.copyOf(witnesses);
    }
  }

  /// @param tiles the log as it is published
  public Vouching(Asked asked, Vouched vouched, Dispatch journal, TileFolder tiles) {
    this.asked = asked;
    this.vouched = vouched;
    this.journal = journal;
    this.tiles = tiles;
  }

  /// Asks whoever hasn't vouched for the newest checkpoint yet.
  ///
  /// @throws Outage where the store refuses
  public void look(Instant now) {
    vouched
        .newest()
        .ifPresent(newest -> {
          asked.authority().ifPresent(authority -> stamp(authority, newest));
          asked.witnesses().forEach(witness -> ask(witness, newest, now));
        });
  }

  private void stamp(TimestampAuthority authority, Newest newest) {
    if (newest.word().stamped()) {
      return;
    }
    Stamping stamping;
    try {
      stamping = authority.stamp(newest.note().digest());
    } catch (Outage outage) {
      stamping = new Stamping.Unusable(String.valueOf(outage.getMessage()));
    }
    switch (stamping) {
      case Stamping.Stamped(var token, var at, var name) ->
          record(
              new TimestampObtained(newest.size(), newest.note().digestInHex(), token, name, at));
      case Stamping.Unusable(var because) ->
          LOG.warn(
              "No time stamp yet for the checkpoint of {} commits: {}", newest.size(), because);
    }
  }

  private void ask(Witness witness, Newest newest, Instant now) {
    String name = witness.key().name().value();
    if (newest.word().cosigned().contains(name) || tiles.size() < newest.size()) {
      return;
    }
    try {
      long old = vouched.cosignedBy(name);
      var answer = witness.add(submission(newest, old));
      if (answer instanceof Answer.Seen(var size) && size <= newest.size()) {
        old = size;
        answer = witness.add(submission(newest, old));
      }
      take(witness, newest, answer, old, now);
    } catch (Outage outage) {
      LOG.warn(
          "No cosignature yet of the checkpoint of {} commits: {}",
          newest.size(),
          outage.getMessage());
    }
  }

  private Submission submission(Newest newest, long old) {
    List<MerkleHash> proof =
        old == 0 ? List.of() : tiles.tree(newest.size()).consistency(old).path();
    return new Submission(old, proof, SignedNote.parse(newest.note().text()));
  }

  private void take(Witness witness, Newest newest, Answer answer, long old, Instant now) {
    switch (answer) {
      case Answer.Cosigned(var lines) -> cosigned(witness, newest, lines);
      case Answer.Seen(var size) when size > newest.size() ->
          refused(witness, newest, Objection.AHEAD, size, now);
      case Answer.Seen(var size) ->
          LOG.warn("{} saw {} commits meanwhile; it is asked again", witness.key().name(), size);
      case Answer.Refused(var objection) -> refused(witness, newest, objection, old, now);
    }
  }

  private void cosigned(Witness witness, Newest newest, String lines) {
    var key = witness.key();
    String digest = newest.note().digestInHex();
    Optional<CheckpointCosigned> word;
    try {
      word =
          key.in(SignedNote.parse(newest.note().text() + lines))
              .map(one ->
                  new CheckpointCosigned(
                      newest.size(), digest, key.name().value(), one.line().toString(), one.at()));
    } catch (IllegalArgumentException e) {
      word = Optional.empty();
    }
    word.ifPresentOrElse(
        this::record,
        () -> LOG.warn("Expected a cosignature by {} but found \"{}\"", key, lines.strip()));
  }

  /// The freeze first: if this ends in between, the refusal is heard again.
  private void refused(
      Witness witness, Newest newest, Objection objection, long seen, Instant now) {
    String name = witness.key().name().value();
    if (newest.word().refused().contains(name)) {
      return;
    }
    LOG.error(
        "ALARM: the witness {} refuses the checkpoint of {} commits: {}, it knows {} commits",
        name,
        newest.size(),
        objection,
        seen);
    if (asked.freezes()) {
      journal.send(
          new DeclareFreeze(
              Owner.OPERATOR,
              WITNESSES,
              "%s refuses the checkpoint of %d commits: %s"
                  .formatted(name, newest.size(), objection),
              now));
    }
    record(new WitnessRefused(newest.size(), newest.note().digestInHex(), name, objection, seen));
  }

  private void record(OfCheckpoint word) {
    if (journal.send(new RecordWord(word)) instanceof Decision.Rejected(var no)) {
      LOG.info("Not recorded: {}", no.sentence());
    }
  }
}
