/** Which words of a recording are said when, and by whom: how are captions and transcripts read? */
package broadsheet.corpus.spoken;
