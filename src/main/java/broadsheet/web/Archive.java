package broadsheet.web;

import broadsheet.engine.SearchEngine;
import broadsheet.query.ParsedQuery;
import java.util.function.Function;

/** What the pages are about: the articles, and the language they are asked for in. */
record Archive(SearchEngine engine, Function<String, ParsedQuery> parser) {}
