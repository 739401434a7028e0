/** How does the server show the words of articles: lines, collocates, frequencies? */
package broadsheet.web.words;
