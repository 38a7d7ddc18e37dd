package dev.feierabend.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/// What `verify --json` tells: of which journal or package, what was found, and the same as a
/// sentence.
record Verified(String path, JsonNode verification, String sentence) {}
