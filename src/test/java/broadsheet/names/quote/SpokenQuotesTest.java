package broadsheet.names.quote;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenQuotesTest {

  private static final List<String> NAMES =
      List.of(
          "Ada Smith", "Eve Smith", "Bert Jones", "Smith", "Jones", "World Bank", "Ohio", "BBC");

  /** The quotes of a text whose paragraphs are separated by a bar: {@code Ada Smith: one / two}. */
  private static List<String> quotes(String text) {
    Article article =
        Article.withId("a").paragraphs(List.of(text.replace('\'', '"').split("\\|", -1))).build();
    return quotes(article);
  }

  private static List<String> quotes(Article article) {
    String body = NamedPart.BODY.of(article);
    Candidates candidates = candidates(body);
    return SpokenQuotes.of(article, candidates).stream()
        .map(
            quote ->
                candidates.forms().get(candidates.mentions().get(quote.speaker()).form())
                    + ": "
                    + quote.pieces().stream()
                        .map(piece -> body.substring(piece.start(), piece.end()))
                        .collect(Collectors.joining(" / ")))
        .toList();
  }

  private static Candidates candidates(String body) {
    List<Mention> mentions = new ArrayList<>();
    for (int form = 0; form < NAMES.size(); form++) {
      String name = NAMES.get(form);
      for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
        int start = at;
        int end = at + name.length();
        if (mentions.stream().noneMatch(each -> each.start() < end && start < each.end())) {
          mentions.add(new Mention(NamedPart.BODY, start, end, form, Optional.empty(), 0));
        }
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::start));
    return new Candidates(NAMES, NAMES.stream().map(_ -> 0).toList(), mentions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'We do not want to wait,' said Ada Smith.",
        "“We do not want to wait,” said Ada Smith.",
        "'We do not want to wait,' said the lawyer Ada Smith in a statement.",
        "'We do not want to wait,' says Mrs Ada Smith, who lives in Ohio.",
        "'We do not want to wait,' said the BBC’s Ada Smith.",
        "'We do not want to wait,' said Secretary of State Ada Smith.",
        "'We do not want to wait,' said Ada Smith of the World Bank.",
        "'We do not want to wait,' said BBC (London) editor Ada Smith.",
        "'We do not want to wait,' Ada Smith said.",
        "'We do not want to wait,' Ada Smith told the BBC.",
        "'We do not want to wait,' Rep. Ada Smith (D-Ohio) has also said on Sunday.",
        "'We do not want to wait,' Ada Smith, a lawyer in Ohio, said.",
        "'We do not want to wait,' Ada Smith, Ohio Democrat, told the BBC.",
        "'We do not want to wait,' Ada Smith of the World Bank said.",
        "Ada Smith said: 'We do not want to wait,' and left.",
        "Ada Smith told the BBC: 'We do not want to wait,'",
        "In Ohio, Ada Smith said in a statement, 'We do not want to wait,'",
        "Ada Smith, a lawyer, said: 'We do not want to wait,'",
        "The lawyer, Ada Smith, said: 'We do not want to wait,'",
        "Ada Smith of the World Bank said: 'We do not want to wait,'",
        "Ada Smith said Ohio was ready, adding: 'We do not want to wait,'",
        "As Ada Smith later wrote: 'We do not want to wait,'",
        "Ohio is ready. Ada Smith said that 'We do not want to wait,'",
      })
  void speakerIsNamedBesideTheVerb(String text) {
    assertThat(quotes(text)).containsExactly("Ada Smith: We do not want to wait,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'We do not want to wait,' she said.",
        "'We do not want to wait,' he told Ada Smith.",
        "She told Ada Smith: 'We do not want to wait.'",
        "'We do not want to wait,' said a spokesman for Ada Smith.",
        "'We do not want to wait,' said Ada Smith’s lawyer.",
        "'We do not want to wait,' Ada Smith’s lawyer said.",
        "'We do not want to wait,' said Ada Smith and Bert Jones.",
        "'We do not want to wait,' a friend of Ada Smith said.",
        "'We do not want to wait.' Ada Smith said the bank was ready.",
        "A spokesman for Ada Smith said: 'We do not want to wait.'",
        "The wife of Bert Jones said: 'We do not want to wait.'",
        "Ada Smith was told: 'We do not want to wait.'",
        "Ada Smith said that Bert Jones had heard it. 'We do not want to wait,' they said.",
        "Ada Smith said: 'We do not want to wait,' Bert Jones recalled.",
        "Ada Smith met Bert Jones. 'We do not want to wait.'",
        "'We do not want to wait,' according to Ada Smith.",
        "The bank said 'We do not want to wait,' Ada Smith said.",
        "Asked by Jones if his 'hope of a return is based on a hunch,' Ada Smith said no.",
        "The 'failure to do so,' Ada Smith said, 'will lead to a longer wait.'",
        "Ada Smith noted 'a great overlap of this case and others' in the past.",
        "Ada Smith said that 'if we do not wait until noon' the bank would.",
        "Ada Smith met Eve Smith. 'We do not want to wait,' said Smith.",
        "Ada Smith called it 'a very old bank'.",
        "Ada Smith said it was a 'scandal'.",
        "Ada Smith said 'Gone with the Wind' was long.",
        "On 'Meet the Whole Press,' Ada Smith said it was long.",
      })
  void inDoubtNobodySpeaks(String text) {
    assertThat(quotes(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'We wait,' said Ada Smith, 'until noon.'; We wait, / until noon.",
        "'We wait,' Ada Smith, a lawyer, said. 'It is not noon.'; We wait, / It is not noon.",
        "'We wait,' Ada Smith said. 'It is not noon,' said Bert Jones.; We wait,",
        "'We wait,' Ada Smith said. She left. 'It is not noon.'; We wait,",
        "'We wait,' Ada Smith told the 'Daily News.'; We wait,",
        "'We wait,' said Ada Smith, who wore the slogan, 'Back the Bid', on a hat.; We wait,",
        "Ada Smith said: 'We wait.|'It is not noon.'; We wait. / It is not noon.",
        "Ada Smith said: 'We wait. 'It is not noon.' She left.; We wait. / It is not noon.",
      })
  void speechOfSeveralPiecesIsOneQuote(String text, String pieces) {
    assertThat(quotes(text)).first().isEqualTo("Ada Smith: " + pieces);
  }

  @Test
  void eachSpeakerHasAQuote() {
    assertThat(
            quotes(
                "'We wait,' said Ada Smith. 'We never wait,' said Bert Jones."
                    + "|Jones said: 'Is it noon?' Smith said: 'It is noon.'"))
        .containsExactly(
            "Ada Smith: We wait,",
            "Bert Jones: We never wait,",
            "Jones: Is it noon?",
            "Smith: It is noon.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Smith said: 'We wait.|It is not noon.",
        "Ada Smith said: 'We wait for 'noon' here.",
        "Ada Smith said: \" We wait for noon.",
        "Ada Smith said: We wait for noon.'",
        "Ada Smith said it is 'all legal. 'We wait for noon,' she said.",
      })
  void marksThatDoNotFitAreNoQuote(String text) {
    assertThat(quotes(text)).isEmpty();
  }

  @Test
  void commaMayStandOutside() {
    assertThat(quotes("'We do not want to wait', said Ada Smith."))
        .containsExactly("Ada Smith: We do not want to wait");
  }

  @Test
  void nothingIsQuotedWithoutAName() {
    Article article =
        Article.withId("a").paragraphs(List.of("“We do not want to wait,” said Ada.")).build();
    assertThat(SpokenQuotes.of(article, Candidates.NONE)).isEmpty();
  }

  @Test
  void turnsOfSpeakersAreQuotesInDebatesAndTranscripts() {
    List<String> paragraphs =
        List.of(
            "Harbour dues",
            "Deputy Ada Smith (HP, 12:32): I beg to move.",
            "It is late.",
            "Ferries",
            "The House rose.",
            "The Clerk: Order.",
            "Bert Jones: No.");
    Article article =
        Article.withId("a")
            .paragraphs(paragraphs)
            .speakers(List.of("Deputy Ada Smith", "The Clerk", "Bert Jones"))
            .build();
    assertThat(quotes(article))
        .containsExactly("Ada Smith: I beg to move. / It is late.", "Bert Jones: No.");
  }

  /** Every text is read to its end, and what is quoted lies in the text, in its order. */
  @Test
  void anyTextIsRead() {
    Seeds.each(300, SpokenQuotesTest::read);
  }

  private static void read(Random random) {
    List<String> parts =
        List.of("'", "“", "”", ",", ".", "?", ":", "|", "said", "told", "adding", "(", ")", "of");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(
          random.nextInt(3) == 0
              ? NAMES.get(random.nextInt(NAMES.size()))
              : parts.get(random.nextInt(parts.size())));
      text.append(random.nextBoolean() ? " " : "");
    }
    assertThat(quotes(text.toString())).allSatisfy(quote -> assertThat(quote).contains(": "));
  }
}
