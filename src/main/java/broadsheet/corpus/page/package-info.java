/** What is the article on a web page? */
package broadsheet.corpus.page;
