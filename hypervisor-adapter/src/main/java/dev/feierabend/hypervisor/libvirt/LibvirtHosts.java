package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.hypervisor.libvirt.Painter.Part;
import dev.feierabend.hypervisor.libvirt.Virt.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Hosts that are seen as one: each is asked at the same time as the others, and one that doesn't
/// answer delays them no longer than `patience`.
final class LibvirtHosts implements AutoCloseable {
  private final String name;
  private final List<Line> lines;
  private final InstantSource clock;
  private final History history = new History();
  private final Map<Line, Told> known = new HashMap<>();
  private volatile Optional<Picture> last = Optional.empty();
  private volatile boolean migrates;

  LibvirtHosts(
      String name,
      List<LibvirtHost> hosts,
      Virt.Opening opening,
      Duration patience,
      InstantSource clock) {
    this.name = name;
    this.lines = hosts.stream().map(host -> new Line(host, opening, patience)).toList();
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  History history() {
    return history;
  }

  boolean hasBeenSeen() {
    return last.isPresent();
  }

  boolean migrates() {
    return migrates;
  }

  sealed interface Look {}

  record Seen(Picture picture) implements Look {}

  /// None of them was heard.
  record Blind(String because) implements Look {}

  synchronized Look look() {
    Instant at = clock.instant();
    List<Part> parts = parts();
    if (parts.stream().noneMatch(Part::isHeard)) {
      return new Blind(
          parts.stream().flatMap(it -> it.silence().stream()).findFirst().orElse("no host"));
    }
    history.record(at, parts);
    migrates = Painter.migrates(parts);
    Picture picture = Painter.paint(name, parts, at);
    last = Optional.of(picture);
    return new Seen(picture);
  }

  private List<Part> parts() {
    List<Future<Heard>> asked;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      asked = lines.stream().map(line -> threads.submit(() -> heard(line))).toList();
    }
    return asked.stream().map(Future::resultNow).map(this::part).toList();
  }

  private record Heard(Line line, Optional<Told> told, Optional<String> silence) {}

  private static Heard heard(Line line) {
    try {
      return new Heard(line, Optional.of(line.ask(Virt::look)), Optional.empty());
    } catch (Trouble trouble) {
      return new Heard(line, Optional.empty(), Optional.of(trouble.words()));
    }
  }

  /// Of a host that is silent what it told last stands in.
  private Part part(Heard heard) {
    heard.told().ifPresent(told -> known.put(heard.line(), told));
    return new Part(heard.line(), Optional.ofNullable(known.get(heard.line())), heard.silence());
  }

  /// Looks, and decides by what is seen; where nothing is, the outcome is that.
  Answer seen(String what, Function<Picture, Answer> decide) {
    return switch (look()) {
      case Seen(var picture) -> decide.apply(picture);
      case Blind(var because) -> new Answer.Unknown("%s: %s".formatted(what, because));
    };
  }

  Sight sight() {
    return switch (look()) {
      case Seen(var picture) -> new Sight.Seen(picture.inventory());
      case Blind(var because) -> new Sight.Unseen(because, last.map(Picture::inventory));
    };
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
  }
}
