/// Boots and wires all of it, and is the command line.
@NullMarked
package dev.feierabend.app;

import org.jspecify.annotations.NullMarked;
