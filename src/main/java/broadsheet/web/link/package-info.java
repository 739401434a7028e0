/** Where does a link lead? The addresses of issues, lists and saved searches. */
package broadsheet.web.link;
