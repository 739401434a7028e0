/** Where does a link lead? The addresses of articles, issues, lists and saved searches. */
package broadsheet.web.link;
