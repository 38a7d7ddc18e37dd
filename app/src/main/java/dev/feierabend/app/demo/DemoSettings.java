package dev.feierabend.app.demo;

import dev.feierabend.sandbox.centre.LoadModel;
import java.nio.file.Path;
import java.util.Optional;

/// What a demonstration is made from. `load`: recorded load instead of generated.
public record DemoSettings(int days, long seed, int hosts, Optional<LoadModel> load, Path out) {}
