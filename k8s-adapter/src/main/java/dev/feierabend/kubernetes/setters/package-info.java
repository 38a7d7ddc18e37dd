/// Finds who set what puts an object to sleep, and what keeps a program from setting it again.
@NullMarked
package dev.feierabend.kubernetes.setters;

import org.jspecify.annotations.NullMarked;
