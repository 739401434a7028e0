package broadsheet.verify;

/**
 * A difference between a claim and an article.
 *
 * @param claimed the words of the claim; empty if it left some out
 * @param printed the words of the article; empty if it does not have any here
 */
public record Change(ChangeKind kind, String claimed, String printed) {}
