package broadsheet.engine.result;

/**
 * The sentence of an article that best answers a question.
 *
 * @param text the sentence with its matches marked; a long one is cut
 * @param weight how well it fits the question, greater is better; comparable between the articles
 *     of one search
 * @param share the part of the question's rarity that this sentence, its neighbours and the
 *     headline have, 0 to 1
 */
public record AnswerSentence(MarkedText text, double weight, double share) {}
