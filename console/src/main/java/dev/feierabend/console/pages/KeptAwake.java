package dev.feierabend.console.pages;

import dev.feierabend.console.api.OverrideView;

/// What a customer keeps awake, and whether the reader may end that.
public record KeptAwake(OverrideView override, boolean endable) {}
