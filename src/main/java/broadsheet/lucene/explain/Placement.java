package broadsheet.lucene.explain;

import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.ExpansionTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The place of an article in the ranking of a whole archive.
 *
 * @param tier the one that it is in or, if it is no hit, the last that was searched
 * @param rank at which it, or the best of its family, is listed, from 1; empty if it is not listed
 * @param isListed whether it is listed itself
 * @param isReranked whether it was reranked
 * @param learnt the expansion terms of the reranking; empty where there are none
 * @param isComplete whether all articles were looked at
 * @param isEmpty whether the tier has no hit
 */
public record Placement(
    Tier tier,
    OptionalInt rank,
    boolean isListed,
    boolean isReranked,
    Optional<List<ExpansionTerms.Word>> learnt,
    boolean isComplete,
    boolean isEmpty) {}
