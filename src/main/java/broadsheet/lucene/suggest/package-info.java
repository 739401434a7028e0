/** What may the reader mean? Completions, spellings, alternative queries. */
package broadsheet.lucene.suggest;
