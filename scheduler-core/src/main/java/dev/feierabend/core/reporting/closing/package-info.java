/// A month's accounts: what is recorded of them once it is over, and how both are come by.
@NullMarked
package dev.feierabend.core.reporting.closing;

import org.jspecify.annotations.NullMarked;
