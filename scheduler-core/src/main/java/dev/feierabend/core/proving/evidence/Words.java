package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.stamps.TimestampReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What others say of a package's checkpoint. It stands behind what the checkpoint signs, in the
/// operator's commits, so it goes along as members of its own, with a customer's part too.
///
/// @param token of the time stamp, DER in Base64
/// @param cosignatures witnesses' lines, without their ends
record Words(Optional<String> token, List<String> cosignatures) {
  static final Words NONE = new Words(Optional.empty(), List.of());

  Words {
    cosignatures = List.copyOf(cosignatures);
  }

  Words with(OfCheckpoint word) {
    return switch (word) {
      case TimestampObtained stamp -> new Words(Optional.of(stamp.token()), cosignatures);
      case CheckpointCosigned one -> {
        var more = new ArrayList<>(cosignatures);
        more.add(one.cosignature());
        yield new Words(token, more);
      }
      case WitnessRefused _ -> this;
    };
  }

  /// By name. A token that is none has no file; whoever asks about words finds it in its commit.
  ///
  /// @param size of the checkpoint's tree
  SortedMap<String, byte[]> members(long size) {
    var members = new TreeMap<String, byte[]>();
    token
        .flatMap(TimestampReply::granting)
        .ifPresent(reply -> members.put(Members.timestamp(size), reply));
    if (!cosignatures.isEmpty()) {
      String lines = String.join("\n", cosignatures) + "\n";
      members.put(Members.COSIGNATURES, lines.getBytes(UTF_8));
    }
    return members;
  }
}
