package broadsheet.engine.result;

import broadsheet.article.PublicationDate;
import broadsheet.compare.Difference;
import java.util.Optional;

/**
 * An article that is a reprint of another, or an earlier or later version of it.
 *
 * @param id the id of the article
 * @param title its {@link broadsheet.article.Headline}
 * @param source the outlet; empty if unknown
 * @param difference the difference of its standfirst and body from the other's; empty if there was
 *     no time to compare
 */
public record Reprint(
    String id,
    String title,
    String source,
    PublicationDate publishedAt,
    Optional<Difference> difference) {}
