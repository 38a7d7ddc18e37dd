/// Closed periods: which events the running service needs no more, so that they may move to an
/// archive.
@NullMarked
package dev.feierabend.core.archiving;

import org.jspecify.annotations.NullMarked;
