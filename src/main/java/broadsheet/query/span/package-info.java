/** Which days and numbers does a typed range mean? */
package broadsheet.query.span;
