/// What is typed, and what comes back.
@NullMarked
package dev.feierabend.app.cli;

import org.jspecify.annotations.NullMarked;
