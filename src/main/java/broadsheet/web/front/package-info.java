/** What meets the eye first, and how does one ask? */
package broadsheet.web.front;
