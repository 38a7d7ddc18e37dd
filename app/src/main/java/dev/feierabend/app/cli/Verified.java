package dev.feierabend.app.cli;

import dev.feierabend.core.proving.Verification;

/// What `verify --json` tells: of which journal, and what was found.
record Verified(String path, Verification verification) {}
