/** How is a path written as text, the same in every locale? */
package broadsheet.path;
