package broadsheet.lucene.mark;

import broadsheet.lucene.analysis.SurfaceWord;
import broadsheet.query.OpenEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * The unfinished end of a query, in the words of the index.
 *
 * @param kept the part of the query's text that stays as it is
 * @param context folded words directly before the completed word
 * @param least the number of these that are required, because they are typed as one with it
 * @param prefix the beginning of the word to complete, folded; empty where any word may follow
 */
public record CompletionContext(String kept, List<String> context, int least, String prefix) {

  private static final int MOST_WORDS = 1_000;

  public CompletionContext {
    context = List.copyOf(context);
  }

  /** The context of an unfinished end. */
  public static CompletionContext of(OpenEnd end) {
    List<String> context = new ArrayList<>(folded(SurfaceWord.in(end.context(), MOST_WORDS)));
    List<SurfaceWord> words = SurfaceWord.in(end.word(), MOST_WORDS);
    String before =
        end.isQuoted() && end.hasContext() ? end.before() + end.context() + " " : end.before();
    if (words.isEmpty()) {
      return new CompletionContext(before, context, end.isQuoted() ? context.size() : 0, "");
    }
    SurfaceWord last = words.getLast();
    List<String> joined = folded(words.subList(0, words.size() - 1));
    context.addAll(joined);
    return new CompletionContext(
        before + end.word().substring(0, last.start()),
        context,
        end.isQuoted() ? context.size() : joined.size(),
        last.folded());
  }

  private static List<String> folded(List<SurfaceWord> words) {
    return words.stream().map(SurfaceWord::folded).toList();
  }

  /** The context cut to its last words. */
  public CompletionContext after(int words) {
    return new CompletionContext(
        kept, context.subList(context.size() - words, context.size()), least, prefix);
  }

  public boolean isEmpty() {
    return context.isEmpty() && prefix.isEmpty();
  }
}
