/** How is the text of a page that is only a picture recognized? */
package broadsheet.recognize;
