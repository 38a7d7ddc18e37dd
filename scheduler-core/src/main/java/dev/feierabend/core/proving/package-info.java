/// The history verifies, offline.
@NullMarked
package dev.feierabend.core.proving;

import org.jspecify.annotations.NullMarked;
