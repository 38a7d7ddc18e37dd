/// What people see: REST, one page, and who may what. Expects the journal and its read models as
/// beans.
@NullMarked
package dev.feierabend.console;

import org.jspecify.annotations.NullMarked;
