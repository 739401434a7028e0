/** Why is an article a result, and what makes up its score? */
package broadsheet.web.why;
