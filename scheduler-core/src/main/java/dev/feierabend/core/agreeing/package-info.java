/// The life of an agreement: drafted, proposed, approved by somebody else, active, withdrawn;
/// overrides and freezes.
@NullMarked
package dev.feierabend.core.agreeing;

import org.jspecify.annotations.NullMarked;
