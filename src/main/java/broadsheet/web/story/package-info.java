/** What does one article say? */
package broadsheet.web.story;
