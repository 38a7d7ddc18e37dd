/// Silences in Alertmanager for what sleeps by plan: as long as it does, and never over a wake that
/// failed.
@NullMarked
package dev.feierabend.app.silencing;

import org.jspecify.annotations.NullMarked;
