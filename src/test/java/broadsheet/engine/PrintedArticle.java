package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.OptionalWords;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.Sentences;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.compile.AskedLanguage;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A random article whose word positions are known without any analyzer. */
final class PrintedArticle {

  /** Words of several languages; some belong to two. */
  static final List<String> WORDS =
      List.of(
          "balloon",
          "balloons",
          "ballooning",
          "talk",
          "talks",
          "Talked",
          "China",
          "China's",
          "China’s",
          "Zürich",
          "Zurich",
          "running",
          "run",
          "news",
          "new",
          "the",
          "of",
          "and",
          "many",
          "US",
          "U.S",
          "O’Connor",
          "1,234",
          "1234",
          "spy",
          "treaty",
          "treaties",
          "été",
          "Haus",
          "Häuser",
          "die",
          "dies",
          "hauser",
          "maison",
          "maisons",
          "élection",
          "elections",
          "sein",
          "seine",
          "l’élection",
          "книга",
          "книги",
          "ёлка",
          "елка",
          "كتب",
          "الكتب",
          "مدرسة",
          "مدرسه",
          "हिन्दी",
          "हिंदी",
          "किताब",
          "किताबें",
          "中国",
          "中國人",
          "東京都",
          "東京",
          "东京中国人",
          "コーヒー",
          "한국",
          "한국은",
          "ประเทศ",
          "ＡＢＣ",
          "abc");

  private static final String ALONE = "\\p{IsHan}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}ー";
  private static final Pattern PIECE = Pattern.compile("[" + ALONE + "]\\p{M}*|[^" + ALONE + "]+");

  /**
   * Their stems differ from each other; the last three have none. Each language is stated, or it
   * would be assumed.
   */
  private static final List<String> LANGUAGES =
      List.of("en", "en-GB", "de", "de-AT", "fr", "ru", "ar", "hi", "sw", "ja", "eo");

  private static final List<String> SEPARATORS =
      List.of(" ", " ", " ", " ", ", ", ". ", "! ", "? ", " — ", "; “");

  /**
   * A word, or one character in scripts where characters are looked up, and its position in its
   * paragraph, end exclusive.
   *
   * @param sentence counted within its paragraph
   */
  record Printed(String word, int paragraph, int sentence, int start, int end) {

    Printed in(List<Sentences.Sentence> sentences) {
      long before = sentences.stream().filter(s -> s.start() <= start).count();
      return new Printed(word, paragraph, (int) before, start, end);
    }
  }

  /** Whether a word is optional, by the languages of article and query: the same few recur. */
  private static final Map<List<String>, Boolean> OPTIONAL = new ConcurrentHashMap<>();

  private final Random random;
  private final List<String> vocabulary;
  private final Map<QueryField, List<Printed>> words = new EnumMap<>(QueryField.class);
  private final Article article;
  private Optional<ReferenceVariants> variants = Optional.empty();
  private ArticleLanguages archive = new ArticleLanguages(Map.of());
  private String asked = "";

  /** Makes articles in some of the languages, {@code a0} the first. */
  static List<PrintedArticle> some(Random random, int count) {
    return some(random, count, WORDS);
  }

  /** The same of these words. */
  static List<PrintedArticle> some(Random random, int count, List<String> vocabulary) {
    int languages = 1 + random.nextInt(LANGUAGES.size());
    List<PrintedArticle> articles =
        IntStream.range(0, count)
            .mapToObj(i -> new PrintedArticle(random, "a" + i, languages, vocabulary))
            .toList();
    Map<String, Integer> byLanguage = new HashMap<>();
    articles.forEach(each -> byLanguage.merge(each.stems(), 1, Integer::sum));
    articles.forEach(each -> each.archive = new ArticleLanguages(byLanguage));
    return articles;
  }

  /**
   * An article with this id.
   *
   * @param languages the number of languages it may be in, at least 1
   */
  private PrintedArticle(Random random, String id, int languages, List<String> vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
    List<String> title = texts(QueryField.TITLE, 1, 5);
    List<String> standfirst = texts(QueryField.STANDFIRST, random.nextInt(2), 6);
    List<String> body = texts(QueryField.BODY, 1 + random.nextInt(3), 14);
    List<String> captions = texts(QueryField.CAPTION, random.nextInt(3), 4);
    List<String> sources = texts(QueryField.SOURCE, random.nextInt(2), 2);
    article =
        Article.withId(id)
            .title(title.getFirst())
            .standfirst(standfirst.isEmpty() ? "" : standfirst.getFirst())
            .paragraphs(body)
            .captions(captions)
            .source(sources.isEmpty() ? "" : sources.getFirst())
            .language(LANGUAGES.get(random.nextInt(languages)))
            .publishedAt(date())
            .build();
  }

