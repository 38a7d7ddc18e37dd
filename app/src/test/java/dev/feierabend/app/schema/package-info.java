@NullMarked
package dev.feierabend.app.schema;

import org.jspecify.annotations.NullMarked;
