/// What planning a large fleet takes, and how near to what is possible it comes.
@NullMarked
package dev.feierabend.bench.plan;

import org.jspecify.annotations.NullMarked;
