/** How do viewers of other sites show an issue and search in it? */
package broadsheet.web.iiif;
