/** Why is an article a result, and what is its place made of? */
package broadsheet.web.why;
