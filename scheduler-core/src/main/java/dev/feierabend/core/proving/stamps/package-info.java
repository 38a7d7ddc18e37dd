/// Time stamps (RFC 3161): somebody else's word on when something was there.
@NullMarked
package dev.feierabend.core.proving.stamps;

import org.jspecify.annotations.NullMarked;
