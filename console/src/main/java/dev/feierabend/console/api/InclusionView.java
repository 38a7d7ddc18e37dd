package dev.feierabend.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// That commit `commit` is leaf `commit − 1` of the tree of `size` commits. Hashes are Base64.
///
/// @param tlogProof the same as one text with the signed checkpoint (c2sp.org/tlog-proof), where
///   `size` is the newest checkpoint's
record InclusionView(
    long commit, long size, String root, List<String> path, @Nullable String tlogProof) {}
