/// What our documents look like: their JSON schemas, and definitions of their kinds for Kubernetes
/// that are made from them.
@NullMarked
package dev.feierabend.app.schema;

import org.jspecify.annotations.NullMarked;