  /** The articles themselves. */
  static List<Article> plain(List<PrintedArticle> printed) {
    return printed.stream().map(PrintedArticle::article).toList();
  }

  Article article() {
    return article;
  }

  /** The language whose rules stem it. */
  private String stems() {
    return StemmedLanguages.of(article.language());
  }

  /** Sets the query that is read next, in whose language words are optional as well. */
  void ask(QueryNode query) {
    asked = AskedLanguage.of(query, archive).beside(stems());
  }

  /** Whether a word is optional in the query that is read. */
  boolean isOptional(String word) {
    return OPTIONAL.computeIfAbsent(
        List.of(word, stems(), asked), _ -> isOptionalIn(word, stems(), asked));
  }

  private static boolean isOptionalIn(String word, String stems, String asked) {
    List<QueryWord> words = QueryWord.in(word, ArticleAnalyzer.forText(stems));
    return Stream.of(stems, asked).anyMatch(language -> OptionalWords.areAll(words, language));
  }

  /** Sets the variants of the query that is read next. */
  void reading(ReferenceVariants ofQuery) {
    variants = Optional.of(ofQuery);
  }

  /** The other ways to write a word of the query that is read. */
  List<String> variants(String word) {
    return variants.map(all -> all.of(word, this)).orElse(List.of());
  }

  /** The words of a field in order; empty if it has none. */
  List<Printed> words(QueryField field) {
    List<Printed> printed =
        words.getOrDefault(field == QueryField.LEAD ? QueryField.BODY : field, List.of());
    return field == QueryField.LEAD
        ? printed.stream().filter(p -> p.paragraph() == 0).toList()
        : printed;
  }

  static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** Characters without blanks between them, perhaps with a question word, as words of a query. */
  static String run(Random random) {
    List<String> words = WORDS.stream().filter(word -> pieces(word).size() > 1).toList();
    StringBuilder run = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      run.append(words.get(random.nextInt(words.size())));
      run.append(random.nextInt(4) == 0 ? "什么" : "");
    }
    return run.toString();
  }

  private List<String> texts(QueryField field, int count, int maxWords) {
    List<String> texts = new ArrayList<>();
    List<Printed> printed = new ArrayList<>();
    for (int paragraph = 0; paragraph < count; paragraph++) {
      StringBuilder text = new StringBuilder();
      List<Printed> own = new ArrayList<>();
      for (int i = 1 + random.nextInt(maxWords); i > 0; i--) {
        String word = vocabulary.get(random.nextInt(vocabulary.size()));
        addWord(own, word, paragraph, text.length());
        text.append(word).append(i > 1 ? SEPARATORS.get(random.nextInt(SEPARATORS.size())) : "");
      }
      texts.add(text.toString());
      List<Sentences.Sentence> sentences = Sentences.in(text.toString(), 0, text.length());
      own.forEach(word -> printed.add(word.in(sentences)));
    }
    words.put(field, printed);
    return texts;
  }

  private static void addWord(List<Printed> printed, String word, int paragraph, int start) {
    int at = start;
    for (String piece : pieces(word)) {
      printed.add(new Printed(piece, paragraph, 0, at, at + piece.length()));
      at += piece.length();
    }
  }

  /** The characters of a word in a script without spaces or with attached endings; others whole. */
  static List<String> pieces(String word) {
    return PIECE.matcher(word).results().map(MatchResult::group).toList();
  }

  private PublicationDate date() {
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(700));
    return switch (random.nextInt(5)) {
      case 0 -> PublicationDate.unknown();
      case 1 -> PublicationDate.stated(day.toString().substring(0, 4));
      case 2 -> PublicationDate.stated(day.toString().substring(0, 7));
      case 3 -> PublicationDate.stated(day + "T23:59:59-08:00");
      default -> PublicationDate.stated(day.toString());
    };
  }
}
