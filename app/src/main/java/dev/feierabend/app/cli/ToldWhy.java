package dev.feierabend.app.cli;

import dev.feierabend.core.reporting.Why;

/// An answer as `why --json` tells it: the sentence for people, what it says for programs.
record ToldWhy(String sentence, Why why) {}
