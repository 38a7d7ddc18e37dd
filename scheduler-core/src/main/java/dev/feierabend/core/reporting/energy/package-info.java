/// What capacity took in electricity and what its sleep saved, from what was recorded. Pure.
@NullMarked
package dev.feierabend.core.reporting.energy;

import org.jspecify.annotations.NullMarked;
