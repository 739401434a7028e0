package broadsheet.engine.result;

import broadsheet.article.PublicationDate;
import broadsheet.compare.Difference;
import java.util.Optional;

/**
 * An article that is a reprint of another, or an earlier or later version of it.
 *
 * @param id the article's
 * @param title the headline; empty if it has none
 * @param source the outlet; empty if unknown
 * @param difference how its standfirst and body differ from the other's; empty where there was no
 *     time to compare
 */
public record Reprint(
    String id,
    String title,
    String source,
    PublicationDate publishedAt,
    Optional<Difference> difference) {}
