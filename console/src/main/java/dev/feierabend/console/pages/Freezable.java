package dev.feierabend.console.pages;

/// Whose power-downs the reader may stop. `name`: a tenant, or empty for everybody's; `path`: where
/// its forms go.
public record Freezable(String name, String path, boolean frozen) {}
