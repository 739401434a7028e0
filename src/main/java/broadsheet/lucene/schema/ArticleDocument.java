package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.names.Candidates;
import broadsheet.names.Quote;
import broadsheet.names.quote.SpokenQuotes;
import broadsheet.query.QueryField;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** Turns an article into a Lucene document. {@link StoredArticle} is the reverse. */
public final class ArticleDocument {

  private static final FieldType TEXT = IndexSchema.markable(true);
  private static final FieldType LABEL = IndexSchema.markable(false);

  private final Document document = new Document();
  private final String stems;
  private final boolean isSearched;
  private final ArticleWords words;
  private final NamePlaces names;

  private ArticleDocument(String stems, Candidates names, boolean isSearched) {
    this.stems = stems;
    this.isSearched = isSearched;
    words = new ArticleWords(stems);
    this.names = new NamePlaces(names);
  }

  /** The document of an article. */
  public static Document of(IndexedArticle indexed) {
    return of(indexed, WordRuns.of(indexed.article()));
  }

  /** The same, where the runs of its words are known. */
  public static Document of(IndexedArticle indexed, WordRuns runs) {
    Document document = of(indexed, true);
    StoredFurniture.addRuns(indexed, runs, document);
    return document;
  }

  /** The document of an article where it is searched and not settled. */
  public static Document onShard(IndexedArticle indexed) {
    return of(indexed, true);
  }

  /**
   * The document of an article where it is settled and not searched: with all stored fields, and
   * with those that tell how articles relate. No text is analysed.
   */
  public static Document unsearched(IndexedArticle indexed, WordRuns runs) {
    Document document = of(indexed, false);
    StoredFurniture.addRuns(indexed, runs, document);
    return document;
  }

  private static Document of(IndexedArticle indexed, boolean isSearched) {
    Article article = indexed.article();
    ArticleDocument made =
        new ArticleDocument(StemmedLanguages.of(article.language()), indexed.names(), isSearched);
    made.document.add(new StringField(IndexSchema.STEMS, made.stems, Field.Store.NO));
    made.addIdentity(indexed);
    made.addTexts(article);
    made.addQuotes(indexed);
    made.addLabels(indexed);
    made.addLanguage(article);
    made.addDate(article.publishedAt());
    Added.addTo(made.document, indexed.added(), article.publishedAt(), isSearched);
    Sketch.of(article.paragraphs()).addTo(made.document);
    StoredPositions.add(article.positions(), made.document);
    StoredNames.add(indexed.names(), made.document);
    StoredFurniture.add(indexed, made.document);
    return made.document;
  }

  private void addIdentity(IndexedArticle indexed) {
    Article article = indexed.article();
    document.add(new StringField(IndexSchema.ID, article.id(), Field.Store.YES));
    document.add(new SortedDocValuesField(IndexSchema.ID, new BytesRef(article.id())));
    String claim = indexed.first().claim();
    if (!claim.equals(article.id())) {
      document.add(new StringField(IndexSchema.CLAIM, claim, Field.Store.NO));
    }
    BytesRef fingerprint = Fingerprint.of(indexed);
    document.add(new StringField(IndexSchema.FINGERPRINT, fingerprint, Field.Store.NO));
    search(() -> new NumericDocValuesField(IndexSchema.DRAW, Fingerprint.draw(fingerprint)));
    for (RecordPlace place : indexed.places()) {
      document.add(new StringField(IndexSchema.RECORD, place.key(), Field.Store.NO));
      document.add(new StoredField(StoredArticle.PLACE, place.stored()));
    }
    indexed.lineage().addTo(document);
    ItemTerm.add(
        IndexSchema.ITEM, indexed.places().stream().flatMap(p -> p.items().stream()), document);
    if (indexed.further() > 0) {
      document.add(new StoredField(StoredArticle.FURTHER, indexed.further()));
    }
    long copies = indexed.copies();
    if (copies > 0) {
      document.add(new NumericDocValuesField(IndexSchema.COPIES, copies));
    }
  }

  private void addTexts(Article article) {
    addText(QueryField.TITLE, article.title());
    addText(QueryField.STANDFIRST, article.standfirst());
    addText(QueryField.DATELINE, article.dateline());
    addBody(article);
    addParagraphs(QueryField.CAPTION, article.captions());
    addParagraphs(QueryField.CORRECTION, article.corrections());
    addParagraphs(QueryField.RELATED, article.related());
    addLead(article.own().paragraphs());
    if (isSearched) {
      names.addTo(document);
    }
    search(() -> new NotedField(IndexSchema.ALL_WORDS, true, words::all));
    search(() -> new NotedField(IndexSchema.PAIRS, false, words::pairs));
    search(() -> new ForwardField(words));
    search(() -> new TokensField(words));
    search(() -> new IntField(IndexSchema.WORDS, WordCount.of(article.own()), Field.Store.NO));
  }

  /** Adds what is quoted as one text, and the forms of those who are quoted as terms. */
  private void addQuotes(IndexedArticle indexed) {
    List<Quote> quotes =
        isSearched ? SpokenQuotes.of(indexed.article().own(), indexed.names()) : List.of();
    if (!quotes.isEmpty()) {
      document.add(new QuotesField(indexed, quotes, stems, TEXT));
      quotes.stream()
          .map(quote -> indexed.names().mentions().get(quote.speaker()).form())
          .distinct()
          .map(form -> FacetValues.indexed(indexed.names().forms().get(form)))
          .forEach(
              form ->
                  document.add(new StringField(IndexSchema.SPEAKER_FORM, form, Field.Store.NO)));
    }
  }

