package dev.feierabend.console.api;

import java.util.List;

/// That the tree of `from` commits grew into that of `to`. Hashes are Base64.
record ConsistencyView(long from, long to, String fromRoot, String toRoot, List<String> path) {}
