/** What may the reader mean? Completions, spellings, what to ask instead. */
package broadsheet.lucene.suggest;
