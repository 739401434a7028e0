package broadsheet.lucene.explain;

import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.ExpansionTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The place of an article in the ranking of a whole archive.
 *
 * @param tier its tier or, if it is not a hit, the last tier that was searched
 * @param rank the rank of the article or the best of its family, from 1; empty if neither is listed
 * @param isListed whether the article itself is listed
 * @param isReranked whether it was reranked
 * @param learnt the expansion terms of the reranking; empty if there are none
 * @param isComplete whether all articles were examined
 * @param isEmpty whether the tier has no hit
 * @param isWithoutWhole whether no hit of the tier matches the whole query
 */
public record Placement(
    Tier tier,
    OptionalInt rank,
    boolean isListed,
    boolean isReranked,
    Optional<List<ExpansionTerms.Word>> learnt,
    boolean isComplete,
    boolean isEmpty,
    boolean isWithoutWhole) {}
