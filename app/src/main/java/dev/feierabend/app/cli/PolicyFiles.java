package dev.feierabend.app.cli;

import dev.feierabend.policies.imports.Imported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Policies as files of a folder, one each. None is overwritten, and none is ever seen half
/// written.
record PolicyFiles(Path folder) {

  /// The files, in the order of `policies`.
  List<Path> write(List<Imported.Policy> policies) {
    List<Path> files = policies.stream().map(one -> folder.resolve(one.name() + ".yaml")).toList();
    files.stream()
        .filter(Files::exists)
        .findFirst()
        .ifPresent(file -> {
          throw new Unreadable("Expected a folder without %s but found it there".formatted(file));
        });
    var drafts = new ArrayList<Path>();
    try {
      Files.createDirectories(folder);
      for (Imported.Policy policy : policies) {
        drafts.add(folder.resolve("." + policy.name() + ".draft"));
        Files.writeString(drafts.getLast(), policy.document(), StandardCharsets.UTF_8);
      }
      for (Path file : files) {
        Files.move(drafts.removeFirst(), file, StandardCopyOption.ATOMIC_MOVE);
      }
      return files;
    } catch (IOException e) {
      throw new Unreadable(
          "Expected a folder that can be written but found %s: %s".formatted(folder, e), e);
    } finally {
      drafts.forEach(PolicyFiles::drop);
    }
  }

  private static void drop(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new Unreadable("Expected to delete %s but found %s".formatted(draft, e), e);
    }
  }
}
