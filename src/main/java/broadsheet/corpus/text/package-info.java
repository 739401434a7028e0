/** What is clean text? Paragraphs, names, bylines and topics, without markup. */
package broadsheet.corpus.text;
