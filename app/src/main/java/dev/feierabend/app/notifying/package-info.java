/// News of what was recorded, told outside by mail and CloudEvents: each to whom it concerns, in
/// order, and again where nobody knows whether it arrived.
@NullMarked
package dev.feierabend.app.notifying;

import org.jspecify.annotations.NullMarked;
