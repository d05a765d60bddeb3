/**
 * Link two registers: block, compare, weigh, assign one to one, explain.
 *
 * <p>{@code Tracer} → {@code Features} (fields and lexicons) → {@code Keys}, {@code Blocking} (candidates) → {@code Model} (Fellegi and
 * Sunter, EM on {@code Patterns}) → {@code Scored}, {@code Competition} (probabilities where a row is one person) → {@code Choice}, {@code Assignment} → {@code Explainer}. Uses names and
 * register. Start reading at {@link org.homeward.tracing.Tracer}; {@link org.homeward.tracing.TraceIndex} traces one dossier at a time.
 */
@NullMarked
package org.homeward.tracing;

import org.jspecify.annotations.NullMarked;
