/// Who may come in, and what each may see and do.
@NullMarked
package dev.feierabend.console.security;

import org.jspecify.annotations.NullMarked;
