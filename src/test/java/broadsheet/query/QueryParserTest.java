package broadsheet.query;

import static broadsheet.query.QueryField.BODY;
import static broadsheet.query.QueryField.FURNITURE;
import static broadsheet.query.QueryField.SOURCE;
import static broadsheet.query.QueryField.TITLE;
import static broadsheet.query.Trees.allOf;
import static broadsheet.query.Trees.anyOf;
import static broadsheet.query.Trees.atLeast;
import static broadsheet.query.Trees.before;
import static broadsheet.query.Trees.boosted;
import static broadsheet.query.Trees.dates;
import static broadsheet.query.Trees.everything;
import static broadsheet.query.Trees.exact;
import static broadsheet.query.Trees.fuzzy;
import static broadsheet.query.Trees.in;
import static broadsheet.query.Trees.near;
import static broadsheet.query.Trees.not;
import static broadsheet.query.Trees.notNear;
import static broadsheet.query.Trees.parsed;
import static broadsheet.query.Trees.phrase;
import static broadsheet.query.Trees.together;
import static broadsheet.query.Trees.wildcard;
import static broadsheet.query.Trees.word;
import static broadsheet.query.Trees.words;
import static broadsheet.query.Trees.wordsFrom;
import static broadsheet.query.Trees.wordsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryParserTest {
  private static final QueryNode A = word("a");
  private static final QueryNode B = word("b");
  private static final QueryNode C = word("c");

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource({
    "wordForms",
    "phraseForms",
    "joins",
    "negations",
    "exclamations",
    "groups",
    "fields",
    "furniture",
    "dateForms",
    "numbers",
    "proximities",
    "boosts"
  })
  void readsWithoutNotes(String text, QueryNode root) {
    ParsedQuery query = parsed(text);
    assertThat(query.root()).isEqualTo(root);
    assertThat(query.notes()).isEmpty();
    assertThat(query.text()).isEqualTo(text);
  }

  static Stream<Arguments> wordForms() {
    return Stream.of(
        arguments("", everything()),
        arguments(" \t\n\u00a0\u3000", everything()),
        arguments("... , ; — – … !!", everything()),
        arguments("balloon", word("balloon")),
        arguments("balloon talks", together(word("balloon"), word("talks"))),
        arguments("balloon\u3000talks", together(word("balloon"), word("talks"))),
        arguments("=talks", exact("talks")),
        arguments("diplom*", wildcard("diplom*")),
        arguments("diplom****", wildcard("diplom*")),
        arguments("w?rd", wildcard("w?rd")),
        arguments("*word", wildcard("*word")),
        arguments("?ord", wildcard("?ord")),
        arguments("wor?*", wildcard("wor?*")),
        arguments("organi?ation?", wildcard("organi?ation?")),
        arguments("diplom*, talks", together(wildcard("diplom*"), word("talks"))),
        arguments("Blinkin~", fuzzy("Blinkin", 2)),
        arguments("Blinkin~2", fuzzy("Blinkin", 2)),
        arguments("Blinkin~1", fuzzy("Blinkin", 1)),
        arguments("Blinkin~0", exact("Blinkin")),
        arguments("China,", word("China")),
        arguments("(China.)", word("China")),
        arguments("U.S.", word("U.S.")),
        arguments("U.S., p.m.", together(word("U.S."), word("p.m."))),
        arguments("Ph.D.", word("Ph.D.")),
        arguments("example.com.", word("example.com")),
        arguments("well-being", word("well-being")),
        arguments("f-16", word("f-16")),
        arguments("s/s", word("s/s")),
        arguments("w/o", word("w/o")),
        arguments("AT&T", word("AT&T")),
        arguments("O'Connor", word("O'Connor")),
        arguments("China’s", word("China’s")),
        arguments("‘China’", word("China")),
        arguments("'China'", word("China")),
        arguments(
            "C++ C# #metoo @potus",
            together(word("C++"), word("C#"), word("#metoo"), word("@potus"))),
        arguments("+a", A),
        arguments("5% $5", together(word("5%"), word("$5"))),
        arguments("🙂", word("🙂")),
        arguments("a 🙂 b", together(A, word("🙂"), B)),
        arguments("a & b", together(A, B)),
        arguments("a + b", together(A, B)),
        arguments("talks—Blinken", together(word("talks"), word("Blinken"))),
        arguments("[sic] {a}", together(word("sic"), A)),
        arguments("中美关系", word("中美关系")),
        arguments("Украина, Одесса", together(word("Украина"), word("Одесса"))),
        arguments("صدام", word("صدام")),
        arguments("צה\"ל", word("צה\"ל")),
        arguments("a\u0000b", together(A, B)),
        arguments("a\ud83db", together(A, B)),
        arguments("soft\u00adhyphen", word("softhyphen")),
        arguments("10:30", word("10:30")),
        arguments("http://a.com/b?c=d&e", word("http://a.com/b?c=d&e")),
        arguments("http://a.com/~b", word("http://a.com/~b")),
        arguments("Breaking: news", together(word("Breaking"), word("news"))),
        arguments("2019..2020", word("2019..2020")),
        arguments("near the w and", together(word("near"), word("the"), word("w"), word("and"))),
        arguments("And Not Or", together(word("And"), word("Not"), word("Or"))));
  }

  static Stream<Arguments> proximities() {
    Reach sentence = new Reach.Sentence(false);
    Reach paragraph = new Reach.Paragraph(false);
    return Stream.of(
        arguments("a NEAR/7 b", near(7, A, B)),
        arguments("a NEAR b", near(5, A, B)),
        arguments("a near/7 b", near(7, A, B)),
        arguments("a near7 b", near(7, A, B)),
        arguments("a w/10 b", near(10, A, B)),
        arguments("a ADJ b", before(5, A, B)),
        arguments("a ADJ/3 b", before(3, A, B)),
        arguments("a adj3 b", before(3, A, B)),
        arguments("a pre/3 b", before(3, A, B)),
        arguments("a w/s b", near(sentence, A, B)),
        arguments("a W/S b", near(sentence, A, B)),
        arguments("a pre/s b", near(new Reach.Sentence(true), A, B)),
        arguments("a w/p b", near(paragraph, A, B)),
        arguments("a w/3 b w/5 c", near(5, near(3, A, B), C)),
        arguments("a w/3 (b w/5 c)", near(3, A, near(5, B, C))),
        arguments("a w/3 b OR c", anyOf(near(3, A, B), C)),
        arguments("a w/3 b AND c", allOf(near(3, A, B), C)),
        arguments("c a w/3 b", together(C, near(3, A, B))),
        arguments("-a w/3 b", not(near(3, A, B))),
        arguments("a w/3 -b", notNear(3, A, B)),
        arguments("(-a) w/3 b", notNear(3, B, A)),
        arguments("a NOT w/3 b", notNear(3, A, B)),
        arguments("a NOT NEAR b c", together(notNear(5, A, B), C)),
        arguments("a NOT w/3 -b", near(3, A, B)),
        arguments("\"a b\" w/3 c*", near(3, phrase("a b"), wildcard("c*"))),
        arguments("(a OR b) w/p c", near(paragraph, anyOf(A, B), C)),
        arguments("title:a w/3 b", near(3, in(TITLE, A), B)),
        arguments("title:(a w/3 b)", in(TITLE, near(3, A, B))),
        arguments("title:(b w/3 c)^2", boosted(in(TITLE, near(3, B, C)), 2)),
        arguments("(a w/3 b)^2", boosted(near(3, A, B), 2)),
        arguments("ATLEAST/3 a", atLeast(3, A)),
        arguments("atleast3 a", atLeast(3, A)),
        arguments("ATLEAST/1 a", A),
        arguments("atleast5(a OR b)", atLeast(5, anyOf(A, B))),
        arguments("ATLEAST/3 a w/5 b", atLeast(3, near(5, A, B))),
        arguments("ATLEAST/3 a b", together(atLeast(3, A), B)),
        arguments("ATLEAST/3 ATLEAST/2 a", atLeast(3, A)),
        arguments("ATLEAST/3 a^2", boosted(atLeast(3, A), 2)),
        arguments("-ATLEAST/3 a", not(atLeast(3, A))),
        arguments(
            "w/o near/by at/least", together(word("w/o"), word("near/by"), word("at/least"))));
  }

  static Stream<Arguments> phraseForms() {
    return Stream.of(
        arguments("\"candid, substantial\"", phrase("candid, substantial")),
        arguments("\"the * of England\"", phrase("the * of England")),
        arguments("\"to be or not to be\"", phrase("to be or not to be")),
        arguments("\"  a \n b \"", phrase("a b")),
        arguments("“a b”", phrase("a b")),
        arguments("„a b“", phrase("a b")),
        arguments("„a b”", phrase("a b")),
        arguments("”a b”", phrase("a b")),
        arguments("“a b\"", phrase("a b")),
        arguments("\"a b”", phrase("a b")),
        arguments("«a b»", phrase("a b")),
        arguments("« a b »", phrase("a b")),
        arguments("»a b«", phrase("a b")),
        arguments("‹a b›", phrase("a b")),
        arguments("「a b」", phrase("a b")),
        arguments("『a b』", phrase("a b")),
        arguments("\"the “new” deal\"", phrase("the new deal")),
        arguments("\"a (b OR c) -d title:e\"", phrase("a (b OR c) -d title:e")),
        arguments("\"human record\"~3", phrase("human record", 3)),
        arguments("\"human record\"~0", phrase("human record")),
        arguments("\"AND\"", phrase("AND")),
        arguments("\"a b\"c", together(phrase("a b"), C)),
        arguments("c\"a b\"", together(C, phrase("a b"))),
        arguments("\"a b\"\"c\"", together(phrase("a b"), phrase("c"))),
        arguments("\"a b\"~2c", together(phrase("a b", 2), C)),
        arguments("\"צה\"ל\"", phrase("צה\"ל")));
  }

  static Stream<Arguments> joins() {
    return Stream.of(
        arguments("Taiwan OR Philippines", anyOf(word("Taiwan"), word("Philippines"))),
        arguments("a | b", anyOf(A, B)),
        arguments("a|b", anyOf(A, B)),
        arguments("a || b", anyOf(A, B)),
        arguments("a AND b", allOf(A, B)),
        arguments("a && b", allOf(A, B)),
        arguments("a&&b", allOf(A, B)),
        arguments("a AND b AND c", allOf(A, B, C)),
        arguments("a OR b OR c", anyOf(A, B, C)),
        arguments(
            "climate flood OR drought",
            together(word("climate"), anyOf(word("flood"), word("drought")))),
        arguments("a AND b OR c", anyOf(allOf(A, B), C)),
        arguments("a OR b AND c", anyOf(A, allOf(B, C))),
        arguments("a AND b c", together(allOf(A, B), C)),
        arguments("a b AND c", together(A, allOf(B, C))),
        arguments("a b OR c AND d", together(A, anyOf(B, allOf(C, word("d"))))));
  }

  static Stream<Arguments> negations() {
    return Stream.of(
        arguments("China -Taiwan", together(word("China"), not(word("Taiwan")))),
        arguments("China NOT Taiwan", together(word("China"), not(word("Taiwan")))),
        arguments("a AND NOT b", allOf(A, not(B))),
        arguments("a OR -b", anyOf(A, not(B))),
        arguments("a|-b", anyOf(A, not(B))),
        arguments("-a", not(A)),
        arguments("NOT a", not(A)),
        arguments("NOT NOT a", A),
        arguments("NOT -a", A),
        arguments("-(-a)", A),
        arguments("-(a b)", not(together(A, B))),
        arguments("-\"a b\"", not(phrase("a b"))),
        arguments("(-a)", not(A)),
        arguments("-a -b", together(not(A), not(B))),
        arguments("NOT a AND b", allOf(not(A), B)),
        arguments("NOT a OR b", anyOf(not(A), B)),
        arguments("-=talks", not(exact("talks"))),
        arguments("-diplom*", not(wildcard("diplom*"))),
        arguments("title:(-[* TO *] OR a)", in(TITLE, anyOf(not(wildcard("*")), A))),
        arguments("-", everything()),
        arguments("a - b", together(A, B)),
        arguments("a -- b", together(A, B)),
        arguments("a --b", together(A, B)),
        arguments("a-b", word("a-b")),
        arguments("a -& b", together(A, B)),
        arguments("-a^2", not(A)),
        arguments("!a", not(A)),
        arguments("b !a", together(B, not(A))),
        arguments("!a b", together(not(A), B)),
        arguments("b && !a", allOf(B, not(A))),
        arguments("b&&!a", allOf(B, not(A))),
        arguments("b AND !a", allOf(B, not(A))),
        arguments("!a OR b", anyOf(not(A), B)),
        arguments("b||!a", anyOf(B, not(A))),
        arguments("!\"a b\"", not(phrase("a b"))),
        arguments("c !\"a b\"", together(C, not(phrase("a b")))),
        arguments("\"a b\"!c", together(phrase("a b"), not(C))),
        arguments("!(a OR b)", not(anyOf(A, B))),
        arguments("(!a) b", together(not(A), B)),
        arguments("!author:a", not(in(QueryField.AUTHOR, A))),
        arguments("author:!a", not(in(QueryField.AUTHOR, A))),
        arguments("title:(b !a)", in(TITLE, together(B, not(A)))),
        arguments("!date:2023", not(dates("2023-01-01", "2023-12-31"))),
        arguments("!=talks", not(exact("talks"))),
        arguments("!diplom*", not(wildcard("diplom*"))),
        arguments("a w/5 !b", notNear(5, A, B)),
        arguments("!a w/5 b", not(near(5, A, B))),
        arguments("!ATLEAST/3 a", not(atLeast(3, A))),
        arguments("b !!a", together(B, A)),
        arguments("!!!a", not(A)),
        arguments("-!a", A),
        arguments("!-a", A),
        arguments("NOT !a", A),
        arguments("b ！a", together(B, not(A))),
        arguments("a!b", word("a!b")),
        arguments("id:!a", in(QueryField.ID, word("!a"))),
        arguments("!", everything()),
        arguments("!!", everything()),
        arguments("a !", A),
        arguments("a && b", allOf(A, B)),
        arguments("a&&b", allOf(A, B)),
        arguments("a||b", anyOf(A, B)));
  }

  /** Exclamation marks as in Nexis, except where they are punctuation. */
  static Stream<Arguments> exclamations() {
    return Stream.of(
        arguments("wow!!", word("wow")),
        arguments("wow!!!, a", together(word("wow"), A)),
        arguments("=Yahoo!", exact("Yahoo")),
        arguments("\"Yahoo! a\"", phrase("Yahoo! a")),
        arguments("¡hola!", word("hola")),
        arguments("¡Viva México! a", together(word("Viva"), word("México"), A)),
        arguments("すごい！", word("すごい")),
        arguments("太好了!", word("太好了")),
        arguments("สวัสดี!", word("สวัสดี")),
        arguments("date:2023!", dates("2023-01-01", "2023-12-31")),
        arguments("id:a!", in(QueryField.ID, A)));
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        arguments(
            "(trade OR tariff) China",
            together(anyOf(word("trade"), word("tariff")), word("China"))),
        arguments("(a)", A),
        arguments("((((a))))", A),
        arguments("(a b) c", together(A, B, C)),
        arguments("a AND (b AND c)", allOf(A, B, C)),
        arguments("a OR (b OR c)", anyOf(A, B, C)),
        arguments("a AND (b OR c)", allOf(A, anyOf(B, C))),
        arguments("(a b) AND c", allOf(together(A, B), C)),
        arguments("foo(bar)", together(word("foo"), word("bar"))),
        arguments("(a)(b)", together(A, B)),
        arguments("(a)b", together(A, B)),
        arguments("a(b OR c)", together(A, anyOf(B, C))));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        arguments("title:a", in(TITLE, A)),
        arguments("TITLE:a", in(TITLE, A)),
        arguments("title:\"discourse\"", in(TITLE, phrase("discourse"))),
        arguments("title:“a b”", in(TITLE, phrase("a b"))),
        arguments("title:\"a b\"~2", in(TITLE, phrase("a b", 2))),
        arguments("body:(trade OR tariff)", in(BODY, anyOf(word("trade"), word("tariff")))),
        arguments("title:(a b) c", together(in(TITLE, together(A, B)), C)),
        arguments("title:a b", together(in(TITLE, A), B)),
        arguments("title:a OR source:b", anyOf(in(TITLE, A), in(SOURCE, B))),
        arguments("title:=a", in(TITLE, exact("a"))),
        arguments("title:dipl*", in(TITLE, wildcard("dipl*"))),
        arguments("title:a~", in(TITLE, fuzzy("a", 2))),
        arguments("title:-a", not(in(TITLE, A))),
        arguments("-title:a", not(in(TITLE, A))),
        arguments("NOT title:a", not(in(TITLE, A))),
        arguments("-title:-a", in(TITLE, A)),
        arguments("title:-(a b)", not(in(TITLE, together(A, B)))),
        arguments("title:(-a)", not(in(TITLE, A))),
        arguments("title:(a -b)", in(TITLE, together(A, not(B)))),
        arguments("title:AND", in(TITLE, word("AND"))),
        arguments("title:(title:a b)", in(TITLE, together(A, B))),
        arguments("(title:a)", in(TITLE, A)),
        arguments("source:\"Arab News\"", in(SOURCE, phrase("Arab News"))),
        arguments("title:>a", in(TITLE, A)),
        arguments("title:10:30", in(TITLE, word("10:30"))),
        arguments("id:a~1", in(QueryField.ID, word("a~1"))),
        arguments("id:(a OR b)", anyOf(in(QueryField.ID, A), in(QueryField.ID, B))),
        arguments("id:-a_b.c", in(QueryField.ID, word("-a_b.c"))),
        arguments("id:000_16b52361ac664b14", in(QueryField.ID, word("000_16b52361ac664b14"))),
        arguments("url:http://a.com/b", in(QueryField.URL, word("http://a.com/b"))),
        arguments("related:Odesa", in(QueryField.RELATED, word("Odesa"))),
        arguments("furniture:a", in(FURNITURE, A)),
        arguments("furniture:(show OR a)", in(FURNITURE, anyOf(word("show"), A))),
        arguments("furniture:\"show\"", in(FURNITURE, phrase("show"))),
        arguments("furniture:shows", in(FURNITURE, word("shows"))));
  }

  static Stream<Arguments> furniture() {
    QueryNode shown = new QueryNode.FurnitureShown();
    return Stream.of(
        arguments("a furniture:show", together(A, shown)),
        arguments("furniture:show a", together(A, shown)),
        arguments("FURNITURE:Show a b", together(A, B, shown)),
        arguments("a (b OR furniture:show)", together(A, B, shown)),
        arguments("(a AND furniture:show) OR b", together(anyOf(A, B), shown)),
        arguments("a furniture:show furniture:show", together(A, shown)),
        arguments("a furniture:hide furniture:show", together(A, shown)),
        arguments("a -furniture:hide", together(A, shown)),
        arguments("furniture:(a furniture:show)", together(in(FURNITURE, A), shown)),
        arguments("furniture:show", shown),
        arguments("a furniture:hide", A),
        arguments("a -furniture:show", A),
        arguments("a NOT furniture:show", A),
        arguments("furniture:hide", new QueryNode.Everything()));
  }

  static Stream<Arguments> dateForms() {
    QueryNode june = dates("2023-06-01", "2023-06-30");
    return Stream.of(
        arguments("date:2023", dates("2023-01-01", "2023-12-31")),
        arguments("date:2023-06", june),
        arguments("date:2023-6", june),
        arguments("date:2024-02", dates("2024-02-01", "2024-02-29")),
        arguments("date:2023-06-18", dates("2023-06-18", "2023-06-18")),
        arguments("date:2023/06/18", dates("2023-06-18", "2023-06-18")),
        arguments("date:2023-06,", june),
        arguments("date:\"2023-06\"", june),
        arguments("date:2023-06..2023-07", dates("2023-06-01", "2023-07-31")),
        arguments("date:2023-06-18..2023", dates("2023-06-18", "2023-12-31")),
        arguments("date:2023-06..", dates("2023-06-01", "")),
        arguments("date:..2023-06", dates("", "2023-06-30")),
        arguments("date:[2023-06 TO 2023-07]", dates("2023-06-01", "2023-07-31")),
        arguments("date:{2023-06 TO 2023-08}", dates("2023-07-01", "2023-07-31")),
        arguments("date:[2023-06 TO 2023-08}", dates("2023-06-01", "2023-07-31")),
        arguments("date:[2023-06 TO *]", dates("2023-06-01", "")),
        arguments("date:>2023-06", dates("2023-07-01", "")),
        arguments("date:>=2023-06", dates("2023-06-01", "")),
        arguments("date:<2023-06", dates("", "2023-05-31")),
        arguments("date:<=2023-06", dates("", "2023-06-30")),
        arguments("after:2023-06-18", dates("2023-06-18", "")),
        arguments("after:2023", dates("2023-01-01", "")),
        arguments("before:2023-06-18", dates("", "2023-06-18")),
        arguments("before:2023", dates("", "2023-12-31")),
        arguments("last:7d", dates("2023-06-11", "")),
        arguments("last:2w", dates("2023-06-04", "")),
        arguments("last:3m", dates("2023-03-18", "")),
        arguments("last:1y", dates("2022-06-18", "")),
        arguments("last:9999Y", dates("0001-01-01", "")),
        arguments("list:any", new QueryNode.OnList("any")),
        arguments("list:*", new QueryNode.OnList("any")),
        arguments("list:[* TO *]", new QueryNode.OnList("any")),
        arguments("-list:READ", not(new QueryNode.OnList("read"))),
        arguments("list:\"Cocoa story\"", new QueryNode.OnList("Cocoa story")),
        arguments("list:cocoa^2", boosted(new QueryNode.OnList("cocoa"), 2)),
        arguments(
            "list:(cocoa OR \"old grain\")",
            anyOf(new QueryNode.OnList("cocoa"), new QueryNode.OnList("old grain"))),
        arguments("date:unknown", new QueryNode.DateUnknown()),
        arguments("-date:unknown", dates("", "")),
        arguments("date:*", dates("", "")),
        arguments("-date:*", new QueryNode.DateUnknown()),
        arguments("after:[* TO *]", dates("", "")),
        arguments("date:-2023-06", not(june)),
        arguments("date:(2022 OR 2023-06)", anyOf(dates("2022-01-01", "2022-12-31"), june)),
        arguments("date:([2023-06 TO 2023-06])", june),
        arguments("a date:2023-06", together(A, june)),
        arguments("date:2023-06^2", boosted(june, 2)));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments("words:500", words(500, 500)),
        arguments("words:500..900", words(500, 900)),
        arguments("words:[500 TO 900]", words(500, 900)),
        arguments("words:{500 TO 900}", words(501, 899)),
        arguments("words:>500", wordsFrom(501)),
        arguments("words:>=500", wordsFrom(500)),
        arguments("words:<500", wordsTo(499)),
        arguments("words:<=500", wordsTo(500)),
        arguments("words:(<10 OR >500)", anyOf(wordsTo(9), wordsFrom(501))));
  }

  static Stream<Arguments> boosts() {
    return Stream.of(
        arguments("a^2", boosted(A, 2)),
        arguments("a^0.5", boosted(A, 0.5)),
        arguments("a^1", A),
        arguments("AND^1", word("AND")),
        arguments("a^99999", boosted(A, 1000)),
        arguments("a^2^3", boosted(A, 6)),
        arguments("a~1^2", boosted(fuzzy("a", 1), 2)),
        arguments("a^2~1", boosted(fuzzy("a", 1), 2)),
        arguments("a^2, b", together(boosted(A, 2), B)),
        arguments("\"a b\"^2", boosted(phrase("a b"), 2)),
        arguments("\"a b\"~3^2", boosted(phrase("a b", 3), 2)),
        arguments("(a b)^2", boosted(together(A, B), 2)),
        arguments("title:a^2", boosted(in(TITLE, A), 2)),
        arguments("title:(a^2)", boosted(in(TITLE, A), 2)),
        arguments("(-a)^2", not(A)),
        arguments("a^b", word("a^b")));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("repairs")
  void repairsAndSaysSo(String text, QueryNode root, String note) {
    ParsedQuery query = parsed(text);
    assertThat(query.root()).isEqualTo(root);
    assertThat(query.notes()).anySatisfy(n -> assertThat(n).contains(note));
  }

  static Stream<Arguments> repairs() {
    QueryNode june = dates("2023-06-01", "2023-06-30");
    return Stream.of(
        arguments("\"a b", phrase("a b"), "closed your quote"),
        arguments("a \"", A, "a lone quote was left out"),
        arguments("\"", everything(), "a lone quote was left out"),
        arguments("\"...\" a", A, "a phrase without words"),
        arguments("\"* *\" a", A, "a phrase without words"),
        arguments("a \"\"", A, "a phrase without words"),
        arguments("(a b", together(A, B), "closed your parenthesis"),
        arguments("a)", A, "a lone `)`"),
        arguments(")(", everything(), "a lone `)`"),
        arguments("() a", A, "an empty group"),
        arguments("title:() a", A, "an empty group"),
        arguments("a AND AND b", allOf(A, B), "`AND` applied to nothing"),
        arguments("a OR AND b", anyOf(A, B), "`AND` applied to nothing"),
        arguments("AND a", A, "`AND` applied to nothing"),
        arguments("a OR", A, "`OR` applied to nothing"),
        arguments("a |", A, "`|` applied to nothing"),
        arguments("a NOT", A, "`NOT` applied to nothing"),
        arguments("(a AND)", A, "`AND` applied to nothing"),
        arguments("a NOT AND b", together(A, B), "`NOT` applied to nothing"),
        arguments(
            "a or b",
            together(A, word("or"), B),
            "`or` in lower case was searched as a word; write OR"),
        arguments("a and b", together(A, word("and"), B), "write AND"),
        arguments("a not b", together(A, word("not"), B), "write NOT"),
        arguments("(a) or (b)", together(A, word("or"), B), "write OR"),
        arguments("title:", word("title"), "`title:` had nothing right after it"),
        arguments("title: a", together(word("title"), A), "`title:` had nothing right after it"),
        arguments("title:, a", together(word("title"), A), "`title:` had nothing right after it"),
        arguments("(after:)", word("after"), "`after:` had nothing right after it"),
        arguments("=title:a", in(TITLE, A), "`=` goes after a field's colon"),
        arguments("=(a OR b)", anyOf(A, B), "`=` goes before a word"),
        arguments("title:=(a)", in(TITLE, A), "`=` goes before a word"),
        arguments(
            "foo:bar", word("foo:bar"), "`foo` is not a field; `foo:bar` was searched as text"),
        arguments("foo:\"a b\"", together(word("foo"), phrase("a b")), "`foo` is not a field"),
        arguments(
            "title:(source:a b)",
            together(in(SOURCE, A), in(TITLE, B)),
            "`source:` inside `title:` was searched in its own field"),
        arguments("title:source:a", in(SOURCE, A), "`source:` inside `title:`"),
        arguments(
            "title:(date:2023-06 a)", together(june, in(TITLE, A)), "`date:` inside `title:`"),
        arguments(
            "title:(source:x a OR b)",
            together(in(SOURCE, word("x")), anyOf(in(TITLE, A), in(TITLE, B))),
            "inside"),
        arguments("a^ b", together(A, B), "`^` without a number"),
        arguments("\"a b\"~", phrase("a b"), "`~` goes after"),
        arguments("(a b)~2", together(A, B), "`~` goes after"),
        arguments("a~9", fuzzy("a", 2), "`~9` was read as `~2`"),
        arguments("a~0.8", fuzzy("a", 2), "`~0.8` was read as `~2`"),
        arguments("=dipl*", wildcard("dipl*"), "cannot be combined with"),
        arguments("\"a b\"~999999999999", phrase("a b", 100), "at most `~100`"),
        arguments("* a", A, "`*` alone was left out"),
        arguments("date:2023-13", word("2023-13"), "`date:2023-13` is not a date"),
        arguments("date:2023-02-30", word("2023-02-30"), "is not a date"),
        arguments("date:0000", word("0000"), "is not a date"),
        arguments("date:banana", word("banana"), "`date:banana` is not a date"),
        arguments("date:banana..2023", word("banana..2023"), "is not a date"),
        arguments("date:[banana TO 2023]", word("banana..2023"), "is not a date"),
        arguments("last:week", word("week"), "not a span of time"),
        arguments("words:many", word("many"), "is not a number"),
        arguments("title:[a TO b]", in(TITLE, word("a..b")), "only dates and words"),
        arguments("date:2023-06..2023-05", dates("2023-05-01", "2023-06-30"), "swapped the ends"),
        arguments("words:9..5", words(5, 9), "swapped the ends"),
        arguments("words:{5 TO 6}", words(5, 6), "both were included"),
        arguments("words:<0", wordsTo(0), "both were included"),
        arguments("date:{2023-06 TO 2023-06}", june, "both were included"),
        arguments("a near b", together(A, word("near"), B), "write NEAR"),
        arguments("a w/0 b", near(1, A, B), "`w/0` was read that way"),
        arguments("a NEAR/99999 b", near(1000, A, B), "at most 1000 apart"),
        arguments("ATLEAST a", A, "`ATLEAST` without a number"),
        arguments("ATLEAST/99999 a", atLeast(10_000, A), "at most 10000 times"),
        arguments("ATLEAST/3 date:2023-06", june, "counts words only"),
        arguments("ATLEAST/3 -a", not(A), "counts words only"),
        arguments("w/5 a", A, "`w/5` applied to nothing"),
        arguments("a w/5 w/3 b", near(5, A, B), "`w/3` applied to nothing"),
        arguments("a w/5 ()", A, "`w/5` applied to nothing"),
        arguments("a NOT w/5", A, "`w/5` applied to nothing"),
        arguments("ATLEAST/3", everything(), "`ATLEAST/3` applied to nothing"),
        arguments("a NEAR/5", A, "`NEAR/5` applied to nothing"),
        arguments("cente?", word("cente"), "`cente?` was searched as cente; a question mark"),
        arguments("cente? a", together(word("cente"), A), "`cente?` was searched as cente"),
        arguments("(what?!)", word("what"), "`what?!` was searched as what;"),
        arguments("¿Qué?", word("Qué"), "`¿Qué?` was searched as Qué;"),
        arguments("explo!", wildcard("explo*"), "`explo!` was searched as `explo*`;"),
        arguments("(1987!)", wildcard("1987*"), "`1987!` was searched as `1987*`;"),
        arguments("wow!, a", together(wildcard("wow*"), A), "`wow!` was searched as `wow*`;"),
        arguments("te?t!", wildcard("te?t*"), "`te?t!` was searched as `te?t*`;"),
        arguments("explo!^2", boosted(wildcard("explo*"), 2), "`explo!` was searched as"),
        arguments("title:explo!", in(TITLE, wildcard("explo*")), "`explo!` was searched as"),
        arguments("-explo!", not(wildcard("explo*")), "`explo!` was searched as `explo*`;"),
        arguments("explo! w/5 a", near(5, wildcard("explo*"), A), "`explo!` was searched as"),
        arguments(
            "Yahoo! shares",
            together(wildcard("Yahoo*"), word("shares")),
            "`Yahoo!` was searched as `Yahoo*`; write `=Yahoo`"),
        arguments("a ! b", together(A, B), "a lone `!` was left out; write `!word`"),
        arguments("a !, b", together(A, B), "a lone `!` was left out"),
        arguments("\"a b\"! c", together(phrase("a b"), C), "a lone `!` was left out"),
        arguments("b +!a", together(B, A), "`!` excludes only at the start of a word"),
        arguments("b =!a", together(B, exact("a")), "`!` excludes only at the start of a word"),
        arguments("&& a", A, "`&&` applied to nothing"),
        arguments("a &&", A, "`&&` applied to nothing"),
        arguments("|| a", A, "`|` applied to nothing"),
        arguments("a && && b", allOf(A, B), "`&&` applied to nothing"),
        arguments(
            "lang:de", in(QueryField.LANGUAGE, word("de")), "`lang:` was read as `language:`"),
        arguments("By:Vale", in(QueryField.AUTHOR, word("Vale")), "`By:` was read as `author:`"),
        arguments("headline:a", in(TITLE, A), "`headline:` was read as `title:`"),
        arguments("allintitle:(a b)", in(TITLE, together(A, B)), "was read as `title:`"),
        arguments("hd:\"a b\"", in(TITLE, phrase("a b")), "`hd:` was read as `title:`"),
        arguments("site:a.com", in(QueryField.URL, word("a.com")), "`site:` was read as `url:`"),
        arguments("publication:a", in(QueryField.SOURCE, A), "was read as `source:`"),
        arguments("until:2023-06-30", dates("", "2023-06-30"), "`until:` was read as `before:`"),
        arguments("-tag:[* TO *]", not(in(QueryField.TOPIC, wildcard("*"))), "as `topic:`"),
        arguments("lang: a", together(word("lang"), A), "`lang:` had nothing right after it"));
  }

  @Test
  void notesEachThingOnce() {
    assertThat(parsed("a or b or c").notes())
        .containsExactly("`or` in lower case was searched as a word; write OR");
  }

  @Test
  void keepsNotesFew() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append(" nofield")
          .append((char) ('a' + i % 26))
          .append((char) ('a' + i / 26))
          .append(":x");
    }
    List<String> notes = parsed(text.toString()).notes();
    assertThat(notes).hasSize(21);
    assertThat(notes.getLast()).contains("further corrections");
  }

  @Test
  void readsTheFirstThousandWords() {
    ParsedQuery query = parsed("word ".repeat(10_000));
    assertThat(query.root())
        .isInstanceOfSatisfying(
            QueryNode.Together.class, all -> assertThat(all.children()).hasSize(1_000));
    assertThat(query.notes()).singleElement().asString().contains("longer than can be searched");
  }

  @Test
  void countsTheWordsOfPhrases() {
    ParsedQuery query = parsed("a \"" + "word ".repeat(10_000) + "\" b");
    assertThat(query.root()).isEqualTo(together(A, phrase("word ".repeat(999).strip())));
    assertThat(query.notes()).hasSize(2);
  }

  @Test
  void readsTheEndOfAGroupThatTakesTheLastWord() {
    ParsedQuery query = parsed("(" + "word ".repeat(1_000) + ")^2");
    assertThat(query.root()).isInstanceOf(QueryNode.Boosted.class);
    assertThat(query.notes()).isEmpty();
  }

  @Test
  void keepsWhatIsInsideTooManyParentheses() {
    ParsedQuery query = parsed("(".repeat(100_000) + "a OR b" + ")".repeat(100_000) + " c");
    assertThat(query.root()).isEqualTo(together(anyOf(A, B), C));
    assertThat(query.notes()).singleElement().asString().contains("more than 50 deep");
  }

  @Test
  void keepsTheFirstOfVeryManyDistances() {
    ParsedQuery query = parsed("a NEAR/5 ".repeat(900) + "b");
    assertThat(query.notes())
        .containsExactly("only the first 100 distances between words were kept");
    int deep = 0;
    for (QueryNode node = query.root(); node instanceof QueryNode.Near near; node = near.left()) {
      deep++;
    }
    assertThat(deep).isEqualTo(100);
  }
}
