/// Where agreements are asked about and changed: a running service, or a journal at hand. One
/// contract for both.
@NullMarked
package dev.feierabend.app.office;

import org.jspecify.annotations.NullMarked;
