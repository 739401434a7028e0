/** What does a reader see first, and how do searches work? */
package broadsheet.web.front;