  private void addText(QueryField field, String text) {
    if (!text.isEmpty()) {
      search(() -> analysed(field, text, AnalysedField.Place.FIRST));
      store(field.label(), text);
    }
  }

  private Field analysed(QueryField field, String text, AnalysedField.Place place) {
    boolean isText = field.kind() == QueryField.Kind.TEXT;
    UnaryOperator<TokenStream> noting =
        IndexSchema.DEFAULT_FIELDS.containsKey(field)
            ? stream -> names.noting(field, words.noting(field, stream))
            : UnaryOperator.identity();
    AnalysedField.Cut cut =
        new AnalysedField.Cut(IndexSchema.indexAnalyzer(field, stems), place, noting);
    return new AnalysedField(field.label(), text, isText ? TEXT : LABEL, cut);
  }

  /** Analyses the body without its furniture, and the furniture for a field of its own. */
  private void addBody(Article article) {
    addParagraphs(QueryField.BODY, article.own().paragraphs());
    if (!article.furniture().isNone()) {
      analyse(QueryField.FURNITURE, article.furniture().only(article.paragraphs()));
    }
  }

  /** Stores the paragraphs as one text, a line for each: offsets in the index refer to it. */
  private void addParagraphs(QueryField field, List<String> paragraphs) {
    analyse(field, paragraphs);
    store(field.label(), String.join(StoredArticle.PARAGRAPH_BREAK, paragraphs));
  }

  private void analyse(QueryField field, List<String> paragraphs) {
    AnalysedField.Place place = AnalysedField.Place.FIRST;
    for (String text : isSearched ? withWords(paragraphs) : List.<String>of()) {
      document.add(analysed(field, text, place));
      place = AnalysedField.Place.LATER;
    }
  }

  /** Adds the first paragraph of the article's own words, with what is blank before it. */
  private void addLead(List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      int own = 0;
      while (own + 1 < paragraphs.size() && paragraphs.get(own).isBlank()) {
        own++;
      }
      String lead = String.join(StoredArticle.PARAGRAPH_BREAK, paragraphs.subList(0, own + 1));
      search(() -> analysed(QueryField.LEAD, lead, AnalysedField.Place.FIRST));
    }
  }

  /**
   * Joins paragraphs without words to the one before, so that the position gap between two
   * paragraphs is always the same.
   */
  private List<String> withWords(List<String> paragraphs) {
    List<String> joined = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (joined.isEmpty() || (hasWords(paragraph) && hasWords(joined.getLast()))) {
        joined.add(paragraph);
      } else {
        joined.add(joined.removeLast() + StoredArticle.PARAGRAPH_BREAK + paragraph);
      }
    }
    return joined;
  }

  private boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit)
        || !QueryWord.in(text, ArticleAnalyzer.forText(stems)).isEmpty();
  }

  private void addLabels(IndexedArticle indexed) {
    Article article = indexed.article();
    for (FacetField facet : FacetField.KEYWORDS) {
      for (String value : FacetValues.of(indexed, facet)) {
        addLabel(IndexSchema.wordsOf(facet), value);
        if (isSearched) {
          String field = IndexSchema.valuesOf(facet);
          FacetValues.indexed(facet, value)
              .forEach(whole -> document.add(new KeywordField(field, whole, Field.Store.NO)));
        }
      }
    }
    for (PrintedPage page : article.positions().pages()) {
      addLabel(QueryField.PAGE, page.label());
    }
    if (!article.url().isEmpty()) {
      addLabel(QueryField.URL, article.url());
    }
  }

  private void addLabel(QueryField field, String value) {
    search(() -> analysed(field, value, AnalysedField.Place.ANY));
    store(field.label(), value);
  }

  private void addLanguage(Article article) {
    String evidence = LanguageEvidence.of(article).term();
    document.add(new StringField(IndexSchema.LANGUAGE_EVIDENCE, evidence, Field.Store.NO));
    if (!article.language().isEmpty()) {
      store(StoredArticle.LANGUAGE_BASIS, article.languageBasis().name());
    }
  }

  private void addDate(PublicationDate date) {
    if (!date.isKnown()) {
      return;
    }
    var first = date.first().orElseThrow();
    int lastDay = (int) date.last().orElseThrow().toEpochDay();
    search(() -> new IntField(IndexSchema.FIRST_DAY, (int) first.toEpochDay(), Field.Store.NO));
    search(() -> new IntField(IndexSchema.LAST_DAY, lastDay, Field.Store.NO));
    LocalTime time = date.time().orElse(LocalTime.MIN);
    // DateComparatorSource relies on the day of this being the first day
    long seconds = first.atTime(time).toEpochSecond(ZoneOffset.UTC);
    search(() -> new NumericDocValuesField(IndexSchema.SORT_TIME, seconds));
    store(StoredArticle.DATE, date.iso());
    store(StoredArticle.DATE_ORIGIN, date.origin().name());
  }

  /** Adds a field that only searches need. */
  private void search(Supplier<? extends Field> field) {
    if (isSearched) {
      document.add(field.get());
    }
  }

  private void store(String field, String value) {
    if (!value.isEmpty()) {
      document.add(new StoredField(field, value));
    }
  }
}
