package dev.feierabend.app.cli;

import dev.feierabend.core.proving.Verification;

/// What `verify --json` tells: of which journal, what was found, and the same as a sentence.
record Verified(String path, Verification verification, String sentence) {}
