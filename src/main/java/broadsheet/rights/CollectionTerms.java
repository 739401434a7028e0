package broadsheet.rights;

import org.jspecify.annotations.Nullable;

/**
 * The terms under which a collection may be used. Immutable.
 *
 * @param text a sentence or two; null for none
 * @param url the address of the whole terms; null for none
 */
public record CollectionTerms(@Nullable String text, @Nullable String url) {}
