package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.tree.TileId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The history as a tiled log (c2sp.org/tlog-tiles): the checkpoint for everybody, tiles and
/// headers, which name their owners, for those who see everything.
@RestController
final class TlogController {
  private static final String ENTRIES = "entries";
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

  private final TileFolder tiles;

  TlogController(TileFolder tiles) {
    this.tiles = tiles;
  }

  @Needs(Right.READ)
  @GetMapping(path = "/tlog/checkpoint", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> checkpoint() {
    var note = tiles.checkpoint().orElseThrow(Declined::notFound);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(note.toString());
  }

  /// @param level a digit, or `entries` for the bundles
  /// @param index as in `x001/x234/067.p/12`
  @Needs(Right.READ)
  @GetMapping("/tlog/tile/{level}/{*index}")
  ResponseEntity<byte[]> tile(
      @PathVariable String level, @PathVariable String index, @CurrentCaller Caller caller) {
    if (!caller.seesAll()) {
      throw Declined.forbidden();
    }
    var bytes = bytes(level, index.substring(1)).orElseThrow(Declined::notFound);
    return ResponseEntity.ok()
        .cacheControl(FOR_EVER)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }

  private Optional<byte[]> bytes(String level, String index) {
    if (level.equals(ENTRIES)) {
      return TileId.parse(0, index).flatMap(tiles::entries);
    }
    return level.matches("\\d")
        ? TileId.parse(Integer.parseInt(level), index).flatMap(tiles::tile)
        : Optional.empty();
  }
}
