/// What people type, and what it answers.
@NullMarked
package dev.feierabend.app.cli;

import org.jspecify.annotations.NullMarked;
