package dev.feierabend.image;

import dev.feierabend.image.Tools.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs an image as a container engine would, by a script, since there is no engine here.
///
/// @param folder for what the programs say
/// @param mounts `OUTSIDE:INSIDE:ro` or `rw`
record Container(Image image, Path folder, List<String> mounts) {
  private static final List<String> APART =
      List.of("unshare", "--mount", "--pid", "--fork", "--kill-child");
  private static final String ENTER =
      Path.of("src", "test", "scripts", "enter").toAbsolutePath().toString();

  /// Why no image can be started here, or nothing.
  static String obstacle(Path folder) {
    List<String> probe =
        Stream.concat(
                APART.stream(),
                Stream.of(
                    "sh", "-c", "mount -t tmpfs tmpfs \"$0\" && chroot / true", folder.toString()))
            .toList();
    Outcome outcome = Tools.outcome(folder, probe);
    return outcome.exit() == 0 ? "" : "mount and chroot are not allowed: " + outcome.said().strip();
  }

  Outcome run(List<String> arguments) {
    return Tools.outcome(folder, command(arguments));
  }

  Process started(Path said, List<String> arguments) throws IOException {
    return Tools.started(said, command(arguments));
  }

  /// A folder outside that belongs to the image's user.
  Container with(Path outside, String inside) throws IOException {
    Files.setAttribute(outside, "unix:uid", Integer.valueOf(image.user().getFirst()));
    return mounted(outside, inside, "rw");
  }

  Container withReadOnly(Path outside, String inside) {
    return mounted(outside, inside, "ro");
  }

  private Container mounted(Path outside, String inside, String how) {
    var more = new ArrayList<>(mounts);
    more.add("%s:%s:%s".formatted(outside.toAbsolutePath(), inside, how));
    return new Container(image, folder, List.copyOf(more));
  }

  private List<String> command(List<String> arguments) {
    var command = new ArrayList<>(APART);
    command.add(ENTER);
    command.add(image.root().toString());
    command.addAll(image.user());
    command.add(image.config().get("WorkingDir").asText());
    command.addAll(mounts);
    command.add("--");
    command.addAll(image.texts("Env"));
    command.addAll(image.texts("Entrypoint"));
    command.addAll(arguments.isEmpty() ? image.texts("Cmd") : arguments);
    return command;
  }
}
