/// Every "no" as one shape (RFC 9457), in the language of who asked.
@NullMarked
package dev.feierabend.console.problems;

import org.jspecify.annotations.NullMarked;
