package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.proving.TileFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Proofs about the signed history. They hold hashes alone, so everybody may have any of them.
@RestController
@RequestMapping("/api/v1/proofs")
final class ProofsController {
  private final TileFolder tiles;

  ProofsController(TileFolder tiles) {
    this.tiles = tiles;
  }

  /// That a commit stands in the history.
  ///
  /// @param size of the history up to which commit, the newest that is signed where it is left out
  @Needs(Right.READ)
  @GetMapping("/inclusion")
  InclusionView inclusion(
      @RequestParam long commit, @RequestParam(required = false) @Nullable Long size) {
    long signed = tiles.size();
    long wanted = size == null ? signed : size;
    if (commit < 1 || commit > wanted || wanted > signed) {
      throw Declined.notFound();
    }
    var tree = tiles.tree(wanted);
    return new InclusionView(
        commit,
        wanted,
        tree.root().toString(),
        tree.inclusion(commit - 1).path().stream().map(Object::toString).toList(),
        wanted == signed ? tiles.proof(commit).toString() : null);
  }

  /// That the history up to one commit only grew into that up to another.
  @Needs(Right.READ)
  @GetMapping("/consistency")
  ConsistencyView consistency(@RequestParam long from, @RequestParam long to) {
    if (from < 1 || from > to || to > tiles.size()) {
      throw Declined.notFound();
    }
    var tree = tiles.tree(to);
    return new ConsistencyView(
        from,
        to,
        tiles.tree(from).root().toString(),
        tree.root().toString(),
        tree.consistency(from).path().stream().map(Object::toString).toList());
  }
}
